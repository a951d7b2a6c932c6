"""Who borders on a state is not that state, in all ten languages; a neighbour with a name is meant."""

from __future__ import annotations

import pytest

from vedette.model import Knowledge, Span
from vedette.reading.document import MentionKind
from vedette.reading.inflection import load_inflection
from vedette.reading.names import NameIndex
from vedette.reading.neighbours import load_neighbour_words, meant_themselves

LANGUAGES = ("be", "de", "en", "et", "fi", "lt", "lv", "pl", "ru", "uk")


@pytest.fixture(scope="module")
def names(knowledge: Knowledge) -> dict[str, NameIndex]:
    return {code: NameIndex(knowledge, language=code, inflection=load_inflection(code)) for code in LANGUAGES}


def states(names: dict[str, NameIndex], language: str, text: str) -> list[str]:
    """The states that a sentence names for themselves."""
    found = names[language].find(text, published=None)
    neighboured = load_neighbour_words(language).find(text, Span(0, len(text)), found)
    own = meant_themselves(found, neighboured)
    return [mention.actor.id for mention in own if mention.kind is MentionKind.ACTOR and mention.actor is not None]


@pytest.mark.parametrize(("language", "text"), [
    ("en", "Countries neighbouring Belarus agreed."), ("en", "The neighbors of Russia agreed."),
    ("en", "Russia's western neighbours agreed."), ("en", "States that border on Russia agreed."),
    ("en", "Russia-backed gunmen agreed."), ("en", "Trucks left the Belarus-controlled crossing."),
    ("ru", "Соседние с Белоруссией страны решили."), ("ru", "Соседи России решили."), ("ru", "Соседи РФ решили."),
    ("ru", "Страны, граничащие с Россией, решили."), ("uk", "Сусіди Росії вирішили."),
    ("uk", "Країни, що межують із Білоруссю, вирішили."), ("be", "Суседнія з Расіяй краіны вырашылі."),
    ("be", "Суседзі Расіі вырашылі."), ("pl", "Kraje sąsiadujące z Białorusią postanowiły."),
    ("pl", "Sąsiedzi Rosji postanowili."), ("lt", "Su Baltarusija besiribojančios šalys nutarė."),
    ("lt", "Rusijos kaimynės nutarė."), ("lv", "Ar Baltkrieviju robežojošās valstis nolēma."),
    ("lv", "Krievijas kaimiņvalstis nolēma."), ("et", "Valgevenega piirnevad riigid otsustasid."),
    ("et", "Venemaa naabrid otsustasid."), ("fi", "Venäjän naapurit päättivät."),
    ("de", "Die an Belarus grenzenden Länder beschlossen es."), ("de", "Russlands Nachbarn beschlossen es."),
])  # fmt: skip
def test_of_the_neighbours_of_a_state_it_is_not_one(names: dict[str, NameIndex], language: str, text: str) -> None:
    assert states(names, language, text) == []


@pytest.mark.parametrize(("language", "text", "state"), [
    ("en", "in neighbouring Belarus", "BY"), ("en", "Russia's neighbour Latvia agreed.", "LV"),
    ("ru", "в соседней Белоруссии", "BY"), ("ru", "сосед Латвия", "LV"), ("uk", "у сусідній Польщі", "PL"),
    ("be", "у суседняй Польшчы", "PL"), ("pl", "w sąsiedniej Białorusi", "BY"), ("lt", "kaimyninėje Lenkijoje", "PL"),
    ("lt", "Baltarusija kaimynams grasina", "BY"), ("lv", "kaimiņvalstī Igaunijā", "EE"),
    ("et", "naaberriigis Lätis", "LV"), ("fi", "naapurimaassa Virossa", "EE"), ("de", "im benachbarten Polen", "PL"),
    ("de", "Polen grenzt an die Ostsee", "PL"),
])  # fmt: skip
def test_a_neighbour_that_is_named_is_meant(
    names: dict[str, NameIndex], language: str, text: str, state: str
) -> None:
    assert states(names, language, text) == [state]
