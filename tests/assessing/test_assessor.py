"""A desk that grew report by report stands as one that was filled at once; only what is touched is looked at."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import warned
from vedette.knowledge import load_knowledge
from vedette.model import CountRule, MeasureState
from warned import FACTS, OUTLETS, TODAY, WATCHED, cited, in_order, printed_again, read, relayed, standing


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge()


@pytest.fixture
def new_desk(tmp_path, knowledge):
    return warned.NewDesks(tmp_path, knowledge)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FACTS, min_size=1, max_size=8, unique=True), st.integers(1, 3))
def test_however_it_grew_a_desk_stands_as_one_that_was_filled_at_once(new_desk, facts, at_a_time):
    reports = in_order({one.report.id: one for one in (read(*fact) for fact in facts)}.values())
    at_once, grown = new_desk(), new_desk()
    at_once.store.add(reports)
    at_once.assess(WATCHED, today=TODAY)
    for start in range(0, len(reports), at_a_time):
        some = reports[start:start + at_a_time]
        grown.store.add(some)
        grown.assess(WATCHED, today=min(some[-1].report.published, TODAY))
        grown.assess(WATCHED, today=TODAY)
    assert standing(grown) == standing(at_once)
    for desk in (at_once, grown):
        desk.store.close()


def test_each_scenario_is_weighed_once_a_day_and_then_when_something_touches_it(new_desk):
    desk = new_desk()
    desk.store.add([read("drone_incident", day, 0, 0, "Example Post", "LT") for day in range(1, 20)])
    assert {one.scenario for one in desk.assess(WATCHED, today="2031-05-19")} == {"air", "border"}
    assert desk.assess(WATCHED, today="2031-05-19") == ()
    assert {one.scenario for one in desk.assess(WATCHED, today=TODAY)} == {"air", "border"}


def test_what_nothing_new_touches_stays_as_it_was(new_desk):
    desk, only = new_desk(), (WATCHED[0], warned.scenario("far", warned.indicator("strikes", "strike")))
    desk.store.add([read("drone_incident", day, 0, 0, "Example Post", "LT") for day in range(1, 21)])
    desk.assess(only, today=TODAY)
    desk.store.add([read("drone_incident", 20, 0, 1, "Example Post", "PL")])
    (made,) = desk.assess(only, today=TODAY)
    assert made.scenario == "air"
    assert made == desk.store.assessment("air")


def test_the_first_report_of_a_day_moves_nothing_that_was_seen_well_enough_without_it(new_desk):
    """Of a day without reports, that one comes changes what too few days were heard of, and nothing else."""
    counts = warned.scenario("counts", warned.indicator("strikes", "strike"))
    rarely = warned.scenario("rarely", warned.indicator("old", "strike", rule=CountRule(window=60)))
    desk = new_desk()
    desk.store.add([read("border_closure", day, 0, 0, "Example Post", "LT") for day in range(1, 20)])
    assert len(desk.assess((counts, rarely), today=TODAY)) == 2
    desk.store.add([read("drone_incident", 20, 0, 0, "Example Post", "LT")])
    (made,) = desk.assess((counts, rarely), today=TODAY)
    assert made.scenario == "rarely"
    assert made.measures[0].reasons[-1].values["days"] == 20


def test_a_scenario_with_other_rules_is_weighed_anew_by_them(new_desk):
    desk = new_desk()
    desk.store.add([read("drone_incident", 19, 0, 0, "Example Post", "LT")])
    asks_for = [
        warned.scenario("air", warned.indicator("drones", "drone_incident", thin=True, rule=rule))
        for rule in (CountRule(window=7, at_least=2), CountRule(window=7, at_least=1))
    ]
    (before,) = desk.assess(asks_for[:1], today=TODAY)
    (after,) = desk.assess(asks_for[1:], today=TODAY)
    assert (before.met, after.met) == ((), ("drones",))
    assert desk.store.scenarios() == (asks_for[1],)


def test_whoever_begins_to_be_heard_of_makes_an_absence_one_that_can_be_seen(new_desk):
    desk = new_desk()
    desk.store.add([read("border_closure", day, 0, 0, "Harbour Gazette", "LT") for day in (17, 20)])
    states = []
    for days in ((), (18,), (19,)):
        desk.store.add([read("border_closure", day, 0, 1, "Example Post", "LT") for day in days])
        desk.assess(WATCHED, today=TODAY)
        states.append(desk.store.assessment("border").measures[1].state)
    assert states == [MeasureState.UNSEEN, MeasureState.UNSEEN, MeasureState.MET]


def test_taking_one_report_away_changes_what_it_supported_and_nothing_else(new_desk):
    """Taken away: the only one of the second drone. What rests on two drones falls; the border stands as it stood."""
    reports = [read("drone_incident", 18, 0, 0, OUTLETS[0], "LT"), read("drone_incident", 18, 0, 0, OUTLETS[1], "PL")]
    reports += [read("border_closure", day, 0, 2, "Example Post", "LT") for day in (17, 18, 19, 20)]
    last = read("drone_incident", 19, 0, 1, "Example Post", "PL")
    whole, without = new_desk(), new_desk()
    whole.store.add([*reports, last])
    without.store.add(reports)
    for desk in (whole, without):
        desk.assess(WATCHED, today=TODAY)
    (event,) = set(whole.store.events_of_report(last.report.id).values())
    for scenario in ("air", "border"):
        for one, other in zip(whole.store.assessment(scenario).measures, without.store.assessment(scenario).measures,
                              strict=True):
            rests_on_it = event in one.events
            assert rests_on_it == (one != other), one.indicator
    assert whole.store.assessment("air").points > without.store.assessment("air").points


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FACTS, min_size=2, max_size=6, unique=True), st.data())
def test_a_copy_a_relay_or_what_has_nothing_to_do_with_it_changes_no_level(new_desk, facts, data):
    """All of the day of a report that is there: that somebody was looking on one more day is news of its own."""
    reports = in_order({one.report.id: one for one in (read(*fact) for fact in facts)}.values())
    desk = new_desk()
    desk.store.add(reports)
    desk.assess(WATCHED, today=TODAY)
    before = standing(desk)
    fact = data.draw(st.sampled_from(facts))
    moment = data.draw(st.sampled_from([None, read(*fact).report.published]))
    desk.store.add([printed_again(read(*fact), at=moment), relayed(read(*fact)), read("strike", *fact[1:])])
    desk.assess(WATCHED, today=TODAY)
    after = standing(desk)
    for name, one in before.items():
        assert (after[name].level, after[name].points, after[name].met) == (one.level, one.points, one.met)
    desk.store.close()


def test_a_copy_of_the_same_moment_changes_no_level(new_desk):
    facts = [("drone_incident", day, 0, 0, "Example Post", party) for day, party in ((19, None), (1, "LT"), (14, None))]
    first, *others = [read(*fact) for fact in facts]
    desk = new_desk()
    desk.store.add([first, *others])
    desk.assess(WATCHED, today=TODAY)
    before = desk.store.assessment("air").level
    desk.store.add([printed_again(first, at=first.report.published)])
    desk.assess(WATCHED, today=TODAY)
    assert desk.store.assessment("air").level == before


def test_what_every_outlet_has_from_one_agency_raises_nothing(new_desk):
    """Six drones, each printed by three outlets that cite the same agency: thinly met, whatever their number."""
    desk = new_desk()
    told = [read("drone_incident", day, 0, town, outlet, None) for day in (14, 19) for town in range(3)
            for outlet in OUTLETS]
    desk.store.add([cited(one, "Example Agency") for one in told])
    desk.assess(WATCHED, today=TODAY)
    assessed = desk.store.assessment("air")
    drones = assessed.measures[0]
    assert (assessed.level, drones.state, len(drones.events)) == (0, MeasureState.THIN, 6)
    desk.store.add([cited(read("drone_incident", 19, 0, town, OUTLETS[0], None), "Harbour Wire") for town in range(3)])
    desk.assess(WATCHED, today=TODAY)
    assert desk.store.assessment("air").measures[0].state is MeasureState.MET
