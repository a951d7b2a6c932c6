"""A report on its way through the room: blocks, sentences, words and what was found in them.

Internal to reading. Offsets are those of ``Report.text`` throughout, so that
nothing has to be mapped back at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from vedette.model import KnownActor, KnownBody, KnownEquipment, KnownExercise, KnownOutlet, Place, Section, Span


class BlockKind(StrEnum):
    """What a line or paragraph of a report is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    SOURCE = "source"  # a "Source:" line
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text without its label ("Details:"), with the section it stands in."""

    span: Span
    kind: BlockKind
    section: Section


class Persons(Protocol):
    """Knows the names of persons in some text."""

    def name(self, word: Span) -> bool:
        """Say whether a word is part of the name of a person."""
        ...


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place in the sentence's dependency tree.

    ``head`` is the index of the governing word in the same sentence, its own
    index for the root. ``pos`` are universal part-of-speech tags, ``tag`` the
    language's own.
    """

    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    span: Span
    persons: Persons | None = field(default=None, compare=False, repr=False)

    @property
    def person(self) -> bool:
        """Whether it is part of the name of a person, as far as the parser knows; that is looked for when asked."""
        return self.persons is not None and self.persons.name(self.span)


class MentionKind(StrEnum):
    """What a name found in the text is a name of."""

    ACTOR = "actor"
    BODY = "body"  # a word for a body that every state has, without the state: "the defence ministry"
    OUTLET = "outlet"
    EXERCISE = "exercise"
    EQUIPMENT = "equipment"
    PLACE = "place"
    PERSON = "person"


# Names with figures in them, which are no dates and no amounts: "West 2025", "MiG-31", "TVP 1".
_WITH_FIGURES = (MentionKind.EXERCISE, MentionKind.EQUIPMENT, MentionKind.OUTLET)


class Form(StrEnum):
    """In which form an actor is named."""

    NAME = "name"  # "Poland"
    ADJECTIVE = "adjective"  # "Polish"
    CAPITAL = "capital"  # "Warsaw", as a place or as its government
    HOLDER = "holder"  # by name, who holds the office


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, and what it names.

    ``body`` is the kind of body of a state, with ``whose`` the state as the text
    names it beside it ("Polish border guards") and ``form`` how; without, nobody
    is said whose it is.
    """

    kind: MentionKind
    span: Span
    name: str
    form: Form = Form.NAME
    actor: KnownActor | None = None
    body: KnownBody | None = None
    whose: KnownActor | None = None
    outlet: KnownOutlet | None = None
    exercise: KnownExercise | None = None
    equipment: KnownEquipment | None = None
    place: Place | None = None
    alias: str | None = None  # another name under which the text speaks of the same exercise ("West 2025")

    @property
    def state(self) -> KnownActor | None:
        """The state that the words name, alone or beside a body of it."""
        if self.whose is not None:
            return self.whose
        return self.actor if self.actor is not None and self.actor.kind == "state" else None


def names_with_figures(mentions: Iterable[Mention], within: Span) -> list[Span]:
    """Give where in a sentence names stand whose figures are no dates and no amounts, counted from its start."""
    return [
        mention.span.shifted(-within.start) for mention in mentions
        if mention.kind in _WITH_FIGURES and within.holds(mention.span)
    ]


@dataclass(slots=True)
class Sentence:
    """A sentence of a block: its words, the tree over them, and the names in it."""

    span: Span
    section: Section
    block: int
    tokens: tuple[Token, ...]
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)  # small words of its language, by what they do
    children: tuple[tuple[int, ...], ...] = ()
    mentions: list[Mention] = field(default_factory=list)
    times: list[Span] = field(default_factory=list)
    before: Sentence | None = None  # the sentence before it in the same block

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token.index)
        self.children = tuple(tuple(indices) for indices in below)

    def kids(self, token: Token, *deps: str) -> Iterator[Token]:
        """Give the words that hang directly on a word, of these relations or of any."""
        for index in self.children[token.index]:
            child = self.tokens[index]
            if not deps or child.dep in deps:
                yield child

    def parent(self, token: Token) -> Token | None:
        """Give the governing word, ``None`` for the root."""
        return None if token.head == token.index else self.tokens[token.head]

    def subtree(self, token: Token) -> Iterator[Token]:
        """Give a word and everything below it, nearest first."""
        waiting = [token.index]
        seen: set[int] = set()
        while waiting:
            index = waiting.pop(0)
            if index in seen:
                continue
            seen.add(index)
            yield self.tokens[index]
            waiting.extend(self.children[index])

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Give the governing words up to the root."""
        current = self.parent(token)
        steps = 0
        while current is not None and steps <= len(self.tokens):
            yield current
            current = self.parent(current)
            steps += 1

    def at(self, span: Span) -> list[Token]:
        """Give the words that a span covers, wholly or in part."""
        return [token for token in self.tokens if token.span.overlaps(span)]

    def head_of(self, span: Span) -> Token | None:
        """Give the word of a span that governs the others of it."""
        inside = self.at(span)
        indices = {token.index for token in inside}
        for token in inside:
            if token.head == token.index or token.head not in indices:
                return token
        return inside[-1] if inside else None

    def mention_at(self, token: Token, *kinds: MentionKind) -> Mention | None:
        """Give the name that a word is part of, of these kinds or of any."""
        for mention in self.mentions:
            if mention.span.overlaps(token.span) and (not kinds or mention.kind in kinds):
                return mention
        return None
