"""What a desk is asked at a glance: what came in since somebody last looked, what goes on, who has fallen silent.

Every answer is made of a few rows, however much the desk holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from vedette.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How far somebody has seen a desk: the last report and the last decision that its events told of."""

    report: int = 0
    decision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """An event of which reports tell that came in after a mark.

    ``fresh`` are its claims in those reports; ``is_new`` says that no report told of it before.
    """

    event: str
    fresh: frozenset[str]
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRecord:
    """How much an outlet (``None``: reports without one) published, from which day to which, and on how many days."""

    name: str | None
    reports: int
    first: str | None
    last: str | None
    days: int


class Glance(Protocol):
    """The part of a view that the overview asks."""

    def mark(self) -> Mark:
        """Say how far the events of the desk go."""
        ...

    def mark_at(self, moment: str) -> Mark:
        """Say how far they went at a moment (ISO 8601, UTC)."""
        ...

    def touched_since(self, mark: Mark, *, reports: int) -> tuple[Touched, ...]:
        """Give the events that the newest reports after a mark tell of, those told of last first.

        Args:
            mark: How far somebody has seen the desk.
            reports: How many reports to look through at most, from the newest backwards.
        """
        ...

    def reports_since(self, mark: Mark) -> int:
        """Count the reports that came in after a mark."""
        ...

    def activity(self, first: str, last: str) -> Mapping[str, Mapping[str, int]]:
        """Count the events of each situation on each day, from one day to another, both included."""
        ...

    def events_of_ids(self, ids: Sequence[str]) -> tuple[Event, ...]:
        """Give events by their ids, in this order; ids that are not on the desk are passed over."""
        ...

    def coming(self, day: str, *, limit: int) -> tuple[Event, ...]:
        """Give what is planned for a day or later, the soonest first."""
        ...

    def last_published(self) -> str | None:
        """Give the latest day on which one of the newest reports was published, none later than it was met."""
        ...

    def outlets(self) -> tuple[OutletRecord, ...]:
        """Give all outlets, those with most reports first, reports without one last."""
        ...
