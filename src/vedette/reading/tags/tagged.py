"""What the tagger gives: stretches of words, events, and how they belong together."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model import EventType, EvidenceKind, Factuality, Span, Stage
from vedette.reading.tags.labels import Role, SpanKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedSpan:
    """A stretch of words that is an actor, a place, a source ...; ``value`` is its kind of place, equipment, source.

    ``score`` is a probability in 0..1, of the least certain word.
    """

    kind: SpanKind
    span: Span
    score: float
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedEvent:
    """The words that tell of an event, with what they say of it.

    ``score`` is a probability in 0..1: that of the least certain word, or of the
    type, or that the text tells of anything at all, whichever is least.
    """

    span: Span
    type: EventType
    score: float
    stage: Stage = Stage.HAPPENED
    factuality: Factuality = Factuality.ASSERTED
    evidence: EvidenceKind = EvidenceKind.TOLD


Tagged = TaggedSpan | TaggedEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedLink:
    """Two tagged stretches that belong together, and how."""

    role: Role
    left: Tagged
    right: Tagged
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """Everything tagged in a text, in its order. ``on`` has a probability for each paragraph."""

    events: tuple[TaggedEvent, ...]
    spans: tuple[TaggedSpan, ...]
    links: tuple[TaggedLink, ...]
    on: tuple[float, ...] = ()

    def of(self, kind: SpanKind) -> tuple[TaggedSpan, ...]:
        """Give the stretches of one kind."""
        return tuple(span for span in self.spans if span.kind is kind)
