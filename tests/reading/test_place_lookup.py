"""Places are found by the words that name them, in any form; common words and wild guesses are not places."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from vedette.model import Knowledge, Place, PlaceKind
from vedette.reading.inflection import Inflection, load_inflection
from vedette.reading.place_lookup import look_up_place

LISTS = [
    tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
    for name in ("inflected_names.toml", "inflected_names_2.toml")
]
WRITTEN = [
    (language, word, *meaning.split(" ", 1))
    for written in LISTS
    for language, tables in written.items()
    for word, meaning in tables["places"].items()
]
LookUp = Callable[..., Place | None]


@pytest.fixture(scope="module")
def look_up(knowledge: Knowledge) -> LookUp:
    loaded: dict[str, Inflection] = {}

    def find(
        language: str, words: str, *countries: str, kind: PlaceKind | None = None, small: bool = True
    ) -> Place | None:
        inflection = loaded.get(language) or loaded.setdefault(language, load_inflection(language))
        return look_up_place(
            words, gazetteer=knowledge.gazetteer, inflection=inflection, context=frozenset(countries), kind=kind,
            small=small,
        )

    return find


@pytest.mark.parametrize(("language", "word", "country", "nominative"), WRITTEN)
def test_towns_are_found_as_they_stand(
    look_up: LookUp, knowledge: Knowledge, language: str, word: str, country: str, nominative: str
) -> None:
    found = look_up(language, word, country)
    assert found is not None
    assert country in found.countries
    assert found in knowledge.gazetteer.find(nominative)


@pytest.mark.parametrize(
    ("language", "words", "name", "kind"),
    [
        ("uk", "міста Гродна", "Hrodna", "city"),
        ("et", "Tallinna lennujaamas", "Tallinn Airport", "airfield"),
        ("lt", "Vilniaus oro uoste", "Vilnius Airport", "airfield"),
        ("de", "am Flughafen Memmingen", "Memmingen Allgau Airport", "airfield"),
        ("ru", "аэропорту Внуково", "Vnukovo International Airport", "airfield"),
        ("fi", "Helsinki-Vantaan lentoasemalla", "Helsinki-Vantaa Airport", "airfield"),
        ("be", "Гомельскай вобласці", "Gomel Region", "region"),
        ("pl", "w województwie podlaskim", "Podlaskie Voivodeship", "region"),
        ("lt", "Kaliningrado srities", "Kaliningrad Oblast", "region"),
        ("fi", "Kaliningradin alueella", "Kaliningrad Oblast", "region"),
        ("lv", "Ādažu poligonā", "Ādaži training area", "training_ground"),
        ("de", "Truppenübungsplatz Rukla", "Rukla", "training_ground"),
        ("et", "Ämari lennubaasis", "Ämari Air Base", "airfield"),
        ("ru", "Балтийского моря", "Baltic Sea", "water"),
        ("uk", "над Балтійським морем", "Baltic Sea", "water"),
        ("uk", "над Румунією", "Romania", "country"),
        ("fi", "Suomenlahdella", "Gulf of Finland", "water"),
        ("et", "Soome lahe", "Gulf of Finland", "water"),
        ("lt", "Suomijos įlankoje", "Gulf of Finland", "water"),
        ("de", "im Schwarzen Meer", "Black Sea", "water"),
        ("uk", "на Житомирщині", "Zhytomyr Oblast", "region"),
        ("be", "на Гродзеншчыне", "Grodno Region", "region"),
        ("ru", "Островецкой АЭС", "Belarusian Nuclear Power Plant", "site"),
        ("lv", "Terehovas robežpunktā", "Terehova", "crossing"),
        ("fi", "Rovajärven harjoitusalueella", "Rovajärvi", "training_ground"),
        ("pl", "lotnisku w Modlinie", "Warsaw Modlin Airport", "airfield"),
    ],
)
def test_the_noun_beside_a_name_says_what_it_is(
    look_up: LookUp, language: str, words: str, name: str, kind: str
) -> None:
    found = look_up(language, words, "BY", "LT", "LV", "EE", "PL", "RU", "DE", "FI", "RO", "UA")
    assert found is not None
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("uk", "рівне"), ("uk", "суми"), ("uk", "нова"), ("pl", "piła"), ("pl", "chełm"), ("lt", "kaunas"),
        ("en", "nice"), ("ru", "орёл"), ("lv", "balvu"), ("et", "valgas"), ("fi", "salossa"), ("de", "am"),
        ("be", "ліда"), ("uk", ""), ("uk", "«»"), ("de", "Bucht von Nirgendwo"), ("et", "Poola järve"),
    ],
)
def test_common_words_are_no_places(look_up: LookUp, language: str, words: str) -> None:
    everywhere = ("UA", "PL", "LT", "FR", "GB", "RU", "LV", "EE", "FI", "DE", "BY")
    assert look_up(language, words, *everywhere) is None


@pytest.mark.parametrize(
    ("language", "words", "country"),
    [("fi", "Inarissa", "FI"), ("pl", "Sejnach", "PL"), ("lt", "Zarasuose", "LT"), ("uk", "Рава-Руській", "UA")],
)
def test_a_small_town_needs_a_country_that_speaks_for_it(
    look_up: LookUp, language: str, words: str, country: str
) -> None:
    found = look_up(language, words, country)
    assert found is not None and found.countries == (country,)
    assert look_up(language, words) is None
    assert look_up(language, words, country, small=False) is None


@pytest.mark.parametrize(("language", "words", "kind", "town"), [
    ("uk", "Вілейкою", PlaceKind.CITY, "Vileyka"),
    ("pl", "poligonie pod Elblągiem", PlaceKind.TRAINING_GROUND, "Elbląg"),
    ("lt", "Gdynės uosto", PlaceKind.SITE, "Gdynia"),
    ("fi", "Gostivarissa", PlaceKind.CITY, "Gostivar"),
])
def test_a_town_whose_name_no_other_country_has_needs_none_that_speaks_for_it(
    look_up: LookUp, language: str, words: str, kind: PlaceKind, town: str
) -> None:
    place = look_up(language, words, "SE", kind=kind)
    assert place is not None and place.name == town
    assert look_up(language, words, "SE", kind=kind, small=False) is None


@pytest.mark.parametrize(("words", "kind"), [
    ("Брестом", PlaceKind.CITY),  # in Belarus, in France
    ("Вілейкою", None),  # of which nobody says that it is a place
    ("Вілейкою", PlaceKind.WATER),
])
def test_a_town_that_could_be_another_or_none_needs_its_country(
    look_up: LookUp, words: str, kind: PlaceKind | None
) -> None:
    place = look_up("uk", words, "SE", kind=kind)
    assert place is None or place.population > 100_000


def test_the_country_of_the_report_decides_between_two_towns(look_up: LookUp) -> None:
    belarusian, french = look_up("en", "Brest", "BY"), look_up("en", "Brest", "FR")
    assert belarusian is not None and belarusian.countries == ("BY",)
    assert french is not None and french.countries == ("FR",)


def test_the_wanted_kind_decides_between_a_town_and_its_airport(look_up: LookUp) -> None:
    town, airport = look_up("pl", "w Rzeszowie", "PL"), look_up("pl", "w Rzeszowie", "PL", kind=PlaceKind.AIRFIELD)
    assert airport is not None and airport.kind is PlaceKind.AIRFIELD
    assert town is not None and town.kind is PlaceKind.CITY


def test_a_kind_that_no_candidate_has_does_not_hide_the_place(look_up: LookUp) -> None:
    found = look_up("lt", "Kaune", "LT", kind=PlaceKind.CROSSING)
    assert found is not None and found.name == "Kaunas"


def test_what_is_called_so_goes_before_a_small_town_that_was(look_up: LookUp) -> None:
    found = look_up("lt", "Medininkų", "LT", "BY")
    assert found is not None and found.name == "Medininkai"


def test_a_plural_noun_names_the_kind_of_a_region(look_up: LookUp) -> None:
    brest, podlasie = look_up("be", "Брэсцкай абласцях", "BY"), look_up("pl", "podlaskim województwach", "PL")
    assert brest is not None and brest.name == "Brest Region"
    assert podlasie is not None and podlasie.name == "Podlaskie Voivodeship"
