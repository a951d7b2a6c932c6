"""What somebody has seen: moved on by the day, or by saying so; nobody else's look, and no nonsense."""

from __future__ import annotations

import re

import pytest

from vedette.presentation.web.looking import Look, Looks
from vedette.store import Mark


def look(report, at):
    return Look(mark=Mark(report=report), at=at)


def test_within_a_day_what_is_new_stays_new():
    morning, noon = look(5, "2025-09-01T08:00"), look(9, "2025-09-01T12:00")
    looks = Looks(since=look(2, "2025-08-31T08:00"), last=morning).moved_on(noon)
    assert (looks.since.mark.report, looks.last) == (2, noon)


def test_on_the_next_day_what_was_there_the_day_before_is_seen():
    evening, morning = look(9, "2025-09-01T22:00"), look(12, "2025-09-02T07:00")
    assert Looks(last=evening).moved_on(morning) == Looks(since=evening, last=morning)


@pytest.mark.parametrize("written", [
    "", "1.2", "1.2@yesterday", "-1.2@2025-09-01T08:00", "9" * 99 + ".1@2025-09-01T08:00",
])
def test_a_look_that_cannot_be_read_is_none(written):
    assert Look.read(written) is None


def cookie(answer):
    return next(value for name, value in answer.headers.multi_items() if name == "set-cookie" and "looked-" in value)


def test_the_overview_notes_how_far_it_was_seen(border):
    noted = cookie(border.get("/"))
    assert re.search(r"looked-[0-9a-f]{8}=\"?_2\.0@\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", noted)
    assert "HttpOnly" in noted and "SameSite=lax" in noted


def test_a_day_in_the_address_looks_back_to_it(border):
    page = border.get("/?since=2025-09-01").text
    assert "What changed since 1 September 2025" in page
    assert border.get("/?since=tomorrow").status_code == 422
