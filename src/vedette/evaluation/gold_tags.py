"""The annotation of an item as if a tagger had given it: what the way from tags to facts is measured with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vedette.evaluation.annotated import AnnotatedItem, Mark, MarkKind
from vedette.evaluation.values import ActorValue, EquipmentValue, PlaceValue, SourceValue
from vedette.model import Span
from vedette.reading.tags import Tagged, TaggedEvent, TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import ACTOR_KINDS, Role, SpanKind

KINDS = {
    MarkKind.ACTOR: SpanKind.ACTOR, MarkKind.PLACE: SpanKind.PLACE, MarkKind.TIME: SpanKind.TIME,
    MarkKind.QUANTITY: SpanKind.QUANTITY, MarkKind.EQUIPMENT: SpanKind.EQUIPMENT, MarkKind.NAME: SpanKind.NAME,
    MarkKind.SOURCE: SpanKind.SOURCE, MarkKind.CUE: SpanKind.CUE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class GoldTagger:
    """Tags the text of one item as its annotation has it, whatever paragraphs are asked for."""

    item: AnnotatedItem

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        """Give the annotation of what stands in the paragraphs."""
        tags = tags_of(self.item)
        spans = [event.span for event in tags.events] + [span.span for span in tags.spans]
        asked = {span for span in spans if any(part.holds(span) for part in paragraphs)}
        return Tags(
            events=tuple(event for event in tags.events if event.span in asked),
            spans=tuple(span for span in tags.spans if span.span in asked),
            links=tuple(link for link in tags.links if link.left.span in asked and link.right.span in asked),
            on=tuple(1.0 for _ in paragraphs),
        )


def tags_of(item: AnnotatedItem) -> Tags:
    """Give the annotation of an item as tags, all of them certain."""
    found = {mark.id: _tag(item, mark) for mark in item.marks}
    contents = tuple(TaggedSpan(kind=SpanKind.CONTENT, span=content.span, score=1.0) for content in item.contents)
    return Tags(
        events=tuple(tag for tag in found.values() if isinstance(tag, TaggedEvent)),
        spans=tuple(tag for tag in found.values() if isinstance(tag, TaggedSpan)) + contents,
        links=tuple(
            TaggedLink(role=role, left=found[left], right=found[right], score=1.0)
            for role, left, right in sorted(set(links_of(item)))
        ),
    )


def actor_kind(value: ActorValue) -> str:
    """Say whether an actor is somebody's, as the tagger says it."""
    return ACTOR_KINDS[value.party is not None]


def links_of(item: AnnotatedItem) -> Iterator[tuple[Role, str, str]]:
    """Give what belongs together in an item, by the labels of the marks."""
    for line in item.events:
        yield from ((Role(link.role.value), line.id, link.mark) for link in line.links)
        chain = item.chain(line.id)
        yield from ((Role.SAYS, line.id, source) for source in chain)
        yield from ((Role.CITES, nearer, origin) for nearer, origin in pairwise(chain))
    for content in item.contents:
        yield from ((Role.CITES, nearer, origin) for nearer, origin in pairwise(content.chain))
    for mark in item.marks:
        if mark.kind is MarkKind.SOURCE:
            yield from ((Role.CUED, mark.id, cue.id) for cue in item.cues(mark.id))
        yield from ((Role.SAME, mark.id, earlier) for earlier in _earlier(item, mark))


def _earlier(item: AnnotatedItem, mark: Mark) -> list[str]:
    """Give the earlier mentions of the same thing."""
    root = _root(item, mark)
    return [
        other.id for other in item.marks
        if other.kind is mark.kind and other.span.start < mark.span.start and _root(item, other) == root
    ]


def _root(item: AnnotatedItem, mark: Mark) -> str:
    seen = {mark.id}
    while mark.same_as is not None and mark.same_as not in seen:
        seen.add(mark.same_as)
        mark = item.mark(mark.same_as)
    return mark.id


def _tag(item: AnnotatedItem, mark: Mark) -> Tagged:
    if mark.kind is MarkKind.EVENT:
        line = next(line for line in item.events if line.id == mark.id)
        return TaggedEvent(
            span=mark.span, type=item.type_of(mark.id), score=1.0, stage=line.stage, factuality=line.factuality,
            evidence=line.evidence,
        )
    value = item.value(mark.id)
    kind = value.kind if isinstance(value, PlaceValue | EquipmentValue | SourceValue) else None
    kind = actor_kind(value) if isinstance(value, ActorValue) else kind
    return TaggedSpan(kind=KINDS[mark.kind], span=mark.span, score=1.0, value=kind)
