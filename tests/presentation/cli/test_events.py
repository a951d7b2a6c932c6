"""Events are listed, filtered and handed on."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from typing import Any

import pytest
from fake_view import FakeView

from vedette.model import ActorMention, ActorRole
from vedette.model.codec import event_from_json
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
