"""Who borders on a state acts, not that state; and not there."""

from __future__ import annotations

import pytest

from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import parse_items
from vedette.knowledge import load_knowledge
from vedette.model import Knowledge, Report
from vedette.reading.facts import FactReader

HEAD = "@ {}-0001 story=a published=2026-09-12 genre=live region=baltic on=yes outlet=Example Wire\n"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(("language", "marked"), [
    ("pl", "{Kraje sąsiadujące z Białorusią|A1 ?} {zamknęły|E1 border_closure} przejścia.\nE1 who=A1\n"),
    ("uk", "{Сусіди Росії|A1 ?} {провели|E1 exercise} навчання.\nE1 who=A1\n"),
    ("en", "Troops were {moved|E1 deployment} to {countries bordering on Russia|P1 country LV}.\nE1 to=P1\n"),
])
def test_neighbours_are_nobody_that_is_named(knowledge: Knowledge, language: str, marked: str) -> None:
    [item], problems = parse_items(HEAD.format(language) + marked, file="test")
    assert not problems
    report = Report.of(item.text, ref="a", outlet="Example Wire", published=item.published, language=language)
    [claim] = FactReader(knowledge, language=language, tagger=GoldTagger(item)).read(report)
    assert (claim.actors, claim.places) == ((), ())


def test_a_place_with_a_name_of_its_own_stays(knowledge: Knowledge) -> None:
    marked = (
        "{Latvian|A1 LV} troops {moved|E1 deployment} to {Daugavpils|P1 city LV}, bordering on Belarus.\n"
        "E1 who=A1 to=P1\n"
    )
    [item], problems = parse_items(HEAD.format("en") + marked, file="test")
    assert not problems
    report = Report.of(item.text, ref="a", outlet="Example Wire", published=item.published, language="en")
    [claim] = FactReader(knowledge, language="en", tagger=GoldTagger(item)).read(report)
    assert [mention.place.name for mention in claim.places] == ["Daugavpils"]
