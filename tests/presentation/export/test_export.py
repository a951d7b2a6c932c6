"""What holds for every form of export."""

from __future__ import annotations

import tracemalloc
from importlib.util import find_spec
from unicodedata import category

import pytest
from export_desk import CLOSED, SERVED, told, view_of, whole, written
from fake_view import FakeView

import builders as build
from vedette.errors import MissingExtra
from vedette.model import ReadReport
from vedette.presentation.export import FORMS, ExportForm, export
from vedette.presentation.export.days import days_of
from vedette.presentation.export.record import BATCH, records
from vedette.store import open_store
from vedette.store.ports import EventFilter

ALL_FORMS = pytest.mark.parametrize("form", list(ExportForm))
TEXTS = pytest.mark.parametrize("form", [form for form, facts in FORMS.items() if facts.is_text])


@ALL_FORMS
def test_the_same_desk_gives_the_same_file(form: str) -> None:
    assert written(whole(), form) == written(whole(), form) != b""


@ALL_FORMS
def test_a_filter_narrows_what_is_exported(form: str) -> None:
    view = whole()
    written(view, form, country="LT", stage="planned", limit=3)
    assert (view.asked[-1].country, view.asked[-1].stage, view.asked[-1].limit) == ("LT", "planned", 3)


@TEXTS
def test_nothing_that_acts_on_a_terminal_or_turns_the_reading_around_comes_through(form: str) -> None:
    text = written(whole(), form).decode("utf-8")
    assert {char for char in text if category(char) == "Cc"} <= {"\n", "\r"}
    assert not set(text) & set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("form", [form for form, facts in FORMS.items() if facts.library])
def test_without_its_library_a_form_says_which_extra_brings_it(form, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "vedette.presentation.export.find_spec", lambda name: None if name == FORMS[form].library else find_spec(name)
    )
    with pytest.raises(MissingExtra, match=r"pip install 'vedette\[export\]'"):
        export(whole(), EventFilter(), form=form)
    for other in ExportForm:
        if other is not form:
            assert next(export(whole(), EventFilter(), form=other), b"")


@ALL_FORMS
def test_claims_that_were_linked_anew_meanwhile_stop_nothing(form: str) -> None:
    view = whole()
    view.all_claims, view.all_reports = view.all_claims[:2], view.all_reports[1:]
    assert written(view, form)


def test_a_record_has_its_sentences_in_the_order_of_the_reports() -> None:
    first, second = build.report("One closed. Two closed."), build.report("Three closed.", ref="c")
    claims = [build.claim(first, words="Two"), build.claim(first, words="One"), build.claim(second, words="Three")]
    with_all = build.event(claims)
    view = FakeView(all_reports=(first, second), all_claims=tuple(claims), all_events=(with_all,))
    record, = records(view, EventFilter())
    assert [said.trigger for said in record.evidence] == ["Two", "One", "Three"]
    assert len(record.seen) == 2 and record.created == record.updated


@pytest.mark.parametrize(("period", "days"), [
    (None, None), (build.when("2025"), ("2025-01-01", "2025-12-31")), (build.when(text="soon"), None),
    (build.when("2025-09-12", "2025-09-10"), ("2025-09-12", "2025-09-12")), (build.when("2025-02-31"), None),
])
def test_the_days_of_a_period(period, days) -> None:
    found = days_of(period)
    assert (tuple(day.isoformat() for day in found) if found else None) == days


@pytest.fixture
def large(tmp_path):
    """A desk with more events than are held at a time, each with a long report."""
    with open_store(str(tmp_path / "desk.sqlite")) as store:
        events = []
        for start in range(0, 5 * BATCH, BATCH):
            items = [told(f"Border {n} closed. " + "x " * 5_000) for n in range(start, start + BATCH)]
            short = [build.claim(report, sentence=(0, 20)) for report, _, _ in items]
            store.add(
                ReadReport(report=report, claims=(claim,)) for (report, _, _), claim in zip(items, short, strict=True)
            )
            events += [build.event([claim]) for claim in short]
        store.replace_events(events, [])
        yield store


@pytest.mark.parametrize("form", ["csv", "jsonl", "geojson"])
def test_a_large_desk_is_written_while_it_is_read(large, form: str) -> None:
    tracemalloc.start()
    try:
        size = sum(len(piece) for piece in export(large, EventFilter(), form=ExportForm(form), addresses=SERVED))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size > 5 * BATCH * 100
    assert peak < 3 * BATCH * 10_000, "the reports of a few hundred events are in memory, never all"


def test_a_real_desk_gives_every_event_once(large) -> None:
    lines = b"".join(export(large, EventFilter(), form=ExportForm.JSONL)).splitlines()
    assert len(lines) == len(set(lines)) == 5 * BATCH
    assert b'"sentence": "Border 999 closed. x"' in b"".join(lines)


def test_a_reader_that_goes_away_leaves_the_desk_free(large) -> None:
    for _ in range(100):  # more than there are connections
        next(export(large, EventFilter(), form=ExportForm.CSV))
    assert large.count_events(EventFilter()) == 5 * BATCH


def test_addresses_are_only_named_where_the_desk_is_served() -> None:
    served, alone = written(view_of(CLOSED), "atom"), b"".join(export(view_of(CLOSED), EventFilter(), form="atom"))
    assert b"http://127.0.0.1:8765/events/" in served
    assert b"127.0.0.1" not in alone
