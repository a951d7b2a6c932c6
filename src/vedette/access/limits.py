"""How long a session holds, and how long who guesses has to wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """The wait before the next attempt, doubled with every failure beyond those that are free; in seconds.

    Once for each ``longest`` that passes without a failure, one is forgotten: whoever guesses gains nothing by it,
    and an address that very many people share is not shut by what a few of them mistype in the course of weeks.
    """

    free: int
    longest: int

    def left(self, failures: int, passed: int) -> int:
        """Give how many failures count still, so many seconds after the last one.

        Example:
            >>> [Waiting(free=3, longest=60).left(5, passed) for passed in (0, 59, 60, 180, 10_000)]
            [5, 5, 4, 2, 0]
        """
        return max(0, failures - passed // self.longest)

    def seconds(self, failures: int) -> int:
        """Give the wait after so many failures.

        Example:
            >>> [Waiting(free=3, longest=60).seconds(failures) for failures in (2, 3, 4, 5, 9, 10_000)]
            [0, 0, 2, 4, 60, 60]
        """
        beyond = failures - self.free
        return 0 if beyond <= 0 else min(self.longest, 2 ** min(beyond, 30))


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The times that access goes by.

    A session ends when it was not used for ``idle``, and ``whole`` after the login whatever
    is done with it. ``name`` and ``address`` say how long attempts on one name, or from one
    address, have to wait; ``forget`` after the last failure they begin anew. A name waits no
    longer than minutes: else whoever knows it could keep its owner out.
    """

    idle: timedelta = timedelta(hours=8)
    whole: timedelta = timedelta(hours=24)
    name: Waiting = Waiting(free=4, longest=300)
    address: Waiting = Waiting(free=20, longest=3600)
    forget: timedelta = timedelta(hours=24)
    # How often at most the use of a session is written down.
    noted: timedelta = timedelta(minutes=1)


def moment(when: datetime) -> str:
    """Write a moment as the desk keeps it: ISO 8601 in UTC, to the second.

    Example:
        >>> moment(datetime(2025, 9, 12, 6, 30, tzinfo=UTC))
        '2025-09-12T06:30:00+00:00'
    """
    return when.astimezone(UTC).isoformat(timespec="seconds")
