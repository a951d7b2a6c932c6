"""Names are found however they are written, and ordinary words are no names."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from vedette.model import Knowledge, KnownActor, KnownEquipment, KnownOutlet, LinkKind, Place
from vedette.reading.document import Form, MentionKind
from vedette.reading.inflection import load_inflection
from vedette.reading.names import NameIndex, fold
from vedette.reading.rules.lexicon import load_lexicon


class NoPlaces:
    """A gazetteer that knows nothing: names of packs do not need one."""

    def find(self, name: str) -> tuple[Place, ...]:
        return ()

    def border(self, first: str, second: str) -> Place | None:
        return None

    def country(self, code: str) -> Place | None:
        return None


def _actor(id: str, name: str, **words: tuple[str, ...]) -> KnownActor:
    tables = {key: {"en": value} for key, value in words.items()}
    return KnownActor(id=id, name=name, kind="state", party=id, **tables)


@pytest.fixture(scope="module")
def small() -> NameIndex:
    actors = (
        _actor("CR", "Córdavia", names=("Cordavia",), adjectives=("Cordavian", "Cordavians"), capital=("Port Elm",)),
        _actor("UM", "United Moors", names=("UM", "the Moors")),
        _actor("UM-Guard", "Moorland Guard", names=("Moorland Guard",)),
        _actor("UM-River", "Moorland Guard Flotilla", names=("Moorland Guard Flotilla",)),
    )
    outlets = (KnownOutlet(id="elm", name="Elm Tribune", kind=LinkKind.OUTLET, aliases=("elm-tribune.example",)),)
    equipment = (KnownEquipment(name="Kestrel-7", kind="uav", aliases=("K-7",)),)
    knowledge = Knowledge(actors=actors, outlets=outlets, exercises=(), equipment=equipment, gazetteer=NoPlaces())
    return NameIndex(knowledge, language="en")


@pytest.fixture(scope="module")
def shipped(knowledge: Knowledge) -> NameIndex:
    return NameIndex(knowledge, language="en", ordinary=load_lexicon("en").ordinary_names)


def found(index: NameIndex, text: str, *, published: str | None = None) -> list[tuple[str, str]]:
    """What is named, and the words of the text that name it."""
    return [(mention.name, mention.span.of(text)) for mention in index.find(text, published=published)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Córdavia agreed", "Córdavia"), ("Cordavia agreed", "Cordavia"), ("CORDAVIA AGREED", "CORDAVIA"),
        ("Cordavia's fleet", "Cordavia"), ("Cordavia’s fleet", "Cordavia"), ("the Cordavians’ fleet", "Cordavians"),
        ("anti-Cordavian mood", "Cordavian"), ("in Port Elm,", "Port Elm"), ("in Port\u00a0Elm,", "Port Elm"),
        ("“Cordavia”", "Cordavia"),
    ],
)
def test_accents_case_quotes_and_possessives_do_not_matter(small: NameIndex, text: str, words: str) -> None:
    assert found(small, text) == [("Córdavia", words.replace(" ", "\u00a0") if "\u00a0" in text else words)]


@pytest.mark.parametrize("text", ["cordavia agreed", "a cordavian dance", "port elm", "Portelm", "Cordaviana"])
def test_a_name_needs_its_capital_and_its_own_bounds(small: NameIndex, text: str) -> None:
    assert found(small, text) == []


@pytest.mark.parametrize("text", ["um, well", "Um, well", "he said um"])
def test_an_abbreviation_needs_all_its_capitals(small: NameIndex, text: str) -> None:
    assert found(small, text) == []
    assert found(small, "the UM said") == [("United Moors", "UM")]


@pytest.mark.parametrize("spelling", ["Kestrel-7", "Kestrel 7", "Kestrel‑7", "Kestrel–7", "KESTREL-7", "K-7"])
def test_hyphens_and_spaces_are_alike(small: NameIndex, spelling: str) -> None:
    assert found(small, f"A {spelling} fell.") == [("Kestrel-7", spelling)]


@pytest.mark.parametrize("other", ["Kestrel-70", "Kestrel", "Kestrel. 7 men"])
def test_another_number_is_another_thing(small: NameIndex, other: str) -> None:
    assert found(small, f"A {other} fell.") == []


def test_the_longest_name_wins(small: NameIndex) -> None:
    assert found(small, "The Moorland Guard Flotilla met the Moorland Guard.") == [
        ("Moorland Guard Flotilla", "Moorland Guard Flotilla"), ("Moorland Guard", "Moorland Guard"),
    ]


def test_a_name_does_not_run_over_the_end_of_a_sentence(small: NameIndex) -> None:
    assert found(small, "He liked the Moorland. Guard duty began.") == []


def test_form_and_kind_are_told(small: NameIndex) -> None:
    text = "Cordavia, Cordavian, Port Elm, Elm Tribune, K-7"
    assert [(mention.kind, mention.form) for mention in small.find(text, published=None)] == [
        (MentionKind.ACTOR, Form.NAME), (MentionKind.ACTOR, Form.ADJECTIVE), (MentionKind.ACTOR, Form.CAPITAL),
        (MentionKind.OUTLET, Form.NAME), (MentionKind.EQUIPMENT, Form.NAME),
    ]


@pytest.mark.parametrize(
    ("word", "folded"), [("Šiauliai", "siauliai"), ("ŁÓDŹ", "lodz"), ("Straße", "strasse"), ("Й", "и")],
)
def test_folding_takes_case_and_accents(word: str, folded: str) -> None:
    assert fold(word) == folded


_PLURAL = pytest.param(
    "S-400s", "S-400", id="plural",
)


# -- editions of exercises -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spelling",
    [
        "Zapad-2025", "Zapad 2025", "Zapad‑2025", "Zapad–2025", "ZAPAD-2025", "Zapad-25", "Zapad 25", "Zapad’25",
        "«Запад-2025»", "„Захад-2025“", "“Zapad”-2025", '"Zapad 2025"', "West 2025", "West-2025", "Zapad/2025",
        "Zapad\u00a02025",
    ],
)
def test_an_edition_is_one_in_every_spelling(shipped: NameIndex, spelling: str) -> None:
    text = f"The exercise {spelling} began."
    assert [name for name, _ in found(shipped, text, published="2025-09-12")] == ["Zapad 2025"]


@pytest.mark.parametrize("spelling", ["Zapad-2025", "«Запад-2025»", "Zapad-25", "West 2025"])
def test_the_year_belongs_to_the_name(shipped: NameIndex, spelling: str) -> None:
    [(_, words)] = found(shipped, f"The exercise {spelling} began.")
    assert words.endswith("25")


def test_the_year_of_the_name_goes_before_that_of_the_report(shipped: NameIndex) -> None:
    assert [name for name, _ in found(shipped, "Zapad-2021 was larger.", published="2025-09-12")] == ["Zapad 2021"]


@pytest.mark.parametrize(
    ("published", "name"), [("2025-09-12", "Zapad 2025"), ("2021-09-10", "Zapad 2021"), (None, "Zapad")],
)
def test_a_bare_name_is_the_edition_of_the_year(shipped: NameIndex, published: str | None, name: str) -> None:
    assert [each for each, _ in found(shipped, "Zapad has begun.", published=published)] == [name]


def test_a_bare_name_is_the_edition_that_the_report_names(shipped: NameIndex) -> None:
    text = "Looking back at Zapad-2021: Zapad was large then."
    assert [name for name, _ in found(shipped, text, published="2025-09-12")] == ["Zapad 2021", "Zapad 2021"]


@pytest.mark.parametrize(
    "text", ["The West is worried.", "Winds from the west", "Union leaders met.", "A Defender of the town spoke.",
             "In the East, 2025 was quiet.", "Storm warnings in the north"],
)
def test_ordinary_words_are_no_exercises(shipped: NameIndex, text: str) -> None:
    assert [m.name for m in shipped.find(text, published="2025-09-12") if m.kind is MentionKind.EXERCISE] == []


def test_an_ordinary_word_is_a_name_once_its_edition_is_named(shipped: NameIndex) -> None:
    text = "Belarus prepares West 2025. The west of the country is quiet, but West will bring troops."
    names = [words for name, words in found(shipped, text, published="2025-07-01") if name == "Zapad 2025"]
    assert names == ["West 2025", "West"]


@pytest.mark.parametrize("text", ["Zapad 1,500 km away", "Zapad-20% larger", "Zapad-25.5 longer", "Zapad 12345"])
def test_what_is_counted_is_no_year(shipped: NameIndex, text: str) -> None:
    assert found(shipped, text, published="2021-09-12") == [("Zapad 2021", "Zapad")]


@pytest.mark.parametrize(
    ("words", "name"),
    [("MiG-31K", "MiG-31"), ("S-400", "S-400"), _PLURAL, ("Iskander-M", "Iskander"), ("Su-27", "Su-27")],
)
def test_equipment_of_the_shipped_packs(shipped: NameIndex, words: str, name: str) -> None:
    assert [mention.name for mention in shipped.find(f"Two {words} were seen.", published=None)][:1] == [name]


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Belarusian authorities", "BY"), ("the Kremlin's", "RU"), ("Polish", "PL"), ("Poles", "PL"),
        ("NATO’s", "NATO"), ("the US", "US"), ("Lithuanians", "LT"), ("Minsk", "BY"), ("the Seimas", "LT"),
    ],
)
def test_actors_of_the_shipped_packs(shipped: NameIndex, words: str, party: str) -> None:
    mentions = shipped.find(f"So {words} plans went on.", published=None)
    assert [mention.actor.party for mention in mentions if mention.actor is not None] == [party]


@pytest.mark.parametrize("text", ["let us go", "they polish the brass", "it was a turkey", "who knows"])
def test_ordinary_words_are_no_actors(shipped: NameIndex, text: str) -> None:
    assert found(shipped, text) == []


LISTS = [
    tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
    for name in ("inflected_names.toml", "inflected_names_2.toml")
]
INFLECTED = LISTS[0]
ACTORS = [
    (language, word, *meaning.split())
    for written in LISTS
    for language, tables in written.items()
    for word, meaning in tables["actors"].items()
]


@pytest.fixture(scope="module")
def inflecting(knowledge: Knowledge) -> dict[str, NameIndex]:
    return {
        language: NameIndex(knowledge, language=language, inflection=load_inflection(language))
        for language in INFLECTED
    }


@pytest.mark.parametrize(("language", "word", "code", "form"), ACTORS)
def test_states_are_found_as_they_stand(
    inflecting: dict[str, NameIndex], language: str, word: str, code: str, form: str
) -> None:
    [mention] = inflecting[language].find(word, published=None)
    assert mention.actor is not None
    assert (mention.actor.id, mention.form) == (code, Form(form))


@pytest.mark.parametrize(
    ("language", "text", "identities"),
    [
        ("uk", "польських прикордонників біля кордону", ["PL-BorderGuard"]),
        ("uk", "у Міністерстві оборони Литви", ["LT-MoD"]),
        ("ru", "белорусских властей и Балтийского флота", ["BY", "RU-BalticFleet"]),
        ("be", "з Міністэрствам абароны, як і польскай арміі", ["PL-Forces"]),
        ("pl", "od łotewskiej straży granicznej i rosyjskiego MSZ", ["LV-BorderGuard", "RU-MFA"]),
        ("lt", "Baltarusijos pasieniečių", ["BY-BorderCommittee"]),
        ("lv", "Valsts robežsardzē par Krievijas armijas", ["LV-BorderGuard", "RU-Forces"]),
        ("et", "Poola piirivalvuritele ja NATOga", ["PL-BorderGuard", "NATO"]),
        ("de", "von polnischen Grenzschützern", ["PL-BorderGuard"]),
        ("fi", "Rajavartiolaitoksen ja Venäjän ilmavoimien", ["FI-BorderGuard", "RU-AirForce"]),
    ],
)
def test_organs_are_found_with_each_word_in_its_form(
    inflecting: dict[str, NameIndex], language: str, text: str, identities: list[str]
) -> None:
    mentions = inflecting[language].find(text, published=None)
    assert [mention.actor.id for mention in mentions if mention.actor is not None] == identities


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("uk", "учениями «Захід-2025»", "Zapad 2025"), ("pl", "podczas Zapadu 2025", "Zapad 2025"),
        ("lt", "pratybose „Zapad 2025“", "Zapad 2025"), ("ru", "на «Западе-2025»", "Zapad 2025"),
        ("uk", "кілька «Гербер»", "Gerbera"), ("ru", "из «Искандера»", "Iskander"),
        ("pl", "wystrzelono Kindżały", "Kinzhal"),
    ],
)  # fmt: skip
def test_exercises_and_equipment_inflect_as_well(
    inflecting: dict[str, NameIndex], language: str, text: str, name: str
) -> None:
    assert [mention.name for mention in inflecting[language].find(text, published="2025-09-01")] == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Того дня нічого не сталося. Мали прийти."), ("ru", "Того не знали. Мали и слабы."),
        ("uk", "захід сонця"), ("uk", "Захід сонця о восьмій"), ("lt", "vakarų vėjas"), ("pl", "na zachodzie słońce"),
        ("fi", "Oman talon seinä"), ("en", "The West is calm."), ("de", "im Westen nichts"), ("et", "lääs paistab"),
    ],
)  # fmt: skip
def test_common_words_are_no_names(inflecting: dict[str, NameIndex], language: str, text: str) -> None:
    assert inflecting[language].find(text, published="2025-09-01") == []


def test_initials_keep_their_capitals_before_an_ending(inflecting: dict[str, NameIndex]) -> None:
    assert [mention.name for mention in inflecting["et"].find("NATOle", published=None)] == ["NATO"]
    assert inflecting["pl"].find("mona i sg", published=None) == []


def test_english_is_found_the_same_with_inflection(shipped: NameIndex, inflecting: dict[str, NameIndex]) -> None:
    text = "Poland's border guards and the Belarusian KGB met NATO's envoys in Vilnius, BelTA said of Zapad 2025."
    plain = [(mention.name, mention.span) for mention in shipped.find(text, published=None)]
    assert [(mention.name, mention.span) for mention in inflecting["en"].find(text, published=None)] == plain


INSIDE = [
    ("pl", "ćwiczenia Tarcza Wschodu-26 w maju"), ("pl", "Tarcza Wschodu-26 rusza w maju."),
    ("pl", "„Tarcza Wschodu-26” trwa"), ("en", "the Tarcza Wschód programme"),
    ("en", "work on Shield East-26 went on"), ("en", "the “Vostok Oil” company"),
    ("en", "a drill called Counter Zapad-2025"), ("ru", "учения «Щит Востока-26»"), ("ru", "компания «Восток Ойл»"),
    ("uk", "програма «Щит Сходу-26»"), ("be", "праграма «Шчыт Усход-26»"), ("lt", "programa „Skydas Vakarai-26“"),
    ("lv", "programma “Vairogs Rietumi-26”"), ("et", "programm Kilp Lääs-26"), ("de", "das Programm Schild Ost-26"),
    ("fi", "ohjelma Kilpi Länsi-26"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), INSIDE)
def test_a_word_inside_another_name_is_no_exercise(
    inflecting: dict[str, NameIndex], language: str, text: str
) -> None:
    found = inflecting[language].find(text, published="2026-03-01")
    assert [mention.name for mention in found if mention.kind is MentionKind.EXERCISE] == []
    assert inflecting[language].editions_named(text) == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "in Exercise Zapad-2025 today"), ("en", "Russia Starts Zapad-2025 With Belarus Near Border"),
        ("en", "the Belarusian Zapad-2025 drill"), ("en", "Putin's Zapad-2025"), ("en", "After Zapad-2025 he left."),
        ("en", "the September Zapad-2025 drill"), ("en", "“Exercise Zapad-2025 is over,” he said"),
        ("pl", "Podczas Ćwiczeń Zapad-2025"), ("de", "im Großmanöver Sapad-2025"), ("de", "bei Russlands Sapad-2025"),
        ("ru", "УЧЕНИЯ ЗАПАД-2025"), ("ru", "Учения Запад-2025 начались"), ("ru", "СКШУ Запад-2025"),
        ("uk", "Навчання Захід-2025"), ("be", "Вучэнні Захад-2025"), ("lt", "Pratybos Zapad-2025"),
        ("lv", "Mācības Zapad-2025"), ("et", "Suurõppus Zapad-2025"), ("fi", "Suurharjoitus Zapad-2025"),
    ],
)  # fmt: skip
def test_what_stands_before_the_name_of_an_exercise_is_no_part_of_it(
    inflecting: dict[str, NameIndex], language: str, text: str
) -> None:
    found = inflecting[language].find(text, published="2026-03-01")
    assert [mention.name for mention in found if mention.kind is MentionKind.EXERCISE] == ["Zapad 2025"]
    assert inflecting[language].editions_named(text) == {"Zapad": 2025}
