"""From numbers to tags: which words are an event, a place, a source, and what belongs together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vedette.model import EventType, EvidenceKind, Factuality, Span, Stage
from vedette.reading.tags.encoder import Numbers, Reading
from vedette.reading.tags.labels import HEADS, ROLE_ENDS, ROLE_WIDTH, ROLES, Role, SpanKind
from vedette.reading.tags.tagged import Tagged, TaggedEvent, TaggedLink, TaggedSpan, Tags

LINKED = 0.5  # probability from which two stretches belong together
BUCKETS = 8  # of distance, on either side
_KINDS = {
    SpanKind.ACTOR: "actor_kind", SpanKind.PLACE: "place_kind", SpanKind.EQUIPMENT: "equipment_kind",
    SpanKind.SOURCE: "source_kind",
}


@dataclass(frozen=True, slots=True)
class _Found:
    """A tag, and the first and last of its words in the window."""

    tag: Tagged
    first: int
    last: int

    @property
    def kind(self) -> SpanKind | None:
        return self.tag.kind if isinstance(self.tag, TaggedSpan) else None


def decode(
    readings: Sequence[Reading], *, distance: Numbers, paragraphs: int, tells: float = 1.0,
    leaning: Callable[[Span], Numbers] | None = None,
) -> Tags:
    """Give the tags of a text.

    Args:
        readings: What the network says of its windows.
        distance: (roles, 2 * BUCKETS + 1) what the distance of two words adds to each role.
        paragraphs: How many the text has.
        tells: How probable it is that the text tells of anything at all.
        leaning: What the words of a stretch add to the logarithm of how probable each type is.
    """
    events: list[TaggedEvent] = []
    spans: list[TaggedSpan] = []
    links: list[TaggedLink] = []
    on = [0.0] * paragraphs
    for reading in readings:
        found = [*_events(reading, distance, tells, leaning), *_spans(reading)]
        events += [each.tag for each in found if isinstance(each.tag, TaggedEvent)]
        spans += [each.tag for each in found if isinstance(each.tag, TaggedSpan)]
        links += _links(reading, found, distance)
        for part, row in zip(reading.window.parts, reading.signs, strict=True):
            on[part.paragraph] = max(on[part.paragraph], float(_sigmoid(row[HEADS["on"].start])))
    return Tags(
        events=tuple(sorted(events, key=lambda tag: tag.span)),
        spans=tuple(sorted(spans, key=lambda tag: (tag.span, tag.kind))),
        links=tuple(links), on=tuple(on),
    )


def _events(
    reading: Reading, distance: Numbers, tells: float, leaning: Callable[[Span], Numbers] | None
) -> Iterator[_Found]:
    stretches = list(_stretches(reading, "event"))
    if not stretches:
        return
    chances = _types(reading, stretches, distance, leaning)
    for (first, last, score), types in zip(stretches, chances, strict=True):
        start = reading.outputs[first : first + 1]
        tag = TaggedEvent(
            span=_span(reading, first, last), score=min(score, float(types.max()), tells),
            type=EventType(HEADS["type"].labels[int(types.argmax())]), stage=Stage(_best(start, "stage")),
            factuality=Factuality(_best(start, "factuality")), evidence=EvidenceKind(_best(start, "evidence")),
        )
        yield _Found(tag, first, last)


def _types(
    reading: Reading, stretches: Sequence[tuple[int, int, float]], distance: Numbers,
    leaning: Callable[[Span], Numbers] | None,
) -> Numbers:
    """Give how probable each type is of each stretch: (stretches, types).

    Two words for one happening have one type, and one of them ("the attack" beside "it") mostly tells it better: each
    also hears the others, as far as they are the same.
    """
    group = HEADS["type"]
    own = np.stack([
        reading.outputs[first : last + 1, group.start : group.stop].mean(axis=0) for first, last, _ in stretches
    ])
    own = np.log(np.maximum(_softmax(own), 1e-9))
    if leaning is not None:
        own += np.stack([leaning(_span(reading, first, last)) for first, last, _ in stretches])
    firsts = np.asarray([first for first, _, _ in stretches])
    same = role_scores(reading.left[firsts], reading.right[firsts], firsts, distance)[ROLES.index(Role.SAME)]
    same = np.where((firsts[None, :] < firsts[:, None]) & (same >= LINKED), same, 0.0)
    return _softmax(own + np.einsum("ij,jt->it", same + same.T, own, optimize=False))


def _spans(reading: Reading) -> Iterator[_Found]:
    for kind in SpanKind:
        for first, last, score in _stretches(reading, kind):
            rows = reading.outputs[first : last + 1]
            value = _best(rows, _KINDS[kind]) if kind in _KINDS else None
            tag = TaggedSpan(kind=kind, span=_span(reading, first, last), score=score, value=value)
            yield _Found(tag, first, last)


def _stretches(reading: Reading, head: str) -> Iterator[tuple[int, int, float]]:
    """Give first word, last word and score of each stretch that a BIO head marks; none crosses paragraphs."""
    group = HEADS[head]
    chances = _softmax(reading.outputs[:, group.start : group.stop])
    labels = chances.argmax(axis=1).tolist()
    if not any(labels):
        return
    edges = set(np.cumsum([len(part.words) for part in reading.window.parts]).tolist())
    start: int | None = None
    for index in range(len(labels) + 1):
        ends = index == len(labels) or index in edges or labels[index] != 2
        if ends and start is not None:
            yield start, index - 1, float(chances[start:index].max(axis=1).min())
            start = None
        if index < len(labels) and start is None and labels[index]:
            start = index


def _best(rows: Numbers, head: str) -> str:
    """Give the label that the words of a stretch agree on best."""
    group = HEADS[head]
    return group.labels[int(rows[:, group.start : group.stop].mean(axis=0).argmax())]


def _links(reading: Reading, found: Sequence[_Found], distance: Numbers) -> Iterator[TaggedLink]:
    if not found:
        return
    firsts = np.asarray([each.first for each in found])
    scores = role_scores(reading.left[firsts], reading.right[firsts], firsts, distance)
    sure = (scores >= LINKED) & possible_roles([each.kind for each in found], firsts)
    for row, column, number in np.argwhere(sure.transpose(1, 2, 0)):
        score = float(scores[number, row, column])
        yield TaggedLink(role=ROLES[number], left=found[row].tag, right=found[column].tag, score=score)


def role_scores(left: Numbers, right: Numbers, positions: NDArray[np.int64], distance: Numbers) -> Numbers:
    """Compute how probable each role is between each two words.

    Args:
        left: (n, roles, ROLE_WIDTH) of words as the left end.
        right: Likewise as the right end.
        positions: (n,) which words of the window they are.
        distance: What the distance between two words adds.

    Returns:
        (roles, n, n) probabilities.
    """
    dots = np.einsum("irw,jrw->rij", left, right, optimize=False) / ROLE_WIDTH**0.5
    steps = positions[None, :] - positions[:, None]
    return np.asarray(_sigmoid(dots + distance[:, bucket(steps)]), np.float32)


def bucket(steps: NDArray[np.int64]) -> NDArray[np.int64]:
    """Sort distances in words into 2 * BUCKETS + 1 groups, finer where they are short."""
    size = np.minimum(np.ceil(np.log2(np.abs(steps) + 1)), BUCKETS).astype(np.int64)
    return np.asarray(np.sign(steps) * size + BUCKETS)


def possible_roles(kinds: Sequence[SpanKind | None], firsts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say which roles could join which stretches, by their kinds alone: (roles, n, n).

    Args:
        kinds: Of the stretches; none is an event.
        firsts: (n,) the first word of each.
    """
    of = {kind: np.asarray([each is kind for each in kinds], bool) for kind in (None, *SpanKind)}
    found = np.zeros((len(ROLES), len(kinds), len(kinds)), bool)
    for role, (left, right) in ROLE_ENDS.items():
        found[ROLES.index(role)] = of[left][:, None] & of[right][None, :]
    alike = np.logical_or.reduce([each[:, None] & each[None, :] for each in of.values()])
    found[ROLES.index(Role.SAME)] = alike & (firsts[None, :] < firsts[:, None])
    found[:, np.arange(len(kinds)), np.arange(len(kinds))] = False
    return found


def _span(reading: Reading, first: int, last: int) -> Span:
    words = reading.window.words
    return Span(words[first].span.start, words[last].span.end)


def _softmax(numbers: Numbers) -> Numbers:
    raised = np.exp(numbers - numbers.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float32)


def _sigmoid(numbers: Numbers) -> Numbers:
    return np.asarray(1.0 / (1.0 + np.exp(-numbers)), np.float32)
