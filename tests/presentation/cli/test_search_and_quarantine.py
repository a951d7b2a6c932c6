"""Reports are found by words; what could not be read is found too."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from fake_view import FakeView


def test_a_hit_shows_its_report_its_words_and_its_events(vedette: Any, desk: FakeView) -> None:
    out = vedette("search", "state", "agency").out
    assert "Example Post · 12 September 2025" in out
    assert "*state agency*" in out
    assert "events e1, e3abcdef" in out


def test_a_hit_as_a_line_has_no_marks(vedette: Any, desk: FakeView) -> None:
    line = json.loads(vedette("search", "agency", "--limit", "1", "--format", "jsonl").out)
    assert "agency" in line["snippet"]
    assert "\x02" not in line["snippet"]
    row = next(csv.DictReader(io.StringIO(vedette("search", "ministry", "--format", "csv").out)))
    assert row["outlet"] == "Border Wire"


def test_nothing_found_is_no_error(vedette: Any, desk: FakeView) -> None:
    answer = vedette("search", "submarine")
    assert (answer.code, answer.out) == (0, "")
    assert "No report" in answer.err


def test_quarantine_lists_what_why_and_what_to_do(vedette: Any, desk: FakeView) -> None:
    for arguments in (("quarantine",), ("quarantine", "list")):
        out = vedette(*arguments).out
        assert "broken.json" in out
        assert "This is no JSON. Mend the line." in out
    assert json.loads(vedette("quarantine", "list", "--format", "jsonl").out)["line"] == "3"


def test_a_quarantined_input_is_shown_by_the_beginning_of_its_id(vedette: Any, desk: FakeView) -> None:
    out = vedette("quarantine", "show", "q").out
    assert out.startswith("broken.json, line 3: This is no JSON. Mend the line.")
    assert "{oops" in out


def test_an_empty_quarantine_is_good_news(vedette: Any, desk: FakeView) -> None:
    desk.all_quarantined = ()
    assert "all that came in could be read" in vedette("quarantine").err
