"""Builds scenarios, matches and assessments for the tests of what a desk keeps of warning."""

from __future__ import annotations

from typing import Any

from vedette.model import (
    Assessment,
    CountRule,
    EventMatcher,
    EventType,
    Indicator,
    LevelRule,
    Likelihood,
    Match,
    Rule,
    Scenario,
)
from vedette.warning import Outlook, assess

LEVELS = (
    LevelRule(name="calm", likelihood=Likelihood.UNLIKELY), LevelRule(name="watch", points=2),
    LevelRule(name="alarm", points=4, likelihood=Likelihood.LIKELY),
)


def indicator(id: str, *types: str, rule: Rule | None = None, **fields: Any) -> Indicator:
    """An indicator that counts events of some types: two points for one event in 14 days."""
    matcher = EventMatcher(types=tuple(map(EventType, types)))
    counted = rule or CountRule(window=14)
    return Indicator(id=id, name=id.title(), rule=counted, **{"matcher": matcher, "weight": 2.0, **fields})


def scenario(id: str = "build-up", *indicators: Indicator) -> Scenario:
    """A scenario with three levels; without indicators, with one that counts exercises."""
    used = indicators or (indicator("exercises", "exercise"),)
    return Scenario(id=id, name=id.title(), question="Is it?", levels=LEVELS, indicators=used)


def match(event: str, day: str, *, of: str = "exercises", scenario: str = "build-up", **fields: Any) -> Match:
    """An event of a day that an indicator is about, told by two parties on that day."""
    parties = ("LT", "PL")
    return Match(
        scenario=scenario, indicator=of, event=event, day=day, last=day,
        **{"known": day, "parties": parties, "origins": parties, **fields},
    )


def assessed(watched: Scenario, day: str, *matches: Match) -> Assessment:
    """How a scenario stands on a day with these matches."""
    found = {one.id: [match for match in matches if match.indicator == one.id] for one in watched.indicators}
    return assess(watched, found, outlook=Outlook(day=day))
