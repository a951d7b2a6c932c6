"""Where: whose airspace is meant, and that whence something came is not where it came to."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import parse_items
from vedette.knowledge import load_knowledge
from vedette.model import Claim, Knowledge, PlaceRole, Report, Span
from vedette.reading.facts import FactReader
from vedette.reading.tags import Tags
from vedette.reading.tags.labels import Role


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@dataclass(frozen=True)
class Doubled:
    """An annotation in which what something came from is linked as where it is, too, as a tagger may do."""

    tagger: GoldTagger

    def tag(self, text: str, paragraphs: list[Span]) -> Tags:
        tags = self.tagger.tag(text, paragraphs)
        more = [replace(link, role=Role.AT, score=1.0) for link in tags.links if link.role is Role.FROM]
        return replace(tags, links=(*more, *tags.links))


def read(language: str, marked: str, knowledge: Knowledge, *, doubled: bool = False) -> Claim:
    head = f"@ {language}-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire\n"
    [item], problems = parse_items(head + marked, file="test")
    assert not problems
    report = Report.of(item.text, ref="a", outlet="Example Wire", published=item.published, language=language)
    tagger = Doubled(GoldTagger(item)) if doubled else GoldTagger(item)
    return FactReader(knowledge, language=language, tagger=tagger).read(report)[0]


@pytest.mark.parametrize(("language", "marked", "country"), [
    ("lt", "{Bulgarija|S1 official BG} {pranešė|C1}, kad <S1:į jos {oro erdvę|P1 country BG} "
           "{įskrido|E1 airspace_violation} {Rusijos|A1 RU} dronas>.", "BG"),
    ("fi", "{Venäläiskone|A1 RU} {loukkasi|E1 airspace_violation} Viron {ilmatilaa|P1 country EE}.", "EE"),
    ("de", "In Rumänien sind {russische|A1 RU} Drohnen in den {Luftraum des Landes|P1 country RO} "
           "{eingedrungen|E1 airspace_violation}.", "RO"),
])
def test_airspace_is_that_of_the_state_told_of_before_it(
    language: str, marked: str, country: str, knowledge: Knowledge
) -> None:
    claim = read(language, f"{marked}\nE1 who=A1 at=P1\n", knowledge)
    assert [mention.place.countries for mention in claim.places] == [(country,)]


@pytest.mark.parametrize(("language", "marked"), [
    ("lv", "{Latvijā|P1 country LV} no {Baltkrievijas|P2 country BY} {ielidoja|E1 drone_incident} drons."),
    ("lt", "{Latvijoje|P1 country LV} iš {Baltarusijos|P2 country BY} {nukrito|E1 drone_incident} dronas."),
])
def test_whence_it_came_is_not_where_it_is(language: str, marked: str, knowledge: Knowledge) -> None:
    claim = read(language, f"{marked}\nE1 at=P1 from=P2\n", knowledge, doubled=True)
    assert [mention.place.countries for mention in claim.places if mention.role is PlaceRole.AT] == [("LV",)]
    assert [mention.place.countries for mention in claim.places if mention.role is PlaceRole.ORIGIN] == [("BY",)]


def test_whose_airspace_it_is_did_not_violate_it(knowledge: Knowledge) -> None:
    marked = (
        "{Venäläiskone|A1 RU} {loukkasi|E1 airspace_violation} {Viron|A2 EE} {ilmatilaa|P1 country EE}.\n"
        "E1 who=A1,A2 at=P1\n"
    )
    claim = read("fi", marked, knowledge)
    assert {actor.party for actor in claim.actors} <= {"RU"}
    assert [mention.place.countries for mention in claim.places] == [("EE",)]
