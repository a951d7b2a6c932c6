"""Which events are matched anew, and what is known of each when it is."""

import pytest

import builders as build
import warned
from vedette.desk import Desk
from vedette.knowledge import load_knowledge
from vedette.model import ReadReport
from vedette.model.held import Relinked

MARK = "w1"


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge()


@pytest.fixture
def desk(store, knowledge):
    return Desk(store, knowledge)


def closure(day, *, published=None, country="Poland", **fields):
    """A report that a country closed its border, and what was read in it."""
    told = build.report(f"{country} closed its border on {day}.", published=published or day, **fields)
    place = build.place("Warsaw" if country == "Poland" else "Riga", countries=["PL" if country == "Poland" else "LV"])
    return ReadReport(report=told, claims=(build.claim(told, words="closed its border", period=day, places=[place]),))


def add(desk, *read):
    desk.store.add(read)
    desk.relink()


def portion(desk, mark=MARK):
    with desk.store.warning.matching() as matching:
        matching.begin(mark)
        return matching.portion(100)


def settle(desk, *matches, mark=MARK):
    """Match all that is to be matched; give the indicators that are to be weighed for it."""
    with desk.store.warning.matching() as matching:
        matching.begin(mark)
        matching.put([one.id for one in matching.portion(100)], matches)
    with desk.store.warning.weighing() as weighing:
        return weighing.known(["build-up"], "2031-05-09")["build-up"].waiting


def test_on_a_desk_that_never_was_matched_all_events_are(desk):
    add(desk, closure("2025-09-12"), closure("2025-09-20", country="Latvia"))
    assert len(portion(desk)) == 2
    assert not desk.store.warning.is_matched(MARK)


def test_matched_once_nothing_is_left_until_something_new_comes(desk):
    add(desk, closure("2025-09-12"))
    settle(desk)
    assert portion(desk) == ()
    assert desk.store.warning.is_matched(MARK)
    add(desk, closure("2025-09-20", country="Latvia"))
    assert not desk.store.warning.is_matched(MARK)
    (new,) = portion(desk)
    assert new.event.period.first_day == "2025-09-20"


def test_an_event_that_grew_is_matched_anew(desk):
    add(desk, closure("2025-09-12"), closure("2025-09-20", country="Latvia"))
    settle(desk)
    add(desk, closure("2025-09-12", outlet="Other Post"))
    (grown,) = portion(desk)
    assert grown.event.reports == 2


def test_an_event_that_is_no_more_loses_its_matches(desk):
    add(desk, closure("2025-09-12"))
    (one,) = portion(desk)
    match = warned.match(one.id, "2025-09-12")
    settle(desk, match)
    with desk.store.linking() as linking:
        linking.put(Relinked(gone=frozenset({one.id}), families={}, blocks={}, left={}))
    (gone,) = portion(desk)
    assert (gone.id, gone.event, gone.telling) == (one.id, None, None)
    settle(desk)
    with desk.store.warning.weighing() as weighing:
        assert weighing.matches("build-up", ["exercises"], since="2025-01-01") == {}


def test_other_rules_match_everything_anew(desk):
    add(desk, closure("2025-09-12"))
    settle(desk)
    assert len(portion(desk, "w2")) == 1


def test_linking_all_anew_matches_all_anew(desk):
    add(desk, closure("2025-09-12"))
    settle(desk)
    desk.relink(anyway=True)
    assert len(portion(desk)) == 1


def test_an_event_was_told_when_it_was_first_published_and_known_when_this_desk_first_met_it(desk):
    add(
        desk, closure("2025-09-12", published="2025-09-14"),
        closure("2025-09-12", published="2025-09-13", outlet="Other Post", first_seen="2025-09-20T05:00:00+00:00"),
    )
    (one,) = portion(desk)
    assert (one.telling.told, one.telling.known) == ("2025-09-13", "2025-09-13")  # the clock of this desk says the 13th
    assert one.event.reports == 2


def test_only_what_differs_is_to_be_weighed(desk):
    add(desk, closure("2025-09-12"))
    (one,) = portion(desk)
    match = warned.match(one.id, "2025-09-12")
    assert settle(desk, match) == {"exercises"}
    with desk.store.warning.weighing() as weighing:
        weighing.put([warned.assessed(warned.scenario(), "2025-09-13", match)])
    with desk.store.warning.matching() as matching:
        matching.put([one.id], [match])
    with desk.store.warning.weighing() as weighing:
        assert weighing.known(["build-up"], "2031-05-09")["build-up"].waiting == set()
    with desk.store.warning.matching() as matching:
        matching.put([one.id], [])
    with desk.store.warning.weighing() as weighing:
        assert weighing.known(["build-up"], "2031-05-09")["build-up"].waiting == {"exercises"}
        assert weighing.matches("build-up", ["exercises"], since="2025-01-01") == {}
