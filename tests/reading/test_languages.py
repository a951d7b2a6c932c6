"""Every language has the same files, with the same tables, and records what it finds under the same names."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

import pytest

from vedette.reading.drill_words import load_drill_words
from vedette.reading.facts.sayings import load_saying_words
from vedette.reading.incident_words import load_naming_words
from vedette.reading.layout import LayoutWords
from vedette.reading.quantities import load_quantity_words
from vedette.reading.times import load_time_words

FOLDER = resources.files("vedette.reading") / "languages"
LANGUAGES = sorted(place.name for place in FOLDER.iterdir() if (place / "times.toml").is_file())
FOR_INFLECTION = {"inflections"}  # endings with a name; English needs none
FOR_COMPOUNDS = {"compounds", "decades"}  # words cut in two, and decades written as ordinals
WITHOUT_KINDS: dict[str, set[str]] = {}  # kinds of time that a language says in other ways


def table(language: str, name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / language / name).read_text(encoding="utf-8"))


def test_the_languages_of_the_region_are_there() -> None:
    assert {"be", "de", "en", "et", "fi", "lt", "lv", "pl", "ru", "uk"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_times_load_and_have_the_tables_of_english(language: str) -> None:
    assert load_time_words(language).language == language
    own, english = table(language, "times.toml"), table("en", "times.toml")
    assert set(own) - FOR_INFLECTION == set(english)
    assert set(own["writing"]) - FOR_COMPOUNDS == set(english["writing"]) - FOR_COMPOUNDS
    assert set(own["guards"]) == set(english["guards"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_speaks_of_every_kind_of_time(language: str) -> None:
    kinds = {rule["kind"] for rule in table(language, "times.toml")["rules"]}
    assert kinds | WITHOUT_KINDS.get(language, set()) == {rule["kind"] for rule in table("en", "times.toml")["rules"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_quantities_load_and_have_the_tables_of_english(language: str) -> None:
    assert load_quantity_words(language).language == language
    own, english = table(language, "quantities.toml"), table("en", "quantities.toml")
    assert set(own) - FOR_INFLECTION == set(english)
    for part in ("writing", "nouns", "guards"):
        assert set(own[part]) == set(english[part])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_dates_by_an_exercise_in_every_way(language: str) -> None:
    own, english = table(language, "drills.toml"), table("en", "drills.toml")
    assert own["when"].keys() == english["when"].keys() and own["day"].keys() == english["day"].keys()
    written = [phrase for part in ("when", "day") for phrases in own[part].values() for phrase in phrases]
    assert all(phrase.count("~") == 1 for phrase in written)
    assert len(load_drill_words(language).phrases) == len(written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_layout_loads_and_its_labels_are_in_small_letters(language: str) -> None:
    own = table(language, "layout.toml")
    assert set(own) - {"home", "spoken_abroad"} == set(table("en", "layout.toml"))
    assert ("home" in own) is (language != "en")  # English is at home in no one country
    words = LayoutWords.of(own)
    labels = [*words.source_labels, *words.body_labels, *words.background_labels, *words.caption_starts]
    assert words.source_labels and words.background_labels and words.furniture and words.closing
    assert labels == [label.lower() for label in labels]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_is_recorded_under_the_names_of_english(language: str) -> None:
    own, english = table(language, "quantities.toml")["nouns"], table("en", "quantities.toml")["nouns"]
    known = set(english["one"].values()) | set(english["many"].values())
    assert set(own["one"].values()) | set(own["many"].values()) <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_who_reported_what_was_told_before(language: str) -> None:
    words = load_saying_words(language)
    assert words.this and words.pronouns
    assert all(phrase == phrase.lower() for phrase in table(language, "sayings.toml")["back"]["this"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_what_something_was(language: str) -> None:
    words = load_naming_words(language)
    assert words.words and words.none and words.words.isdisjoint(words.none)
