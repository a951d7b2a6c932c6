"""Which events a filter lets through, and in which order."""

import pytest
from sqlalchemy.event import listen

import builders as build
from stores import ON_SQLITE
from vedette.model import Grade, LinkKind, Origin, ReadReport
from vedette.store import EventFilter, event_list
from vedette.store.sightings import Box


def happening(name, text, **fields):
    told = build.report(text, ref=name)
    told_claim = build.claim(told, fields.pop("type", "border_closure"), **fields)
    return told, told_claim


HAPPENINGS = {
    "closure": happening(
        "closure", "Poland shut the crossing at Terespol.", period=build.when("2025-09-11T18:00", open_end=True),
        places=[build.place("Border", kind="border", countries=["PL", "BY"], lat=52.3, lon=23.6)],
        actors=[build.actor("Poland", "PL")],
    ),
    "drill": happening(
        "drill", "The drill lasted four days.", type="exercise", period=build.when("2025-09-12", "2025-09-16"),
        places=[
            build.place("Barysau", countries=["BY"], lat=54.23, lon=28.5),
            build.place("Minsk", countries=["BY"], role="origin", lat=53.9, lon=27.57),
        ], names=["Захад-2025", "Šiaurė 100%"],
        actors=[build.actor("Ministry of Defence", "BY-MoD", party="BY"), build.actor("locals")],
    ),
    "drone": happening(
        "drone", "A drone may have crossed into Lithuania.", type="drone_incident", period="2025-07-28",
        factuality="possible", places=[build.place("Vilnius", countries=["LT"], role="target", lat=54.69, lon=25.28)],
    ),
    "base": happening("base", "A base is being built.", type="base_construction", period="2025-09", stage="under_way"),
    "until": happening("until", "Flights are barred until December.", type="airspace_restriction",
                       period=build.when(None, "2025-12-09")),
    "undated": happening("undated", "It is said that troops moved.", type="deployment"),
    "vague": happening("vague", "Troops moved repeatedly.", type="deployment", period=build.when(text="repeatedly")),
}


def drills(*events):
    return build.situation("Drills", events)


def busy(*events):
    return build.situation("A busy place", events)


@pytest.fixture
def events(store):
    """What is on the desk: the names of the events by their ids."""
    made = {name: build.event([one]) for name, (_, one) in HAPPENINGS.items()}
    store.add([ReadReport(report=told, claims=(one,)) for told, one in HAPPENINGS.values()])
    store.replace_events(made.values(), [drills(made["base"], made["drill"]), busy(made["drill"])])
    return {event.id: name for name, event in made.items()}


def shown(store, events, **fields):
    found = [events[event.id] for event in store.events(EventFilter(**fields))]
    assert store.count_events(EventFilter(**fields)) == len(found)
    return found


def test_events_come_earliest_first_and_undated_last(store, events):
    names = shown(store, events)
    assert names[:5] == ["drone", "base", "closure", "drill", "until"]
    assert sorted(names[5:]) == ["undated", "vague"]


def test_events_of_one_day_come_by_the_hour(store):
    told = build.report()
    hours = ["2025-09-11T21:00", "2025-09-11", "2025-09-11T06:30"]
    claims = [build.claim(told, start=start, period=hour) for start, hour in enumerate(hours)]
    store.add([ReadReport(report=told, claims=tuple(claims))])
    store.replace_events([build.event([one]) for one in claims], [])
    assert [event.period.start for event in store.events(EventFilter())] == sorted(hours)


@pytest.mark.parametrize(("fields", "names"), [
    ({"type": "exercise"}, ["drill"]),
    ({"stage": "under_way"}, ["base"]),
    ({"factuality": "possible"}, ["drone"]),
    ({"situation": drills().id}, ["base", "drill"]),
    ({"situation": busy().id}, ["drill"]),  # an event may be in several
    ({"country": "BY"}, ["closure", "drill"]),
    ({"country": "lt"}, ["drone"]),
    ({"country": "FR"}, []),
    ({"actor": "PL"}, ["closure"]),
    ({"actor": "BY-MoD"}, ["drill"]),
    ({"actor": "BY"}, ["drill"]),
    ({"actor": "LOCALS"}, ["drill"]),
    ({"actor": "LT"}, []),
    ({"country": "BY", "type": "border_closure"}, ["closure"]),
    ({"text": "crossing"}, ["closure"]),
    ({"text": "захад-2025"}, ["drill"]),
    ({"text": "siaure 100%"}, ["drill"]),
    ({"text": "100% 2025"}, ["drill"]),
    ({"text": "100_"}, []),
    ({"text": "drill closure"}, []),
    ({"type": "\ud800"}, []),
])
def test_what_a_filter_lets_through(store, events, fields, names):
    assert shown(store, events, **fields) == names


@pytest.mark.parametrize(("since", "until", "names"), [
    ("2025-07-28", "2025-07-28", ["drone", "until"]),
    ("2025-09-16", "2025-09-16", ["base", "closure", "drill", "until"]),
    ("2025-09-17", "2025-09-20", ["base", "closure", "until"]),
    ("2025-10-01", None, ["closure", "until"]),
    ("2025-12-10", None, ["closure"]),
    (None, "2025-07-27", ["until"]),
    (None, "2025-09-10", ["drone", "base", "until"]),
    (None, "2025-09-11", ["drone", "base", "closure", "until"]),
    ("2025-09-17", "2025-09-12", ["base", "closure", "until"]),  # the wrong way round: what lasted over both
])
def test_a_period_is_touched(store, events, since, until, names):
    assert shown(store, events, since=since, until=until) == names


@pytest.mark.parametrize(("box", "names"), [
    (Box(20, 50, 30, 55), ["closure", "drill"]),
    (Box(23.6, 52.3, 23.6, 52.3), ["closure"]),  # its edges belong to a box
    (Box(27, 53, 28, 54.1), []),  # where it came from is not where it happened
    (Box(25, 54, 26, 55), []),  # nor is what it was aimed at
    (Box(170, 50, 24, 55), ["closure"]),  # over the 180th meridian
])
def test_a_box_holds_the_points_where_something_happened(store, events, box, names):
    assert shown(store, events, box=box) == names


def test_a_point_of_an_event_is_drawn_and_one_without_a_point_is_still_there(store, events):
    drawn = [(events[one.event], one.place, one.kind, one.first_day) for one in store.sightings(EventFilter())]
    assert drawn[:4] == [
        ("drone", None, None, "2025-07-28"), ("base", None, None, "2025-09-01"),
        ("closure", "Border", "border", "2025-09-11"), ("drill", "Barysau", "city", "2025-09-12"),
    ]
    assert len(drawn) == len(HAPPENINGS)
    assert [one.event for one in store.sightings(EventFilter(type="exercise", limit=0))], "a limit is for the table"


def test_every_point_of_an_event_is_drawn_once(store):
    told = build.report()
    towns = [build.place(name, lat=lat, lon=23.0) for name, lat in (("A", 52.0), ("B", 53.0), ("A again", 52.0))]
    one = build.claim(told, places=towns)
    store.add([ReadReport(report=told, claims=(one,))])
    store.replace_events([build.event([one])], [])
    assert [(one.place, one.lat) for one in store.sightings(EventFilter())] == [("A again", 52.0), ("B", 53.0)]


@pytest.mark.parametrize(("fields", "count"), [
    ({"origins": 1}, 3), ({"origins": 2}, 1), ({"origins": 3}, 0),
    ({"letter": "B"}, 1), ({"letter": "C"}, 2), ({"digit": 1}, 1), ({"digit": 3}, 2),
    ({"letter": "C", "digit": 1}, 0), ({"letter": "F", "digit": 6}, 3),
    ({"language": "uk"}, 2), ({"language": "lt"}, 1), ({"language": "de"}, 0), ({"language": "uk", "origins": 2}, 1),
])
def test_events_are_found_by_how_well_they_stand_and_in_which_language_they_are_told(store, fields, count):
    reports = [build.report(f"Report {n}", language=code) for n, code in enumerate(("uk", "uk", "lt", None))]
    claims = [build.claim(report) for report in reports]
    store.add([ReadReport(report=report, claims=(one,)) for report, one in zip(reports, claims, strict=True)])
    agency, ministry = (Origin(name=name, kind=LinkKind.AGENCY) for name in ("Agency", "Ministry"))
    nobody = Origin(name="", kind=LinkKind.UNNAMED, known=False)
    store.replace_events([
        build.event([claims[0], claims[2]], origins=(agency, ministry), grade=Grade(letter="B", digit=3)),
        build.event([claims[1]], origins=(agency, nobody), grade=Grade(letter="C", digit=6)),
        build.event([claims[3]], origins=(agency,), grade=Grade(letter="F", digit=1)),
    ], [])
    assert store.count_events(EventFilter(**fields)) == count
    assert store.languages() == ("lt", "uk")


def test_what_is_forgotten_is_drawn_no_more(store, events):
    store.replace_events([], [])
    assert list(store.sightings(EventFilter())) == []
    assert store.languages() == ()


def test_pages_hold_every_event_once(store, events):
    pages = [store.events(EventFilter(limit=2, offset=offset)) for offset in range(0, 8, 2)]
    assert [len(page) for page in pages] == [2, 2, 2, 1]
    assert [event for page in pages for event in page] == list(store.events(EventFilter()))
    assert store.count_events(EventFilter(limit=2, offset=4)) == len(HAPPENINGS)
    assert len(store.events(EventFilter(offset=5))) == 2


def test_a_limit_of_none_at_all_shows_nothing(store, events):
    assert store.events(EventFilter(limit=0)) == ()


def test_the_newest_is_what_the_desk_met_last_whenever_it_happened(store):
    told = {
        "old": build.report("A drill began.", first_seen="2025-09-01T06:00:00+00:00"),
        "new": build.report("A border was shut.", first_seen="2025-09-03T06:00:00+00:00"),
        "again": build.report("The drill went on.", first_seen="2025-09-05T06:00:00+00:00"),
    }
    drill, shut, more = (build.claim(report, period=f"2025-08-0{day}") for day, report in enumerate(told.values(), 1))
    store.add([
        ReadReport(report=report, claims=(one,)) for report, one in zip(told.values(), (drill, shut, more), strict=True)
    ])
    store.replace_events([build.event([shut]), build.event([drill, more])], [])
    newest = [event.claims for event in store.events(EventFilter(newest=True))]
    assert newest == [tuple(sorted((drill.id, more.id))), (shut.id,)]
    assert [len(event.claims) for event in store.events(EventFilter(newest=True, limit=1, offset=1))] == [1]


def test_from_the_newest_on_every_event_comes_once_however_many_reports_there_are(store):
    told = [build.report(f"Fire number {number}.", ref=str(number)) for number in range(450)]
    fires = [build.claim(one, period="2025-08-01", places=[build.place("Narva", countries=["EE"])]) for one in told]
    store.add([ReadReport(report=report, claims=(one,)) for report, one in zip(told, fires, strict=True)])
    first, rest = build.event([fires[0], fires[449]]), [build.event([fire]) for fire in fires[1:449]]
    store.replace_events([first, *rest], [])
    newest = [event.id for event in store.events(EventFilter(newest=True, country="EE"))]
    assert newest == [first.id, *(event.id for event in reversed(rest))]
    assert [event.id for event in store.events(EventFilter(newest=True, limit=3, offset=300))] == newest[300:303]
    assert store.events(EventFilter(newest=True, country="PL")) == ()


@pytest.mark.parametrize("long", [1, 2, 3000])
def test_events_are_found_by_words_however_many_reports_hold_them(store, monkeypatch, long):
    monkeypatch.setattr(event_list, "_LONG", long)
    texts = ["A fire, they say.", "A fire at the port.", "A flood at the port."]
    told = [build.report(text, ref=text) for text in texts]
    claims = [build.claim(one, period=f"2025-09-1{number}") for number, one in enumerate(told)]
    events = [build.event([claim]) for claim in claims]
    store.add([ReadReport(report=one, claims=(claim,)) for one, claim in zip(told, claims, strict=True)])
    store.replace_events(events, [])
    for words, found in (("fire", events[:2]), ("fire port", events[1:2]), ("port", events[1:]), ("quake", [])):
        for wanted in (EventFilter(text=words), EventFilter(text=words, limit=9)):
            assert [one.id for one in store.events(wanted)] == [one.id for one in found]
        assert store.count_events(wanted) == store.list_events(wanted).total == len(found)


@ON_SQLITE
@pytest.mark.parametrize("fields", [{}, {"country": "EE"}, {"type": "strike"}, {"text": "fire"}, {"language": "en"}])
def test_for_the_newest_the_desk_begins_with_the_last_reports_and_not_with_all_events(store, fields):
    asked = []
    listen(store._book.engine, "before_cursor_execute", lambda c, cursor, statement, given, *_: asked.append(
        (statement, given)
    ))
    told = build.report("A fire.")
    store.add([ReadReport(report=told, claims=(build.claim(told),))])
    store.events(EventFilter(newest=True, limit=5, **fields))
    (statement, given), = [one for one in asked if "max(" in one[0] and "event_claims" in one[0]]
    with store._book.engine.connect() as connection:
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)]
    assert any(step.startswith("SEARCH reports USING INTEGER PRIMARY KEY (rowid>") for step in plan), plan
    # Of the few that have a name, all are asked for words.
    long_ways = [step for step in plan if step.startswith(("SCAN event_claims", "SCAN events"))]
    assert all("ix_events_named" in step for step in long_ways), plan


def test_a_page_beyond_the_dated_goes_on_in_the_undated(store, events):
    whole = [events[event.id] for event in store.events(EventFilter())]
    for offset in range(len(whole) + 2):
        for limit in (1, 3):
            assert shown_part(store, events, limit=limit, offset=offset) == whole[offset : offset + limit]


@pytest.mark.parametrize("fields", [
    {"country": "BY"}, {"actor": "BY"}, {"situation": drills().id}, {"box": Box(20, 50, 30, 55)}, {"language": "en"},
])
def test_a_page_is_the_same_whichever_way_it_is_found(store, events, fields, monkeypatch):
    """A long list is looked up event by event, a short one gone through."""
    gone_through = shown_part(store, events, limit=5, **fields)
    monkeypatch.setattr(event_list, "_LONG", 1)
    assert gone_through
    assert shown_part(store, events, limit=5, **fields) == gone_through


def shown_part(store, events, **fields):
    return [events[event.id] for event in store.events(EventFilter(**fields))]


def test_events_come_one_after_the_other_as_they_come_at_once(store, events):
    assert tuple(store.each_event(EventFilter(type="deployment"))) == store.events(EventFilter(type="deployment"))


@pytest.mark.parametrize(("since", "until", "found"), [
    ("2025-09-11", None, {"late"}), (None, "2025-09-10", {"early"}), ("2025-09-10", "2025-09-11", {"early", "late"}),
    ("2025-09-12", None, set()), (None, "2025-09-09", set()),
])
def test_events_are_found_by_the_days_on_which_they_were_reported(store, since, until, found):
    reports = {
        "early": build.report("Poland shut a crossing.", ref="early", published="2025-09-10T23:30:00+02:00"),
        "late": build.report("Poland shut another crossing.", ref="late", published="2025-09-11"),
        "undated": build.report("Poland shut a third crossing.", ref="undated", published=None),
    }
    told = {name: build.claim(report, "border_closure") for name, report in reports.items()}
    store.add([ReadReport(report=reports[name], claims=(claim,)) for name, claim in told.items()])
    events = {name: build.event([claim]) for name, claim in told.items()}
    store.replace_events(events.values(), [])
    names = {event.id: name for name, event in events.items()}
    assert set(shown(store, names, published_since=since, published_until=until)) == found
