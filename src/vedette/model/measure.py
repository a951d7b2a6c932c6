"""How an indicator stands on a day, and what that rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class MeasureState(StrEnum):
    """How an indicator stands."""

    MET = "met"
    THIN = "thinly_met"  # met by the word of one party, of nobody known, or of state media alone: counts nothing
    UNMET = "unmet"
    UNSEEN = "not_observable"  # not met, and nobody was looking


class ReasonKind(StrEnum):
    """What a reason says; ``values`` of the reason holds the words and numbers that belong to it."""

    COUNTED = "counted"  # count, at_least, window
    SUMMED = "summed"  # total, at_least, window
    LARGEST = "largest"  # figure, at_least, window
    RHYTHM = "rhythm"  # days, at_least, every, window
    IN_ORDER = "in_order"  # first, then, window; first_day, then_day
    NOT_IN_ORDER = "not_in_order"  # first, then, window
    NONE_TOLD = "none_told"  # window
    TOLD = "told"  # count, window: an absence that is none
    AGAINST_BASELINE = "against_baseline"  # count, usual, factor, at_least, window, baseline
    AGAINST_EDITIONS = "against_editions"  # figure, usual, factor, editions, unit
    NO_EDITIONS = "no_editions"  # editions, at_least: too few to compare with
    SOURCES = "sources"  # count, watched, at_least
    NO_SOURCES = "no_sources"  # nothing that it asks for is watched
    PARTS = "parts"  # met, of, at_least
    ONE_PARTY = "one_party"  # party
    NOBODY_KNOWN = "nobody_known"
    STATE_MEDIA = "state_media"  # parties
    ACCEPTED_THIN = "accepted_thin"  # the indicator says that this is enough
    FEW_DAYS = "few_days"  # days, window, share: on how many days there were reports
    SOURCES_DOWN = "sources_down"  # count: all that are watched are silent or fail


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One sentence of an explanation, as data: what it says, and with which words and numbers."""

    kind: StrEnum
    values: Mapping[str, str | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How an indicator stands on a day.

    ``events`` are the ids of the events that it rests on: only a change of these, or of what can be observed,
    changes it. ``parties`` stand behind them. ``last`` is the last day on which it was told, by two
    parties where it takes two; ``lapses`` the day on which it is met no more, if nothing new is told. ``points``
    are what it adds to the scenario today (takes away, where below 0). The first of ``reasons`` says what was
    found, others why that is thin, or not observable.
    """

    indicator: str
    state: MeasureState
    events: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    last: str | None = None
    lapses: str | None = None
    points: float = 0.0
    reasons: tuple[Reason, ...] = ()
