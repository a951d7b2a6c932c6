"""From reports to a level: what one relay tells ten times raises nothing, whichever outlets print it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import builders as build
from vedette.knowledge import load_knowledge
from vedette.knowledge.scenarios import load_scenarios
from vedette.linking import link
from vedette.model import Claim, Knowledge, Match, Measure, Report, Scenario, Telling
from vedette.warning import Index, Outlook, assess, match, state_media, touched

from .told import seeing

DAYS = tuple(f"2031-06-{day:02d}" for day in (18, 20, 22, 24, 26))
TOWNS = (("Alytus", 54.4, 24.05), ("Utena", 55.5, 25.6), ("Ignalina", 55.35, 26.17), ("Varėna", 54.22, 24.58),
         ("Šalčininkai", 54.31, 25.39))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="module")
def scenario(knowledge: Knowledge) -> Scenario:
    return next(one for one in load_scenarios(knowledge=knowledge).scenarios if one.id == "border-hybrid-pressure")


def told_by(agency: str, *, outlets: Sequence[str], kind: str = "agency", party: str | None = None) -> list[
    tuple[Report, Claim]
]:
    """Five incidents, each printed by all outlets, which cite one agency for it."""
    found = []
    for (town, lat, lon), day in zip(TOWNS, DAYS, strict=True):
        for outlet in outlets:
            text = f"A drone came down near {town}, {agency} said. {outlet} has more on page {len(found)}."
            report = build.report(text, ref=f"{outlet}-{day}", outlet=outlet, published=day, first_seen=f"{day}T08:00")
            place = build.place(town, countries=["LT"], lat=lat, lon=lon)
            claim = build.claim(report, "drone_incident", words="came down", period=day, places=[place],
                                attribution=[build.link(agency, kind, party=party)])
            found.append((report, claim))
    return found


def drones(told: Sequence[tuple[Report, Claim]], scenario: Scenario, knowledge: Knowledge) -> tuple[int, Measure]:
    """Link what was told, match it, and give the points of the scenario and how its drones stand."""
    reports = {report.id: report for report, _ in told}
    linked = link([claim for _, claim in told], reports=reports, knowledge=knowledge)
    assert len(linked.events) == len(TOWNS)
    of = {claim.id: report for report, claim in told}
    index, controlled, found = Index.of([scenario]), state_media(knowledge), dict[str, list[Match]]()
    for event in linked.events:
        day = min(str(of[claim].published) for claim in event.claims)
        for _, indicator in touched(event, index):
            one = match(event, indicator, scenario=scenario.id, telling=Telling(told=day, known=day),
                        controlled=controlled)
            if one is not None:
                found.setdefault(indicator.id, []).append(one)
    assessed = assess(scenario, found, outlook=Outlook(day="2031-06-27", coverage=seeing()))
    return assessed.level, next(one for one in assessed.measures if one.indicator == "drones")


OUTLETS = ("Example Post", "Harbour Gazette", "Morning Example")


def test_what_every_outlet_has_from_one_agency_is_thin(scenario: Scenario, knowledge: Knowledge) -> None:
    level, found = drones(told_by("Example Agency", outlets=OUTLETS), scenario, knowledge)
    assert (level, str(found.state), len(found.parties), len(found.events)) == (0, "thinly_met", 1, 5)
    assert str(found.reasons[-1].kind) == "one_party"


def test_what_only_state_media_tell_is_thin(scenario: Scenario, knowledge: Knowledge) -> None:
    told = [*told_by("BelTA", outlets=OUTLETS[:1]), *told_by("TASS", outlets=OUTLETS[1:2])]
    level, found = drones(told, scenario, knowledge)
    assert (level, str(found.state), str(found.reasons[-1].kind)) == (0, "thinly_met", "state_media")


def test_once_somebody_else_says_so_it_counts(scenario: Scenario, knowledge: Knowledge) -> None:
    told = [*told_by("Example Agency", outlets=OUTLETS),
            *told_by("the border guard", outlets=("Border Herald",), kind="official", party="LT")]
    _, found = drones(told, scenario, knowledge)
    assert (str(found.state), found.points > 0, "LT" in found.parties) == ("met", True, True)
