"""Only a change of level, or an indicator that is met and was not, is told; and it is told once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alert_builders import assessment, at, measure
from vedette.alerting import Channel, Wording, drafts, news_of, notice
from vedette.store.alerting import AlertKind, LastTold

DUTY = Channel(name="duty", address="json://post.example")


def word(now, news):
    return Wording(name="Pressure on the border", before_name=f"level {news.before}")


def tell(book, *assessed, channels=(DUTY,), minutes=0):
    return notice(book, assessed, channels=channels, word=word, at=at(minutes))


def test_a_calm_scenario_of_which_nobody_was_told_is_no_news(book):
    assert tell(book, assessment(0)) == ()
    assert book.last_told("pressure").level == 0


def test_a_scenario_that_is_raised_when_it_is_first_seen_is_told(book):
    (alert,) = tell(book, assessment(2, "drones"))
    assert (alert.kind, alert.before, alert.level, alert.follows) == (AlertKind.RAISED, 0, 2, None)
    assert [one.id for one in book.untold("duty")] == [alert.id]


def test_the_same_again_tells_nothing(book):
    tell(book, assessment(2, "drones"))
    assert tell(book, assessment(2, "drones"), minutes=5) == ()
    assert tell(book, assessment(2, "drones", day="2031-05-05"), minutes=9) == ()
    assert len(book.alerts()) == 1


def test_falling_is_told_and_says_from_where(book):
    (first,) = tell(book, assessment(2, "drones"))
    (second,) = tell(book, assessment(1))
    assert (second.kind, second.before, second.level, second.follows) == (AlertKind.LOWERED, 2, 1, first.id)


def test_a_further_indicator_is_told_and_one_that_lapses_is_not(book):
    tell(book, assessment(2, "drones"))
    (alert,) = tell(book, assessment(2, "drones", "balloons"))
    assert (alert.kind, alert.level) == (AlertKind.MET, 2)
    assert tell(book, assessment(2, "balloons")) == ()
    (again,) = tell(book, assessment(2, "drones", "balloons", day="2031-05-09"))
    assert again.kind is AlertKind.MET, "it had lapsed: that it is met anew is news"


def test_thinly_met_is_no_news(book):
    thin = assessment(0, measures=(measure("drones", "thinly_met"),))
    assert news_of(None, thin) is None
    assert tell(book, thin) == ()


def test_an_older_day_than_people_know_of_tells_nothing(book):
    tell(book, assessment(2, day="2031-05-05"))
    assert tell(book, assessment(0, day="2031-05-04")) == ()
    assert book.last_told("pressure").level == 2


def test_other_rules_are_said_to_be_others():
    told = LastTold(scenario="pressure", day="2031-05-04", mark="w0", level=1)
    news = news_of(told, assessment(2, mark="w1"))
    assert news.rules_changed
    assert not news_of(told, assessment(2, mark="w0")).rules_changed


def test_each_scenario_is_told_apart(book):
    made = tell(book, assessment(1), assessment(2, scenario="airspace"))
    assert [one.scenario for one in made] == ["pressure", "airspace"]


def test_an_alert_goes_only_where_it_is_wanted(book):
    only = Channel(name="air", address="json://x", scenarios=("airspace",))
    high = Channel(name="chief", address="json://x", from_level=3)
    tell(book, assessment(2), channels=(DUTY, only, high))
    assert [len(book.untold(name)) for name in ("duty", "air", "chief")] == [1, 0, 0]


def test_who_was_told_of_a_high_level_is_told_that_it_fell(book):
    chief = Channel(name="chief", address="json://x", from_level=3)
    tell(book, assessment(3), channels=(chief,))
    tell(book, assessment(1), channels=(chief,))
    tell(book, assessment(2), channels=(chief,))
    assert [one.level for one in book.untold("chief")] == [3, 1]


def test_a_draft_puts_nothing_on_record(book):
    (draft,) = drafts(book, [assessment(2)], word=word, at=at())
    assert draft.alert.level == 2
    assert book.alerts() == ()
    assert book.last_told("pressure") is None


@pytest.mark.parametrize("before", [None, 0, 2])
def test_the_same_change_has_the_same_name(book, before):
    if before is not None:
        book.note_told(LastTold(scenario="pressure", day="2031-05-01", mark="w1", level=before))
    names = {
        draft.alert.id for minutes in (0, 30)
        for draft in drafts(book, [assessment(1, "drones")], word=word, at=at(minutes))
    }
    assert len(names) == 1


STATES = st.tuples(st.integers(0, 3), st.frozensets(st.sampled_from(["drones", "balloons", "jamming"])))


@given(STATES, STATES)
def test_there_is_news_exactly_where_the_level_changes_or_something_more_is_met(before, now):
    told = LastTold(scenario="pressure", day="2031-05-04", mark="w1", level=before[0], met=tuple(sorted(before[1])))
    news = news_of(told, assessment(now[0], *sorted(now[1])))
    assert (news is not None) == (before[0] != now[0] or bool(now[1] - before[1]))
    if news is not None:
        assert set(news.fresh) == now[1] - before[1]


class Memory:
    """What people were told, in memory: the part of a book that noticing asks."""

    def __init__(self):
        self.told, self.made = {}, []

    def last_told(self, scenario):
        return self.told.get(scenario)

    def note_told(self, told):
        self.told[told.scenario] = told

    def put_alert(self, alert, told, *, channels):
        self.made.append(alert)
        self.told[told.scenario] = told
        return True


@given(st.lists(STATES, max_size=20))
def test_whoever_reads_only_alerts_knows_the_level_and_each_goes_on_from_the_one_before(states):
    book = Memory()
    for number, (level, met) in enumerate(states):
        tell(book, assessment(level, *sorted(met), day=f"2031-05-{number + 1:02d}"))
        assert (book.made[-1].level if book.made else 0) == level
        before = len(book.made)
        tell(book, assessment(level, *sorted(met), day=f"2031-05-{number + 1:02d}"))
        assert len(book.made) == before, "nothing is told twice"
    levels, last = [0, *(one.level for one in book.made)], [None, *(one.id for one in book.made)]
    for place, one in enumerate(book.made):
        assert (one.before, one.follows) == (levels[place], last[place])
