"""How many are there: a sentence of its own that says no more goes on with the exercise told of last."""

from collections.abc import Callable

import pytest

from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import parse_items
from vedette.knowledge import load_knowledge
from vedette.model import Claim, Knowledge, Report
from vedette.reading.facts import FactReader

Read = Callable[[str, str], list[Claim]]
OPENED = {
    "en": "{Finland|A1 FI} opened the {exercise|E1 exercise} on Monday.",
    "uk": "{Польща|A1 PL} розпочала {навчання|E1 exercise} в понеділок.",
    "ru": "{Польша|A1 PL} начала {учения|E1 exercise} в понедельник.",
    "be": "{Польшча|A1 PL} пачала {вучэнні|E1 exercise} ў панядзелак.",
    "pl": "{Litwa|A1 LT} rozpoczęła {ćwiczenia|E1 exercise} w poniedziałek.",
    "lt": "{Lenkija|A1 PL} pirmadienį pradėjo {pratybas|E1 exercise}.",
    "lv": "{Polija|A1 PL} pirmdien sāka {mācības|E1 exercise}.",
    "et": "{Poola|A1 PL} alustas esmaspäeval {õppust|E1 exercise}.",
    "de": "{Polen|A1 PL} hat am Montag eine {Übung|E1 exercise} begonnen.",
    "fi": "{Puola|A1 PL} aloitti maanantaina {harjoituksen|E1 exercise}.",
}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture
def read(knowledge: Knowledge) -> Read:
    def of(language: str, marked: str) -> list[Claim]:
        head = f"@ {language}-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire\n"
        [item], problems = parse_items(f"{head}{marked}\nE1 who=A1\n", file="test")
        assert not problems
        reader = FactReader(knowledge, language=language, tagger=GoldTagger(item))
        return reader.read(Report.of(item.text, ref="a", published=item.published, language=language))

    return of


@pytest.mark.parametrize(("language", "line"), [
    ("en", "This time 900 soldiers are taking part."), ("en", "Taking an active part this year are 900 troops."),
    ("uk", "Участь беруть 900 військових."), ("ru", "По официальным данным, участвуют 900 военнослужащих."),
    ("ru", "В них принимают участие 900 солдат."), ("be", "Удзельнічаюць 900 вайскоўцаў."),
    ("pl", "W tym roku udział bierze 900 żołnierzy."), ("lt", "Dalyvauja 900 karių."),
    ("lv", "Tajās piedalās 900 karavīru."), ("et", "Osaleb 900 sõdurit."),
    ("de", "In diesem Jahr nehmen auch 900 Soldaten teil."), ("fi", "Mukana on 900 sotilasta."),
])
def test_how_many_take_part_is_a_figure_of_the_exercise(read: Read, language: str, line: str) -> None:
    [claim] = read(language, f"{OPENED[language]} {line}")
    assert [quantity.value for quantity in claim.quantities] == [900]


@pytest.mark.parametrize("line", [
    "The island has 900 soldiers.", "The route is 900 km long, a participant said.",
    "Nobody from the ministry is taking part.",
])
def test_other_figures_are_not(read: Read, line: str) -> None:
    [claim] = read("en", f"{OPENED['en']} {line}")
    assert claim.quantities == ()


def test_where_no_exercise_was_told_of_nothing_takes_part(read: Read) -> None:
    marked = "Some 900 people took part in the run. {Finland|A1 FI} closed the {border|E1 border_closure}."
    assert [claim.quantities for claim in read("en", marked)] == [()]


def test_how_many_took_part_in_another_is_none_of_this_one(read: Read) -> None:
    here, there = read("en", f"{OPENED['en']} Some 900 soldiers took part in Zapad-2021.")
    assert here.quantities == ()
    assert there.names and [quantity.value for quantity in there.quantities] == [900]
