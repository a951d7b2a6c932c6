"""A briefing on paper: the same bytes for the same desk, and strangers' words in it do nothing."""

from __future__ import annotations

import dataclasses
import json
import re
import zlib

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


def said_by_all(words: str, **fields: object) -> FakeView:
    """The desk of the closed border, where every report has these words for title and outlet."""
    view = border_desk()
    view.all_reports = tuple(
        dataclasses.replace(report, **{"title": words, "outlet": words, **fields}) for report in view.all_reports
    )
    return view


@pytest.mark.parametrize("words", [
    "北京 東京", "한국", "\N{PARTY POPPER} \N{GRINNING FACE}", "क्ष", "العربية", "אבג (abc)", "a" + "\u0301" * 300,
    "\ue000 \u0378 \ufffe \ud83d \U000e0041", "x" * 5000, "🇵🇱👩‍👩‍👧",
])
def test_letters_of_the_whole_world_give_a_page(words: str) -> None:
    assert to_pdf(brief(said_by_all(words))).startswith(b"%PDF-")


def test_what_the_typefaces_lack_is_a_box_and_the_page_says_so() -> None:
    data = pdf._without(pdf._data(brief(said_by_all("Agency 北京"))), "北京")
    text = json.dumps(data, ensure_ascii=False)
    assert "Agency □□" in text and "北" not in text
    assert "A □ stands for a letter" in data["words"]["note"]


def contents(page: bytes) -> bytes:
    """All of a PDF with its packed parts unpacked."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", page, re.DOTALL)
    return page + b"".join(zlib.decompress(one) for one in packed if one[:1] == b"x")


@pytest.mark.parametrize("url", [
    "javascript:alert(1)", "file:///etc/passwd", "https://post.example/a) /S /JavaScript /JS (app.alert(1)",
    "http://[", "https://post.example/" + "a" * 3000, "data:text/html,<script>alert(1)</script>",
])
def test_a_page_leads_to_the_web_and_does_nothing_by_itself(url: str) -> None:
    found = contents(to_pdf(brief(said_by_all("A title", url=url))))
    assert b"/StructElem" in found  # unpacked as it should be
    for acting in (b"/JavaScript", b"/JS ", b"/Launch", b"/OpenAction", b"/EmbeddedFile", b"/AA ", b"/SubmitForm"):
        assert acting not in found
    for address in re.findall(rb"/URI ?\((.*?)\)", found):
        assert address.startswith((b"http://", b"https://"))


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
