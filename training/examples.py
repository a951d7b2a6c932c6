"""Annotated items as numbers: what the network should say of every word, and what belongs together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vedette.evaluation.annotated import AnnotatedItem, Content, EventLine, Mark, MarkKind, Paragraph
from vedette.evaluation.eventless import EventlessParagraph
from vedette.evaluation.gold_tags import KINDS, actor_kind, links_of
from vedette.evaluation.values import ActorValue, EquipmentValue, PlaceValue, SourceValue
from vedette.model import Span
from vedette.reading.tags.labels import HEADS, ROLE_ENDS, ROLES, Role, SpanKind
from vedette.reading.tags.windows import Part, Window, window_of
from vedette.reading.tags.words import Pieces, Word

UNTOLD = -100  # nothing is known here, and nothing learned
WORD_HEADS = (
    "event", "type", "stage", "factuality", "evidence", *SpanKind, "actor_kind", "place_kind", "equipment_kind",
    "source_kind",
)
_EVENT = [WORD_HEADS.index("event")]
_SPANS = [WORD_HEADS.index(kind) for kind in SpanKind]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A marked stretch in a window: event (no kind) or span, with its first word."""

    kind: SpanKind | None
    first: int


@dataclass(frozen=True, slots=True)
class Example:
    """A window with all that is to be learned from it.

    ``labels`` has a row for each head of ``WORD_HEADS`` and a column for each
    word; ``on`` a number for each part. ``links`` join stretches by their
    numbers.
    """

    window: Window
    labels: NDArray[np.int64]
    on: NDArray[np.int64]
    stretches: tuple[Stretch, ...]
    links: tuple[tuple[int, int, int], ...]  # role, left, right


def example(
    items: Sequence[AnnotatedItem], pieces: Pieces, *, only: range | None = None, shout: bool = False,
    silent: Callable[[], bool] = lambda: False,
) -> Example:
    """Make an example of one item, of several put one behind the other, or of some paragraphs.

    Args:
        items: Whose paragraphs to take.
        pieces: The vocabulary.
        only: Take no other paragraphs of each item.
        shout: Write the paragraphs in capitals, as some headlines are.
        silent: Says of a paragraph on our subjects without an event whether to leave open that it has none.
    """
    parts: list[Part] = []
    builders = []
    offset = 0
    for item in items:
        builder = _Builder(item)
        text = _shouted(item.text) if shout else item.text
        for number, paragraph in enumerate(item.paragraphs):
            if only is not None and number not in only:
                continue
            words = tuple(pieces.words(text, paragraph.span))
            parts.append(Part(len(parts), words))
            builder.add(words, offset, _asked(item, paragraph, silent))
            builder.on.append(int(item.on and paragraph.on))
            offset += len(words)
        builders.append(builder)
    return _joined(window_of(parts), builders)


def eventless(paragraph: EventlessParagraph) -> AnnotatedItem:
    """Make an item of an ordinary paragraph: nothing is known of it but that it tells of no event."""
    whole = Paragraph(span=Span(0, len(paragraph.text)), on=False)
    return AnnotatedItem(
        id=paragraph.id, language=paragraph.language, story=paragraph.id, published="", genre="", region="", outlet="",
        on=False, text=paragraph.text, paragraphs=(whole,),
    )


def _asked(item: AnnotatedItem, paragraph: Paragraph, silent: Callable[[], bool]) -> list[int]:
    """Say of which heads a paragraph teaches that there is nothing where nothing is marked.

    Names are marked with care where there are events, and now and then where there are none.
    """
    if not (item.on and paragraph.on):
        return _EVENT
    if any(mark.kind is MarkKind.EVENT and paragraph.span.holds(mark.span) for mark in item.marks):
        return _EVENT + _SPANS
    return [] if silent() else _EVENT


def _shouted(text: str) -> str:
    return "".join(sign.upper() if len(sign.upper()) == 1 else sign for sign in text)


class _Builder:
    """Collects labels of one item."""

    def __init__(self, item: AnnotatedItem) -> None:
        self.item = item
        self.words: list[tuple[int, list[int]]] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.on: list[int] = []

    def add(self, words: Iterable[Word], offset: int, asked: list[int]) -> None:
        for number, word in enumerate(words):
            self.words.append((offset + number, asked))
            self.starts.append(word.span.start)
            self.ends.append(word.span.end)

    def place(self, span: Span) -> tuple[int, int] | None:
        """Give first and last word of a span, if all of it is here."""
        first = bisect_right(self.ends, span.start)
        after = bisect_left(self.starts, span.end)
        return (self.words[first][0], self.words[after - 1][0]) if first < after else None

    def fill(self, labels: NDArray[np.int64]) -> list[tuple[str, Stretch]]:
        for number, asked in self.words:
            labels[asked, number] = 0
        lines = {line.id: line for line in self.item.events}
        stretches = []
        for mark in self.item.marks:
            where = self.place(mark.span)
            if where is not None:
                self.mark(labels, mark, where, lines.get(mark.id))
                stretches.append((mark.id, Stretch(KINDS.get(mark.kind), where[0])))
        for content in _outermost(self.item.contents):
            where = self.place(content.span)
            if where is not None:
                _bio(labels, SpanKind.CONTENT, where)
        return stretches

    def mark(
        self, labels: NDArray[np.int64], mark: Mark, where: tuple[int, int], line: EventLine | None
    ) -> None:
        first, last = where
        if mark.kind is MarkKind.EVENT:
            _bio(labels, "event", where)
            _set(labels, "type", first, last, self.item.type_of(mark.id))
            if line is not None:
                for head in ("stage", "factuality", "evidence"):
                    _set(labels, head, first, first, getattr(line, head))
            return
        _bio(labels, KINDS[mark.kind], where)
        value = self.item.value(mark.id)
        if isinstance(value, ActorValue):
            _set(labels, "actor_kind", first, last, actor_kind(value))
        elif isinstance(value, PlaceValue):
            _set(labels, "place_kind", first, last, value.kind)
        elif isinstance(value, EquipmentValue):
            _set(labels, "equipment_kind", first, last, value.kind)
        elif isinstance(value, SourceValue):
            _set(labels, "source_kind", first, last, value.kind)


def _joined(window: Window, builders: Sequence[_Builder]) -> Example:
    labels = np.full((len(WORD_HEADS), len(window.words)), UNTOLD, np.int64)
    stretches: list[Stretch] = []
    links: list[tuple[int, int, int]] = []
    on: list[int] = []
    for builder in builders:
        found = builder.fill(labels)
        links += _links(builder.item, found, len(stretches))
        stretches += [stretch for _, stretch in found]
        on += builder.on
    return Example(window, labels, np.asarray(on, np.int64), tuple(stretches), tuple(links))


def _links(item: AnnotatedItem, found: Sequence[tuple[str, Stretch]], offset: int) -> list[tuple[int, int, int]]:
    number = {label: offset + index for index, (label, _) in enumerate(found)}
    pairs = set(links_of(item))
    return sorted(
        (ROLES.index(role), number[left], number[right]) for role, left, right in pairs
        if left in number and right in number and (role is Role.SAME or _fits(role, found, left, right))
    )


def _fits(role: Role, found: Sequence[tuple[str, Stretch]], left: str, right: str) -> bool:
    kinds = {label: stretch.kind for label, stretch in found}
    return ROLE_ENDS[role] == (kinds[left], kinds[right])


def _outermost(contents: Sequence[Content]) -> list[Content]:
    return [
        content for content in contents
        if not any(other.span != content.span and other.span.holds(content.span) for other in contents)
    ]


def _bio(labels: NDArray[np.int64], head: str, where: tuple[int, int]) -> None:
    row = WORD_HEADS.index(head)
    labels[row, where[0]] = 1
    labels[row, where[0] + 1 : where[1] + 1] = 2


def _set(labels: NDArray[np.int64], head: str, first: int, last: int, label: str) -> None:
    labels[WORD_HEADS.index(head), first : last + 1] = HEADS[head].labels.index(label)
