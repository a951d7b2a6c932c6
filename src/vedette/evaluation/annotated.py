"""What an annotated text of the corpus is made of, whatever it was written in.

Offsets are code points of ``AnnotatedItem.text``, as everywhere in Vedette.
The mark-up that people write is read by ``markup``; the labels are those of
``vedette.model``, so that a model trained here speaks the same words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from vedette.evaluation.values import EventValue, Value
from vedette.model.claim import EvidenceKind, Factuality, Section, Stage
from vedette.model.event_type import EventType
from vedette.model.span import Span

GENRES = (
    "agency", "relay", "release", "live", "tabloid", "bulletin", "background", "caption", "interview", "opinion",
    "correction", "report",
)  # fmt: skip
REGIONS = (
    "baltic", "nordic", "arctic", "east_europe", "west_europe", "black_sea", "caucasus", "balkans", "middle_east",
    "red_sea", "central_asia", "south_asia", "east_asia", "south_china_sea", "pacific", "north_africa", "sahel",
    "africa", "north_america", "latin_america", "world",
)  # fmt: skip
LANGUAGES = ("en", "uk", "ru", "be", "pl", "lt", "lv", "et", "de", "fi")


class MarkKind(StrEnum):
    """What a marked stretch of words is; the letter is the first of its label."""

    EVENT = "E"
    ACTOR = "A"
    PLACE = "P"
    TIME = "T"
    QUANTITY = "Q"
    EQUIPMENT = "W"
    NAME = "N"
    SOURCE = "S"
    CUE = "C"


class Role(StrEnum):
    """What a mark is to an event: the keys of an event line."""

    INITIATOR = "who"
    RECIPIENT = "whom"
    PARTICIPANT = "with"
    AT = "at"
    ORIGIN = "from"
    TARGET = "to"
    TIME = "when"
    EQUIPMENT = "gear"
    QUANTITY = "count"
    NAME = "name"
    PART_OF = "part"
    ABOUT = "about"


ROLE_KINDS: dict[Role, MarkKind] = {
    Role.INITIATOR: MarkKind.ACTOR, Role.RECIPIENT: MarkKind.ACTOR, Role.PARTICIPANT: MarkKind.ACTOR,
    Role.AT: MarkKind.PLACE, Role.ORIGIN: MarkKind.PLACE, Role.TARGET: MarkKind.PLACE,
    Role.TIME: MarkKind.TIME, Role.EQUIPMENT: MarkKind.EQUIPMENT, Role.QUANTITY: MarkKind.QUANTITY,
    Role.NAME: MarkKind.NAME, Role.PART_OF: MarkKind.EVENT, Role.ABOUT: MarkKind.EVENT,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked stretch of words: its label, place, and value.

    ``same_as`` is the label of another mark for the same thing; a mark that has
    it may leave its value out. ``line`` is where it stands in the file.
    """

    id: str
    span: Span
    value: Value | None = None
    same_as: str | None = None
    line: int = field(default=0, compare=False)

    @property
    def kind(self) -> MarkKind:
        """What it is, from the first letter of its label."""
        return MarkKind(self.id[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The words that a source is cited with; ``chain`` runs from the source nearest the reader to the origin."""

    chain: tuple[str, ...]
    span: Span
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One mark that plays a role in an event."""

    role: Role
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """What is known of one marked event besides its words.

    ``chain`` is given only where the line itself says who says so; otherwise it
    follows from the contents in which the event stands.
    """

    id: str
    stage: Stage = Stage.HAPPENED
    factuality: Factuality = Factuality.ASSERTED
    evidence: EvidenceKind = EvidenceKind.TOLD
    links: tuple[Link, ...] = ()
    chain: tuple[str, ...] | None = None
    line: int = field(default=0, compare=False)

    def of(self, role: Role) -> tuple[str, ...]:
        """Give the labels of the marks that play a role."""
        return tuple(link.mark for link in self.links if link.role is role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph: where, which part of the report, and whether it is on our subjects."""

    span: Span
    section: Section = Section.BODY
    on: bool = True
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedItem:
    """One annotated text of the corpus: plain text, and everything that is marked on it."""

    id: str
    language: str
    story: str
    published: str
    genre: str
    region: str
    outlet: str
    on: bool
    text: str
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Mark, ...] = ()
    contents: tuple[Content, ...] = ()
    events: tuple[EventLine, ...] = ()
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    def mark(self, id: str) -> Mark:
        """Look a mark up by its label; raises ``KeyError`` where there is none."""
        for mark in self.marks:
            if mark.id == id:
                return mark
        raise KeyError(id)

    def words(self, id: str) -> str:
        """Give the words of a mark."""
        return self.mark(id).span.of(self.text)

    def value(self, id: str) -> Value | None:
        """Give the value of a mark, or of the mark that it is the same as."""
        seen: set[str] = set()
        mark = self.mark(id)
        while mark.value is None and mark.same_as and mark.id not in seen:
            seen.add(mark.id)
            mark = self.mark(mark.same_as)
        return mark.value

    def type_of(self, event: str) -> EventType:
        """Give the type of a marked event."""
        value = self.value(event)
        if not isinstance(value, EventValue):
            raise KeyError(event)
        return value.type

    def surrounding_chain(self, span: Span) -> tuple[str, ...]:
        """Give the sources in whose contents some words stand, the one nearest the reader first."""
        around = [content for content in self.contents if content.span.holds(span)]
        around.sort(key=lambda content: (content.span.start, -content.span.end))
        return tuple(source for content in around for source in content.chain)

    def chain(self, event: str) -> tuple[str, ...]:
        """Give the sources of an event, the one nearest the reader first, the origin last."""
        line = next((line for line in self.events if line.id == event), None)
        if line is not None and line.chain is not None:
            return line.chain
        return self.surrounding_chain(self.mark(event).span)

    def cues(self, source: str) -> tuple[Mark, ...]:
        """Give the words that show that a source speaks (``C1`` and ``C1b`` belong to ``S1``)."""
        number = source[1:]
        return tuple(m for m in self.marks if m.kind is MarkKind.CUE and m.id[1:].rstrip("abcdefgh") == number)
