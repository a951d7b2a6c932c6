"""An observable that should appear if a scenario is on its way, and how it is measured."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from vedette.model.coverage import SourceState
from vedette.model.event_matcher import EventMatcher


class IndicatorKind(StrEnum):
    """What is looked at in the matches of an indicator."""

    COUNT = "count"  # so many events
    SUM = "sum"  # so much in all
    FIGURE = "figure"  # one event with so much
    RHYTHM = "rhythm"  # on so many days, one soon after the other
    ORDER = "order"  # one thing before the other
    ABSENCE = "absence"  # nothing of the kind, though somebody looks
    BASELINE = "baseline"  # more than was usual before
    EDITIONS = "editions"  # larger, or longer, than earlier editions of the same exercise
    HEALTH = "health"  # sources that fall silent
    ALL = "all"  # all of some other indicators
    ANY = "any"  # so many of some other indicators


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRule:
    """At least so many events in the window of ``window`` days that ends today."""

    kind: ClassVar[IndicatorKind] = IndicatorKind.COUNT
    window: int
    at_least: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SumRule:
    """The figures of all events in the window come to at least so much."""

    kind: ClassVar[IndicatorKind] = IndicatorKind.SUM
    window: int
    at_least: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRule:
    """One event in the window has a figure of at least so much."""

    kind: ClassVar[IndicatorKind] = IndicatorKind.FIGURE
    window: int
    at_least: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RhythmRule:
    """Events on at least ``at_least`` days of the window, each at most ``every`` days after the one before."""

    kind: ClassVar[IndicatorKind] = IndicatorKind.RHYTHM
    window: int
    at_least: int
    every: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRule:
    """In the window, a match of one indicator on a day before a match of another; both by their ids."""

    kind: ClassVar[IndicatorKind] = IndicatorKind.ORDER
    window: int
    first: str
    then: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceRule:
    """No event in the window, while there were reports that could have told of one."""

    kind: ClassVar[IndicatorKind] = IndicatorKind.ABSENCE
    window: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineRule:
    """At least ``at_least`` events in the window, and ``factor`` times as many as usual.

    Usual is the mean of a window's length in the ``baseline`` days before the window.
    """

    kind: ClassVar[IndicatorKind] = IndicatorKind.BASELINE
    window: int
    baseline: int
    factor: float
    at_least: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionsRule:
    """A figure in the window is ``factor`` times that of earlier editions of the same exercise, or more.

    Compared is the largest figure of the matcher's units; without any, how many days the exercise lasts. Of earlier
    editions the median counts, where at least ``at_least`` of them have such a figure.
    """

    kind: ClassVar[IndicatorKind] = IndicatorKind.EDITIONS
    window: int
    factor: float
    at_least: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthRule:
    """At least so many of the sources that the indicator is seen by are in one of these states."""

    kind: ClassVar[IndicatorKind] = IndicatorKind.HEALTH
    at_least: int = 1
    states: tuple[SourceState, ...] = (SourceState.SILENT, SourceState.FAILING)


@dataclass(frozen=True, slots=True, kw_only=True)
class AllRule:
    """All of these indicators are met."""

    kind: ClassVar[IndicatorKind] = IndicatorKind.ALL
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyRule:
    """At least so many of these indicators are met."""

    kind: ClassVar[IndicatorKind] = IndicatorKind.ANY
    of: tuple[str, ...]
    at_least: int = 1


Rule = (
    CountRule | SumRule | FigureRule | RhythmRule | OrderRule | AbsenceRule | BaselineRule | EditionsRule | HealthRule
    | AllRule | AnyRule
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenBy:
    """Whose reports could have told of it: outlets by name or id, their countries, their languages; empty is all.

    ``share`` is on how many of a window's days, from 0 to 1, they must have been heard of, or what
    was not told is *not observable* and not *unmet*.
    """

    outlets: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    share: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One observable of a scenario: which events it is about, how it is measured, what it weighs.

    ``matcher`` is ``None`` where the rule looks at other indicators, or at sources. ``weight`` are its points; one
    ``against`` the scenario takes them away. They halve every ``half_life`` days after the last match;
    without one, they stay. ``thin`` says that the word of one party, or of media that a state controls, is enough;
    what is built of others takes that from them.
    ``why`` is why it matters, in the words of its author.
    """

    id: str
    name: str
    rule: Rule
    matcher: EventMatcher | None = None
    weight: float = 1.0
    against: bool = False
    half_life: int | None = None
    thin: bool = False
    seen_by: SeenBy = SeenBy()
    why: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The ids of the indicators that it is built of."""
        match self.rule:
            case OrderRule(first=first, then=then):
                return (first, then)
            case AllRule(of=of) | AnyRule(of=of):
                return of
            case _:
                return ()
