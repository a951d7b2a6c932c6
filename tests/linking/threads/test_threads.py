"""What belongs to one thing over time, and what only looks like it: stages, recollections, editions, sums."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from vedette.model import Section

CLOSURE = {"by": ["PL"], "where": ["PL-BY"]}
DRONE = {"by": ["BY"], "where": ["Kaunas"]}


@pytest.mark.parametrize("order", list(permutations(range(4))), ids=str)
def test_announced_under_way_and_over_are_one_event_with_a_history(newsroom: Any, order: tuple[int, ...]) -> None:
    steps = [
        {"stage": "planned", "published": "2025-09-09", "when": "2025-09-12"},
        {"stage": "planned", "published": "2025-09-10", "when": "2025-09-12", "outlet": "Beta"},
        {"stage": "under_way", "published": "2025-09-12", "when": "2025-09-12"},
        {"stage": "happened", "published": "2025-09-13", "when": "2025-09-12", "outlet": "Beta"},
    ]
    for number in order:
        newsroom.claim("border_closure", **CLOSURE, **steps[number])

    event = newsroom.event()
    assert event.stage == "happened"
    assert [(step.stage, step.published) for step in event.history] == [
        ("planned", "2025-09-09"), ("under_way", "2025-09-12"), ("happened", "2025-09-13"),
    ]


def test_a_closure_a_reopening_and_a_second_closure_are_three(newsroom: Any) -> None:
    newsroom.claim("border_closure", **CLOSURE, when="2025-09-12", published="2025-09-12")
    newsroom.claim("border_reopening", **CLOSURE, when="2025-09-25", published="2025-09-25")
    newsroom.claim("border_closure", **CLOSURE, when="2025-10-30", published="2025-10-30")

    assert [event.type for event in newsroom.link().events] == [
        "border_closure", "border_reopening", "border_closure",
    ]


def test_what_a_report_recalls_with_its_date_goes_to_the_earlier_event(newsroom: Any) -> None:
    first = newsroom.claim("drone_incident", **DRONE, when="2025-07-28", published="2025-07-28", outlet="Alpha")
    later = newsroom.report("A report of September that recalls July.", published="2025-09-12", outlet="Beta")
    newsroom.claim("border_closure", report=later, **CLOSURE, when="2025-09-12")
    recalled = newsroom.claim("drone_incident", report=later, **DRONE, when="2025-07-28", section=Section.BACKGROUND,
                              at=20)

    incident, closure = newsroom.link().events
    assert set(incident.claims) == {first.id, recalled.id}
    assert closure.type == "border_closure"


def test_what_a_report_recalls_without_a_date_is_not_taken_for_the_news_of_its_day(newsroom: Any) -> None:
    later = newsroom.report("A report that recalls something of the kind.", published="2025-09-12", outlet="Beta")
    newsroom.claim("drone_incident", **DRONE, when="2025-09-12", published="2025-09-12", outlet="Alpha")
    newsroom.claim("drone_incident", report=later, **DRONE, section=Section.BACKGROUND)

    assert [len(event.claims) for event in newsroom.link().events] == [1, 1]


def test_an_earlier_edition_that_is_recalled_is_an_event_and_a_situation_of_its_own(newsroom: Any) -> None:
    report = newsroom.report("On this year's exercise, and on the last.", published="2025-09-12")
    newsroom.claim("exercise", report=report, names=["Zapad 2025"], by=["BY", "RU"], when="2025-09-12")
    newsroom.claim("exercise", report=report, names=["Zapad 2021"], by=["BY", "RU"], section=Section.BACKGROUND, at=20,
                   quantities=[newsroom.count(200000, "troops")])
    newsroom.claim("exercise", names=["Zapad"], by=["RU"], when="2021-09-10", published="2021-09-10", outlet="Alpha")

    linked = newsroom.link()
    assert [(situation.key, len(situation.events)) for situation in linked.situations] == [
        ("zapad-2021", 1), ("zapad-2025", 1),
    ]
    earlier, now = linked.events
    assert (len(earlier.claims), len(now.claims)) == (2, 1)
    assert not now.quantities


def test_a_sum_of_weeks_stays_apart_from_its_parts_in_any_order(newsroom: Any) -> None:
    newsroom.claim("drone_incident", **DRONE, when=newsroom.month("2025-07"), published="2025-08-05",
                   quantities=[newsroom.count(2, "drones")], outlet="Alpha")
    newsroom.claim("drone_incident", **DRONE, when="2025-07-10", published="2025-07-10")
    newsroom.claim("drone_incident", **DRONE, when="2025-07-28", published="2025-07-28")
    newsroom.claim("drone_incident", **DRONE, when=newsroom.month("2025-07"), published="2025-08-06",
                   quantities=[newsroom.count(2, "drones")], outlet="Beta")

    assert sorted(len(event.claims) for event in newsroom.link().events) == [1, 1, 2]
