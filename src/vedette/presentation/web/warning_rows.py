"""Scenarios as rows of a list: how each stands, those first that stand highest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vedette.model import Assessment, Scenario
from vedette.presentation.assessment_lines import standings
from vedette.presentation.assessment_words import confidence_word, is_blind, likelihood_words, trend_word
from vedette.presentation.web.heat_strip import LevelStrip, draw_levels, first_drawn
from vedette.store.ports import View


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningRow:
    """How a scenario stands, in words; ``levels`` is how many it has, ``rank`` its level counted from 1."""

    scenario: Scenario
    now: Assessment
    rank: int
    levels: int
    height: str
    trend: str
    likelihood: str
    confidence: str
    is_blind: bool
    strip: LevelStrip | None = None


def warning_rows(view: View, *, day: str | None = None) -> tuple[WarningRow, ...]:
    """Give the scenarios that were assessed, those first that stand highest; of equals, those that rise.

    Args:
        view: The desk.
        day: How they stood on a day, or last before it; without it, how they stand.
    """
    rows = [warning_row(scenario, now) for now, scenario in standings(view, day)]
    return tuple(sorted(rows, key=lambda row: (-share_of(row), -row.now.points, row.scenario.name)))


def warning_row(scenario: Scenario, now: Assessment, history: Sequence[Assessment] | None = None) -> WarningRow:
    """Give a scenario as a row, with a strip where there is a history.

    Args:
        scenario: The scenario.
        now: How it stands.
        history: How it stood on the days before.
    """
    # An assessment by other rules may name a level that the scenario no longer has.
    levels = max(len(scenario.levels), now.level + 1)
    return WarningRow(
        scenario=scenario, now=now, rank=now.level + 1, levels=levels, height=_height(now.level, levels),
        trend=trend_word(now.trend), likelihood=likelihood_words(now.likelihood) if now.likelihood else "",
        confidence=confidence_word(now.confidence), is_blind=is_blind(now),
        strip=None if history is None else draw_levels(history, until=now.day, levels=levels),
    )


def with_strip(view: View, row: WarningRow) -> WarningRow:
    """Add how a scenario stood on the days before."""
    day = row.now.day
    return warning_row(row.scenario, row.now, view.assessments_of(row.scenario.id, first_drawn(day), day))


def share_of(row: WarningRow) -> float:
    """Say how high a scenario stands, from 0 for the lowest of its levels to 1 for the highest."""
    return row.now.level / max(1, row.levels - 1)


def _height(level: int, levels: int) -> str:
    """Name how high a level is, for its look: the words beside it say which it is."""
    return "lowest" if level == 0 else "highest" if level == levels - 1 else "between"
