"""The units of figures are those of the language files, and a slip of the pen in one is seen."""

from __future__ import annotations

import pytest

from vedette.knowledge.scenarios.units import UNITS, meant_unit
from vedette.reading.quantities import load_quantity_words
from vedette.reading.tongues import READ_LANGUAGES


def test_they_are_those_under_which_the_ten_languages_count() -> None:
    found: set[str] = set()
    for language in READ_LANGUAGES:
        words = load_quantity_words(language)
        for phrases in (words.one, words.many, words.measures):
            found |= {unit for group in phrases.by_first.values() for _, unit in group}
        found |= set(words.currencies.values())
    assert sorted(found) == sorted(UNITS)


@pytest.mark.parametrize(("written", "meant"), [
    ("trops", "troops"), ("solders", "soldiers"), ("Aircrafts", "aircraft"), ("tank", "tanks"), ("eur", None),
    ("drons", "drones"), ("service membres", "service members"),
])
def test_a_slip_of_the_pen_is_told_with_what_was_meant(written: str, meant: str | None) -> None:
    assert meant_unit(written) == meant


@pytest.mark.parametrize("written", [*UNITS, "trawlers", "buses", "tractors", "grenades", "shots", "yachts", "cranes"])
def test_what_reports_may_well_count_is_taken(written: str) -> None:
    assert meant_unit(written) is None
