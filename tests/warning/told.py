"""Builds scenarios, matches and what could be seen, briefly, for the tests of warning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from vedette.model import (
    Assessment,
    CountRule,
    Coverage,
    EventMatcher,
    Indicator,
    LevelRule,
    Match,
    Measure,
    OutletCoverage,
    Rule,
    Scenario,
    SourceState,
)
from vedette.warning import Outlook, assess

DAY = "2031-06-30"
LEVELS = (LevelRule(name="calm"), LevelRule(name="watch", points=2), LevelRule(name="alarm", points=5))


def day(back: int) -> str:
    """The day so many days before the one that is assessed; after it, where below 0."""
    return (date.fromisoformat(DAY) - timedelta(days=back)).isoformat()


def indicator(id: str = "drones", rule: Rule | None = None, **fields: Any) -> Indicator:
    matcher = None if rule is not None and rule.kind in ("all", "any", "order", "health") else EventMatcher()
    return Indicator(id=id, name=id, rule=rule or CountRule(window=14), **{"matcher": matcher, **fields})


def scenario(*indicators: Indicator, levels: Sequence[LevelRule] = LEVELS) -> Scenario:
    return Scenario(id="s", name="S", question="?", levels=tuple(levels), indicators=indicators)


def told(
    event: str, back: int = 1, *, by: str = "LT PL", of: str = "drones", last: int | None = None,
    known: int | None = None, **fields: Any,
) -> Match:
    """A match: told("e1", 3, by="LT PL") is an event of three days ago, told by two parties."""
    parties = tuple(sorted(by.split()))
    return Match(
        scenario="s", indicator=of, event=event, day=day(back), last=day(back if last is None else last),
        known=day(back if known is None else known), **{"parties": parties, "origins": parties, **fields},
    )


def seeing(days: Iterable[int] = range(400), **fields: Any) -> Coverage:
    """One outlet with reports on each of these days before today."""
    return Coverage(outlets=(OutletCoverage(outlet="Example Post", days=frozenset(map(day, days)), **fields),))


def source(name: str, state: str, **fields: Any) -> OutletCoverage:
    return OutletCoverage(outlet=name, state=SourceState(state), days=frozenset(map(day, range(400))), **fields)


def by_indicator(matches: Iterable[Match]) -> dict[str, list[Match]]:
    found: dict[str, list[Match]] = defaultdict(list)
    for one in matches:
        found[one.indicator].append(one)
    return dict(found)


def assessed(
    watched: Scenario, matches: Iterable[Match] = (), *, on: int = 0, coverage: Coverage | None = None, **fields: Any
) -> Assessment:
    editions = fields.pop("editions", {})
    outlook = Outlook(day=day(on), coverage=seeing() if coverage is None else coverage, editions=editions)
    return assess(watched, by_indicator(matches), outlook=outlook, **fields)


def measured(rule: Rule, matches: Iterable[Match] = (), **fields: Any) -> Measure:
    """How one indicator stands that has this rule."""
    own = {name: fields.pop(name) for name in ("thin", "half_life", "seen_by", "weight", "matcher") if name in fields}
    return assessed(scenario(indicator(rule=rule, **own)), matches, **fields).measures[0]
