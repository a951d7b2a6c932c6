"""Other people's documents, which come as words, parsed by our parser."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from vedette.evaluation.public.happenings import stem
from vedette.evaluation.public.kit import Kit
from vedette.model import Section, Span
from vedette.reading.document import Block, BlockKind, Sentence, Token

_TELLING = frozenset({"NOUN", "VERB", "PROPN", "NUM", "ADJ"})
_NAMES = frozenset({"PROPN", "NUM"})
_NAMES_COUNT = 2.0
"""Names and numbers tell one story from another of its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Sentences of words, and in them mentions: the number of a sentence, and of words in it."""

    id: str
    sentences: tuple[tuple[str, ...], ...]
    mentions: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the parser has it, and the sentence that its tree is of."""

    token: Token
    sentence: Sentence

    @property
    def lemma(self) -> str:
        """The base form, in small letters."""
        return self.token.lemma.lower()


ParsedDocument = Sequence[Sequence[Word | None]]
"""The words of each sentence of a document; ``None`` where the parser has none that begins there."""


def parse_document(document: Document, kit: Kit) -> ParsedDocument:
    """Parse each sentence as a paragraph of its own."""
    text, blocks, starts = "", [], []
    for words in document.sentences:
        begin = len(text)
        starts.append([begin + sum(len(word) + 1 for word in words[:number]) for number in range(len(words))])
        text += " ".join(words)
        blocks.append(Block(Span(begin, len(text)), BlockKind.PARAGRAPH, Section.BODY))
        text += "\n"
    found = kit.sentences(text, blocks)
    at = {token.span.start: Word(token, sentence) for sentence in found for token in sentence.tokens}
    return [[at.get(start) for start in own] for own in starts]


def count_words(document: ParsedDocument) -> dict[str, float]:
    """Give how much each word, by its stem, counts in a document: names and numbers more than others."""
    counted: dict[str, float] = defaultdict(float)
    for word in (word for sentence in document for word in sentence):
        if word is not None and word.token.pos in _TELLING:
            counted[stem(word.lemma)] += _NAMES_COUNT if word.token.pos in _NAMES else 1.0
    return counted
