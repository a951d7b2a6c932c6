"""Words of a text and the pieces that the encoder reads them in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import sentencepiece

from vedette.model import Span

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*|[^\w\s]|_")
_JOINED = " \t\n\r\u00a0"
_STOPS = frozenset(".!?…")
LONGEST_WORD = 60  # letters; what is longer is no word of a language
PIECES_KEPT = 100_000  # words whose pieces are remembered: the common ones of ten languages
WORD_START = "▁"
PAD_ID, START_ID, END_ID = 1, 0, 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a sign, where it stands, and its pieces; ``stop`` says that a sentence may end with it."""

    span: Span
    pieces: tuple[int, ...]
    stop: bool = False


class Pieces:
    """Cuts words into the pieces of the encoder's vocabulary (a unigram model), each word by itself."""

    def __init__(self, model: bytes) -> None:
        self._processor = sentencepiece.SentencePieceProcessor(model_proto=model)
        self._of = lru_cache(maxsize=PIECES_KEPT)(self._cut)

    def words(self, text: str, span: Span) -> list[Word]:
        """Give the words and signs of a stretch of text, in order."""
        return [
            Word(Span(*match.span()), pieces, match[0] in _STOPS) for match, pieces in self._found(text, span) if pieces
        ]

    def ids(self, text: str, span: Span) -> list[int]:
        """Give the pieces of all words of a stretch of text: most stretches are never asked for their words."""
        return [piece for _, pieces in self._found(text, span) for piece in pieces]

    def _found(self, text: str, span: Span) -> Iterator[tuple[re.Match[str], tuple[int, ...]]]:
        for match in _WORD.finditer(text, span.start, span.end):
            start = match.start()
            first = start == span.start or text[start - 1] in _JOINED
            yield match, self._of(match[0][:LONGEST_WORD], first)

    def _cut(self, word: str, first: bool) -> tuple[int, ...]:
        known = word.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is no character
        return tuple(self._processor.encode(WORD_START + known if first else known))


def length(words: Sequence[Word]) -> int:
    """Give how many pieces words have."""
    return sum(len(word.pieces) for word in words)
