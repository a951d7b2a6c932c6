"""Scenarios for desks that a browser looks at: every state on one page, and an attack in every text of an author."""

from __future__ import annotations

from datetime import date, timedelta

import warned
from browser.attacks import ATTACKS
from vedette.desk import Desk
from vedette.model import CountRule, EventMatcher, EventType, LevelRule, Scenario, SeenBy

# The reports are older than the day on which the tests run. Where nobody might have looked, each of these days is
# gone through: what there is one of for each attack is always seen, or asks for fewer days.
EVER = CountRule(window=20_000)
# Told by one party alone.
BASES = EventMatcher(types=(EventType.BASE_CONSTRUCTION,), countries=("BY",))
ALWAYS_SEEN, NEVER_SEEN = SeenBy(share=0.0), SeenBy(countries=("AQ",))


def every_state() -> Scenario:
    """One that has an indicator of each state on a desk of the sample reports."""
    return warned.scenario(
        "every-state",
        warned.indicator("drones", "drone_incident", rule=EVER, why="They come before anything else."),
        warned.indicator("bases", rule=EVER, matcher=BASES),
        warned.indicator("home", "withdrawal", rule=EVER, seen_by=ALWAYS_SEEN, against=True),
        warned.indicator("south", "protest", rule=EVER, seen_by=NEVER_SEEN),
    )


def hostile() -> tuple[Scenario, ...]:
    """One for each attack, which stands in each of its texts."""
    return tuple(
        Scenario(
            id=f"attack-{number}", name=attack, question=attack, about=attack,
            levels=(
                LevelRule(name=f"calm {attack}", meaning=attack),
                LevelRule(name=f"high {attack}", points=1, meaning=attack, needs=("closed",)),
            ),
            indicators=(
                warned.indicator(
                    "closed", "border_closure", rule=EVER, name=attack, why=attack, thin=True, seen_by=ALWAYS_SEEN
                ),
                warned.indicator("south", "protest", name=attack, why=attack, seen_by=NEVER_SEEN),
            ),
        )
        for number, attack in enumerate(ATTACKS)
    )


def assess(desk: Desk, *scenarios: Scenario) -> None:
    """Assess a desk for the day before it knew of anything, and for today."""
    today = date.fromisoformat(desk.now()[:10])
    for day in (today - timedelta(days=1), today):
        desk.assess(scenarios, today=day.isoformat())
