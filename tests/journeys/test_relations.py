"""How the sample reports hang together (relations.toml), and what linking makes of it."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import vedette.samples
from vedette.linking.lineage.counting import independent_parties
from vedette.model import Event
from vedette.store import EventFilter, Store

RELATIONS = tomllib.loads((Path(vedette.samples.__file__).parent / "relations.toml").read_text(encoding="utf-8"))

FLOOR = 0.63  # of pairs of reports; 70% when it was set
Json = dict[str, Any]


def events_of(store: Store, report: str) -> set[str]:
    return set(store.events_of_report(report).values())


def shared(store: Store, reports: list[str]) -> list[Event]:
    """The events that all of these reports tell of."""
    common = set.intersection(*(events_of(store, report) for report in reports))
    return [event for event in store.events(EventFilter()) if event.id in common]


def parties_of(event: Event, claims: set[str]) -> tuple[str, ...]:
    return independent_parties([origin for origin in event.origins if claims & set(origin.claims)])


@pytest.mark.parametrize("group", RELATIONS["copies"], ids=lambda group: group["agency"])
def test_two_more_copies_of_one_text_add_no_voice(group: Json, sample_store: Store, report_ids: dict[str, str]) -> None:
    reports = [report_ids[ref] for ref in group["reports"]]
    events = shared(sample_store, reports)
    assert events, "No event that all copies tell of."
    claims = [{claim.id for claim in sample_store.claims_of_report(report)} for report in reports]
    for event in events:
        assert len({parties_of(event, own) for own in claims}) == 1, event.origins
        assert parties_of(event, set.union(*claims)) == parties_of(event, claims[0]) != ()


@pytest.mark.parametrize("group", RELATIONS["relays"], ids=lambda group: group["agency"])
def test_relays_of_one_agency_are_one_voice(group: Json, sample_store: Store, report_ids: dict[str, str]) -> None:
    figure = float(group["of"].split()[0].replace(",", ""))
    told = {
        claim.id for ref in group["reports"] for claim in sample_store.claims_of_report(report_ids[ref])
        if any(quantity.value == figure for quantity in claim.quantities)
    }
    assert len(told) >= 2
    for event in sample_store.events(EventFilter()):
        if len(told & set(event.claims)) > 1:
            assert len(parties_of(event, told)) == 1, event.origins


def test_reports_that_tell_of_one_event_are_mostly_linked(sample_store: Store, report_ids: dict[str, str]) -> None:
    english = {report.id for report in sample_store.reports() if report.language == "en"}
    apart, pairs = [], 0
    for event in RELATIONS["event"]:
        reports = [ref for ref in event["reports"] if report_ids[ref] in english]
        for one, other in pairwise(reports):
            both = shared(sample_store, [report_ids[one], report_ids[other]])
            pairs += 1
            if not any(made.type == event["type"] for made in both):
                apart.append(f"{event['name']}: {one}, {other}")
    share = 1 - len(apart) / pairs
    assert share >= FLOOR, f"{share:.0%} of {pairs}; apart: {apart}"


def test_one_exercise_is_one_situation_under_all_its_names(sample_store: Store) -> None:
    named = [one for one in sample_store.situations() if "2025" in one.name and "Zapad" in one.name]
    assert [situation.name for situation in named] == ["Zapad 2025"]
    assert len(named[0].events) >= 3


def test_the_exercise_of_2021_is_another_event(sample_store: Store) -> None:
    names = [event.names for event in sample_store.events(EventFilter(type="exercise"))]
    assert ("Zapad 2021",) in names
    assert not [one for one in names if {"Zapad 2021", "Zapad 2025"} <= set(one)]
