"""Whoever and whatever stands in a list has the role of those that are linked; a comma alone makes no list."""

from __future__ import annotations

import pytest

from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import parse_items
from vedette.knowledge import load_knowledge
from vedette.model import Claim, Knowledge, Report
from vedette.reading.facts import FactReader


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def read(language: str, marked: str, knowledge: Knowledge) -> Claim:
    head = f"@ {language}-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire\n"
    [item], problems = parse_items(head + marked, file="test")
    assert not problems
    report = Report.of(item.text, ref="a", outlet="Example Wire", published=item.published, language=language)
    return FactReader(knowledge, language=language, tagger=GoldTagger(item)).read(report)[0]


@pytest.mark.parametrize(("language", "marked"), [
    ("lt", "{Pratybos|E1 exercise}: kariai iš {Latvijos|A1 LV}, {Danijos|A2 DK} ir {Ispanijos|A3 ES}.\nE1 with=A2\n"),
    ("fi", "{Harjoitus|E1 exercise}, jossa ovat {Latvia|A1 LV}, {Tanska|A2 DK} ja {Espanja|A3 ES}.\nE1 with=A1\n"),
    ("de", "Zur {Übung|E1 exercise} kamen {Lettland|A1 LV}, {Dänemark|A2 DK} und {Spanien|A3 ES}.\nE1 with=A3\n"),
])
def test_all_of_a_list_take_part(language: str, marked: str, knowledge: Knowledge) -> None:
    assert {actor.party for actor in read(language, marked, knowledge).actors} == {"LV", "DK", "ES"}


def test_all_places_of_a_list_are_struck(knowledge: Knowledge) -> None:
    marked = (
        "Droonid {ründasid|E1 strike} {Harkivit|P1 city UA as=Harkiv}, {Sumõd|P2 city UA as=Sumõ} ja "
        "{Odessat|P3 city UA as=Odessa}.\nE1 at=P1\n"
    )
    assert len(read("et", marked, knowledge).places) == 3


def test_a_comma_between_two_clauses_makes_no_list(knowledge: Knowledge) -> None:
    marked = (
        "Kad {Baltarusija|A1 BY} {uždarė|E1 border_closure} sieną su {Lenkija|A2 PL}, {Latvija|A3 LV} sužinojo ryte.\n"
        "E1 who=A1 whom=A2\n"
    )
    assert {actor.party for actor in read("lt", marked, knowledge).actors} == {"BY", "PL"}
