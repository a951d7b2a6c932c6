"""docs/warning.md: its example comes out as it says, its files are right, and it names every key with its meaning."""

import re
import tomllib
from pathlib import Path

import pytest

import builders as build
from vedette.knowledge import load_knowledge
from vedette.knowledge.scenarios import keys, load_scenarios, read_scenarios
from vedette.model import (
    Assessment,
    Coverage,
    Event,
    IndicatorKind,
    LinkKind,
    Match,
    Origin,
    OutletCoverage,
    Scenario,
    Telling,
)
from vedette.warning import Index, Outlook, assess, match, touched

PAGE = (Path(__file__).parents[2] / "docs" / "warning.md").read_text(encoding="utf-8")
WRITTEN = re.findall(r"```toml\n(.*?)```", PAGE, re.S)
EVENT = re.compile(r"^\| (\d{4}-\d\d-\d\d) \| `(\w+)` \| ([A-Z, ]+?)( \(state media\))? \|$", re.M)
STANDS = re.compile(r"^\| (\d{4}-\d\d-\d\d) \| ([\d.]+) \| (\w+) \| (\w+) \| .+\|$", re.M)
MEDIA = frozenset({"state agency"})


@pytest.fixture(scope="module")
def scenarios(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scenario]:
    folder = tmp_path_factory.mktemp("pack") / "scenarios"
    folder.mkdir()
    for name, text in zip(("autumn-rain", "strait"), WRITTEN, strict=True):
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    knowledge = load_knowledge()
    loaded = load_scenarios([folder.parent], knowledge=knowledge)
    assert [str(fault) for fault in loaded.faults] == []
    assert read_scenarios([folder / "autumn-rain.toml"], knowledge=knowledge).scenarios[0].id == "autumn-rain"
    return {one.id: one for one in loaded.scenarios}


def events() -> list[Event]:
    found = []
    for day, kind_of_event, told_by, state in EVENT.findall(PAGE):
        parties = tuple(told_by.split(", "))
        kind, name = (LinkKind.AGENCY, "State Agency") if state else (LinkKind.OFFICIAL, "A ministry")
        claim = build.claim(day, kind_of_event, period=day, places=[build.place("Minsk", countries=["BY"])])
        origins = tuple(Origin(name=name, kind=kind, party=party) for party in parties)
        found.append(build.event([claim], parties=parties, bodies=parties, origins=origins))
    return found


def matches(scenario: Scenario) -> dict[str, list[Match]]:
    index, found = Index.of([scenario]), dict[str, list[Match]]()
    for event in events():
        assert event.period is not None and event.period.start is not None
        telling = Telling(told=event.period.start, known=event.period.start)
        for _, indicator in touched(event, index):
            one = match(event, indicator, scenario=scenario.id, telling=telling, controlled=MEDIA)
            if one is not None:
                found.setdefault(indicator.id, []).append(one)
    return found


def test_the_example_stands_on_each_day_as_the_page_says(scenarios: dict[str, Scenario]) -> None:
    scenario = scenarios["autumn-rain"]
    days = frozenset(f"2031-{month:02d}-{day:02d}" for month in (8, 9, 10) for day in range(1, 31))
    seen = Coverage(outlets=(OutletCoverage(outlet="Example Post", days=days),))
    before: Assessment | None = None
    rows = STANDS.findall(PAGE)
    assert len(rows) == 6 and len(events()) == 6
    for day, points, level, trend in rows:
        before = assess(scenario, matches(scenario), outlook=Outlook(day=day, coverage=seen), before=before)
        assert (day, before.points, before.level_name, str(before.trend)) == (day, float(points), level, trend)


def test_the_thin_arrival_of_the_example_is_shown_as_such(scenarios: dict[str, Scenario]) -> None:
    scenario = scenarios["autumn-rain"]
    found = assess(scenario, matches(scenario), outlook=Outlook(day="2031-09-06"))
    arrivals = next(one for one in found.measures if one.indicator == "arrivals")
    assert (arrivals.state, [str(reason.kind) for reason in arrivals.reasons]) == (
        "thinly_met", ["counted", "state_media"])


def test_the_template_makes_a_scenario_of_the_taiwan_strait(scenarios: dict[str, Scenario]) -> None:
    """Exercises, crossings and a closed sea around the island raise it; the same elsewhere does not."""
    scenario = scenarios["strait"]
    assert scenario.name == "Pressure on the Taiwan Strait"

    def level(lat: float, lon: float) -> int:
        found: dict[str, list[Match]] = {}
        told = [("exercise", 1), ("airspace_violation", 2), ("airspace_violation", 3), ("interception", 4),
                ("movement_restriction", 5), ("deployment", 6), ("deployment", 7)]
        for kind, day in told:
            when = f"2031-08-{day:02d}"
            place = build.place("Somewhere", kind="water", countries=[], lat=lat, lon=lon)
            event = build.event([build.claim(when, kind, period=when, places=[place],
                                             actors=[build.actor("China", "CN")])], parties=("JP", "TW"))
            for _, indicator in touched(event, Index.of([scenario])):
                one = match(event, indicator, scenario="strait", telling=Telling(told=when, known=when))
                found.setdefault(indicator.id, []).extend([one] if one is not None else [])
        return assess(scenario, found, outlook=Outlook(day="2031-08-08")).level

    assert (level(24.5, 119.5), level(36.0, 121.0)) == (2, 0)


@pytest.mark.parametrize("table", ["SCENARIO", "LEVEL", "INDICATOR", "MATCH", "SEEN_BY", "PARAMETER"])
def test_every_key_stands_on_the_page_with_its_meaning(table: str) -> None:
    for name, key in getattr(keys, table).items():
        needed = " (needed)" if key.needed else ""
        assert f"| `{name}`{needed} | {key.about} |" in PAGE, f"{name} of {table}"


def test_every_kind_stands_on_the_page_with_its_keys() -> None:
    for kind in IndicatorKind:
        listed = ", ".join(f"`{name}`" for name in keys.KINDS[kind])
        assert re.search(rf"^\| `{kind}` \| .+ \| {re.escape(listed)} \|$", PAGE, re.M), kind


def test_what_is_shipped_stands_on_the_page_with_its_question(scenarios: dict[str, Scenario]) -> None:
    for one in scenarios.values():
        if one.id not in ("autumn-rain", "strait"):
            assert f"| `{one.id}` | {one.question} |" in PAGE


def test_the_files_of_the_page_are_toml() -> None:
    assert [set(tomllib.loads(text)) for text in WRITTEN] == [
        {"name", "question", "level", "indicator"}, {"template", "values"}]
