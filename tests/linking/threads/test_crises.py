"""Crises: incidents and measures between two states that follow one another closely."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedette.desk import Desk
from vedette.linking.threads.strands import ACCOMPANYING, STRANDS, pairs_of, strand_of
from vedette.model import EventType, ReadReport, Situation
from vedette.store import open_store

DAYS = ["2025-10-21", "2025-10-24", "2025-10-26", "2025-10-29"]


def balloon(newsroom: Any, day: str = DAYS[0], town: str = "Vilnius", **rest: Any) -> Any:
    told = {"by": ["BY"], "where": [town], "when": day, "published": day, "outlet": "The Daily"}
    return newsroom.claim("drone_incident", **{**told, **rest})


def closure(newsroom: Any, day: str = DAYS[2], **rest: Any) -> Any:
    told = {"by": ["LT"], "where": ["BY-LT"], "when": day, "published": day, "outlet": "Example Wire"}
    return newsroom.claim("border_closure", **{**told, **rest})


def crisis(newsroom: Any) -> Situation | None:
    found = [one for one in newsroom.link().situations if one.kind == "crisis"]
    return found[0] if found else None


def autumn(newsroom: Any) -> None:
    """Three nights with balloons, and the border closed between them."""
    for day in (DAYS[0], DAYS[1], DAYS[3]):
        balloon(newsroom, day)
    closure(newsroom)


def test_balloons_and_a_closed_border_within_days_are_a_crisis(newsroom: Any) -> None:
    autumn(newsroom)

    found = crisis(newsroom)
    assert found is not None
    assert found.name == "BY–LT: crisis from 2025-10-21"
    assert found.why == (
        "4 events (air, border) from 2025-10-21 to 2025-10-29, each within 14 days of the one before, told by 2 parties"
    )
    events = newsroom.link().events
    assert found.events == tuple(event.id for event in events)
    assert {event.situation for event in events} == {found.id}


def test_it_is_called_by_the_names_that_the_pack_has_for_the_states(newsroom: Any) -> None:
    for day in DAYS[:3]:
        balloon(newsroom, day, "Lublin")
    closure(newsroom, by=["PL"], where=["PL-BY"])

    found = crisis(newsroom)
    assert found is not None and found.name.startswith("BY–Poland:")


@pytest.mark.parametrize("lacking", [
    lambda room: [balloon(room, day) for day in DAYS],  # of one kind: a series
    lambda room: [balloon(room, DAYS[0]), balloon(room, DAYS[1]), closure(room)],  # too few
    lambda room: [balloon(room, day) for day in DAYS[:3]] + [closure(room, outlet="The Daily")],  # one party tells
    lambda room: [balloon(room, "2025-08-01"), balloon(room, "2025-09-01"), balloon(room, "2025-09-28"),
                  closure(room)],  # months apart
    lambda room: [balloon(room, day, by=()) for day in DAYS[:3]] + [closure(room)],  # nobody knows whose
    lambda room: [balloon(room, day) for day in DAYS[:3]] + [closure(room, stage="planned")],
    lambda room: [balloon(room, day, factuality="possible") for day in DAYS[:3]] + [closure(room)],
    lambda room: [balloon(room, when=room.month("2025-10")), *(balloon(room, day) for day in DAYS[:2]),
                  closure(room)],
])
def test_what_is_no_crisis(newsroom: Any, lacking: Any) -> None:
    lacking(newsroom)

    assert crisis(newsroom) is None


def test_allies_who_scramble_jets_together_are_in_no_crisis_with_one_another(newsroom: Any) -> None:
    for day in DAYS[:3]:
        newsroom.claim("interception", by=["DE", "PL"], where=["Lublin"], when=day, published=day)
    newsroom.claim("deployment", by=["DE"], where=["Vilnius"], when=DAYS[3], published=DAYS[3], outlet="The Daily")

    assert crisis(newsroom) is None


def test_what_is_planned_or_said_in_those_days_accompanies_it(newsroom: Any) -> None:
    autumn(newsroom)
    threat = newsroom.claim("threat", by=["BY"], to=["LT"], when="2025-10-30", published="2025-10-30")
    newsroom.claim("threat", by=["BY"], to=["LT"], when="2025-12-30", published="2025-12-30", outlet="The Weekly")
    newsroom.claim("protest", by=["LT"], to=["BY"], when="2025-10-30", published="2025-10-30")

    found = crisis(newsroom)
    assert found is not None and len(found.events) == 5
    said = next(event for event in newsroom.link().events if threat.id in event.claims)
    assert said.situation == found.id


def test_it_never_takes_an_exercise_or_what_belongs_to_one(newsroom: Any) -> None:
    autumn(newsroom)
    drill = newsroom.claim("exercise", names=["Zapad 2025"], by=["BY", "RU"], where=["BY-LT"], when=DAYS[1])
    ahead = closure(newsroom, DAYS[0], names=["Zapad 2025"], outlet="The Weekly", where=["BY-LT"])

    linked = newsroom.link()
    exercise = next(one for one in linked.situations if one.kind == "exercise")
    found = crisis(newsroom)
    assert found is not None
    of = {claim: event for event in linked.events for claim in event.claims}
    assert exercise.events == (of[ahead.id].id, of[drill.id].id)
    assert of[drill.id].situation == of[ahead.id].situation == exercise.id
    assert of[ahead.id].also_in == (found.id,) and of[ahead.id].id in found.events
    assert of[drill.id].id not in found.events


def test_what_only_belongs_to_an_exercise_is_no_crisis(newsroom: Any) -> None:
    for day in (DAYS[0], DAYS[1], DAYS[3]):
        balloon(newsroom, day, names=["Zapad 2025"])
    closure(newsroom, names=["Zapad 2025"])

    assert crisis(newsroom) is None


def test_a_sum_of_weeks_is_no_link_of_the_chain(newsroom: Any) -> None:
    balloon(newsroom, DAYS[0])
    balloon(newsroom, DAYS[3], "Lithuania", when=newsroom.days("2025-10-20", "2025-10-28"),
            quantities=[newsroom.count(30, "balloons")])
    closure(newsroom)
    balloon(newsroom, DAYS[3])

    assert crisis(newsroom) is None


def test_two_chains_far_apart_are_two_crises(newsroom: Any) -> None:
    autumn(newsroom)
    for day in ("2026-03-01", "2026-03-03", "2026-03-05"):
        balloon(newsroom, day)
    closure(newsroom, "2026-03-04")

    assert [one.name[-10:] for one in newsroom.link().situations if one.kind == "crisis"] == [
        "2025-10-21", "2026-03-01",
    ]


def test_its_id_stays_whatever_comes_that_does_not_belong_or_comes_later(newsroom: Any) -> None:
    autumn(newsroom)
    before = crisis(newsroom)
    newsroom.claim("strike", by=["RU"], where=["Lublin"], when="2024-01-01", published="2024-01-01")
    newsroom.claim("drone_incident", by=["RU"], where=["Tartu"], when=DAYS[0], published=DAYS[0])
    balloon(newsroom, "2025-11-05", "Kaunas")

    after = crisis(newsroom)
    assert before is not None and after is not None
    assert after.id == before.id and set(after.events) > set(before.events)


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5], ids=str)
def test_reports_in_any_order_and_one_by_one_make_the_same_crisis(newsroom: Any, order: Sequence[int]) -> None:
    autumn(newsroom)
    at_once = newsroom.link()
    reports = [ReadReport(report=newsroom.reports[one.report], claims=(one,)) for one in newsroom.claims]
    with TemporaryDirectory() as folder, open_store(str(Path(folder) / "desk.sqlite")) as store:
        desk = Desk(store, newsroom.knowledge)
        for number in order:
            store.add([reports[number]])
            desk.relink()
        assert store.situations() == at_once.situations
        assert {event.id: event.situation for event in store.each_event()} == {
            event.id: event.situation for event in at_once.events
        }


drawn = st.lists(st.tuples(
    st.sampled_from(["drone_incident", "border_closure", "shootdown", "threat", "strike"]),
    st.sampled_from(["Vilnius", "Kaunas", "BY-LT", "Brest"]), st.integers(1, 28),
    st.sampled_from(["BY", "LT"]), st.sampled_from(["The Daily", "Example Wire", "Alpha", "Beta"]),
    st.sampled_from([None, None, None, "Zapad 2025", "Zapad 2021"]),
), min_size=6, max_size=14)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=drawn, cut=st.integers(1, 13), data=st.data())
def test_a_busy_border_is_the_same_in_portions_as_at_once(newsroom: Any, told: Any, cut: int, data: Any) -> None:
    newsroom.claims.clear()
    newsroom.reports.clear()
    for kind, where, day, by, outlet, name in told:
        date = f"2025-10-{day:02d}"
        newsroom.claim(kind, where=[where], by=[by], when=date, published=date, outlet=outlet,
                       names=[name] if name else [])
    at_once = newsroom.link()
    reports = [ReadReport(report=newsroom.reports[one.report], claims=(one,)) for one in newsroom.claims]
    shuffled = data.draw(st.permutations(reports))
    with TemporaryDirectory() as folder, open_store(str(Path(folder) / "desk.sqlite")) as store:
        desk = Desk(store, newsroom.knowledge)
        for portion in (shuffled[:cut], shuffled[cut : cut + 1], shuffled[cut + 1 :]):
            store.add(portion)
            desk.relink()
        assert store.situations() == at_once.situations
        assert tuple(store.each_event()) == at_once.events


def test_every_strand_is_in_the_table_and_no_type_both_makes_and_accompanies(newsroom: Any) -> None:
    from vedette.linking.threads import strands

    assert not ACCOMPANYING & STRANDS.keys()
    for kind in (*STRANDS, *ACCOMPANYING):
        assert str(kind) in (strands.__doc__ or "")
    assert EventType.EXERCISE not in STRANDS


@pytest.mark.parametrize(("type", "fields", "pairs"), [
    ("drone_incident", {"by": ["BY"], "where": ["Vilnius"]}, {("BY", "LT")}),
    ("border_closure", {"by": ["PL"], "where": ["PL-BY"]}, {("BY", "PL")}),
    ("shootdown", {"by": ["PL"], "to": ["RU"], "where": ["Lublin"]}, {("PL", "RU")}),
    ("deployment", {"by": ["DE"], "where": ["Vilnius"]}, set()),
    ("deployment", {"by": ["BY"], "where": ["BY-LT"]}, {("BY", "LT")}),
    ("strike", {"by": ["NATO"], "where": ["Brest"]}, set()),
])
def test_between_whom_an_event_stands(newsroom: Any, type: str, fields: Any, pairs: set[tuple[str, str]]) -> None:
    newsroom.claim(type, when="2025-09-12", **fields)

    event = newsroom.event()
    assert pairs_of(event) == pairs
    assert strand_of(event) == STRANDS[EventType(type)]
