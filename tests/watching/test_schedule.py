"""When feeds and pages are looked at next."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from vedette.model.watched import FeedKind
from vedette.store.watching import FeedEntry, PageEntry, PageState
from vedette.watching import schedule
from vedette.watching.schedule import DAY, HOUR, MINUTE

NOW = datetime(2025, 9, 12, 6, tzinfo=UTC)


def ago(seconds):
    return NOW - timedelta(seconds=seconds)


def feed(**fields):
    known = {
        "address": "https://post.example/rss", "added": ago(30 * DAY), "newest": NOW, "rhythm": 2 * HOUR,
    }
    return FeedEntry(number=1, outlet="post", kind=FeedKind.RSS, host="post.example", **known | fields)


def page(**fields):
    return PageEntry(
        number=1, address="https://post.example/1", feed=1, host="post.example",
        **{"state": PageState.AWAITED, "listed": NOW} | fields,
    )


@pytest.mark.parametrize(("rhythm", "silent", "looked_at_every"), [
    (MINUTE, 0, 5 * MINUTE), (2 * HOUR, 0, HOUR), (7 * DAY, 0, 6 * HOUR), (MINUTE, 8 * HOUR, HOUR),
    (MINUTE, 30 * DAY, 6 * HOUR), (None, 0, 30 * MINUTE),
])
def test_a_feed_is_looked_at_by_its_rhythm_between_five_minutes_and_six_hours(rhythm, silent, looked_at_every):
    assert schedule.period(feed(rhythm=rhythm, newest=ago(silent)), NOW) == looked_at_every


def test_the_rhythm_is_learned_from_what_is_new():
    assert schedule.learned(feed(newest=None, rhythm=None), NOW, new=30) is None  # all that was there before
    assert schedule.learned(feed(newest=ago(HOUR), rhythm=None), NOW, new=2) == 30 * MINUTE
    assert schedule.learned(feed(newest=ago(HOUR), rhythm=2 * HOUR), NOW, new=1) == pytest.approx(1.7 * HOUR)
    assert schedule.learned(feed(newest=ago(-HOUR)), NOW, new=1) == 2 * HOUR  # the clock was set back


def test_a_feed_that_fails_is_asked_ever_less_often_and_never_given_up():
    waits = [(schedule.next_try(feed(rhythm=MINUTE, streak=n), NOW) - NOW).total_seconds() for n in (1, 2, 4, 9, 500)]
    assert waits == sorted(waits)
    assert 0.9 * 5 * MINUTE <= waits[0] <= 5 * MINUTE
    assert 0.9 * 6 * HOUR <= waits[-1] <= 6 * HOUR


def test_feeds_of_one_rhythm_do_not_come_all_at_once():
    due = {schedule.next_poll(feed(address=f"https://o{n}.example/rss"), NOW) for n in range(50)}
    assert len(due) > 40


@pytest.mark.parametrize(("since", "until_next"), [
    (0, HOUR), (HOUR, 5 * HOUR), (6 * HOUR, 18 * HOUR), (DAY, 2 * DAY), (3 * DAY, 4 * DAY), (7 * DAY, None),
    (2 * DAY, DAY),  # nobody watched for a day: what was missed is not made up for
])
def test_a_page_is_looked_at_five_times_within_a_week(since, until_next):
    then = schedule.next_look(ago(since), NOW)
    assert then == (None if until_next is None else NOW + timedelta(seconds=until_next))


def test_a_page_that_never_came_is_tried_for_three_days():
    waiting = page(listed=ago(3 * DAY - 1), streak=9)
    assert NOW < schedule.next_fetch(waiting, NOW) <= NOW + timedelta(days=1)
    assert schedule.next_fetch(replace(waiting, listed=ago(3 * DAY)), NOW) is None


def test_a_look_that_fails_is_tried_again_for_hours_and_then_waits_for_the_next_one():
    looked = page(state=PageState.KEPT, first=ago(DAY))
    tries = [schedule.next_fetch(replace(looked, streak=n), NOW) - NOW for n in (1, 2, 5, 6)]
    assert tries[0] <= timedelta(minutes=10) < tries[1] < tries[2] < tries[3] == timedelta(days=2)
    over = page(state=PageState.KEPT, first=ago(8 * DAY))
    assert schedule.next_fetch(replace(over, streak=1), NOW) is not None
    assert schedule.next_fetch(replace(over, streak=6), NOW) is None
