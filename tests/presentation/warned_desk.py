"""The desk of the closed border, with a scenario that was assessed on ten days: it rises, and falls again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from fake_view import FakeView, border_desk

import warned
from vedette.model import Assessment, CountRule, Coverage, Indicator, Match, OutletCoverage, Scenario, SeenBy
from vedette.warning import Outlook, assess

FIRST, LAST = date(2025, 9, 8), date(2025, 9, 17)
DAYS = tuple((FIRST + timedelta(days=n)).isoformat() for n in range((LAST - FIRST).days + 1))
POST = OutletCoverage(outlet="Example Post", country="PL", days=frozenset(DAYS) | {"2025-09-07", "2025-09-06"})


def pressure(id: str = "pressure", **fields: object) -> Scenario:
    """A closed border counts, a drill may be thin, refusals are looked for, and nobody looks at sea."""
    short = CountRule(window=4)
    indicators: tuple[Indicator, ...] = (
        warned.indicator("closed", "border_closure", rule=short, why="Who shuts a border expects something."),
        warned.indicator("drill", "exercise", rule=short),
        warned.indicator("home", "withdrawal", rule=short, against=True),
        warned.indicator("at-sea", "maritime_incident", rule=short, seen_by=SeenBy(countries=("EE",))),
    )
    made = warned.scenario(id, *indicators)
    return replace(made, **{"name": "Pressure on the border", "question": "Is the border under pressure?", **fields})


def told(scenario: Scenario) -> tuple[Match, ...]:
    """The closure is told by two parties, the drill by one."""
    return (
        warned.match("e1", "2025-09-11", of="closed", scenario=scenario.id),
        warned.match("e2", "2025-09-12", of="drill", scenario=scenario.id, parties=("LT",), origins=("ministry",)),
    )


def history(scenario: Scenario) -> tuple[Assessment, ...]:
    """How it stood on each of the days."""
    found: list[Assessment] = []
    for day in DAYS:
        matches = {
            one.id: [match for match in told(scenario) if match.indicator == one.id and match.day <= day]
            for one in scenario.indicators
        }
        outlook = Outlook(day=day, coverage=Coverage(outlets=(POST,)))
        found.append(assess(scenario, matches, outlook=outlook, before=found[-1] if found else None))
    return tuple(found)


def warned_desk(*scenarios: Scenario) -> FakeView:
    """The desk with these scenarios; without any, with the one above."""
    view = border_desk()
    view.all_scenarios = scenarios or (pressure(),)
    view.all_assessments = tuple(one for each in view.all_scenarios for one in history(each))
    return view
