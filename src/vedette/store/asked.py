"""What is asked of a list, and what comes of it: filters, parts, and keys under which something is done once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")

ListPlace = tuple[str | int | float | None, ...]
"""Where in a list something stands: what the list is ordered by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFilter:
    """Which reports to list; every field that is set must hold.

    ``outlet`` is the whole name, ``language`` a code (ISO 639-1). ``since`` and ``until`` are days of
    publication (``YYYY-MM-DD``); reports without a date are left out where one of the two is set.
    ``text`` are words as for a search.
    """

    outlet: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims to list; every field that is set must hold. ``report`` and ``event`` are ids."""

    type: str | None = None
    stage: str | None = None
    factuality: str | None = None
    report: str | None = None
    event: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFilter:
    """Which decisions of people to give; every field that is set must hold.

    ``kind`` is what was decided, in the word of the public form (``same``, ``override``, ``rate``, ``undo`` ...);
    ``by`` is who decided. ``ids`` are whole ids, ``beginning`` is how an id begins. ``after`` is a place in the log, as
    :attr:`vedette.store.Mark.decision` gives it: only what was recorded later.
    """

    kind: str | None = None
    by: str | None = None
    ids: frozenset[str] | None = None
    beginning: str | None = None
    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[Item]):
    """A part of a list. ``total`` counts the whole list.

    ``end`` is the place of the last item, ``None`` where the part is empty: what follows it is the next part,
    now or when more has come. ``more`` says that something follows it now.
    """

    items: tuple[Item, ...]
    total: int
    end: ListPlace | None = None
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """A key under which decisions are made once, however often asked for; ``asked`` marks what was, in one word."""

    key: str
    asked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeOnce:
    """What was made under a key: the ids of the decisions, and the mark of what was asked."""

    asked: str
    decisions: tuple[str, ...]
