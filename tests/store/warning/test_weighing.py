"""What could be seen: on which days there are reports of whom, and what a change of it brings along."""

import pytest

import builders as build
import warned
from vedette.model import ReadReport
from vedette.store.warning import Every

DAYS = ((1, "exercises"), (3, "exercises"), (5, "b"))


def add(store, *reports):
    store.add([ReadReport(report=one, claims=()) for one in reports])


def look(store, states=""):
    """Look around, and say what is to be weighed for it."""
    with store.warning.weighing() as weighing:
        weighing.look_around(states)
        return set(weighing.take_every())


@pytest.fixture
def post(store):
    add(store, build.report("One.", outlet="Example Post", published="2031-05-01T08:00:00+02:00"))
    look(store)
    return "Example Post"


def test_the_days_of_an_outlet_are_those_of_its_reports(store, post):
    add(
        store, build.report("Two.", outlet=post, published="2031-05-02"),
        build.report("Three.", outlet=post, published="2031-05-02"),
        build.report("Four.", outlet="Other Post", published="2031-05-03", language="lt"),
        build.report("Five.", outlet=None), build.report("Six.", outlet=post, published=None),
    )
    look(store)
    with store.warning.weighing() as weighing:
        own, other = weighing.outlets(since="2031-05-01")
        assert own.outlet == post
        assert own.days == {"2031-05-01", "2031-05-02"}
        assert (other.outlet, other.language, other.days) == ("Other Post", "lt", {"2031-05-03"})
        assert [one.days for one in weighing.outlets(since="2031-05-02")] == [{"2031-05-02"}, {"2031-05-03"}]


def test_an_outlet_is_one_whatever_languages_it_writes_in(store, post):
    for day in (2, 3):
        add(store, build.report(f"День {day}.", outlet=post, published=f"2031-05-0{day}", language="uk"))
    look(store)
    with store.warning.weighing() as weighing:
        (own,) = weighing.outlets(since="2031-05-01")
    assert own.language == "uk"
    assert len(own.days) == 3


def test_a_day_on_which_nobody_had_written_concerns_what_could_not_be_observed(store, post):
    add(store, build.report("Two.", outlet=post, published="2031-05-02"))
    assert look(store) == {Every.DAYS, Every.OUTLETS}


def test_a_day_on_which_somebody_else_had_written_concerns_those_who_look_at_some_outlets(store, post):
    add(store, build.report("Two.", outlet="Other Post", published="2031-05-01"))
    assert look(store) == {Every.OUTLETS}


def test_one_more_report_of_the_same_day_concerns_nothing(store, post):
    add(store, build.report("Two.", outlet=post, published="2031-05-01"))
    assert look(store) == set()


def test_another_state_of_a_source_concerns_everything_and_only_once(store, post):
    assert look(store, "post: failing") == {Every.THING}
    assert look(store, "post: failing") == set()


def test_matches_are_given_from_a_day_on(store):
    told = [warned.match(f"e{day}", f"2031-05-0{day}", of=of) for day, of in DAYS]
    with store.warning.matching() as matching:
        matching.put([one.event for one in told], told)
    with store.warning.weighing() as weighing:
        assert weighing.matches("build-up", ["exercises"], since="2031-05-02") == {"exercises": [told[1]]}
        assert weighing.matches("build-up", ["exercises", "b"], since="2031-05-01") == {
            "exercises": told[:2], "b": told[2:],
        }
        assert weighing.known(["build-up"], "2031-05-09")["build-up"].waiting == {"exercises", "b"}
        assert weighing.known(["border"], "2031-05-09")["border"].waiting == set()
