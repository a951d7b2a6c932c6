"""What a desk keeps so that only a part of it has to be linked anew.

All of it can be made anew from reports, claims and decisions; none of it is shown to anybody.
Linking gives it (:class:`Relinked`) and asks for it (:class:`Held`), a store keeps it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from vedette.model.claim import Claim
from vedette.model.event import Event
from vedette.model.question import Question
from vedette.model.report import Report
from vedette.model.situation import Situation
from vedette.model.trace import Trace

Keys = frozenset[int]
"""Names of blocks, as numbers below 2**63."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """What finding copies needs of a report.

    ``family`` is the first report of its family of copies; ``words`` the hash of all its words,
    ``None`` where it has none; ``runs`` how many runs of words it has; ``sketch`` the smallest of
    their hashes; ``day`` the running number of the day on which it was published.
    """

    report: str
    family: str
    words: int | None
    runs: int
    sketch: tuple[int, ...]
    day: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resembling:
    """A report that shares hashes of its sketch with another one: how many, and how many runs it has itself."""

    report: str
    shared: int
    runs: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of a scope of situations from ``first`` to ``last``, both included: ``YYYY-MM-DD``."""

    scope: str
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEvent:
    """An event and what is looked up of it.

    ``sources`` are the names, folded, under which the ratings of its sources were looked for;
    ``sums`` the blocks in which it meets sums, ``counts`` the same blocks where it is a sum itself.
    ``traces`` tell to which situations it may belong.
    """

    event: Event
    sources: frozenset[str] = frozenset()
    sums: Keys = frozenset()
    counts: Keys = frozenset()
    traces: tuple[Trace, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinked:
    """What linking a part changes on a desk.

    ``gone`` are events that are no more, or stand among ``events`` again; ``amended`` are
    events of which nothing changed but the sums and situations that they are linked with. ``situations`` are new or
    changed, ``closed`` are no more. ``families`` names the new family of reports that were in
    another one; ``reports`` and ``blocks`` (by claim) are new. ``left`` are the blocks in which claims stood that
    come anew, or that people rejected. ``questions`` are what people are asked now of events that were made,
    and of pairs in which one was joined anew; of those among ``asked_anew``, what was asked of pairs before is void.
    """

    gone: frozenset[str] = frozenset()
    events: tuple[KeptEvent, ...] = ()
    amended: tuple[Event, ...] = ()
    situations: tuple[Situation, ...] = ()
    closed: frozenset[str] = frozenset()
    reports: tuple[KeptReport, ...] = ()
    families: Mapping[str, str]
    blocks: Mapping[str, Keys]
    left: Mapping[str, Keys]
    asked_anew: frozenset[str] = frozenset()
    questions: tuple[Question, ...] = ()


class Held(Protocol):
    """A desk that is linked up to now, as linking asks for it. What is not there is passed over."""

    def reports(self, ids: Collection[str]) -> Iterable[Report]:
        """Give reports."""
        ...

    def claims(self, ids: Collection[str]) -> Iterable[Claim]:
        """Give claims."""
        ...

    def claims_of_reports(self, ids: Collection[str]) -> Iterable[Claim]:
        """Give all claims of some reports."""
        ...

    def events(self, ids: Collection[str]) -> Iterable[Event]:
        """Give events."""
        ...

    def families(self, reports: Collection[str]) -> Mapping[str, str]:
        """Give the family of each report."""
        ...

    def members(self, families: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the reports of each family."""
        ...

    def of_words(self, words: Collection[int]) -> Mapping[int, str]:
        """Give one report for each of these hashes of all words, where there is any."""
        ...

    def resembling(self, hashes: Collection[int], *, days: tuple[int, int] | None) -> Iterable[Resembling]:
        """Give the reports with one of these hashes in their sketch.

        Args:
            hashes: The sketch of a report.
            days: Only those of these days, and those without one.
        """
        ...

    def standing(self, keys: Collection[int]) -> Mapping[int, tuple[str, ...]]:
        """Give the claims in each block."""
        ...

    def crowds(self, keys: Collection[int], *, limit: int) -> Mapping[int, int]:
        """Count the claims in each block, up to one more than the limit."""
        ...

    def events_of(self, claims: Collection[str]) -> Mapping[str, str]:
        """Give the event of each claim."""
        ...

    def claims_in(self, events: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the claims of each event."""
        ...

    def hearing(self, sources: Collection[str]) -> frozenset[str]:
        """Give the events for which a rating of one of these sources was looked up."""
        ...

    def events_in(self, keys: Collection[int]) -> frozenset[str]:
        """Give the events in these blocks of sums."""
        ...

    def linked_with(self, events: Collection[str]) -> frozenset[str]:
        """Give the parts of some events, and the sums that they are parts of."""
        ...

    def situations(self, ids: Collection[str]) -> Iterable[Situation]:
        """Give situations."""
        ...

    def traces_of(self, events: Collection[str]) -> Iterable[Trace]:
        """Give the traces of some events."""
        ...

    def traces_in(self, scopes: Collection[str]) -> Sequence[Trace]:
        """Give all traces of some scopes."""
        ...

    def traces_between(self, stretches: Collection[Stretch]) -> Iterable[Trace]:
        """Give the traces of some days of some scopes."""
        ...

    def timeline(self, scopes: Collection[str]) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Give the day and the event of each trace of some scopes, in any order."""
        ...


class NothingHeld:
    """An empty desk: what linking has before it, when it links all claims at once."""

    def reports(self, ids: Collection[str]) -> Iterable[Report]:
        """Give none."""
        return ()

    def claims(self, ids: Collection[str]) -> Iterable[Claim]:
        """Give none."""
        return ()

    def claims_of_reports(self, ids: Collection[str]) -> Iterable[Claim]:
        """Give none."""
        return ()

    def events(self, ids: Collection[str]) -> Iterable[Event]:
        """Give none."""
        return ()

    def families(self, reports: Collection[str]) -> Mapping[str, str]:
        """Give none."""
        return {}

    def members(self, families: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give none."""
        return {}

    def of_words(self, words: Collection[int]) -> Mapping[int, str]:
        """Give none."""
        return {}

    def resembling(self, hashes: Collection[int], *, days: tuple[int, int] | None) -> Iterable[Resembling]:
        """Give none."""
        return ()

    def standing(self, keys: Collection[int]) -> Mapping[int, tuple[str, ...]]:
        """Give none."""
        return {}

    def crowds(self, keys: Collection[int], *, limit: int) -> Mapping[int, int]:
        """Give none."""
        return {}

    def events_of(self, claims: Collection[str]) -> Mapping[str, str]:
        """Give none."""
        return {}

    def claims_in(self, events: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give none."""
        return {}

    def hearing(self, sources: Collection[str]) -> frozenset[str]:
        """Give none."""
        return frozenset()

    def events_in(self, keys: Collection[int]) -> frozenset[str]:
        """Give none."""
        return frozenset()

    def linked_with(self, events: Collection[str]) -> frozenset[str]:
        """Give none."""
        return frozenset()

    def situations(self, ids: Collection[str]) -> Iterable[Situation]:
        """Give none."""
        return ()

    def traces_of(self, events: Collection[str]) -> Iterable[Trace]:
        """Give none."""
        return ()

    def traces_in(self, scopes: Collection[str]) -> Sequence[Trace]:
        """Give none."""
        return ()

    def traces_between(self, stretches: Collection[Stretch]) -> Iterable[Trace]:
        """Give none."""
        return ()

    def timeline(self, scopes: Collection[str]) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Give none."""
        return {}
