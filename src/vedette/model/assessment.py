"""How a scenario stands on a day, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vedette.model.measure import Measure, MeasureState, Reason
from vedette.model.scenario import Likelihood


class Trend(StrEnum):
    """Where a scenario goes, against the assessment before: by its level, and within a level by its points."""

    FIRST = "first"  # nothing to compare with, or the rules have changed
    RISING = "rising"
    STEADY = "steady"
    FALLING = "falling"


class Confidence(StrEnum):
    """How sure we are of an assessment, apart from how likely anything is (ICD 203)."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class LevelReason(StrEnum):
    """Why a level was reached, or a higher one was not."""

    POINTS = "points"  # points, needed, level
    RAISED_BY = "raised_by"  # indicator, level
    HOLDS_ON = "holds_on"  # points, falls_below, level: it was reached before, and the points are not yet below
    HELD_BACK = "held_back"  # indicator, level: the points are there, what the level needs is not


class ConfidenceReason(StrEnum):
    """What makes an assessment more or less sure."""

    PARTIES = "parties"  # count: independent parties behind what is met
    NOTHING_MET = "nothing_met"
    OBSERVABLE = "observable"  # share of all weight that can be observed now
    THIN = "thin"  # count: indicators that are thinly met


class Change(StrEnum):
    """What would change an assessment."""

    MET = "met"  # an indicator that is not met, would be
    CORROBORATED = "corroborated"  # one that is thinly met, would be met
    LAPSED = "lapsed"  # one that is met, would be no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What one change would do: by how many points, and to which level.

    ``on`` is the day on which it comes by itself, if nothing new is told.
    """

    indicator: str
    change: Change
    points: float
    level: int
    on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """How a scenario stands on a day.

    ``level`` is the index of one of its levels, 0 the lowest; ``level_name`` and ``likelihood`` are what its author
    wrote for it. ``measures`` has every indicator, in the order of the file. ``raising`` and ``lowering`` say what one
    change would do, the strongest first. ``observable`` is the share of all weight that can be observed now, from 0
    to 1: a low level with little of it is *blind*, not *quiet*. ``mark`` is that of the scenario's rules.
    """

    scenario: str
    mark: str
    day: str
    level: int
    level_name: str
    likelihood: Likelihood | None
    points: float
    trend: Trend
    measures: tuple[Measure, ...]
    reasons: tuple[Reason, ...]
    raising: tuple[Effect, ...]
    lowering: tuple[Effect, ...]
    observable: float
    confidence: Confidence
    confidence_reasons: tuple[Reason, ...]

    @property
    def unseen(self) -> tuple[str, ...]:
        """The ids of the indicators that cannot be observed now."""
        return tuple(one.indicator for one in self.measures if one.state is MeasureState.UNSEEN)

    @property
    def met(self) -> tuple[str, ...]:
        """The ids of the indicators that are met."""
        return tuple(one.indicator for one in self.measures if one.state is MeasureState.MET)
