"""What goes to a channel now: grouped, not too often, and nothing of what is snoozed unless it rises."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from alert_builders import alert, at
from vedette.alerting.channels import Channel
from vedette.alerting.choosing import HOUR, choose, is_snoozed
from vedette.store.alerting import AlertKind, Snooze

DUTY = Channel(name="duty", address="json://x", gather=5, at_most=2)
MET = alert("a1", level=2, before=2)
ROSE = alert("a2", level=2, before=1)


def chosen(*waiting, channel=DUTY, snoozes=(), sent=(), minutes=0):
    return choose(channel, waiting, snoozes=snoozes, sent=sent, now=at(minutes))


def snooze(level=2, *, until=60, scenario="pressure"):
    return Snooze(scenario=scenario, until=at(until), level=level, by="Ann", at=at())


def test_what_is_not_urgent_waits_for_others():
    assert MET.kind is AlertKind.MET
    early = chosen(MET, minutes=4)
    assert (early.now, early.held, early.until) == ((), (MET,), at(5))
    assert chosen(MET, alert("a3", level=2, before=2, made=at(4)), minutes=5).now[0] == MET


def test_a_rise_waits_for_nobody_and_takes_the_others_with_it():
    assert chosen(MET, ROSE).now == (MET, ROSE)


def test_in_an_hour_a_channel_gets_so_many_letters():
    full = chosen(ROSE, sent=(at(-50), at(-10)))
    assert (full.now, full.until) == ((), at(10))
    assert chosen(ROSE, sent=(at(-50), at(-10)), minutes=10).now == (ROSE,)


def test_a_clock_that_was_set_back_keeps_nothing_waiting():
    future = alert("a5", level=2, before=2, made=at(9999))
    assert chosen(future, sent=(at(9990), at(9991))).now == (future,)


def test_what_is_snoozed_waits_until_it_is_not():
    asleep = chosen(MET, snoozes=[snooze()], minutes=30)
    assert (asleep.now, asleep.held, asleep.why) == ((), (MET,), "snoozed")
    assert chosen(MET, snoozes=[snooze()], minutes=60).now == (MET,)
    assert chosen(MET, snoozes=[snooze(scenario="airspace")], minutes=30).now == (MET,)


def test_a_rise_above_the_level_of_then_wakes_everybody():
    assert is_snoozed(ROSE, [snooze(level=2)], now=at())
    assert not is_snoozed(ROSE, [snooze(level=1)], now=at())
    fell = alert("a4", level=2, before=3)
    assert is_snoozed(fell, [snooze(level=1)], now=at()), "to fall wakes nobody"


@given(st.lists(st.integers(0, 240), max_size=40), st.integers(1, 4), st.integers(0, 20))
def test_whatever_comes_no_hour_has_too_many_letters_and_nothing_is_lost(minutes, at_most, gather):
    channel = Channel(name="duty", address="json://x", gather=gather, at_most=at_most)
    coming = [alert(f"a{n}", level=2, before=1 if n % 3 else 2, made=at(minute)) for n, minute in enumerate(minutes)]
    waiting, sent, told = [], [], []
    for minute in range(0, 900):
        waiting += [one for one in coming if one.made == at(minute)]
        found = choose(channel, waiting, snoozes=(), sent=[one for one in sent if one > at(minute) - HOUR],
                       now=at(minute))
        assert {one.id for one in (*found.now, *found.held)} == {one.id for one in waiting}
        if found.now:
            told += found.now
            waiting = list(found.held)
            sent.append(at(minute))
    assert sorted(one.id for one in told) == sorted(one.id for one in coming)
    for start in sent:
        assert sum(start <= one < start + timedelta(hours=1) for one in sent) <= at_most
