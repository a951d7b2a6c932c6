"""A count over weeks is linked to the incidents that it counts: not merged with them, and no conflict."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from vedette.linking.threads.sums import is_part, link_sums, sum_keys
from vedette.model import Period, Precision

LITHUANIA = {"where": ["Lithuania"], "by": ["BY"]}
SINCE_JANUARY = Period(start="2025-01", precision=Precision.MONTH, open_end=True, text="since January")


def july(newsroom: Any, count: float = 2, unit: str = "drones", **rest: Any) -> Any:
    told = {"when": newsroom.month("2025-07"), "published": "2025-08-05", **LITHUANIA, **rest}
    return newsroom.claim("drone_incident", quantities=[newsroom.count(count, unit)], **told)


def night(newsroom: Any, day: str = "2025-07-10", town: str = "Vilnius", type: str = "drone_incident",
          **rest: Any) -> Any:
    return newsroom.claim(type, **{"where": [town], "by": ["BY"], "when": day, "published": day, **rest})


def linked(newsroom: Any) -> tuple[Any, list[Any]]:
    """Give the sum and the other events."""
    events = newsroom.link().events
    whole, = [event for event in events if event.parts]
    return whole, [event for event in events if event is not whole]


@pytest.mark.parametrize("order", list(permutations(range(4))), ids=str)
def test_two_drones_in_july_are_linked_to_the_two_nights_of_july(newsroom: Any, order: tuple[int, ...]) -> None:
    tell = [
        lambda: july(newsroom), lambda: night(newsroom, "2025-07-10"), lambda: night(newsroom, "2025-07-28", "Kaunas"),
        lambda: night(newsroom, "2025-09-10"),
    ]
    for number in order:
        tell[number]()

    whole, (first, second, september) = linked(newsroom)
    assert whole.parts == tuple(sorted((first.id, second.id)))
    assert whole.conflicts == ()
    assert first.part_of == second.part_of == (whole.id,)
    assert september.part_of == ()


def test_since_january_ends_on_the_day_of_the_report(newsroom: Any) -> None:
    newsroom.claim("airspace_violation", **LITHUANIA, when=SINCE_JANUARY, published="2025-08-05",
                   quantities=[newsroom.count(40, "violations", qualifier="at_least")])
    night(newsroom, "2025-03-02", type="airspace_violation")
    night(newsroom, "2025-07-28", town="Kaunas")
    night(newsroom, "2025-09-10")
    night(newsroom, "2024-12-30")

    whole, others = linked(newsroom)
    assert [event.period.start for event in others if event.part_of] == ["2025-03-02", "2025-07-28"]
    assert len(whole.claims) == 1


def test_a_running_total_is_never_merged_with_one_night_of_it(newsroom: Any) -> None:
    total = newsroom.claim("airspace_violation", **LITHUANIA, when=SINCE_JANUARY, published="2025-08-05",
                           quantities=[newsroom.count(40, "violations")])
    one = newsroom.claim("airspace_violation", **LITHUANIA, when="2025-01-20", published="2025-01-20")

    assert newsroom.verdict(total, one) == "different"


def test_totals_told_months_apart_grow_and_do_not_disagree(newsroom: Any) -> None:
    for count, published, outlet in ((40, "2025-05-05", "Alpha"), (55, "2025-08-05", "Beta")):
        newsroom.claim("airspace_violation", **LITHUANIA, when=SINCE_JANUARY, published=published, outlet=outlet,
                       quantities=[newsroom.count(count, "violations")])

    assert newsroom.event().conflicts == ()


def test_totals_of_one_day_that_differ_do_disagree(newsroom: Any) -> None:
    for count, outlet in ((40, "Alpha"), (55, "Beta")):
        newsroom.claim("airspace_violation", **LITHUANIA, when=SINCE_JANUARY, published="2025-05-05", outlet=outlet,
                       quantities=[newsroom.count(count, "violations")])

    assert [conflict.field for conflict in newsroom.event().conflicts] == ["quantity:violations"]


@pytest.mark.parametrize("other", [
    {"town": "Lublin"},  # another country
    {"type": "cyber_attack"},  # another kind of thing
    {"by": ["RU"]},  # put down to another state
    {"day": "2025-08-02"},  # after the month
    {"stage": "planned"}, {"stage": "cancelled"}, {"factuality": "denied"},
])
def test_what_differs_in_type_place_period_or_doer_is_no_part(newsroom: Any, other: dict[str, Any]) -> None:
    july(newsroom)
    night(newsroom, **other)

    assert not any(event.parts or event.part_of for event in newsroom.link().events)


def test_a_night_with_more_drones_than_the_sum_counts_is_no_part(newsroom: Any) -> None:
    july(newsroom, 2)
    night(newsroom, quantities=[newsroom.count(19, "drones")])

    assert not any(event.parts for event in newsroom.link().events)


def test_another_word_for_the_thing_counted_is_the_same_thing(newsroom: Any) -> None:
    july(newsroom, 2, "UAVs")
    night(newsroom, "2025-07-10", quantities=[newsroom.count(19, "drones")])
    night(newsroom, "2025-07-28", "Kaunas", quantities=[newsroom.count(1, "drones")])

    whole, (many, one) = linked(newsroom)
    assert (whole.parts, many.part_of, one.part_of) == ((one.id,), (), (whole.id,))


def test_kilograms_and_people_count_no_incidents(newsroom: Any) -> None:
    july(newsroom, 40, "people")
    july(newsroom, 2, "kg", outlet="Beta")
    night(newsroom)

    assert not any(event.parts for event in newsroom.link().events)


def test_a_sum_for_one_town_counts_that_town_only(newsroom: Any) -> None:
    july(newsroom, where=["Vilnius"])
    night(newsroom, "2025-07-10", "Vilnius")
    night(newsroom, "2025-07-28", "Kaunas")

    whole, (vilnius, _) = linked(newsroom)
    assert whole.parts == (vilnius.id,)


def test_a_month_is_part_of_the_year_and_its_nights_of_both(newsroom: Any) -> None:
    july(newsroom)
    newsroom.claim("drone_incident", **LITHUANIA, when=Period(start="2025", precision=Precision.YEAR, text="2025"),
                   quantities=[newsroom.count(9, "drones")], published="2026-01-05")
    night(newsroom)

    events = newsroom.link().events
    assert sorted(len(event.part_of) for event in events) == [0, 1, 2]
    assert sorted(len(event.parts) for event in events) == [0, 1, 2]


def test_a_sum_meets_its_parts_in_a_block_of_kind_country_and_month(newsroom: Any) -> None:
    july(newsroom)
    night(newsroom, "2025-07-10")
    night(newsroom, "2025-07-28", "Kaunas", type="shootdown", by=["LT"])
    whole, part, other = newsroom.link().events

    assert is_part(part, whole) and sum_keys(part) & sum_keys(whole)
    assert not is_part(whole, part) and not is_part(whole, whole)
    assert link_sums([whole, part])[0].parts == (part.id,), "the rest of the desk does not matter"
    assert not other.part_of
