"""How many, in English sentences: which figures belong to an event."""

from collections.abc import Callable

import pytest

from vedette.knowledge import load_knowledge
from vedette.model import Claim, Report
from vedette.reading.rules import RuleReader

Read = Callable[[str], list[Claim]]


@pytest.fixture(scope="module")
def read() -> Read:
    reader = RuleReader(load_knowledge())
    return lambda text: reader.read(Report.of(text, ref="a", published="2026-05-13", language="en"))


def _counts(claims: list[Claim]) -> list[tuple[float, str]]:
    return [(quantity.value, quantity.unit) for claim in claims for quantity in claim.quantities]


@pytest.mark.parametrize(("words", "value"), [("Nine trawlers", 9), ("Two F-16s", 2), ("Some 1,400 lancers", 1400)])
def test_whatever_a_number_counts_in_a_sentence_is_counted(read: Read, words: str, value: float) -> None:
    claims = read(f"{words} took part in the military exercise Example Shield in Latvia.")
    assert value in [count for count, _ in _counts(claims)]


def test_a_year_behind_a_name_counts_nothing(read: Read) -> None:
    assert _counts(read("The military exercise Zapad 2025 takes place in Belarus.")) == []


def test_a_year_in_a_name_before_what_it_names_counts_nothing(read: Read) -> None:
    claims = read("Russia opened the Zapad 2025 drills in Belarus. The Zapad 2025 drills worry the neighbours.")
    assert claims and _counts(claims) == []


def test_a_distance_is_no_amount(read: Read) -> None:
    [claim] = read("Three Russian drones crashed in Poland 30 kilometres from the border with Belarus.")
    assert [quantity.value for quantity in claim.quantities] == [3]


def test_forces_told_of_behind_an_exercise_are_those_of_the_exercise(read: Read) -> None:
    claims = read("Latvia opened the military exercise Example Shield on Monday. 8,000 troops are in the field.")
    assert (8000, "troops") in _counts(claims)


def test_forces_that_were_there_this_time_are_not_those_of_an_edition_recalled_behind(read: Read) -> None:
    told = "The military exercise Zapad 2025 ran in Belarus from 12 to 16 September 2025."
    this_time, that_time = (
        f"{told} {more}" for more in (
            "In the forests 5,400 troops were counted, and officers recall Zapad 2021, with 90,000 participants.",
            "In Zapad 2021, 90,000 troops were in the field.",
        )
    )
    [counted] = [claim for claim in read(this_time) if "Zapad 2025" in claim.names]
    assert [(quantity.value, quantity.unit) for quantity in counted.quantities] == [(5400, "troops")]
    assert all("Zapad 2025" not in claim.names or not claim.quantities for claim in read(that_time))
