"""Speakers that were not tagged: known names in "As Example Wire reported, ..." and "According to the police, ..."."""

from __future__ import annotations

import pytest

from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import parse_items
from vedette.knowledge import load_knowledge
from vedette.model import LinkKind, Report
from vedette.reading.facts import FactReader

HEAD = "@ {language}-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire\n"
NAMED = [
    ("lt", "Kaip rašė BNS, Latvija {uždarė|E1 border_closure} kelią.", "BNS"),
    ("lt", "Anot pasieniečių, Latvija {uždarė|E1 border_closure} kelią.", "pasieniečių"),
    ("uk", "Як раніше писав Reuters, Латвія {закрила|E1 border_closure} дорогу.", "Reuters"),
    ("uk", "Латвія {закрила|E1 border_closure} дорогу, пише Reuters.", "Reuters"),
    ("ru", "По данным минобороны Латвии, дорога {закрыта|E1 border_closure}.", "минобороны Латвии"),
    ("et", "Läti kaitseministeeriumi sõnul, muide, on tee {suletud|E1 border_closure}.", "Läti kaitseministeeriumi"),
    ("fi", "Kuten Reuters kertoi, Latvia {sulki|E1 border_closure} tien.", "Reuters"),
]
NOBODY = [
    ("uk", "Латвія {закрила|E1 border_closure} дорогу, де працює Reuters."),  # no word of saying
    ("ru", "По данным соседей, Латвия {закрыла|E1 border_closure} дорогу."),  # whom we do not know
    ("lt", "Kaip žinoma, Latvija {uždarė|E1 border_closure} kelią."),
    ("ru", "Как пишет пресса, Латвия {закрыла|E1 border_closure} дорогу."),
]


def _origins(language: str, told: str, *, outlet: str = "Example Wire") -> list[str]:
    [item], problems = parse_items(f"{HEAD.format(language=language)}{told}\nE1\n", file="test")
    assert not problems
    reader = FactReader(load_knowledge(), language=language, tagger=GoldTagger(item))
    report = Report.of(item.text, ref="a", published=item.published, language=language, outlet=outlet)
    return [claim.attribution[-1].name if claim.attribution else "" for claim in reader.read(report)]


@pytest.mark.parametrize(("language", "told", "who"), NAMED)
def test_a_known_name_that_speaks_is_a_source_though_nobody_tagged_it(language: str, told: str, who: str) -> None:
    assert _origins(language, told) == [who]


@pytest.mark.parametrize(("language", "told"), NOBODY)
def test_where_no_known_name_speaks_the_narrator_does(language: str, told: str) -> None:
    assert _origins(language, told) == [""]


def test_what_an_outlet_says_of_its_own_reports_is_its_own() -> None:
    assert _origins("lt", NAMED[0][1], outlet="BNS") == [""]


TOLD_TO = [
    ("lt", "<S1:Latvija {uždarė|E1 border_closure} kelią>, {BNS|S1 agency} {patvirtino|C1} Latvijos kariuomenė.", 2),
    ("ru", "<S1:Латвия {закрыла|E1 border_closure} дорогу>, {ТАСС|S1 agency} {сообщили|C1} в минобороны Латвии.", 2),
    ("ru", "<S1:Латвия {закрыла|E1 border_closure} дорогу>, {сообщает|C1} {ТАСС|S1 agency}, где минобороны Латвии.", 1),
    ("lt", "<S1:Latvija {uždarė|E1 border_closure} kelią>, {BNS|S1 agency} {praneša|C1} po Latvijos kariuomenės.", 1),
]


@pytest.mark.parametrize(("language", "told", "links"), TOLD_TO)
def test_who_told_the_agency_stands_behind_the_verb(language: str, told: str, links: int) -> None:
    [item], problems = parse_items(f"{HEAD.format(language=language)}{told}\nE1\n", file="test")
    assert not problems
    reader = FactReader(load_knowledge(), language=language, tagger=GoldTagger(item))
    [claim] = reader.read(Report.of(item.text, ref="a", published=item.published, language=language, outlet="Example"))
    assert len(claim.attribution) == links and claim.attribution[0].kind is LinkKind.AGENCY
