"""What pages and commands read of warning: the newest of each scenario, and what was before."""

import pytest
from sqlalchemy.event import listen

import warned
from stores import ON_SQLITE
from vedette.errors import UnknownId

BUILD_UP, BORDER = warned.scenario("build-up"), warned.scenario("border")


@pytest.fixture
def days(store):
    """Three days of one scenario, one of another; the exercise is told on the second day."""
    told = warned.match("e1", "2031-05-02")
    made = [warned.assessed(BUILD_UP, f"2031-05-0{day}", told) for day in (1, 2, 4)]
    made.append(warned.assessed(BORDER, "2031-05-02"))
    with store.warning.weighing() as weighing:
        weighing.follow([BUILD_UP, BORDER], "both")
        weighing.put(made)
    return made


def test_a_desk_that_nobody_assessed_has_no_scenarios_and_no_assessments(store):
    assert store.scenarios() == ()
    assert store.assessments() == ()
    with pytest.raises(UnknownId, match="build-up"):
        store.assessment("build-up")


def test_the_newest_of_each_scenario_is_given_by_its_id(store, days):
    assert store.assessments() == (days[3], days[2])


def test_what_was_so_on_a_day_is_the_last_word_up_to_that_day(store, days):
    assert store.assessments("2031-05-03") == (days[3], days[1])
    assert store.assessments("2031-05-01") == (days[0],)
    assert store.assessment("build-up", "2031-05-03") == days[1]
    with pytest.raises(UnknownId):
        store.assessment("border", "2031-05-01")


def test_what_was_before_comes_newest_first(store, days):
    assert [one.day for one in store.assessments_of("build-up")] == ["2031-05-04", "2031-05-02", "2031-05-01"]
    assert [one.level_name for one in store.assessments_of("build-up")] == ["watch", "watch", "calm"]
    between = store.assessments_of("build-up", "2031-05-02", "2031-05-03")
    assert between == (days[1],)


def test_the_second_assessment_of_a_day_takes_the_place_of_the_first(store, days):
    again = warned.assessed(BUILD_UP, "2031-05-04")
    before = store.state()
    with store.warning.weighing() as weighing:
        weighing.put([again])
    assert store.assessment("build-up") == again
    assert len(store.assessments_of("build-up")) == 3
    assert store.state() != before  # whoever keeps a page asks for it anew


def test_the_same_assessment_again_changes_nothing_that_is_shown(store, days):
    before = store.state()
    with store.warning.weighing() as weighing:
        weighing.follow([BUILD_UP, BORDER], "both")
        weighing.put([days[2]])
    assert store.state() == before


def test_a_scenario_that_is_followed_no_more_is_not_shown_and_its_past_is_kept(store, days):
    with store.warning.weighing() as weighing:
        weighing.follow([BORDER], "one")
    assert store.scenarios() == (BORDER,)
    assert store.assessments() == (days[3],)
    assert len(store.assessments_of("build-up")) == 3


def test_one_scenario_is_found_by_its_id(store, days):
    assert store.scenario("border") == BORDER
    with pytest.raises(UnknownId, match="quiet"):
        store.scenario("quiet")


def test_whoever_goes_back_to_a_day_finds_nothing_of_days_that_have_not_come(store, days):
    with store.warning.weighing() as weighing:
        weighing.put([days[1]])
    assert [one.day for one in store.assessments_of("build-up")] == ["2031-05-02", "2031-05-01"]


def test_what_is_known_of_scenarios_on_a_day_is_told_at_once(store, days):
    with store.warning.weighing() as weighing:
        weighing.note([("border", "b"), ("border", "exercises")])
        known = weighing.known(["build-up", "border", "quiet"], "2031-05-04")
        first = weighing.known(["build-up"], "2031-05-01")
    assert (known["build-up"].today, known["build-up"].before) == (days[2], days[1])
    assert (known["border"].today, known["border"].before) == (None, days[3])
    assert known["border"].waiting == {"b", "exercises"}
    assert (known["quiet"].today, known["quiet"].before, known["quiet"].waiting) == (None, None, frozenset())
    assert (first["build-up"].today, first["build-up"].before) == (days[0], None)


def test_scenarios_that_are_weighed_together_are_put_together(store, days):
    again = [warned.assessed(BUILD_UP, "2031-05-02"), warned.assessed(BORDER, "2031-05-02")]
    with store.warning.weighing() as weighing:
        weighing.note([("border", "b"), ("build-up", "b"), ("quiet", "b")])
        weighing.put(again)
        known = weighing.known(["border", "build-up", "quiet"], "2031-05-02")
    assert store.assessments() == (again[1], again[0])
    assert [one.day for one in store.assessments_of("build-up")] == ["2031-05-02", "2031-05-01"]
    assert [known[one].waiting for one in ("border", "build-up", "quiet")] == [set(), set(), {"b"}]


@ON_SQLITE
@pytest.mark.parametrize("day", [None, "2031-05-03"])
def test_how_all_stand_is_looked_up_by_the_key_and_not_in_all_days_there_are(store, days, day):
    asked = []
    listen(store._book.engine, "before_cursor_execute", lambda c, cursor, statement, given, *_: asked.append(
        (statement, given)
    ))
    store.assessments(day)
    (statement, given), = [one for one in asked if "assessments" in one[0]]
    with store._book.engine.connect() as connection:
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)]
    assert any(step.startswith("SEARCH assessments USING PRIMARY KEY (scenario=? AND day=?)") for step in plan), plan
    assert not any(step.startswith("SCAN assessments") for step in plan), plan
