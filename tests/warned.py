"""Builds scenarios, matches, assessments and reports for the tests of what a desk keeps of warning."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

import builders as build
from vedette.desk import Desk
from vedette.model import (
    AbsenceRule,
    AnyRule,
    Assessment,
    Attribution,
    BaselineRule,
    CountRule,
    EventMatcher,
    EventType,
    Indicator,
    Knowledge,
    LevelRule,
    Likelihood,
    Match,
    OrderRule,
    ReadReport,
    RhythmRule,
    Rule,
    Scenario,
    SeenBy,
    Trend,
)
from vedette.store import open_store
from vedette.warning import Outlook, assess

LEVELS = (
    LevelRule(name="calm", likelihood=Likelihood.UNLIKELY), LevelRule(name="watch", points=2),
    LevelRule(name="alarm", points=4, likelihood=Likelihood.LIKELY),
)


def indicator(id: str, *types: str, rule: Rule | None = None, **fields: Any) -> Indicator:
    """An indicator that counts events of some types: two points for one event in 14 days."""
    matcher = EventMatcher(types=tuple(map(EventType, types)))
    counted = rule or CountRule(window=14)
    return Indicator(id=id, rule=counted, **{"name": id.title(), "matcher": matcher, "weight": 2.0, **fields})


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


TODAY = "2031-05-20"
TOWNS = (("Alytus", 54.4, 24.05), ("Utena", 55.5, 25.6), ("Ignalina", 55.35, 26.17))
OUTLETS = ("Example Post", "Harbour Gazette", "Morning Example")
WATCHED = (
    scenario(
        "air",
        indicator("drones", "drone_incident", rule=CountRule(window=7, at_least=2), half_life=7),
        indicator("often", "drone_incident", rule=RhythmRule(window=10, at_least=2, every=3)),
        indicator("more", "drone_incident", rule=BaselineRule(window=5, baseline=10, factor=2.0)),
        indicator("first", rule=OrderRule(window=15, first="shut", then="drones"), matcher=None),
        indicator("shut", "border_closure", weight=0.0),
        indicator("some", rule=AnyRule(of=("drones", "first")), matcher=None),
    ),
    scenario(
        "border",
        indicator("shut", "border_closure", thin=True),
        indicator("quiet", "drone_incident", rule=AbsenceRule(window=4), seen_by=SeenBy(outlets=OUTLETS[:1])),
    ),
)

# What is told, of which day of May, published how much later, of which town, by which outlet, on whose word.
FACTS = st.tuples(
    st.sampled_from(("drone_incident", "border_closure")), st.integers(1, 20), st.integers(0, 2),
    st.sampled_from(range(len(TOWNS))), st.sampled_from(OUTLETS), st.sampled_from(("LT", "PL", None)),
)


def read(
    kind: str, day: int, later: int, town: int, outlet: str, party: str | None, *, met: str | None = None
) -> ReadReport:
    """A report of something that happened on a day of May, published so many days later, on somebody's word.

    This desk met it when it was published, unless ``met`` says another day.
    """
    name, lat, lon = TOWNS[town]
    happened, published = f"2031-05-{day:02d}", f"2031-05-{min(day + later, 20):02d}"
    verb = "a drone came down" if kind == "drone_incident" else "the border was closed"
    report = build.report(
        f"On {happened}, {verb} near {name}, {party or 'somebody'} said.", outlet=outlet, published=published,
        first_seen=f"{met or published}T08:00:00+00:00",
    )
    link = [build.link(f"the ministry of {party}", "official", party=party)] if party else []
    return ReadReport(report=report, claims=(build.claim(
        report, kind, words="near", period=happened, attribution=link,
        places=[build.place(name, countries=["LT"], lat=lat, lon=lon)],
    ),))


class NewDesks:
    """Gives desks, each in a file of its own."""

    def __init__(self, folder: Path, knowledge: Knowledge) -> None:
        self._folder, self._knowledge, self._number = folder, knowledge, 0
        open_store(str(folder / "empty.sqlite")).close()

    def __call__(self) -> Desk:
        self._number += 1
        file = shutil.copy(self._folder / "empty.sqlite", self._folder / f"{self._number}.sqlite")
        return Desk(open_store(str(file)), self._knowledge)


def standing(desk: Desk, day: str = TODAY) -> dict[str, Assessment]:
    """How all scenarios stand, without where they came from."""
    return {one.scenario: replace(one, trend=Trend.FIRST) for one in desk.store.assessments(day)}


def in_order(reports: Iterable[ReadReport]) -> list[ReadReport]:
    """Reports as this desk met them."""
    return sorted(reports, key=lambda one: (one.report.first_seen or "", one.report.id))


def printed_again(one: ReadReport, *, by: str = "Copying Courier", at: str | None = None) -> ReadReport:
    """The same words under another name, in the evening unless told: of two of one moment nobody knows the copy."""
    moment = at or f"{one.report.published}T20:00:00+00:00"
    printed = replace(one, report=replace(one.report, published=moment))
    return _told_by(printed, by, one.report.text, one.claims[0].attribution)


def relayed(one: ReadReport, *, by: str = "Evening Relay") -> ReadReport:
    """Another outlet tells it in a sentence of its own and says from whom it has it."""
    outlet = one.report.outlet or ""
    link = (*one.claims[0].attribution, build.link(outlet, "outlet", cue="according to"))
    return _told_by(one, by, f"As {outlet} writes: {one.report.text}", link)


def cited(one: ReadReport, agency: str) -> ReadReport:
    """The same report, as the word of an agency."""
    return _told_by(one, one.report.outlet or "", f"{one.report.text} ({agency})", (build.link(agency, "agency"),))


def _told_by(one: ReadReport, outlet: str, text: str, attribution: Sequence[Attribution]) -> ReadReport:
    told, (claim,) = one.report, one.claims
    report = build.report(text, outlet=outlet, published=told.published, first_seen=told.first_seen)
    return ReadReport(report=report, claims=(build.claim(
        report, claim.type, words="near", period=claim.period, attribution=attribution, places=claim.places,
    ),))
