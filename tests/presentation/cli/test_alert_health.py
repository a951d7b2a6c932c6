"""The doctor says when alerts do not get to those who are to have them."""

from __future__ import annotations

import pytest

from alert_builders import alert, at, letter, told
from vedette.presentation.cli.health import check_health
from vedette.settings import Settings
from vedette.store import open_store


@pytest.fixture
def desk(tmp_path):
    file = str(tmp_path / "desk.sqlite")
    with open_store(file) as store:
        yield file, store.alerting


def checked(file):
    (found,) = (one for one in check_health(Settings(desk=file)) if one.name == "alerts")
    return found


def test_a_channel_that_is_down_is_a_problem_with_its_reason(desk):
    file, book = desk
    book.put_letter(letter("m1"))
    book.take_letter("duty", at=at(), until=at(2))
    book.note_failed("m1", reason="The service answered 503.", due=at(5))
    found = checked(file)
    assert not found.ok
    said = "Channel 'duty' is down since 2031-05-04 06:00 UTC (1 try): The service answered 503."
    assert found.detail.startswith(said)
    book.note_sent("m1", at=at(6))
    assert (checked(file).ok, checked(file).detail) == (True, "duty: all of it got there")


def test_what_waits_is_no_problem_yet(desk):
    file, book = desk
    book.put_alert(alert(), told(alert()), channels=["duty"])
    assert (checked(file).ok, checked(file).detail) == (True, "duty: 1 wait")


def test_who_has_told_nothing_is_well(desk, tmp_path):
    assert checked(desk[0]).detail == checked(str(tmp_path / "none.sqlite")).detail == "nothing was told yet"
