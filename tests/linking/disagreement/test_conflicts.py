"""Which values of one event cannot all hold?"""

from __future__ import annotations

from typing import Any

import pytest

from vedette.linking.disagreement.conflicts import find_conflicts
from vedette.model import Conflict, Period, Precision


def conflicts(newsroom: Any) -> tuple[Conflict, ...]:
    lineage = newsroom.lineage()
    return find_conflicts(newsroom.profiles(), {claim.id: lineage.body(claim) for claim in newsroom.claims})


def day(start: str, **rest: Any) -> dict[str, Any]:
    return {"when": Period(start=start, text=start, **rest)}


EVENING = {"when": Period(start="2025-09-11T18:00", precision=Precision.PART_OF_DAY, text="evening")}

PERIODS = [
    ("two days", day("2025-09-11"), day("2025-09-12"), True),
    ("one day", day("2025-09-12"), day("2025-09-12"), False),
    ("an evening and its day", EVENING, day("2025-09-11"), False),
    ("either side of midnight", EVENING, day("2025-09-12"), False),
    ("an evening and two days later", EVENING, day("2025-09-13"), True),
    ("a day and its month", day("2025-09-12"), day("2025-09", precision=Precision.MONTH), False),
    ("a day and another month", day("2025-09-12"), day("2025-10", precision=Precision.MONTH), True),
    ("overlapping ranges", day("2025-09-12", end="2025-09-16"), day("2025-09-15", end="2025-09-20"), False),
    ("two beginnings", day("2025-09-11", open_end=True), day("2025-09-14", open_end=True), True),
    ("plan and fact", {**day("2025-09-11"), "stage": "planned"}, day("2025-09-12"), False),
    ("no date", {}, day("2025-09-12"), False),
    ("the day of the report, which nobody named", {"when": Period(start="2025-09-14"), "published": "2025-09-14"},
     day("2025-09-12"), False),
]
QUANTITIES: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("13,000 and 30,000", {"value": 13000}, {"value": 30000}, True),
    ("rounded", {"value": 12800}, {"value": 13000}, False),
    ("at least 18 and 21", {"value": 18, "qualifier": "at_least"}, {"value": 21}, False),
    ("at least 18 and 9", {"value": 18, "qualifier": "at_least"}, {"value": 9}, True),
    ("at most 10 and 30", {"value": 10, "qualifier": "at_most"}, {"value": 30}, True),
    ("overlapping ranges", {"value": 6000, "high": 8000}, {"value": 7500, "high": 9000}, False),
    ("ranges apart", {"value": 6000, "high": 8000}, {"value": 12000, "high": 13000}, True),
    ("in Belarus and in all", {"value": 6000, "scope": "in Belarus"}, {"value": 13000}, False),
    ("of two things", {"value": 2, "of": "explosives"}, {"value": 20, "of": "leaflets"}, False),
    ("soldiers and participants", {"value": 7000, "unit": "soldiers"}, {"value": 13000, "unit": "participants"}, True),
    ("troops and tanks", {"value": 200}, {"value": 13000, "unit": "tanks"}, False),
]


def test_a_day_in_the_middle_of_an_exercise_contradicts_nothing(newsroom: Any) -> None:
    whole = day("2025-09-12", end="2025-09-16")
    newsroom.claim("exercise", outlet="Alpha", **whole)
    newsroom.claim("exercise", outlet="Beta", **day("2025-09-13"))
    newsroom.claim("exercise", outlet="Gamma", **day("2025-09-15"))

    assert conflicts(newsroom) == ()


def test_the_day_of_a_report_that_names_none_contradicts_nothing(newsroom: Any) -> None:
    newsroom.claim("border_closure", outlet="Alpha", **day("2025-09-12"))
    newsroom.claim("border_closure", outlet="Beta", when=Period(start="2025-09-17", doubt="that of the report"))

    assert conflicts(newsroom) == ()


@pytest.mark.parametrize(("one", "other", "expected"), [c[1:] for c in PERIODS], ids=[c[0] for c in PERIODS])
def test_dates(newsroom: Any, one: dict[str, Any], other: dict[str, Any], expected: bool) -> None:
    newsroom.claim("border_closure", outlet="Alpha", **one)
    newsroom.claim("border_closure", outlet="Beta", **other)

    assert [conflict.field for conflict in conflicts(newsroom)] == (["period"] if expected else [])


@pytest.mark.parametrize(("one", "other", "expected"), [c[1:] for c in QUANTITIES], ids=[c[0] for c in QUANTITIES])
def test_figures(newsroom: Any, one: dict[str, Any], other: dict[str, Any], expected: bool) -> None:
    for outlet, figure in (("Alpha", one), ("Beta", other)):
        newsroom.claim("exercise", outlet=outlet, quantities=[newsroom.count(**{"unit": "troops", **figure})])

    assert [conflict.field for conflict in conflicts(newsroom)] == (["quantity:people"] if expected else [])


def test_both_sides_are_shown_with_their_claims_and_origins(newsroom: Any) -> None:
    low = newsroom.claim("exercise", outlet="Alpha", quantities=[newsroom.count(13000, "troops")])
    high = newsroom.claim("exercise", outlet="Beta", quantities=[newsroom.count(30000, "troops")])
    newsroom.claim("exercise", outlet="Gamma", quantities=[newsroom.count(150, "tanks")])

    conflict, = conflicts(newsroom)
    assert [(side.value, side.claims, side.origins) for side in conflict.values] == [
        ("13000 troops", (low.id,), ("Alpha",)), ("30000 troops", (high.id,), ("Beta",)),
    ]


def test_figures_that_agree_stand_on_one_side_against_the_one_that_does_not(newsroom: Any) -> None:
    for outlet, value, qualifier in (("Alpha", 7000, "exact"), ("Beta", 7000, "about"), ("Gamma", 100000, "exact")):
        newsroom.claim("exercise", outlet=outlet, quantities=[newsroom.count(value, "troops", qualifier=qualifier)])

    [conflict] = conflicts(newsroom)

    assert [side.origins for side in conflict.values] == [("Alpha", "Beta"), ("Gamma",)]


def test_an_origin_that_revises_its_figure_does_not_contradict_itself(newsroom: Any) -> None:
    newsroom.claim("strike", outlet="Alpha", published="2025-09-12", quantities=[newsroom.count(3, "killed")])
    newsroom.claim("strike", outlet="Alpha", published="2025-09-13", quantities=[newsroom.count(9, "killed")])
    assert conflicts(newsroom) == ()

    newsroom.claim("strike", outlet="Beta", published="2025-09-13", quantities=[newsroom.count(20, "killed")])
    assert [side.value for side in conflicts(newsroom)[0].values] == ["9 killed", "20 killed"]


def test_all_that_an_origin_still_says_stands_on_its_side_and_nothing_that_it_took_back(newsroom: Any) -> None:
    taken_back, first, last = (
        newsroom.claim("strike", outlet="Alpha", published=day, quantities=[newsroom.count(value, "killed")])
        for day, value in (("2025-09-11", 3), ("2025-09-12", 9), ("2025-09-13", 9))
    )
    newsroom.claim("strike", outlet="Beta", published="2025-09-13", quantities=[newsroom.count(20, "killed")])

    side = conflicts(newsroom)[0].values[0]
    assert (side.value, set(side.claims), side.origins) == ("9 killed", {first.id, last.id}, ("Alpha",))
    assert taken_back.id not in side.claims


def test_happened_and_denied(newsroom: Any) -> None:
    newsroom.claim("shootdown", outlet="Alpha")
    newsroom.claim("shootdown", outlet="Beta", factuality="denied")

    conflict, = conflicts(newsroom)
    assert (conflict.field, [side.value for side in conflict.values]) == ("happened", ["asserted", "denied"])


def test_possible_and_denied_can_both_hold(newsroom: Any) -> None:
    newsroom.claim("shootdown", outlet="Alpha", factuality="possible")
    newsroom.claim("shootdown", outlet="Beta", factuality="denied")

    assert conflicts(newsroom) == ()


def test_to_deny_that_it_was_called_off_denies_nothing(newsroom: Any) -> None:
    newsroom.claim("exercise", outlet="Alpha", stage="planned")
    newsroom.claim("exercise", outlet="Beta", stage="cancelled", factuality="denied")

    assert conflicts(newsroom) == ()


def test_figures_of_what_is_denied_are_no_figures(newsroom: Any) -> None:
    newsroom.claim("strike", outlet="Alpha", factuality="possible", quantities=[newsroom.count(3, "killed")])
    newsroom.claim("strike", outlet="Beta", factuality="denied", quantities=[newsroom.count(90, "killed")])

    assert conflicts(newsroom) == ()


def test_places_with_nothing_in_common(newsroom: Any) -> None:
    newsroom.claim("drone_incident", outlet="Alpha", where=["Kaunas"])
    newsroom.claim("drone_incident", outlet="Beta", where=["Brest"])

    conflict, = conflicts(newsroom)
    assert (conflict.field, [side.value for side in conflict.values]) == ("place", ["BY", "LT"])


def test_an_exercise_is_held_in_two_countries_without_conflict(newsroom: Any) -> None:
    newsroom.claim("exercise", outlet="Alpha", where=["Belarus"])
    newsroom.claim("exercise", outlet="Beta", where=["Russia"])

    assert conflicts(newsroom) == ()


ABOUT: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("about 30,000 and 34,000", {"value": 30000, "qualifier": "about"}, {"value": 34000}, False),
    ("30,000 and 34,000", {"value": 30000}, {"value": 34000}, True),
    ("about 30,000 and 36,000", {"value": 30000, "qualifier": "about"}, {"value": 36000}, True),
    ("about 32,000 and 36,000", {"value": 32000, "qualifier": "about"}, {"value": 36000}, True),
    ("a part larger than the whole", {"value": 30000, "scope": "in Russia"}, {"value": 13000}, True),
    ("a part larger than at least so many", {"value": 30000, "scope": "in Russia"},
     {"value": 13000, "qualifier": "at_least"}, False),
    ("two parts", {"value": 30000, "scope": "in Russia"}, {"value": 8000, "scope": "in Belarus"}, False),
]


@pytest.mark.parametrize(("one", "other", "expected"), [c[1:] for c in ABOUT], ids=[c[0] for c in ABOUT])
def test_round_figures_and_parts(newsroom: Any, one: dict[str, Any], other: dict[str, Any], expected: bool) -> None:
    for outlet, figure in (("Alpha", one), ("Beta", other)):
        newsroom.claim("exercise", outlet=outlet, quantities=[newsroom.count(**{"unit": "troops", **figure})])

    assert [conflict.field for conflict in conflicts(newsroom)] == (["quantity:people"] if expected else [])


def test_what_one_origin_gives_as_whole_and_part_is_no_conflict_with_who_gives_the_part(newsroom: Any) -> None:
    newsroom.claim("exercise", outlet="Alpha", quantities=[newsroom.count(21000, "troops"),
                                                           newsroom.count(18000, "soldiers")])
    newsroom.claim("exercise", outlet="Beta", quantities=[newsroom.count(18000, "soldiers")])

    assert conflicts(newsroom) == ()


def test_figures_that_add_up_are_no_conflict_with_their_sum(newsroom: Any) -> None:
    report = newsroom.report("Three over Lublin, one over Gdynia, one over the lake.", outlet="Alpha")
    for at, number in ((0, 3), (20, 1), (40, 1)):
        newsroom.claim("drone_incident", report=report, at=at, quantities=[newsroom.count(number, "drones")])
    newsroom.claim("drone_incident", outlet="Beta", quantities=[newsroom.count(5, "drones")])

    assert conflicts(newsroom) == ()


def test_who_did_it(newsroom: Any) -> None:
    newsroom.claim("drone_incident", outlet="Alpha", by=["RU"])
    newsroom.claim("drone_incident", outlet="Beta", by=["UA"])
    newsroom.claim("shootdown", outlet="Beta", by=["PL"])

    conflict, = conflicts(newsroom)
    assert (conflict.field, [side.value for side in conflict.values]) == ("actors", ["RU", "UA"])


def test_an_alliance_is_no_rival_of_its_member(newsroom: Any) -> None:
    newsroom.claim("shootdown", outlet="Alpha", by=["PL"])
    newsroom.claim("shootdown", outlet="Beta", by=["NATO"])

    assert conflicts(newsroom) == ()


def test_a_plan_and_what_came_of_it(newsroom: Any) -> None:
    newsroom.claim("exercise", outlet="Alpha", stage="planned", quantities=[newsroom.count(13000, "troops")])
    newsroom.claim("exercise", outlet="Beta", stage="happened", quantities=[newsroom.count(7000, "troops")])

    assert conflicts(newsroom) == ()


def test_a_reading_by_scope_and_one_whole_show_only_what_cannot_hold_beside_the_other(newsroom: Any) -> None:
    drill = {"names": ["Zapad 2025"], "by": ["BY", "RU"], "when": "2025-09-12", "stage": "under_way"}
    newsroom.claim("exercise", **drill, outlet="Alpha", says=[newsroom.says("the general staff", party="BY")],
                   quantities=[newsroom.count(13_000, "servicemen")])
    newsroom.claim("exercise", **drill, outlet="Beta", says=[newsroom.says("an institute", "expert")], quantities=[
        newsroom.count(8_000, "troops", scope="in Belarus"), newsroom.count(2_000, "troops", scope="Russian"),
        newsroom.count(30_000, "troops", scope="in Russia", qualifier="about"),
    ])
    newsroom.claim("exercise", **{**drill, "stage": "planned"}, outlet="Gamma", factuality="possible",
                   says=[newsroom.says("a president", party="UA")],
                   quantities=[newsroom.count(150_000, "troops", qualifier="at_most")])

    conflict, = newsroom.event().conflicts
    assert [(side.value, side.origins) for side in conflict.values] == [
        ("13000 servicemen", ("the general staff",)), ("about 30000 troops (in Russia)", ("an institute (by Beta)",)),
    ]
