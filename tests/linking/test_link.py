"""The front door: claims in, events and situations out."""

from __future__ import annotations

import random
import sys
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedette.errors import UsageError
from vedette.model import EventType

TOWNS = ["Kaunas", "Vilnius", "Lublin", "Gdynia", "Brest", "Tartu", "Poland", "Lithuania", "PL-BY"]
TYPES = [
    "drone_incident", "shootdown", "airspace_violation", "border_closure", "border_reopening", "exercise", "deployment",
]
PARTIES = ["PL", "LT", "RU", "BY", "NATO"]


def write_one(newsroom: Any, draw: random.Random) -> None:
    day = f"2025-09-{draw.randint(9, 14):02d}"
    newsroom.claim(
        draw.choice(TYPES), outlet=draw.choice(["Alpha", "Beta", "Gamma", None]), published=draw.choice([day, None]),
        where=draw.sample(TOWNS, k=draw.randint(0, 2)), by=draw.sample(PARTIES, k=draw.randint(0, 2)),
        when=draw.choice([day, None, newsroom.evening(day), newsroom.month("2025-09")]), at=draw.randint(0, 20),
        factuality=draw.choice(["asserted", "denied", "possible"]),
        stage=draw.choice(["planned", "happened", "cancelled"]),
        names=draw.sample(["Zapad 2025", "West-2025", "Zapad", "Zapad 2021"], k=draw.choice([0, 0, 1])),
        quantities=[newsroom.count(draw.choice([1, 2, 20]), "drones")] if draw.random() < 0.3 else [],
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), order=st.randoms(use_true_random=False))
def test_the_order_in_which_claims_come_does_not_matter(newsroom: Any, seed: int, order: random.Random) -> None:
    newsroom.claims.clear()
    newsroom.reports.clear()
    draw = random.Random(seed)
    for _ in range(25):
        write_one(newsroom, draw)
    at_once = newsroom.link()
    shuffled = list(newsroom.claims)
    order.shuffle(shuffled)
    newsroom.reports = dict(sorted(newsroom.reports.items(), key=lambda item: order.random()))

    assert newsroom.link(claims=shuffled) == at_once
    assert newsroom.link(claims=shuffled + shuffled[:5]) == at_once
    told = sorted(claim for event in at_once.events for claim in event.claims)
    assert told == sorted({claim.id for claim in newsroom.claims})
    assert len({event.id for event in at_once.events}) == len(at_once.events)


def test_shot_down_and_not_shot_down_are_one_event_in_conflict(newsroom: Any) -> None:
    drones = {"by": ["PL"], "to": ["RU"], "equipment": [("drone", "uav")]}
    newsroom.claim("shootdown", text="Poland shoots down Russian drones", outlet="Alpha", **drones)
    newsroom.claim("shootdown", text="Poland did not shoot down Russian drones", outlet="Beta", factuality="denied",
                   **drones)

    event = newsroom.event()
    assert [conflict.field for conflict in event.conflicts] == ["happened"]
    assert event.factuality == "asserted"
    assert str(event.grade) == "F5"


def test_they_are_one_even_where_nothing_is_dated(newsroom: Any) -> None:
    drones = {"by": ["PL"], "to": ["RU"], "equipment": [("drone", "uav")], "published": None}
    newsroom.claim("shootdown", outlet="Alpha", **drones)
    newsroom.claim("shootdown", outlet="Beta", factuality="denied", **drones)

    assert [conflict.field for conflict in newsroom.event().conflicts] == ["happened"]


def test_closed_then_open_again_are_two_events(newsroom: Any) -> None:
    newsroom.claim("border_closure", by=["PL"], where=["PL-BY"], when=newsroom.evening("2025-09-11", open_end=True))
    newsroom.claim("border_closure", by=["PL"], where=["PL-BY"], when="2025-09-12", outlet="Beta")
    newsroom.claim("border_reopening", by=["PL"], where=["PL-BY"], when="2025-09-25", outlet="Beta")

    closure, reopening = newsroom.link().events
    assert (closure.type, len(closure.claims), closure.conflicts) == (EventType.BORDER_CLOSURE, 2, ())
    assert reopening.type == EventType.BORDER_REOPENING


def test_two_drones_in_july_are_neither_of_them(newsroom: Any) -> None:
    for day, town in (("2025-07-10", "Vilnius"), ("2025-07-28", "Kaunas")):
        newsroom.claim("drone_incident", where=[town], by=["BY"], when=day, published="2025-08-05")
    newsroom.claim("drone_incident", where=["Lithuania"], by=["BY"], when=newsroom.month("2025-07"),
                   published="2025-08-05", quantities=[newsroom.count(2, "drones")])

    assert [len(event.claims) for event in newsroom.link().events] == [1, 1, 1]


def test_ten_relays_of_one_agency_are_one_event_with_one_origin(newsroom: Any) -> None:
    for number in range(10):
        newsroom.claim("border_closure", outlet=f"Outlet {number}", by=["PL"], where=["PL-BY"], when="2025-09-12",
                       says=[newsroom.says("Example Wire", "agency")])

    event = newsroom.event()
    assert (event.reports, event.outlets, [origin.name for origin in event.origins]) == (10, 10, ["Example Wire"])
    assert event.grade.digit == 3


def test_judgements_reach_the_front_door(newsroom: Any) -> None:
    first = newsroom.claim("border_closure", by=["PL"], where=["PL-BY"], when="2025-09-12")
    second = newsroom.claim("border_closure", by=["PL"], where=["PL-BY"], when="2025-09-12")

    assert len(newsroom.link().events) == 1
    assert len(newsroom.link([newsroom.judge(first, second, "different")]).events) == 2


def test_events_come_earliest_first_and_undated_last(newsroom: Any) -> None:
    newsroom.claim("strike", where=["Tartu"])
    newsroom.claim("protest", when="2025-09-14")
    newsroom.claim("sanction", when="2024-01-01")

    assert [event.type for event in newsroom.link().events] == ["sanction", "protest", "strike"]


def test_a_claim_without_its_report_is_an_error_that_says_so(newsroom: Any) -> None:
    claim = newsroom.claim("strike")
    newsroom.reports.clear()

    with pytest.raises(UsageError, match=claim.report):
        newsroom.link()


def test_a_date_that_is_no_date_loses_nothing(newsroom: Any) -> None:
    newsroom.claim("strike", where=["Lublin"], when="2025-13-45", published="soon")

    assert len(newsroom.link().events) == 1


def test_five_thousand_claims_link_in_seconds(newsroom: Any) -> None:
    draw = random.Random(7)
    for number in range(5000):
        month, day = draw.randint(1, 12), draw.randint(1, 28)
        newsroom.claim(
            draw.choice(TYPES), outlet=f"Outlet {number % 40}", published=f"2025-{month:02d}-{day:02d}",
            text=f"Report {number}: " + " ".join(str(draw.randint(0, 9999)) for _ in range(60)),
            where=[draw.choice(TOWNS)], by=[draw.choice(["PL", "LT", "RU", "BY"])],
            when=draw.choice([f"2025-{month:02d}-{day:02d}", None]),
        )

    started = time.process_time()
    linked = newsroom.link()
    seconds = time.process_time() - started

    sys.stdout.write(f"5,000 claims, {len(linked.events)} events, {5000 / seconds:.0f} claims a second\n")
    assert sum(len(event.claims) for event in linked.events) == 5000
    assert seconds < 60


def test_two_days_that_the_same_words_tell_of_are_two_events(newsroom: Any) -> None:
    report = newsroom.report("The airport closed on Friday and Saturday.")
    for part, day in enumerate(("2025-10-24", "2025-10-25")):
        newsroom.claim("airspace_restriction", report=report, where=["Vilnius"], when=day, part=part)

    assert len(newsroom.link().events) == 2
