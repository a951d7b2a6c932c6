"""What the looks learn from and are measured on: paragraphs that tell of events, and others.

They come from the corpus, most of whose paragraphs are on our subjects and many
of the others close to them on purpose, and from ordinary paragraphs
(``corpus/ordinary``), as most of a day's news is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle, groupby

import numpy as np
from numpy.typing import NDArray

from vedette.evaluation.annotated import AnnotatedItem, MarkKind
from vedette.evaluation.eventless import EventlessParagraph
from vedette.model import Span
from vedette.reading.tags.encoder import Encoder
from vedette.reading.tags.windows import windows
from vedette.reading.tags.words import Word

TOGETHER = 4  # ordinary paragraphs in a window


class Sort(StrEnum):
    """What a paragraph is: it tells of an event; it stands in the corpus and tells of none; it is ordinary news."""

    TELLS = "tells"
    OFF = "off"
    ORDINARY = "ordinary"


class Depth(StrEnum):
    """Where a look sees the pieces: as the vocabulary has them, or as the lower layers of the network give them."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Looked:
    """A paragraph as a look sees it: its pieces, and for each a vector (half precision, to save memory)."""

    pieces: tuple[int, ...]
    vectors: NDArray[np.float16]
    sort: Sort


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text to look at: the words of its paragraphs, and what each paragraph is."""

    language: str
    words: tuple[Sequence[Word], ...]
    sorts: tuple[Sort, ...]


def seen(
    items: Iterable[AnnotatedItem], ordinary: Iterable[EventlessParagraph], encoder: Encoder, depth: Depth
) -> list[Looked]:
    """Give the paragraphs of items, each with whether it tells of an event, and the ordinary ones.

    The second look sees each among several neighbours, since what stands beside a paragraph changes what the network
    says of it: those it stands with, none, and others of the other sort, as in a bulletin.
    """
    marked, common = [marked_text(item, encoder) for item in items], list(_ordinary(ordinary, encoder))
    texts = [*marked, *common]
    if depth is Depth.SECOND:
        texts += [*_alone(texts), *_bulletins(marked, common)]
    return [looked for text in texts for looked in _seen(text, encoder, depth) if looked.pieces]


def _alone(texts: Iterable[MarkedText]) -> Iterator[MarkedText]:
    for text in texts:
        for words, sort in zip(text.words, text.sorts, strict=True):
            yield MarkedText(text.language, (words,), (sort,))


def _bulletins(marked: Sequence[MarkedText], common: Sequence[MarkedText]) -> Iterator[MarkedText]:
    """Put each text between two ordinary paragraphs of its language, taken in turn."""
    waiting = {
        language: cycle([words for text in common if text.language == language for words in text.words])
        for language in {text.language for text in common}
    }
    for text in marked:
        if text.language in waiting:
            before, behind = next(waiting[text.language]), next(waiting[text.language])
            sorts = (Sort.ORDINARY, *text.sorts, Sort.ORDINARY)
            yield MarkedText(text.language, (before, *text.words, behind), sorts)


def _seen(text: MarkedText, encoder: Encoder, depth: Depth) -> Iterator[Looked]:
    for window in windows(text.words, size=encoder.window):
        vectors = encoder.begin(window) if depth is Depth.SECOND else encoder.vectors(window.ids)
        for part, where in zip(window.parts, window.pieces_of_parts(), strict=True):
            pieces = tuple(window.ids[where].tolist())
            yield Looked(pieces, vectors[where].astype(np.float16), text.sorts[part.paragraph])


def marked_text(item: AnnotatedItem, encoder: Encoder) -> MarkedText:
    """Give the paragraphs of an item, each with whether it tells of an event."""
    events = [mark.span for mark in item.marks if mark.kind is MarkKind.EVENT]
    sorts = [
        Sort.TELLS if any(paragraph.span.holds(span) for span in events) else Sort.OFF for paragraph in item.paragraphs
    ]
    words = [encoder.pieces.words(item.text, paragraph.span) for paragraph in item.paragraphs]
    return MarkedText(item.language, tuple(words), tuple(sorts))


def _ordinary(ordinary: Iterable[EventlessParagraph], encoder: Encoder) -> Iterator[MarkedText]:
    for group in together(ordinary):
        words = [encoder.pieces.words(one.text, Span(0, len(one.text))) for one in group]
        yield MarkedText(group[0].language, tuple(words), (Sort.ORDINARY,) * len(group))


def together(ordinary: Iterable[EventlessParagraph]) -> Iterator[list[EventlessParagraph]]:
    """Give paragraphs some at a time, each time of one language."""
    for _, group in groupby(ordinary, key=lambda one: one.language):
        waiting = list(group)
        for start in range(0, len(waiting), TOGETHER):
            yield waiting[start : start + TOGETHER]
