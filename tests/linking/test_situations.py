"""Events that belong to one named exercise."""

from __future__ import annotations

from typing import Any

import pytest

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
