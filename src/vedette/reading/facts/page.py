"""A report laid open: its sentences, what was tagged in them, and the names, times and quantities found by rule."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from vedette.model import Bodies, KnownBody, Place, PlaceKind, QuantityMention, Report, Section, Span, fold
from vedette.reading.document import Mention, MentionKind
from vedette.reading.facts.grounds import Ground, country_at, named_grounds
from vedette.reading.tags import Tagged, TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role
from vedette.reading.times import TimeExpression

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ARTICLE = 14  # characters before a speaker in which "the country's" stands


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: where it stands, in which paragraph and part of the report."""

    span: Span
    paragraph: int
    section: Section


@dataclass(frozen=True)
class Page:
    """Everything known of a report before claims are made of it; all spans are on its text.

    ``country_words`` stand for the state told of last ("the country's").
    ``grounds`` are the places that it names, by their countries; ``home`` is the
    country that is meant where it names none, ``own`` that of who publishes; ``bodies``
    looks up states and their bodies.
    """

    report: Report
    lines: tuple[Line, ...]
    tags: Tags
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[QuantityMention, ...]
    grounds: tuple[Ground, ...] = ()
    home: str | None = None
    own: str | None = None
    country_words: frozenset[str] = frozenset()
    bodies: Bodies = field(default_factory=lambda: Bodies(actors={}, kinds={}, own={}))

    @property
    def text(self) -> str:
        """The text of the report."""
        return self.report.text

    def line_of(self, span: Span) -> Line:
        """Give the sentence in which a stretch begins."""
        return self.lines[max(0, bisect_right(self._starts, span.start) - 1)]

    def named(self, span: Span, *kinds: MentionKind) -> list[Mention]:
        """Give the names inside a stretch, of these kinds or of any, in order."""
        return [
            mention for mention in self.mentions
            if mention.span.overlaps(span) and (not kinds or mention.kind in kinds)
        ]

    def states_in(self, span: Span) -> list[str]:
        """Give the states that a stretch names, in order."""
        return list(dict.fromkeys(state.country for state in self._states if state.span.overlaps(span)))

    def states_near(self, span: Span) -> list[str]:
        """Give the states that the text names before a stretch, the nearest first, then those behind it."""
        before = [state.country for state in self._states if state.span.start < span.start]
        behind = [state.country for state in self._states if state.span.start >= span.start]
        return list(dict.fromkeys([*reversed(before), *behind]))

    def states_before(self, span: Span) -> list[str]:
        """Give the states that the sentence of a stretch names before it, the nearest first."""
        start = self.line_of(span).span.start
        return [state.country for state in reversed(self._states) if start <= state.span.start < span.start]

    def spoken_of(self, span: Span) -> str | None:
        """Give the state that "the country's" stands for: the first one that the last sentence with a state names."""
        words = _WORD.findall(self.text[max(0, span.start - _ARTICLE) : span.end])
        if self.country_words.isdisjoint(fold(word).replace("’", "'") for word in words):
            return None
        before = [state for state in self._states if state.span.end <= span.start]
        if not before:
            return None
        line = self.line_of(before[-1].span).span
        return next(state.country for state in before if line.holds(state.span))

    def country_of(self, span: Span, *, least: float = 0.0) -> str | None:
        """Say of which country the text speaks where "the police" or "the port" stands.

        ``least`` is how much of all that the text names has to be of that country, 0..1.
        """
        return country_at(span, [*self._states, *self.grounds], home=self.home, own=self.own, least=least)

    def body_in(self, span: Span) -> KnownBody | None:
        """Give the body that a stretch names without its state: "the defence ministry"."""
        return next((mention.body for mention in self.named(span, MentionKind.BODY)), None)

    def places_beside(self, span: Span) -> list[Place]:
        """Give the places, smaller than a country, that the text names in other words than these."""
        words = fold(span.of(self.text))
        return [
            ground.place for ground in self.grounds if ground.place is not None
            and ground.place.kind is not PlaceKind.COUNTRY and fold(ground.span.of(self.text)) != words
        ]

    def mentions_of(self, tag: TaggedSpan) -> list[TaggedSpan]:
        """Give a tagged stretch, then those that mean the same thing, the nearest before it first."""
        found, waiting = [tag], [tag]
        while waiting:
            current = waiting.pop(0)
            for link in self.linked(current, Role.SAME):
                if isinstance(link.right, TaggedSpan) and link.right not in found:
                    found.append(link.right)
                    waiting.append(link.right)
        return [tag, *sorted(found[1:], key=lambda other: tag.span.start - other.span.start)]

    def linked(self, left: Tagged, *roles: Role) -> Sequence[TaggedLink]:
        """Give what a stretch is linked to by these roles, the surest first."""
        found = self._links.get((left.span, _kind(left)), ())
        return [link for link in found if link.role in roles]

    @cached_property
    def _states(self) -> list[Ground]:
        return named_grounds(self.mentions)

    @cached_property
    def _starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    @cached_property
    def _links(self) -> dict[tuple[Span, str], list[TaggedLink]]:
        table: dict[tuple[Span, str], list[TaggedLink]] = {}
        for link in sorted(self.tags.links, key=lambda link: (-link.score, link.right.span)):
            table.setdefault((link.left.span, _kind(link.left)), []).append(link)
        return table


def _kind(tag: Tagged) -> str:
    return tag.kind if isinstance(tag, TaggedSpan) else "event"
