"""Events are listed, filtered and handed on."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path
from typing import Any

import pytest
from fake_view import FakeView

from vedette.errors import StoreError
from vedette.model import ActorMention, ActorRole
from vedette.model.codec import event_from_json
from vedette.presentation.cli.events import EventsFormat
from vedette.presentation.export import FORMS, ExportForm, export
from vedette.store.ports import EventFilter


def test_a_wide_table_has_a_column_for_each_question(vedette: Any, desk: FakeView) -> None:
    answer = vedette("events")
    assert answer.code == 0
    header, *rows = answer.out.splitlines()
    assert header.split() == ["date", "type", "where", "who", "how", "sure", "stage", "origins", "conflicts", "id"]
    assert "border closure" in answer.out
    assert "denied" in answer.out
    assert "3 events" in answer.err
    assert len(rows) >= 3


@pytest.mark.parametrize("columns", ["40", "80", "140"])
def test_a_table_fits_its_width_and_keeps_every_id(
    vedette: Any, desk: FakeView, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = vedette("events").out
    assert max(len(line) for line in out.splitlines()) <= int(columns)
    assert all(name in out for name in ("e1", "e2", "e3abcde"))
    assert "…" not in out


def test_on_a_narrow_terminal_what_is_denied_still_says_so(
    vedette: Any, desk: FakeView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert "Denied: Belarus violated" in vedette("events").out


def test_each_line_of_jsonl_is_an_event_that_can_be_read_back(vedette: Any, desk: FakeView) -> None:
    lines = vedette("events", "--format", "jsonl").out.splitlines()
    assert [event_from_json(json.loads(line)).id for line in lines] == ["e1", "e2", "e3abcdef"]


def test_csv_has_a_header_and_a_row_for_each_event(vedette: Any, desk: FakeView) -> None:
    rows = list(csv.DictReader(io.StringIO(vedette("events", "--format", "csv").out)))
    assert [row["id"] for row in rows] == ["e1", "e2", "e3abcdef"]
    assert rows[0]["where"] == "Poland-Belarus border"
    assert rows[1]["conflicts"] == "how many troops"


def test_a_name_that_is_a_formula_is_text_in_a_spreadsheet(vedette: Any, desk: FakeView) -> None:
    bad = ActorMention(name='=HYPERLINK("http://evil.example")', role=ActorRole.INITIATOR)
    desk.all_events = (dataclasses.replace(desk.all_events[0], actors=(bad,)),)
    row = next(csv.DictReader(io.StringIO(vedette("events", "--format", "csv").out)))
    assert row["who"] == "'=HYPERLINK(\"http://evil.example\")"


def test_filters_reach_the_desk(vedette: Any, desk: FakeView) -> None:
    answer = vedette(
        "events", "--type", "exercise", "--since", "2025-09", "--until", "2025", "--country", "lt", "--actor", "LT",
        "--situation", "border 2025", "--stage", "planned", "--factuality", "asserted", "--text", "drill",
        "--limit", "5", "--format", "jsonl",
    )
    assert answer.code == 0
    assert desk.asked[-1] == EventFilter(
        type="exercise", since="2025-09-01", until="2025-12-31", country="LT", actor="LT", situation="s1",
        stage="planned", factuality="asserted", text="drill", limit=5,
    )
    assert json.loads(answer.out)["id"] == "e2"


@pytest.mark.parametrize(("arguments", "hint"), [
    (("--since", "yesterday"), "2025-09-12"), (("--until", "2025-02-30"), "no such day"),
    (("--since", "2025-13"), "no such month"), (("--country", "Poland"), "PL"),
    (("--type", "battle"), "border_closure"), (("--limit", "0"), "limit"),
])
def test_a_wrong_filter_is_wrong_usage_and_says_what_is_right(
    vedette: Any, desk: FakeView, arguments: tuple[str, ...], hint: str
) -> None:
    answer = vedette("events", *arguments)
    assert answer.code == 2
    assert hint in answer.err
    assert answer.out == ""


def test_an_unknown_situation_is_told_in_a_sentence(vedette: Any, desk: FakeView) -> None:
    answer = vedette("events", "--situation", "Nowhere")
    assert answer.code == 1
    assert "Nowhere" in answer.err


def test_nothing_found_is_said_and_is_no_error(vedette: Any, desk: FakeView) -> None:
    answer = vedette("events", "--type", "protest")
    assert (answer.code, answer.out) == (0, "")
    assert "No event" in answer.err


def test_a_limit_is_told(vedette: Any, desk: FakeView) -> None:
    assert "2 of 3 events" in vedette("events", "--limit", "2").err


def test_situations_are_listed_under_their_names(vedette: Any, desk: FakeView) -> None:
    assert "Border 2025" in vedette("situations").out
    assert json.loads(vedette("situations", "--format", "jsonl").out)["events"] == ["e1", "e2"]
    assert vedette("situations", "--format", "csv").out.splitlines()[1] == "s1,exercise,Border 2025,Border 2025,2,,,"


def test_the_forms_are_the_table_and_those_of_an_export() -> None:
    assert set(EventsFormat) == {EventsFormat.TABLE} | {str(form) for form in ExportForm}


@pytest.mark.parametrize("form", [form for form in ExportForm if FORMS[form].is_text])
def test_every_form_of_text_can_be_piped(vedette: Any, desk: FakeView, form: ExportForm) -> None:
    answer = vedette("events", "--format", form)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.encode() == b"".join(export(desk, EventFilter(), form=form))


@pytest.mark.parametrize("form", list(ExportForm))
def test_every_form_can_be_kept_in_a_file(vedette: Any, desk: FakeView, tmp_path: Path, form: ExportForm) -> None:
    answer = vedette("events", "--format", form, "--output", "kept")
    assert (answer.code, answer.out) == (0, "") and "The events are in kept." in answer.err
    assert (tmp_path / "kept").read_bytes() == b"".join(export(desk, EventFilter(), form=form))
    assert [file.name for file in tmp_path.iterdir()] == ["kept"]


def test_csv_and_jsonl_carry_the_sentences_behind_each_event(vedette: Any, desk: FakeView) -> None:
    row = next(csv.DictReader(io.StringIO(vedette("events", "--format", "csv").out)))
    said = json.loads(vedette("events", "--format", "jsonl", "--limit", "1").out)["evidence"]
    assert row["sentences"].startswith("Poland shut the border")
    assert [one["chain"][-1] for one in said] == ["State Agency", "State Agency"]


def test_a_table_is_kept_in_no_file(vedette: Any, desk: FakeView, tmp_path: Path) -> None:
    answer = vedette("events", "--output", "table.txt")
    assert answer.code == 2 and "--format csv" in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("output", ["missing/events.csv", "."])
def test_a_file_that_cannot_be_written_is_told(vedette: Any, desk: FakeView, tmp_path: Path, output: str) -> None:
    answer = vedette("events", "--format", "csv", "--output", output)
    assert answer.code == 2 and "Choose another --output." in answer.err
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_fails_leaves_the_file_of_before(
    vedette: Any, desk: FakeView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kept.csv").write_text("before")
    monkeypatch.setattr(desk, "claims", lambda ids: (_ for _ in ()).throw(StoreError("The desk is gone.")))
    answer = vedette("events", "--format", "csv", "--output", "kept.csv")
    assert answer.code == 1 and "The desk is gone." in answer.err
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("kept.csv", "before")]


def test_a_terminal_is_not_shown_what_is_no_text(
    vedette: Any, desk: FakeView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    answer = vedette("events", "--format", "parquet")
    assert (answer.code, answer.out) == (2, "") and "--output" in answer.err


def test_without_the_extra_one_sentence_says_what_to_install(
    vedette: Any, desk: FakeView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vedette.presentation.export.find_spec", lambda name: None)
    answer = vedette("events", "--format", "ics", "--output", "plans.ics")
    assert answer.code == 2 and "pip install 'vedette[export]'" in answer.err
    assert list(tmp_path.iterdir()) == []
