"""What is kept of alerts: nothing twice, nothing lost, one letter at a time for each channel."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alert_builders import alert, at, letter, told
from vedette.model import content_id
from vedette.store import open_store
from vedette.store.alerting import Followed, FollowKind, LastTold, Snooze


@pytest.fixture
def book(store):
    return store.alerting


def put(book, one, *channels):
    assert book.put_alert(one, told(one), channels=channels)
    return one


def test_an_alert_comes_back_as_it_was_told(book):
    one = put(book, alert(), "duty")
    assert book.alerts() == (one,)
    assert book.alerts_beginning("a") == (one,)
    assert book.last_told("pressure") == told(one)


def test_nobody_was_told_of_a_scenario_that_is_new(book):
    assert book.last_told("pressure") is None
    book.note_told(LastTold(scenario="pressure", day="2031-05-04", mark="w1"))
    book.note_told(LastTold(scenario="pressure", day="2031-05-05", mark="w1", met=("drones",)))
    assert book.last_told("pressure") == LastTold(scenario="pressure", day="2031-05-05", mark="w1", met=("drones",))


def test_two_who_saw_the_same_change_tell_it_once(book):
    first, second = alert("a1"), alert("a2")
    put(book, first, "duty")
    assert not book.put_alert(second, told(second), channels=["duty"]), "somebody was quicker"
    assert book.untold("duty") == (first,)
    third = put(book, alert("a3", level=3, before=2, follows="a1"), "duty")
    assert book.untold("duty") == (first, third)
    assert book.alerts() == (third, first)


def test_who_saw_nothing_to_tell_undoes_no_alert_that_came_meanwhile(book):
    book.note_told(LastTold(scenario="pressure", day="2031-05-04", mark="w1", met=("drones",)))
    one = put(book, alert())
    book.note_told(LastTold(scenario="pressure", day="2031-05-04", mark="w1"))
    assert book.last_told("pressure") == told(one)


def test_what_was_acknowledged_is_not_sent_any_more_and_keeps_its_first_name(book):
    one = put(book, alert(), "duty")
    assert book.acknowledge([one.id], by="Ann", at=at(1), why="seen") == 1
    assert book.acknowledge([one.id], by="Ben", at=at(2)) == 0
    (kept,) = book.alerts()
    assert (kept.acknowledged, kept.by, kept.why) == (at(1), "Ann", "seen")
    assert book.untold("duty") == ()
    assert book.alerts(open_only=True) == ()


def test_alerts_are_found_by_scenario_and_moment(book):
    one = put(book, alert("a1"))
    two = put(book, alert("a2", scenario="airspace", made=at(60)))
    assert book.alerts(scenario="pressure") == (one,)
    assert book.alerts(since=at(1)) == (two,)
    assert book.alerts(limit=1) == (two,)


def test_a_channel_has_one_letter_at_a_time(book):
    one = put(book, alert(), "duty", "mail")
    assert book.put_letter(letter("m1"), alerts=[one.id])
    assert not book.put_letter(letter("m2")), "the first has not got there yet"
    assert book.put_letter(letter("m3", channel="mail"), alerts=[one.id])
    book.note_sent("m1", at=at(1))
    assert book.put_letter(letter("m4"))
    assert [known.key for known in book.letters_of(one.id)] == ["m1", "m3"]


def test_an_alert_goes_with_one_letter(book):
    one = put(book, alert(), "duty")
    assert book.put_letter(letter("m1"), alerts=[one.id])
    book.note_sent("m1", at=at(1))
    assert not book.put_letter(letter("m2"), alerts=[one.id])
    assert book.letter("m2") is None
    assert not book.put_letter(letter("m1")), "a key stands for one letter"


def test_who_takes_a_letter_has_it_until_a_moment(book):
    book.put_letter(letter("m1"))
    first = book.take_letter("duty", at=at(0), until=at(2))
    assert (first.key, first.tries, first.due) == ("m1", 1, at(2))
    assert book.take_letter("duty", at=at(1), until=at(3)) is None
    assert book.take_letter("duty", at=at(2), until=at(4)).tries == 2, "whoever had it was killed"
    assert book.take_letter("mail", at=at(9), until=at(10)) is None


def test_a_letter_that_failed_waits_and_one_that_was_given_up_makes_room(book):
    book.put_letter(letter("m1"))
    book.note_failed("m1", reason="refused", due=at(5))
    assert book.take_letter("duty", at=at(4), until=at(9)) is None
    (record,) = book.channels()
    assert (record.is_down, record.outstanding.reason, record.last_sent) == (True, "refused", None)
    book.give_up("m1", reason="refused for three days", at=at(6))
    assert book.put_letter(letter("m2"))
    book.note_sent("m2", at=at(7))
    (record,) = book.channels()
    assert (record.is_down, record.given_up, record.last_sent, record.waiting) == (False, 1, at(7), 0)
    assert book.sent_since("duty", at(7)) == (at(7),)
    assert book.sent_since("duty", at(8)) == ()


def test_what_waits_is_counted_without_what_was_acknowledged(book):
    one, two = put(book, alert("a1"), "duty"), put(book, alert("a2", scenario="airspace"), "duty", "mail")
    assert [(record.channel, record.waiting) for record in book.channels()] == [("duty", 2), ("mail", 1)]
    book.acknowledge([two.id], by="Ann", at=at(1))
    book.put_letter(letter("m1"), alerts=[one.id])
    assert [(record.channel, record.waiting) for record in book.channels()] == [("duty", 0), ("mail", 0)]


def test_the_last_word_on_a_snooze_counts(book):
    snooze = Snooze(scenario="pressure", until=at(60), level=2, by="Ann", at=at(0), why="known")
    book.snooze(snooze)
    assert book.snoozes(at=at(59)) == (snooze,)
    assert book.snoozes(at=at(60)) == ()
    book.snooze(replace(snooze, until=at(1), by="Ben", at=at(1)))
    assert book.snoozes(at=at(2)) == ()


def test_what_is_followed_is_followed_once_until_it_is_not(book):
    one = Followed(id=content_id("f", ["actor", "PL"]), kind=FollowKind.ACTOR, words="PL", by="Ann", at=at(0))
    assert book.follow(one)
    assert not book.follow(replace(one, by="Ben"))
    assert book.followed() == (one,)
    assert book.unfollow(one.id)
    assert not book.unfollow(one.id)
    assert book.followed() == ()


def test_a_desk_keeps_what_was_told_when_it_is_opened_again(address):
    with open_store(address) as store:
        one = put(store.alerting, alert(), "duty")
    with open_store(address, read_only=True) as store:
        assert store.alerting.untold("duty") == (one,)


def test_a_letter_that_waits_for_a_far_moment_is_due_since_the_clock_was_set_back(book):
    book.put_letter(letter("m1", due=at(60 * 24 * 365)))
    assert book.take_letter("duty", at=at(0), until=at(2)).key == "m1"
