"""Who tells of an event: the frame of a saying, the speaker of its sentence, and links too doubtful to keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import parse_items
from vedette.knowledge import load_knowledge
from vedette.model import Attribution, Report, Span
from vedette.reading.facts import FactReader
from vedette.reading.tags import TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role, SpanKind


@dataclass(frozen=True)
class Linked:
    """The sources, cues and events of an annotation, with links from each event to sources as a tagger might give."""

    tagger: GoldTagger
    links: tuple[tuple[str, float], ...] = ()
    cued: bool = True
    shared: bool = False  # whether each word of saying is that of each source

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        tags = self.tagger.tag(text, paragraphs)
        spans = tuple(span for span in tags.spans if span.kind is not SpanKind.CONTENT)
        kept = {Role.CITES, Role.SAME} | ({Role.CUED} if self.cued else set())
        given = [
            TaggedLink(role=Role.SAYS, left=event, right=source, score=score)
            for event in tags.events for words, score in self.links for source in spans
            if isinstance(source, TaggedSpan) and source.kind is SpanKind.SOURCE and source.span.of(text) == words
        ]
        if self.shared:
            sources, cues = ([span for span in spans if span.kind is kind] for kind in (SpanKind.SOURCE, SpanKind.CUE))
            given += [TaggedLink(role=Role.CUED, left=one, right=cue, score=0.9) for one in sources for cue in cues]
        return replace(tags, spans=spans, links=(*(link for link in tags.links if link.role in kept), *given))


def origins(language: str, told: str, *links: tuple[str, float], cued: bool = True) -> list[str | None]:
    """Give who tells of each event of a marked text; ``None`` is the narrator."""
    return [chain[-1].name if chain else None for chain in chains(language, told, *links, cued=cued)]


def chains(
    language: str, told: str, *links: tuple[str, float], cued: bool = True, shared: bool = False
) -> list[tuple[Attribution, ...]]:
    item_head = f"@ {language}-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire"
    [item], problems = parse_items(f"{item_head}\n{told}\nE1\n", file="test")
    assert not problems
    reader = FactReader(load_knowledge(), language=language, tagger=Linked(GoldTagger(item), links, cued, shared))
    claims = reader.read(Report.of(item.text, ref="a", published=item.published, language=language))
    return [claim.attribution for claim in claims]


FRAMED = [
    ("en", "The crossing was {closed|E1 border_closure} at dawn, {said|C1} the {mayor|S1 official LT}.", "mayor"),
    ("uk", "Міст {перекрили|E1 border_closure} вранці, {повідомив|C1} {мер|S1 official UA}.", "мер"),
    ("uk", "{Мер|S1 official UA} {каже|C1}, що міст {перекрили|E1 border_closure} вранці.", "Мер"),
    ("ru", "{Мэр|S1 official RU} вечером {заявил|C1}, что мост {перекрыли|E1 border_closure}.", "Мэр"),
    ("be", "Мост {перакрылі|E1 border_closure} ранкам, {паведаміў|C1} {мэр|S1 official BY}.", "мэр"),
    ("pl", "Przejście {zamknięto|E1 border_closure} rano, {mówi|C1} {burmistrz|S1 official PL}.", "burmistrz"),
    ("lt", "{Meras|S1 official LT} {sako|C1}, kad postas {uždarytas|E1 border_closure}.", "Meras"),
    ("lv", "Punkts no rīta {slēgts|E1 border_closure}, {saka|C1} {mērs|S1 official LV}.", "mērs"),
    ("et", "Punkt {suleti|E1 border_closure} hommikul, {ütles|C1} {linnapea|S1 official EE}.", "linnapea"),
    ("de", "Der Übergang ist {geschlossen|E1 border_closure}, {sagt|C1} der {Landrat|S1 official DE}.", "Landrat"),
    ("fi", "Asema {suljettiin|E1 border_closure} aamulla, {pormestari|S1 official FI} {kertoi|C1}.", "pormestari"),
    ("ru", "По {данным|C1} {мэрии|S1 official RU}, мост {перекрыли|E1 border_closure}, машины стоят.", "мэрии"),
    ("lt", "Kaip {pranešė|C1} {meras|S1 official LT}, postas {uždarytas|E1 border_closure}.", "meras"),
    ("et", "{Linnapea|S1 official EE} {sõnul|C1} on punkt {suletud|E1 border_closure}.", "Linnapea"),
    ("fi", "{Pormestari|S1 official FI} {sanoi|C1}: ”Asema {suljettiin|E1 border_closure} aamulla.”", "Pormestari"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "told", "speaker"), FRAMED)
def test_a_frame_shows_who_tells_where_no_link_does(language: str, told: str, speaker: str) -> None:
    assert origins(language, told) == [speaker]


NARRATED = [
    ("ru", "Накануне вечером в порту {данные|C1} {мэрии|S1 official RU} искали, мост {перекрыли|E1 border_closure}."),
    ("en", "The crossing was {closed|E1 border_closure}; it will stay so, {said|C1} the {mayor|S1 official LT}."),
    ("uk", "Міст {перекрили|E1 border_closure}: об’їзду немає, {повідомив|C1} {мер|S1 official UA}."),
    ("ru", "{Мэр|S1 official RU} {заявил|C1}, что устал; мост {перекрыли|E1 border_closure}."),
    ("lt", "{Meras|S1 official LT} tai {vadina|C1} „klaida“, postas {uždarytas|E1 border_closure}."),
    ("pl", "Po tym, jak {burmistrz|S1 official PL} {przemówił|C1}, przejście {zamknięto|E1 border_closure}."),
]


@pytest.mark.parametrize(("language", "told"), NARRATED)
def test_a_frame_ends_at_a_semicolon_a_colon_and_the_end_of_a_quotation(language: str, told: str) -> None:
    assert origins(language, told) == [None]


TWO = (
    "The crossing was {closed|E1 border_closure}, {said|C1} the {mayor|S1 official LT}. "
    "Lorries wait, {complained|C2} a {driver|S2 witness}."
)


def test_who_speaks_in_the_next_sentence_does_not_tell_of_this_one() -> None:
    assert origins("en", TWO, ("mayor", 0.9), ("driver", 0.95)) == ["mayor"]


def test_a_frame_is_surer_than_a_link_to_somebody_else() -> None:
    assert origins("en", TWO, ("driver", 0.95)) == ["mayor"]


RELAYED = (
    "<S1>S2:The crossing was {closed|E1 border_closure}>, {writes|C1} the newspaper {Hill Lamp|S1 outlet}. "
    "It {cites|C2} a {driver|S2 witness}."
)


def test_whom_the_newspaper_cites_in_the_next_sentence_tells() -> None:
    assert origins("en", RELAYED, ("Hill Lamp", 0.9), ("driver", 0.9)) == ["driver"]


AFTER = "Lorries wait, {said|C1} the {mayor|S1 official LT}. The crossing was {closed|E1 border_closure}."


@pytest.mark.parametrize(("score", "origin"), [(0.8, "mayor"), (0.6, None)])
def test_who_spoke_in_another_sentence_tells_where_that_is_sure(score: float, origin: str | None) -> None:
    assert origins("en", AFTER, ("mayor", score)) == [origin]


@pytest.mark.parametrize(("score", "origin"), [(0.95, "mayor"), (0.8, None)])
def test_who_stands_by_without_a_word_of_saying_tells_where_that_is_sure(score: float, origin: str | None) -> None:
    told = "The {mayor|S1 official LT} {saw|C1} it: the crossing was {closed|E1 border_closure}."
    assert origins("en", told, ("mayor", score), cued=False) == [origin]


FAR = "{Lead|S1 outlet} {writes|C1} of lorries.\n\nThe crossing was {closed|E1 border_closure}."


@pytest.mark.parametrize(("score", "origin"), [(0.95, "Lead"), (0.8, None)])
def test_who_is_named_a_paragraph_before_tells_where_that_is_very_sure(score: float, origin: str | None) -> None:
    assert origins("en", FAR, ("Lead", score)) == [origin]


def test_who_is_named_a_paragraph_later_does_not_tell() -> None:
    told = "The crossing was {closed|E1 border_closure}.\n\n{Lead|S1 outlet} {writes|C1} of lorries."
    assert origins("en", told, ("Lead", 1.0)) == [None]


SURNAMES = [
    (
        "uk", "Джерело: речник служби Остап Прикладенко\n\n"
        "Міст {закритий|E1 border_closure}, {додав|C1} {Прикладенко|S1 official UA}.",
    ),
    (
        "pl", "Źródło: rzecznik straży Jan Przykładny\n\n"
        "{Według|C1} {Przykładnego|S1 official PL} most {zamknięto|E1 border_closure}.",
    ),
    (
        "en", "Source: army spokesman Jonas Pavyzdys\n\n"
        "The bridge is {closed|E1 border_closure}, {Pavyzdys|S1 official LT} {said|C1}.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "told"), SURNAMES)
def test_who_is_named_in_full_in_the_source_line_is_no_second_voice_by_his_surname(language: str, told: str) -> None:
    surname = told.partition("|S1")[0].rpartition("{")[2]
    [chain] = chains(language, told, (surname, 1.0))
    assert len(chain) == 1 and chain[0].name != surname


def test_who_told_the_agency_right_behind_its_verb_is_kept() -> None:
    told = "Kelias {uždarytas|E1 border_closure}, {BNS|S1 agency} {patvirtino|C1} {meras|S2 official LT}."
    [chain] = chains("lt", told, ("BNS", 0.9), ("meras", 0.9), shared=True)
    assert [link.name for link in chain] == ["BNS", "meras"]


CITED = [
    ("<S1>S2:Kelias {uždarytas|E1 sabotage}>, po {tarybos|S2 official LT} rinkimų {sakė|C1} {meras|S1 official LT}", 1),
    ("<S1>S2:Tai {avarija|E1 sabotage}>, {sakė|C1} {meras|S1 official LT}, {cituodamas|C2} {tarybą|S2 official LT}", 2),
]  # fmt: skip


@pytest.mark.parametrize(("told", "names"), CITED)
def test_an_office_that_only_stands_by_is_none_of_those_who_speak(told: str, names: int) -> None:
    [chain] = chains("lt", told, ("meras", 0.9), ("tarybos", 0.9), ("tarybą", 0.9))
    assert len(chain) == names and chain[0].name == "meras"


def test_the_country_is_the_first_that_the_sentence_before_names() -> None:
    told = (
        "Belarus and Russia met in Belarus. Lithuanian officials spoke of a drone from Belarus. The crossing was "
        "{closed|E1 border_closure}, {said|C1} the country's {prosecutor general|S1 official LT}."
    )
    [chain] = chains("en", told, ("prosecutor general", 0.9))
    assert chain[-1].party == "LT"
    [chain] = chains("en", told.replace("the country's", "the"), ("prosecutor general", 0.9))
    assert chain[-1].party == "BY", "without it what the text names most decides"
