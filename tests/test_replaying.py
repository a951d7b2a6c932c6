"""The time machine: what would have been known on a day, and that it ends where the desk stands."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import warned
from vedette.knowledge import load_knowledge
from vedette.model import Judgement, Verdict
from vedette.model.known import Known
from vedette.replaying import replay
from warned import FACTS, TODAY, WATCHED, in_order, read, standing


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge()


@pytest.fixture
def new_desk(tmp_path, knowledge):
    return warned.NewDesks(tmp_path, knowledge)


def replayed(desk, since, until, scenarios=WATCHED, **how):
    return list(replay(desk.store, scenarios, knowledge=desk.knowledge, since=since, until=until, **how))


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FACTS, min_size=1, max_size=8, unique=True))
def test_at_the_end_stands_what_the_desk_itself_says(new_desk, facts):
    desk = new_desk()
    desk.store.add(in_order({one.report.id: one for one in (read(*fact) for fact in facts)}.values()))
    desk.assess(WATCHED, today=TODAY)
    last = replayed(desk, "2031-05-18", TODAY)[-1]
    assert {one.scenario: one for one in last.assessments}.keys() == {"air", "border"}
    for one in last.assessments:
        here = standing(desk)[one.scenario]
        assert (one.level, one.points, one.measures) == (here.level, here.points, here.measures)
        assert (one.raising, one.lowering, one.confidence) == (here.raising, here.lowering, here.confidence)
    desk.store.close()


def test_each_day_stands_as_the_desk_stood_that_day(new_desk):
    """The desk is assessed day by day as its reports come; the replay, made afterwards, says the same."""
    desk, days = new_desk(), ("2031-05-12", "2031-05-13", "2031-05-14", "2031-05-15")
    facts = {
        "2031-05-12": [("border_closure", 10, 2, 0, "Example Post", "LT")],
        "2031-05-13": [("drone_incident", 12, 1, 1, "Example Post", "LT")],
        "2031-05-15": [("drone_incident", 15, 0, 2, "Harbour Gazette", "PL")],
    }
    lived = []
    for day in days:
        desk.store.add([read(*fact) for fact in facts.get(day, [])])
        desk.assess(WATCHED, today=day)
        lived.append(desk.store.assessments(day))
    found = replayed(desk, days[0], days[-1])
    assert [one.reports for one in found] == [1, 1, 0, 1]
    assert [one.assessments for one in found] == lived
    assert "drones" in lived[-1][0].met and "drones" not in lived[-2][0].met


def test_what_was_published_early_and_met_late_is_known_late_unless_one_asks_otherwise(new_desk):
    desk = new_desk()
    desk.store.add([read("border_closure", 2, 0, 0, "Example Post", "LT", met="2031-05-09")])
    shut = {
        known: [day.day for day in replayed(desk, "2031-05-01", "2031-05-10", known=known)
                if "shut" in day.assessments[1].met]
        for known in Known
    }
    assert shut[Known.FIRST_SEEN] == ["2031-05-09", "2031-05-10"]
    assert shut[Known.PUBLISHED][0] == "2031-05-02"


def test_what_people_decided_counts_from_the_day_on_which_they_did(new_desk):
    """Two reports of one drone; somebody says on the 17th that they are two."""
    desk, only = new_desk(), (warned.scenario("air", warned.indicator("drones", "drone_incident", thin=True)),)
    desk.store.add([read("drone_incident", 14, 0, 0, outlet, "LT") for outlet in ("Example Post", "Harbour Gazette")])
    desk.relink()
    one, other = [claim.anchor for claim in desk.store.claims()]
    desk.decide([Judgement.of((one,), (other,), Verdict.DIFFERENT, by="Ann", at="2031-05-17T10:00:00+00:00")])
    counted = [len(day.assessments[0].measures[0].events) for day in replayed(desk, "2031-05-14", "2031-05-18", only)]
    assert counted == [1, 1, 1, 2, 2]


def test_the_desk_is_only_read(new_desk):
    desk = new_desk()
    desk.store.add([read("border_closure", 2, 0, 0, "Example Post", "LT")])
    desk.relink()
    before = desk.store.state()
    replayed(desk, "2031-05-01", "2031-05-03")
    assert desk.store.state() == before
    assert desk.store.scenarios() == ()
