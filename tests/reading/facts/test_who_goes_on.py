"""Words that are tagged as said, and linked to nobody: "He added that ..."."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import parse_items
from vedette.knowledge import load_knowledge
from vedette.model import Attribution, LinkKind, Report, Span
from vedette.reading.facts import FactReader
from vedette.reading.tags import Tags
from vedette.reading.tags.labels import Role, SpanKind

MARKED = """@ pl-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire
Czuwamy, {mówi|C1} {minister Litwy|S1 official LT}. Dodał, że <S1:{Litwa|A1 LT} {zamknie|E1 border_closure} granicę>.
E1 planned who=A1
"""


@dataclass(frozen=True)
class Unlinked:
    """The annotation without its links from events to sources; with or without what is said."""

    tagger: GoldTagger
    contents: bool

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        tags = self.tagger.tag(text, paragraphs)
        spans = tuple(span for span in tags.spans if self.contents or span.kind is not SpanKind.CONTENT)
        return replace(tags, spans=spans, links=tuple(link for link in tags.links if link.role is not Role.SAYS))


def _chains(marked: str, *, contents: bool) -> list[tuple[Attribution, ...]]:
    [item], problems = parse_items(marked, file="test")
    assert not problems
    reader = FactReader(load_knowledge(), language=item.language, tagger=Unlinked(GoldTagger(item), contents))
    claims = reader.read(Report.of(item.text, ref="a", published=item.published, language=item.language))
    return [claim.attribution for claim in claims]


def _origins(*, contents: bool) -> list[str]:
    marked = MARKED.replace("Dodał, że ", "")
    return [chain[-1].party or "" for chain in _chains(marked, contents=contents) if chain]


def test_what_is_tagged_as_said_is_said_by_who_spoke_last_in_the_paragraph() -> None:
    assert _origins(contents=True) == ["LT"]


def test_what_is_not_tagged_as_said_is_the_narrators() -> None:
    assert _origins(contents=False) == []


GERMAN = """@ de-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire
Ruhig ist es, {meldet|C1} die Agentur {Nordwind|S1 agency} unter {Berufung|C2} auf das {Amt|S2 official LT}. {MOOD}.
E1
"""


def test_who_passes_the_words_on_goes_on_passing_them() -> None:
    marked = GERMAN.replace("{MOOD}", "Die Straße <S1>S2:{sei gesperrt|E1 border_closure}>")
    [chain] = _chains(marked, contents=True)
    assert [link.name for link in chain] == ["Nordwind", "Amt"]


def test_a_verb_can_show_that_somebody_is_speaking_still() -> None:
    [chain] = _chains(GERMAN.replace("{MOOD}", "Die Straße sei {gesperrt|E1 border_closure}"), contents=False)
    assert chain[-1].name == "Amt"
    [chain] = _chains(GERMAN.replace("{MOOD}", "Die Straße ist {gesperrt|E1 border_closure}"), contents=False)
    assert chain == ()


HEAD = "@ {language}-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire\n"
SPOKE = {
    "uk": "Тихо, {сказав|C1} {міністр Литви|S1 official LT}.",
    "ru": "Спокойно, {сказал|C1} {министр Литвы|S1 official LT}.",
    "pl": "Spokojnie, {mówi|C1} {minister Litwy|S1 official LT}.",
    "lt": "Ramu, {sakė|C1} {Lietuvos ministras|S1 official LT}.",
    "de": "Ruhig ist es, {sagte|C1} der {Minister Litauens|S1 official LT}.",
    "en": "All is quiet, {said|C1} the {minister of Lithuania|S1 official LT}.",
}
OF_WHO_SPOKE = [
    ("uk", "Як зазначається, Латвія {закриє|E1 border_closure} дорогу."),
    ("uk", "За його {словами|C9}, Латвія {закриє|E1 border_closure} дорогу."),
    ("ru", "По его {словам|C9}, Латвия {закроет|E1 border_closure} дорогу."),
    ("uk", "У відомстві вчора зазначили, що Латвія {закриє|E1 border_closure} дорогу."),
    ("ru", "В ведомстве добавили, что Латвия {закроет|E1 border_closure} дорогу."),
    ("pl", "Jak {dodał|C9}, Łotwa {zamknie|E1 border_closure} drogę."),
    ("pl", "Przypomniał, że Łotwa {zamknie|E1 border_closure} drogę."),
    ("lt", "Latvija {uždarys|E1 border_closure} kelią, {pridūrė|C9} ji."),
    ("uk", "Також повідомив, що Латвія {закриє|E1 border_closure} дорогу."),
    ("pl", "„Cała droga na Łotwie została {zamknięta|E1 border_closure}” – {podano|C9} w komunikacie."),
]
OF_NOBODY = [
    ("ru", "Как известно, Латвия {закрыла|E1 border_closure} дорогу."),
    ("uk", "Як повідомлялося, Латвія {закрила|E1 border_closure} дорогу."),  # by whom, nobody says
    ("lt", "Kaip skelbta, Latvija {uždarė|E1 border_closure} kelią."),
    ("ru", "Издание добавило, что Латвия {закроет|E1 border_closure} дорогу."),  # none was named
    ("ru", "Ведомства Латвии {закрыли|E1 border_closure} дорогу и сообщили, что ждут."),
    ("uk", "Латвія {закриє|E1 border_closure} дорогу."),
    ("uk", "Латвія {пригрозила|C9} сусідам і {закрила|E1 border_closure} дорогу."),  # its own act
    ("pl", "„Jutro cała droga zostanie {zamknięta|E1 border_closure}” – {grozili|C9} strajkujący."),  # somebody else
    ("pl", "Droga „Most {Zamknięty|E1 border_closure}” czeka."),  # a name is no quotation
]


def _goes_on(language: str, sentence: str) -> list[str]:
    marked = f"{HEAD.format(language=language)}{SPOKE[language]}\n\n{sentence}\nE1\n"
    # A cue without a speaker is no annotation, but what a tagger gives.
    marked = marked.replace("C9", "C1b")
    [item], problems = parse_items(marked, file="test")
    assert not problems
    reader = FactReader(load_knowledge(), language=language, tagger=Speechless(GoldTagger(item)))
    claims = reader.read(Report.of(item.text, ref="a", published=item.published, language=language))
    return [claim.attribution[-1].name if claim.attribution else "" for claim in claims]


@dataclass(frozen=True)
class Speechless:
    """The annotation without links from events to sources; only the first verb of saying has its speaker."""

    tagger: GoldTagger

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        tags = self.tagger.tag(text, paragraphs)
        first = min((span.span for span in tags.spans if span.kind is SpanKind.CUE), default=None)
        links = tuple(
            link for link in tags.links
            if link.role is not Role.SAYS and (link.role is not Role.CUED or link.right.span == first)
        )
        return replace(tags, links=links)


@pytest.mark.parametrize(("language", "sentence"), OF_WHO_SPOKE)
def test_according_to_him_is_according_to_who_spoke_last_in_a_paragraph_before(language: str, sentence: str) -> None:
    [origin] = _goes_on(language, sentence)
    assert origin


@pytest.mark.parametrize(("language", "sentence"), OF_NOBODY)
def test_a_paragraph_that_nobody_is_named_for_is_the_narrators(language: str, sentence: str) -> None:
    assert _goes_on(language, sentence) == [""]


TOLD = "{Латвія|A1 LV} <S1:{закрила|E1 border_closure} дорогу>, {сказав|C1} {міністр Литви|S1 official LT}."
STILL = [
    ("{Естонія|A2 EE} також {закрила|E2 border_closure} дорогу.", "LT"),  # more of the same
    ("{Естонія|A2 EE} також {навчає|E2 exercise} солдатів.", ""),  # something else
    ("{Естонія|A2 EE} {закрила|E2 border_closure} дорогу.", ""),
    ("Ймовірно, міст {підірвали|E2 sabotage}.", "LT"),  # somebody judges
    ("Міст {підірвали|E2 sabotage}.", ""),
    ("Це {пошкодило|E2 sabotage} міст.", "LT"),
]


def _second(sentence: str) -> str:
    return "E2 who=A2" if "A2" in sentence else "E2"


@pytest.mark.parametrize(("sentence", "party"), STILL)
def test_the_next_sentence_is_still_said_where_its_words_show_it(sentence: str, party: str) -> None:
    marked = f"{HEAD.format(language='uk')}{TOLD} {sentence}\nE1 who=A1\n{_second(sentence)}\n"
    [item], problems = parse_items(marked, file="test")
    assert not problems
    reader = FactReader(load_knowledge(), language="uk", tagger=GoldTagger(item))
    claims = reader.read(Report.of(item.text, ref="a", published=item.published, language="uk"))
    second = next(claim for claim in claims if claim.trigger == item.mark("E2").span)
    assert (second.attribution[-1].party if second.attribution else "") == party


OFFICE = "{Латвія|A1 LV} <S1:{закрила|E1 border_closure} дорогу>, {повідомив|C1} {TOLD|S1 outlet}."


@pytest.mark.parametrize(("told", "kind"), [
    ("речник Міноборони Латвії", LinkKind.OFFICIAL), ("вісник Зразкова хвиля", LinkKind.OUTLET),
])
def test_what_is_called_after_a_body_of_a_state_is_an_office_and_no_outlet(told: str, kind: LinkKind) -> None:
    marked = f"{HEAD.format(language='uk')}{OFFICE.replace('TOLD', told)}\nE1 who=A1\n"
    [item], problems = parse_items(marked, file="test")
    assert not problems
    reader = FactReader(load_knowledge(), language="uk", tagger=GoldTagger(item))
    [claim] = reader.read(Report.of(item.text, ref="a", published=item.published, language="uk"))
    assert claim.attribution[-1].kind is kind


def test_polish_as_he_added_goes_on_with_who_spoke_last() -> None:
    marked = (
        "@ pl-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire\n"
        "{Litwa|A1 LT} {zamknęła|E1 border_closure} granicę, {mówi|C1} {minister Litwy|S1 official LT}.\n"
        "Jak dodał, port też zostanie {zamknięty|E2 movement_restriction}.\nE1 who=A1\nE2 planned\n"
    )
    assert [[link.name for link in chain] for chain in _chains(marked, contents=False)][1:] == [["minister Litwy"]]
