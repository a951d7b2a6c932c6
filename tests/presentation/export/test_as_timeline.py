"""Slides for TimelineJS."""

from __future__ import annotations

import json
import re

from export_desk import CLOSED, DENIED, EVIL, PLANNED, POSSIBLE, id_of, told, view_of, whole, written

import builders as build


def slides(view=None) -> dict[str, dict]:
    return {slide["unique_id"]: slide for slide in json.loads(written(view or whole(), "timelinejs"))["events"]}


def test_a_slide_has_the_date_as_it_is_written_and_no_finer() -> None:
    found = slides()
    assert found[id_of(CLOSED)]["start_date"] == {"year": 2025, "month": 9, "day": 11, "hour": 18, "minute": 0}
    assert found[id_of(POSSIBLE)]["start_date"] == {"year": 2025, "month": 9}
    assert found[id_of(PLANNED)]["end_date"] == {"year": 2025, "month": 9, "day": 16}
    assert "end_date" not in found[id_of(CLOSED)]
    assert found[id_of(PLANNED)]["display_date"] == "12–16 September 2025"


def test_what_has_no_date_has_no_slide() -> None:
    vague = told("Troops moved.", "deployment", period=build.when("2020", precision="vague", text="in recent years"))
    assert id_of(DENIED) not in slides()
    assert slides(view_of(vague)) == {}


def test_until_stands_at_its_end_and_says_so() -> None:
    until = told("Flights are barred.", "airspace_restriction", period=build.when(None, "2025-12-09"))
    slide = slides(view_of(until))[id_of(until)]
    assert slide["start_date"] == {"year": 2025, "month": 12, "day": 9}
    assert slide["display_date"] == "until 9 December 2025"


def test_a_slide_says_how_sure_who_says_so_and_the_sentence() -> None:
    possible = slides()[id_of(POSSIBLE)]
    assert possible["text"]["headline"].startswith("Possible: ")
    assert "<p>“A strike may have hit the port.” (Example Post, 2025-09-12)</p>" in possible["text"]["text"]
    assert "<p>Grade: B3 (One origin only.)</p>" in possible["text"]["text"]
    assert "<p>Disputed: whether it happened: denied / asserted</p>" in possible["text"]["text"]


def test_hostile_words_are_no_marks_in_the_page() -> None:
    evil = slides()[id_of(EVIL)]
    assert set(re.findall(r"<[^>]*>", evil["text"]["text"])) == {"<p>", "</p>"}
    assert "<" not in evil["text"]["headline"] + evil["display_date"] + evil["group"]
