"""A report laid open: its sentences, what was tagged in them, and the names, times and quantities found by rule."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from vedette.model import KnownActor, QuantityMention, Report, Section, Span
from vedette.reading.document import Mention, MentionKind
from vedette.reading.tags import Tagged, TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role
from vedette.reading.times import TimeExpression


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: where it stands, in which paragraph and part of the report."""

    span: Span
    paragraph: int
    section: Section


@dataclass(frozen=True)
class Page:
    """Everything known of a report before claims are made of it; all spans are on its text."""

    report: Report
    lines: tuple[Line, ...]
    tags: Tags
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[QuantityMention, ...]

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
        return list(dict.fromkeys(code for mention, code in self._states if mention.overlaps(span)))

    def states_near(self, span: Span) -> list[str]:
        """Give the states that the text names before a stretch, the nearest first, then those behind it."""
        before = [code for mention, code in self._states if mention.start < span.start]
        behind = [code for mention, code in self._states if mention.start >= span.start]
        return list(dict.fromkeys([*reversed(before), *behind]))

    def country_of(self, span: Span) -> str | None:
        """Say of which country the text speaks where "the police" or "the port" stands.

        It is the last state named before, else the first behind.
        """
        return next(iter(self.states_near(span)), None)

    def state(self, code: str) -> KnownActor:
        """Give a state that the text names, or whose organ it names.

        Raises:
            KeyError: It names neither.
        """
        return self._actors[code]

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
    def states(self) -> list[str]:
        """The states that the report names by their own names, each once."""
        actors = [mention.actor for mention in self.mentions if mention.actor is not None]
        return list(dict.fromkeys(actor.id for actor in actors if actor.kind == "state"))

    @cached_property
    def _actors(self) -> dict[str, KnownActor]:
        """Whom the text names by each party; the state itself before its organs."""
        actors = [mention.actor for mention in self.mentions if mention.actor is not None]
        by_party = {actor.party: actor for actor in reversed(actors)}
        return by_party | {actor.id: actor for actor in actors if actor.kind == "state"}

    @cached_property
    def _states(self) -> list[tuple[Span, str]]:
        named = [(mention.span, mention.actor.party) for mention in self.mentions if mention.actor is not None]
        return [(span, party) for span, party in named if len(party) == 2]

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
