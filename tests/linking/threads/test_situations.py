"""Events that belong to one named exercise, with its earlier editions beside it; places under watch."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from vedette.desk import Desk
from vedette.linking.threads.situations import situations_in
from vedette.model import EventType, PlaceRole, QuantityMention, ReadReport, Section, Situation, WatchedPlace
from vedette.model.trace import Trace
from vedette.store import open_store

SPELLINGS = ["Zapad 2025", "Zapad-2025", "West 2025", "Захад-2025", "«Запад-2025»", "ZAPAD 25", "Zapad"]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_is_the_edition_of_the_pack(newsroom: Any, spelling: str) -> None:
    newsroom.claim("exercise", names=[spelling])

    situation, = newsroom.link().situations
    assert (situation.key, situation.name) == ("zapad-2025", "Zapad 2025")
    assert set(situation.names) == {"Zapad 2025", spelling}


def test_what_happens_because_of_the_exercise_belongs_to_it(newsroom: Any) -> None:
    newsroom.claim("exercise", names=["Zapad 2025"], by=["BY", "RU"], when="2025-09-12")
    newsroom.claim("border_closure", names=["Захад-2025"], by=["PL"], where=["PL-BY"], when="2025-09-11")
    newsroom.claim("border_closure", by=["LV"], where=["Latvia"], when="2025-03-01")

    linked = newsroom.link()
    situation, = linked.situations
    unrelated, closure, exercise = linked.events
    assert situation.events == (closure.id, exercise.id)
    assert [event.situation for event in linked.events] == [None, situation.id, situation.id]
    assert unrelated.situation is None


def test_two_editions_are_two_situations(newsroom: Any) -> None:
    newsroom.claim("exercise", names=["Zapad 2021"])
    newsroom.claim("exercise", names=["Zapad 2025"])

    assert [situation.key for situation in newsroom.link().situations] == ["zapad-2021", "zapad-2025"]


def test_a_series_without_editions_in_the_pack_takes_the_year(newsroom: Any) -> None:
    newsroom.claim("exercise", names=["Forest Shield 2024"])
    newsroom.claim("exercise", names=["Forest Shield 25"])

    assert [(one.key, one.name) for one in newsroom.link().situations] == [
        ("forest-shield-2024", "Forest Shield 2024"), ("forest-shield-2025", "Forest Shield 2025"),
    ]


def test_an_edition_that_the_pack_lacks_is_not_taken_for_one_that_it_has(newsroom: Any) -> None:
    newsroom.claim("exercise", names=["Zapad 2017"])

    assert [(one.key, one.name) for one in newsroom.link().situations] == [("zapad-2017", "Zapad 2017")]


def test_a_name_that_no_pack_knows_makes_no_situation(newsroom: Any) -> None:
    newsroom.claim("exercise", names=["Amber Night 2025"])

    assert newsroom.link().situations == ()


def situations(newsroom: Any) -> dict[str, Situation]:
    """Give the situations by their names."""
    return {one.name: one for one in newsroom.link().situations}


def autumn_of_2021(newsroom: Any) -> None:
    """The edition of 2021, told in its own year and recalled later, and what came after it."""
    newsroom.claim("exercise", names=["Zapad 2021"], by=["RU", "BY"], when=newsroom.days("2021-09-10", "2021-09-16"),
                   published="2021-09-10", quantities=[newsroom.count(200_000, "troops", qualifier="at_most")])
    newsroom.claim("border_closure", names=["Zapad-2021"], by=["PL"], where=["PL-BY"], when="2021-09-02",
                   published="2021-09-02")
    newsroom.claim("strike", names=["Zapad 2021"], by=["RU"], where=["Lublin"], when="2022-02-24",
                   published="2025-09-01", section=Section.BACKGROUND)


def test_the_earlier_edition_stands_beside_the_later_one(newsroom: Any) -> None:
    autumn_of_2021(newsroom)
    newsroom.claim("exercise", names=["Zapad 2025"], when="2025-09-12",
                   quantities=[newsroom.count(13_000, "troops")])

    found = situations(newsroom)
    edition, = found["Zapad 2025"].earlier
    assert (edition.name, edition.situation) == ("Zapad 2021", found["Zapad 2021"].id)
    assert edition.period is not None and (edition.period.start, edition.period.end) == ("2021-09-10", "2021-09-16")
    assert found["Zapad 2021"].earlier == (), "what comes later is not earlier"


def test_its_figures_name_the_claim_whose_sentence_gives_them(newsroom: Any) -> None:
    autumn_of_2021(newsroom)
    exercise = newsroom.claims[0]
    newsroom.claim("exercise", names=["Zapad 2025"], when="2025-09-12")

    figure, = situations(newsroom)["Zapad 2025"].earlier[0].figures
    assert figure.quantity == QuantityMention(value=200_000, unit="troops", qualifier="at_most")
    assert figure.claim == exercise.id


def test_what_followed_it_began_after_its_last_day(newsroom: Any) -> None:
    autumn_of_2021(newsroom)
    newsroom.claim("exercise", names=["Zapad 2025"], when="2025-09-12")

    linked = newsroom.link()
    edition, = next(one for one in linked.situations if one.name == "Zapad 2025").earlier
    followed = [event for event in linked.events if event.id in edition.followed]
    assert [event.type for event in followed] == ["strike"], "neither the exercise nor what went before it"


def test_a_background_clause_tells_of_the_earlier_edition(newsroom: Any) -> None:
    report = newsroom.report("On this year's exercise, and in the background on the last.", published="2025-09-12")
    newsroom.claim("exercise", report=report, names=["Zapad 2025"], by=["BY", "RU"], when="2025-09-12")
    recalled = newsroom.claim(
        "exercise", report=report, names=["Zapad 2021"], by=["BY", "RU"], section=Section.BACKGROUND, at=20,
        when=newsroom.month("2021-09"), quantities=[newsroom.count(200_000, "troops")],
    )

    edition, = situations(newsroom)["Zapad 2025"].earlier
    assert [figure.claim for figure in edition.figures] == [recalled.id]
    assert edition.period is not None and edition.period.start == "2021-09"


def test_a_background_clause_without_a_name_is_told_of_the_edition_of_its_date(newsroom: Any) -> None:
    autumn_of_2021(newsroom)
    report = newsroom.report("On this year's exercise; two years ago many more took part.", published="2025-09-12")
    newsroom.claim("exercise", report=report, names=["Zapad 2025"], by=["BY", "RU"], when="2025-09-12")
    recalled = newsroom.claim(
        "exercise", report=report, by=["RU", "BY"], section=Section.BACKGROUND, at=20,
        when=newsroom.days("2021-09-10", "2021-09-16"),
        quantities=[newsroom.count(12_800, "soldiers", scope="Belarusian")],
    )

    edition, = situations(newsroom)["Zapad 2025"].earlier
    assert recalled.id in {figure.claim for figure in edition.figures}


def test_editions_come_the_newest_first_and_other_series_are_not_among_them(newsroom: Any) -> None:
    for name in ("Zapad 2013", "Zapad 2021", "Zapad 2017", "Forest Shield 2024", "Zapad 2025"):
        newsroom.claim("exercise", names=[name])

    found = situations(newsroom)
    assert [edition.name for edition in found["Zapad 2025"].earlier] == ["Zapad 2021", "Zapad 2017", "Zapad 2013"]
    assert [edition.name for edition in found["Zapad 2017"].earlier] == ["Zapad 2013"]
    assert found["Forest Shield 2024"].earlier == ()


def night_at(newsroom: Any, day: int, *, month: str = "2025-10", town: str = "Vilnius", outlet: str = "") -> None:
    date = f"{month}-{day:02d}"
    newsroom.claim("drone_incident", where=[town], when=date, published=date,
                   outlet=outlet or f"{('Alpha', 'Beta', 'Gamma')[day % 3]}")


def test_a_spot_where_much_happens_comes_under_watch(newsroom: Any) -> None:
    for day in (1, 5, 9, 14, 21):
        night_at(newsroom, day)
    night_at(newsroom, 3, town="Kaunas")
    night_at(newsroom, 3, month="2024-02")

    place, = newsroom.link().situations
    assert (place.kind, place.name) == ("place", "Vilnius")
    assert len(place.events) == 6, "also what happened there long ago"
    assert place.why == "5 events told by 3 parties from 2025-10-01 to 2025-10-21"


@pytest.mark.parametrize(("days", "outlet"), [
    ((1, 5, 9, 14), ""),  # too few
    ((1, 5, 9, 14, 21), "Alpha"),  # one party tells of all
])
def test_a_spot_where_little_happens_or_one_party_tells_of_it_does_not(
    newsroom: Any, days: tuple[int, ...], outlet: str
) -> None:
    for day in days:
        night_at(newsroom, day, outlet=outlet)

    assert newsroom.link().situations == ()


def test_what_is_spread_over_months_brings_no_place_under_watch(newsroom: Any) -> None:
    for month in range(1, 8):
        night_at(newsroom, month, month=f"2025-{month:02d}")

    assert newsroom.link().situations == ()


def watching(newsroom: Any, **fields: Any) -> dict[str, Situation]:
    place = WatchedPlace(id="corridor", name="The corridor", **fields)
    newsroom.knowledge = replace(newsroom.knowledge, watched=(place,))
    return situations(newsroom)


@pytest.mark.parametrize(("fields", "towns"), [
    ({"places": ["Kaunas"]}, {"Kaunas"}),
    ({"places": ["Kaunas"], "within_km": 100}, {"Kaunas", "Vilnius"}),
    ({"countries": ("LT",)}, {"Kaunas", "Vilnius"}),
    ({"places": ["PL-BY"]}, {"Poland-Belarus border"}),
    ({"places": ["Kaunas"], "types": (EventType.STRIKE,)}, set()),
])
def test_a_place_that_somebody_named_is_under_watch_at_once(
    newsroom: Any, fields: dict[str, Any], towns: set[str]
) -> None:
    for town in ("Kaunas", "Vilnius", "Lublin"):
        newsroom.claim("drone_incident", where=[town], when="2025-10-01")
    newsroom.claim("border_closure", where=["PL-BY"], when="2025-10-01", by=["PL"])
    places = tuple(newsroom.place(name) for name in fields.pop("places", ()))

    found = watching(newsroom, places=places, **fields)
    held = found["The corridor"].events if towns else ()
    at = {
        mention.place.name for event in newsroom.link().events if event.id in held
        for mention in event.places if mention.role is PlaceRole.AT
    }
    assert at == towns or at == {name.replace("Poland-Belarus", "Belarus-Poland") for name in towns}


def test_a_named_place_comes_before_one_that_is_only_busy(newsroom: Any) -> None:
    for day in (1, 5, 9, 14, 21):
        night_at(newsroom, day)
    found = watching(newsroom, countries=("LT",))

    event = newsroom.link().events[0]
    assert (event.situation, event.also_in) == (found["The corridor"].id, (found["Vilnius"].id,))
    assert found["The corridor"].key == "corridor"


def test_the_id_of_a_place_is_its_own_whatever_comes(newsroom: Any) -> None:
    for day in (1, 5, 9, 14, 21):
        night_at(newsroom, day)
    before = situations(newsroom)["Vilnius"].id
    night_at(newsroom, 1, month="2019-01")
    night_at(newsroom, 2, town="Tartu")

    assert situations(newsroom)["Vilnius"].id == before


def test_a_watch_list_counts_as_soon_as_it_is_written(newsroom: Any, tmp_path: Path) -> None:
    told = newsroom.claim("drone_incident", where=["Kaunas"], when="2025-10-01")
    listed = replace(newsroom.knowledge, watched=(WatchedPlace(id="lt", name="Lithuania", countries=("LT",)),))
    with open_store(str(tmp_path / "desk.sqlite")) as store:
        store.add([ReadReport(report=newsroom.reports[told.report], claims=(told,))])
        for knowledge, names in ((newsroom.knowledge, []), (listed, ["Lithuania"]), (newsroom.knowledge, [])):
            Desk(store, knowledge).relink()
            assert [one.name for one in store.situations()] == names


@pytest.mark.parametrize("scope", ["crisis:RU-UA", "place:kyiv", "exercise:zapad"])
def test_a_scope_of_ten_thousands_of_events_is_made_in_a_moment(scope: str) -> None:
    traces = [
        Trace(event=f"e{number}", scope=scope, day=f"2025-{1 + number % 12:02d}-{1 + number % 28:02d}", title="Far",
              strand=("air", "attack")[number % 2], parties=("one", "other"), edition="zapad-2025", year=2025)
        for number in range(20_000)
    ]
    started = time.process_time()
    found = situations_in(traces)

    assert time.process_time() - started < 3
    assert [len(one.events) for one in found] == ([] if scope.startswith("place") else [20_000])
