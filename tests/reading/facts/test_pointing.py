"""Sentences that only say who said what was told before them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pytest

from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import parse_items
from vedette.knowledge import load_knowledge
from vedette.model import Attribution, Report, Span
from vedette.reading.facts import FactReader
from vedette.reading.tags import Tags
from vedette.reading.tags.labels import SpanKind

HEAD = "@ {language}-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire\n"
Origins = Callable[[str, str], list[tuple[Attribution, ...]]]


@dataclass(frozen=True)
class BlindToSources:
    """The annotation of events and actors, without who says so."""

    tagger: GoldTagger

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        tags = self.tagger.tag(text, paragraphs)
        unseen = (SpanKind.SOURCE, SpanKind.CUE, SpanKind.CONTENT)
        return replace(tags, spans=tuple(tag for tag in tags.spans if tag.kind not in unseen), links=())


@pytest.fixture(scope="module")
def chains() -> Origins:
    knowledge = load_knowledge()

    def read(language: str, marked: str) -> list[tuple[Attribution, ...]]:
        [item], problems = parse_items(f"{HEAD.format(language=language)}{marked}\n", file="test")
        assert not problems
        reader = FactReader(knowledge, language=language, tagger=BlindToSources(GoldTagger(item)))
        report = Report.of(item.text, ref="a", published=item.published, language=language, outlet="Example Wire")
        return [claim.attribution for claim in reader.read(report)]

    return read


SAID_BEHIND = [
    ("en", "Latvia {closed|E1 border_closure} the road. This was reported by Reuters on Friday.\nE1", "Reuters"),
    (
        "uk",
        "Латвія {закрила|E1 border_closure} дорогу.\n\nПро це в п’ятницю повідомив речник служби Остап Зразок.\nE1",
        "речник служби Остап Зразок",
    ),
    ("ru", "Латвия {закрыла|E1 border_closure} дорогу. Об этом сообщили в МВД страны.\nE1", "МВД страны"),
    ("be", "Латвія {закрыла|E1 border_closure} дарогу. Пра гэта паведаміла агенцтва LETA.\nE1", "LETA"),
    (
        "pl", "Łotwa {zamknęła|E1 border_closure} drogę. Poinformowało o tym w piątek Ministerstwo Obrony Łotwy.\nE1",
        "Ministerstwo Obrony Łotwy",
    ),
    ("lt", "Latvija {uždarė|E1 border_closure} kelią. Apie tai pranešė BNS.\nE1", "BNS"),
    ("lv", "Latvija {slēdza|E1 border_closure} ceļu. Par to ziņo aģentūra LETA.\nE1", "LETA"),
    ("et", "Läti {sulges|E1 border_closure} tee. Sellest teatas Läti Siseministeerium.\nE1", "Läti Siseministeerium"),
    ("fi", "Latvia {sulki|E1 border_closure} tien. Asiasta uutisoi Reuters.\nE1", "Reuters"),
    ("de", "Lettland {schloss|E1 border_closure} die Straße. Das meldete am Freitag die Agentur LETA.\nE1", "LETA"),
]


@pytest.mark.parametrize(("language", "marked", "name"), SAID_BEHIND)
def test_who_reported_this_is_the_source_of_what_was_told_before(
    chains: Origins, language: str, marked: str, name: str
) -> None:
    [[link]] = chains(language, marked)
    assert link.name == name


NOT_SAID_BEHIND = [
    ("en", "Latvia {closed|E1 border_closure} the road. Parliament said this month would be long.\nE1"),
    ("en", "Latvia {closed|E1 border_closure} the road. This Saturday the Ministry of Defence is open.\nE1"),
    ("en", "Latvia {closed|E1 border_closure} the road. This station the Interior Ministry built.\nE1"),
    ("en", "Latvia {closed|E1 border_closure} the road. Reuters has a bureau in Riga.\nE1"),
    ("de", "Lettland {schloss|E1 border_closure} die Straße. Das Ministerium sagte am Freitag nichts.\nE1"),
    ("uk", "Латвія {закрила|E1 border_closure} дорогу. Міністерство повідомило про стан доріг.\nE1"),
]


@pytest.mark.parametrize(("language", "marked"), NOT_SAID_BEHIND)
def test_other_sentences_do_not_point_back(chains: Origins, language: str, marked: str) -> None:
    assert chains(language, marked) == [()]


def test_it_speaks_of_the_paragraph_before_and_not_of_all_that_went_before(chains: Origins) -> None:
    marked = (
        "Latvia {closed|E1 border_closure} the road.\n\nEstonia held a {drill|E2 exercise}.\n\n"
        "This was reported by Reuters.\nE1\nE2"
    )
    assert [[link.name for link in chain] for chain in chains("en", marked)] == [[], ["Reuters"]]


def test_what_stands_right_behind_it_may_be_whom_he_told(chains: Origins) -> None:
    marked = "Kelias {uždarytas|E1 border_closure}.\n\nTai Eltai sakė ministras Vardenis Pavardenis.\nE1"
    [[link]] = chains("lt", marked)
    assert link.name == "ministras Vardenis Pavardenis"
    assert chains("lt", marked.replace("Tai Eltai", "Tai labai")) == [()]


SIGNED = HEAD.format(language="pl") + """Drogę {zamkniemy|E1 border_closure}.

— {podkreślił|C1} {minister Łotwy|S1 official LV}.
E1 planned
"""


@pytest.mark.parametrize(("signature", "party"), [
    ("— {podkreślił|C1} {minister Łotwy|S1 official LV}.", "LV"),
    ("{Minister Łotwy|S1 official LV} {podkreślił|C1} swoją rolę.", None),  # a sentence of its own
])
def test_a_line_that_only_names_who_spoke_signs_the_words_above_it(signature: str, party: str | None) -> None:
    marked = SIGNED.replace("— {podkreślił|C1} {minister Łotwy|S1 official LV}.", signature)
    [item], problems = parse_items(marked, file="test")
    assert not problems
    reader = FactReader(load_knowledge(), language="pl", tagger=GoldTagger(item))
    [claim] = reader.read(Report.of(item.text, ref="a", published=item.published, language="pl"))
    assert (claim.attribution[-1].party if claim.attribution else None) == party


def test_the_outlet_of_the_report_that_passes_words_on_leaves_room_for_who_speaks() -> None:
    marked = (
        "<S2:Латвія {закрила|E1 border_closure} дорогу>. "
        "Про це {йдеться|C1} у заяві {міністерства|S1 official LV}, {передає|C2} {Example Wire|S2 outlet}.\nE1\n"
    )
    [item], problems = parse_items(f"{HEAD.format(language='uk')}{marked}", file="test")
    assert not problems
    reader = FactReader(load_knowledge(), language="uk", tagger=GoldTagger(item))
    report = Report.of(item.text, ref="a", published=item.published, language="uk", outlet="Example Wire")
    [claim] = reader.read(report)
    assert [link.name for link in claim.attribution] == ["міністерства"]
