"""The names of the packs in one language, as a text may have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vedette.model import Bodies, Knowledge, KnownActor, KnownHolder, Span, fold
from vedette.reading.document import Form, Mention, MentionKind

WORD = re.compile(r"[^\W_]+")
_ORDER = (
    MentionKind.EXERCISE, MentionKind.EQUIPMENT, MentionKind.OUTLET, MentionKind.ACTOR, MentionKind.PLACE,
    MentionKind.BODY,
)  # fmt: skip
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Alias:
    """One name: its folded words, the capitals that it needs, and what it names.

    ``mention`` has an empty span, to be filled where it is found; ``holder`` says
    when a name of a person names an office.
    """

    words: tuple[str, ...]
    capital: bool  # the first letter must be upper case
    upper: bool  # every letter must be upper case ("US" is not "us")
    length: int
    mention: Mention
    holder: KnownHolder | None = None

    @property
    def order(self) -> tuple[int, int, str]:
        """Where it stands among names that begin alike: the longest first."""
        return (-len(self.words), _ORDER.index(self.mention.kind), self.mention.name)

    def is_written(self, text: str, *, inflected: bool) -> bool:
        """Say whether a text has the capitals of the name; an ending may have none: "NATOs", not "NATOS"."""
        if not self.upper:
            return text[0].isupper() or not self.capital
        name, ending = (text[: self.length], text[self.length :]) if inflected else (text, "")
        return name.isupper() and not ending.isupper()

    def is_meant(self, published: str | None) -> bool:
        """Say whether the name means on a day what it is here for."""
        return self.holder is None or self.holder.holds(published)


def aliases_of(knowledge: Knowledge, bodies: Bodies, *, language: str) -> Iterator[Alias]:
    """Give every name of the packs in a language, besides the canonical ones, which are English."""
    for actor in knowledge.actors:
        yield from _actor_aliases(actor, bodies, language)
    for body in knowledge.bodies:
        mention = Mention(MentionKind.BODY, _NOWHERE, body.id, body=body)
        yield from _spellings(body.names.get(language, ()), mention)
    for holder in knowledge.holders:
        office = bodies.find(holder.of)
        if office is not None:
            mention = Mention(MentionKind.ACTOR, _NOWHERE, office.name, form=Form.HOLDER, actor=office)
            yield from _spellings(holder.names.get(language, ()), mention, holder=holder)
    for outlet in knowledge.outlets:
        mention = Mention(MentionKind.OUTLET, _NOWHERE, outlet.name, outlet=outlet)
        yield from _spellings((outlet.name, *outlet.aliases), mention)
    for equipment in knowledge.equipment:
        mention = Mention(MentionKind.EQUIPMENT, _NOWHERE, equipment.name, equipment=equipment)
        yield from _spellings((equipment.name, *equipment.aliases), mention)


def folded_words(name: str) -> tuple[str, ...]:
    """Give the words of a name, folded."""
    return tuple(fold(match.group()) for match in WORD.finditer(name))


def _actor_aliases(actor: KnownActor, bodies: Bodies, language: str) -> Iterator[Alias]:
    body = bodies.kind_of(actor)
    forms = ((Form.NAME, actor.names), (Form.ADJECTIVE, actor.adjectives), (Form.CAPITAL, actor.capital))
    for form, table in forms:
        mention = Mention(MentionKind.ACTOR, _NOWHERE, actor.name, form=form, actor=actor, body=body)
        names = table.get(language, ()) + ((actor.name,) if form is Form.NAME else ())
        yield from _spellings(names, mention)


def _spellings(names: Iterable[str], mention: Mention, *, holder: KnownHolder | None = None) -> Iterator[Alias]:
    for name in dict.fromkeys(names):
        words = folded_words(name)
        if words:
            letters = [letter for letter in name if letter.isalpha()]
            upper = len(letters) <= 5 and all(letter.isupper() for letter in letters) and not words[-1].isdigit()
            yield Alias(words, name[0].isupper(), upper, len(name), mention, holder)
