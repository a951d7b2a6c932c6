"""When a feed or a page is looked at next. Functions of what is known; no clock, nothing left to chance."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256

from vedette.store.watching import FeedEntry, PageEntry

MINUTE, HOUR, DAY = 60.0, 3600.0, 86_400.0
SHORTEST, LONGEST = 5 * MINUTE, 6 * HOUR
# Before anything is known of its rhythm.
UNKNOWN = 30 * MINUTE
# Twice in the usual pause between two new things; one that has long been silent is looked at ever less often.
_PER_RHYTHM = 2.0
_PER_SILENCE = 8.0
_LEARNING = 0.3
_SPREAD = 0.1

LOOKS = (HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY)
# Answers in a row that a page is not there before it is said to be gone, and the time between them.
MISSES = 2
CONFIRM = HOUR
_RETRY = 10 * MINUTE
# So long a page that was listed is tried for.
PATIENCE = 3 * DAY
# So often a look that failed is tried again: for five hours, longer than most troubles last.
_TRIES = 6
_MOST_DOUBLINGS = 12


def learned(feed: FeedEntry, now: datetime, *, new: int) -> float | None:
    """Give the usual pause between two new things of a feed, once a look has found some more.

    What the first look finds was there before, and says nothing. Later ones count by three tenths, so
    that a feed is known by what it did of late.
    """
    if not new or feed.newest is None or now < feed.newest:  # the last one: the clock was set back meanwhile
        return feed.rhythm
    pause = max((now - feed.newest).total_seconds(), 1.0) / new
    return pause if feed.rhythm is None else feed.rhythm + _LEARNING * (pause - feed.rhythm)


def period(feed: FeedEntry, now: datetime) -> float:
    """Give the seconds between two looks at a feed: between five minutes and six hours, by its rhythm.

    Example:
        >>> from datetime import UTC
        >>> from vedette.model.watched import FeedKind
        >>> now = datetime(2025, 9, 12, tzinfo=UTC)
        >>> feed = FeedEntry(
        ...     number=1, address="https://post.example/rss", outlet="post", kind=FeedKind.RSS, host="post.example",
        ...     added=now, newest=now, rhythm=7200.0,
        ... )
        >>> period(feed, now), period(feed, now + timedelta(days=1))
        (3600.0, 10800.0)
    """
    silent = (now - (feed.newest or feed.added)).total_seconds() / _PER_SILENCE
    usual = UNKNOWN if feed.rhythm is None else feed.rhythm / _PER_RHYTHM
    return min(max(usual, silent, SHORTEST), LONGEST)


def next_poll(feed: FeedEntry, now: datetime) -> datetime:
    """Give when a feed that answered is asked next; spread a little, so that not all come at once."""
    return now + timedelta(seconds=min(_spread(period(feed, now), seed=f"{feed.address} {now}"), LONGEST))


def next_try(feed: FeedEntry, now: datetime) -> datetime:
    """Give when a feed that failed (``streak`` times, this one counted) is asked next: twice the time with each."""
    longer = SHORTEST * 2.0 ** min(feed.streak - 1, _MOST_DOUBLINGS)
    return now + timedelta(seconds=min(_spread(max(period(feed, now), longer), seed=f"{feed.address} {now}"), LONGEST))


def next_look(first: datetime, now: datetime) -> datetime | None:
    """Give when a page is looked at again: an hour after it was first received, six, a day, three, a week; then never.

    Looks that were missed, since nobody watched, are not made up for: one is enough.
    """
    return next((then for then in (first + timedelta(seconds=look) for look in LOOKS) if then > now), None)


def next_fetch(page: PageEntry, now: datetime) -> datetime | None:
    """Give when a page that failed (``streak`` times, this one counted) is asked for again; ``None`` where no more.

    One that was never received is tried for three days. One that was is tried for some hours, and then looked at
    by its plan.
    """
    wait = min(_RETRY * 2.0 ** min(page.streak - 1, _MOST_DOUBLINGS), DAY)
    again = now + timedelta(seconds=_spread(wait, seed=f"{page.address} {now}"))
    if page.first is None:
        return again if (now - page.listed).total_seconds() < PATIENCE else None
    look = next_look(page.first, now)
    if page.streak >= _TRIES:
        return look
    return again if look is None else min(again, look)


def _spread(seconds: float, *, seed: str) -> float:
    part = int.from_bytes(sha256(seed.encode("utf-8", "replace")).digest()[:4], "big") / 2**32
    return seconds * (1 - _SPREAD * part)
