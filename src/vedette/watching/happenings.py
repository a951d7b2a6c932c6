"""What a watch tells while it works: one happening is one line of the log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class What(StrEnum):
    """What happened."""

    BEGUN = "watch begun"
    ENDED = "watch ended"
    LISTED = "feed answered"
    FEED_FAILED = "feed failed"
    FEED_MOVED = "feed moved"
    OVERRUN = "feed overrun"  # all that it lists is new: something may have come and gone between two looks
    ROBOTS = "robots read"
    FETCHED = "page fetched"
    UNCHANGED = "page unchanged"
    PAGE_FAILED = "page failed"
    PAGE_LOST = "page lost"
    MISSING = "page missing"
    GONE = "page gone"
    SAME_PAGE = "same page"  # two addresses of one page
    READ = "page read"
    EDITED = "page edited"
    BACK = "page back"
    REREAD = "page says the same"
    REFUSED = "page refused"
    TAKEN_UP = "page taken up"  # it was in the archive, and not on the desk
    OVERTAKEN = "answer overtaken"  # it took so long that somebody else asked meanwhile
    CLOCK_BACK = "clock set back"
    CLOCK_AHEAD = "clock ran ahead"
    DESK_TROUBLE = "desk cannot be written"
    DESK_WRITES = "desk can be written again"
    FAULT = "fault"  # of this program; the watch goes on
    JOB_FAILED = "job failed"  # of a worker; it is tried again
    JOB_TAKEN_OVER = "job taken over"  # from a worker that is no more
    JOB_GIVEN_UP = "job given up"  # it failed each time; a person has to look


TROUBLES = frozenset({
    What.FEED_FAILED, What.OVERRUN, What.OVERTAKEN, What.PAGE_FAILED, What.PAGE_LOST, What.REFUSED, What.CLOCK_BACK,
    What.CLOCK_AHEAD, What.JOB_FAILED, What.JOB_TAKEN_OVER,
})
FAILURES = frozenset({What.DESK_TROUBLE, What.FAULT, What.JOB_GIVEN_UP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened: to which feed and address, why, and when that is looked at next.

    ``number`` counts what ``what`` is about: new pages of a list, claims of a page, the status of an answer.
    """

    what: What
    at: datetime
    feed: str = ""
    address: str = ""
    why: str = ""
    next: datetime | None = None
    number: int = 0
    seconds: float | None = None


Tell = Callable[[Happening], None]


def tell_nobody(_: Happening) -> None:
    """Keep silent."""
