"""A briefing on paper: the same bytes for the same desk, and strangers' words in it do nothing."""

from __future__ import annotations

import dataclasses
import json

import pytest
from fake_view import FakeView, border_desk, make_event

from vedette.errors import MissingExtra
from vedette.model import Period, Place, PlaceKind, PlaceMention
from vedette.presentation.briefing import brief, pdf, to_pdf

pytest.importorskip("typst", reason="Typst is not installed; it comes with the extra pdf")


def test_a_briefing_is_a_pdf_and_the_same_again() -> None:
    page = to_pdf(brief(border_desk()))
    assert page.startswith(b"%PDF-")
    assert page == to_pdf(brief(border_desk()))


def test_it_can_be_read_aloud() -> None:
    assert b"/StructTreeRoot" in to_pdf(brief(border_desk()))


@pytest.mark.parametrize("words", [
    "#panic()", "= Heading *bold* $x$ `code`", ']) #read("/etc/passwd")', "\x1b[31m\u202e", ""])
def test_what_a_report_says_is_shown_and_never_run(words: str) -> None:
    view = border_desk()
    view.all_reports = tuple(dataclasses.replace(report, title=words, outlet=words) for report in view.all_reports)
    assert to_pdf(brief(view)).startswith(b"%PDF-")


def test_nothing_unseen_reaches_the_page() -> None:
    assert not {"\x1b", "\u202e"} & set(json.dumps(pdf._data(brief(border_desk())), ensure_ascii=False))


def test_a_map_with_a_hostile_name_is_drawn() -> None:
    place = Place(name='A <script> & "B"', kind=PlaceKind.CITY, lat=54.0, lon=24.0)
    event = make_event(period=Period(start="2025-09-01"), places=(PlaceMention(place=place),))
    assert to_pdf(brief(FakeView(all_events=(event,)))).startswith(b"%PDF-")


def test_an_empty_desk_gives_a_page() -> None:
    assert to_pdf(brief(FakeView())).startswith(b"%PDF-")


def test_without_what_sets_it_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"vedette\[pdf\]"):
        to_pdf(brief(FakeView()))
