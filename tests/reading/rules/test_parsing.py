"""Names of persons are looked for where somebody asks, sentence by sentence."""

from __future__ import annotations

import pytest

from vedette.model import Knowledge, Report, Section, Span
from vedette.reading.document import Block, BlockKind, Sentence
from vedette.reading.rules import RuleReader
from vedette.reading.rules.lexicon import load_lexicon
from vedette.reading.rules.parsing import SpacyParser

TEXT = "Drones crossed the river at night. The spokeswoman, Marta Lindholm, said so in Dorvik."


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    lexicon = load_lexicon("en")
    return SpacyParser(lemmas=lexicon.lemmas, words=lexicon.words)


@pytest.fixture
def asked(parser: SpacyParser, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the sentences in which names were looked for, as they come."""
    seen: list[str] = []
    find = parser._find_persons
    monkeypatch.setattr(parser, "_find_persons", lambda doc: seen.append(doc.text) or find(doc))
    return seen


@pytest.fixture
def rule_reader(parser: SpacyParser, knowledge: Knowledge) -> RuleReader:
    return RuleReader(knowledge, parser=parser)


def parsed(parser: SpacyParser, text: str, before: str = "") -> list[Sentence]:
    block = Block(Span(len(before), len(before + text)), BlockKind.PARAGRAPH, Section.BODY)
    [sentences] = parser.parse([(before + text, [block])])
    return sentences


@pytest.mark.parametrize("before", ["", "A line above it, which is not read.\n"])
def test_the_words_of_a_name_are_those_of_a_person(parser: SpacyParser, before: str) -> None:
    words = [token.text for sentence in parsed(parser, TEXT, before) for token in sentence.tokens if token.person]
    assert words == ["Marta", "Lindholm"]


def test_where_nobody_asks_nothing_is_looked_for(parser: SpacyParser, asked: list[str]) -> None:
    first, second = parsed(parser, TEXT)
    assert asked == []
    assert any(token.person for token in second.tokens)
    assert [text.split()[0] for text in asked] == ["The"]
    assert not any(token.person for token in first.tokens)
    assert len(asked) == 2


@pytest.mark.parametrize(("speaker", "asks"), [
    ("Poland", False), ("The ministry", False), ("Spokeswoman Marta Lindholm", True),
])
def test_a_speaker_is_asked_for_only_where_a_name_is_not_known(
    parser: SpacyParser, asked: list[str], rule_reader: RuleReader, speaker: str, asks: bool
) -> None:
    report = Report.of(f"{speaker} said that Belarus moved troops to the border.", ref="a", published="2026-03-04")
    assert rule_reader.read(report)
    assert bool(asked) is asks
