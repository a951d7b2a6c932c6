"""Where: the places of an event, looked up by the words that name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vedette.model import (
    ActorMention,
    ActorRole,
    EventType,
    Gazetteer,
    Place,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    Span,
)
from vedette.reading.document import Form, MentionKind
from vedette.reading.facts.page import Page
from vedette.reading.ground import AT_HOME, AT_RECIPIENT, DECIDED_AT_HOME
from vedette.reading.inflection import Inflection
from vedette.reading.place_lookup import look_up_place
from vedette.reading.tags import TaggedEvent, TaggedSpan
from vedette.reading.tags.labels import Role

_ROLES = {Role.AT: PlaceRole.AT, Role.FROM: PlaceRole.ORIGIN, Role.TO: PlaceRole.TARGET}


@dataclass(frozen=True, slots=True)
class PlaceFinder:
    """Finds the places of events in reports of one language."""

    gazetteer: Gazetteer
    inflection: Inflection

    def find(self, event: TaggedEvent, actors: Sequence[ActorMention], page: Page) -> tuple[PlaceMention, ...]:
        """Find where an event takes place, comes from and is aimed at.

        Where no words of its own say where, and the kind of act allows it, the
        country of who does it (or whom it is done to) is taken.
        """
        found: dict[tuple[str, PlaceRole], PlaceMention] = {}
        parties = [actor.party for actor in actors if actor.party is not None]
        for link in page.linked(event, *_ROLES):
            if event.type in DECIDED_AT_HOME or not isinstance(link.right, TaggedSpan):
                continue
            for place in self.places_of(link.right, page, parties):
                role = _ROLES[link.role]
                found.setdefault((place.name, role), PlaceMention(place=place, role=role, span=link.right.span))
        if not any(mention.role is PlaceRole.AT for mention in found.values()):
            for mention in self._on_whose_ground(event.type, actors):
                found.setdefault((mention.place.name, mention.role), mention)
        return tuple(found.values())

    def places_of(self, tag: TaggedSpan, page: Page, parties: Sequence[str]) -> list[Place]:
        """Give the places that a tagged stretch means; several for a border with two countries."""
        for mention in page.mentions_of(tag):
            places = list(self._places(mention, page, parties))
            if places:
                return places
        return []

    def _places(self, tag: TaggedSpan, page: Page, parties: Sequence[str]) -> Iterator[Place]:
        kind = PlaceKind(tag.value) if tag.value else None
        states = self._states(tag.span, page)
        if kind is PlaceKind.BORDER:
            yield from self._borders(states, [*parties, *page.states_before(tag.span)])
            return
        words = tag.span.of(page.text)
        context = frozenset([*parties, *self._states(Span(0, len(page.text)), page)])
        capital = any(mention.form is Form.CAPITAL for mention in page.named(tag.span, MentionKind.ACTOR))
        if kind is PlaceKind.COUNTRY and states:
            yield from (place for code in states if (place := self.gazetteer.country(code)) is not None)
            return
        near = frozenset(states) or context
        place = look_up_place(words, gazetteer=self.gazetteer, inflection=self.inflection, context=near, kind=kind)
        if place is not None and not (capital and place.kind is PlaceKind.COUNTRY):
            yield place
        elif states:
            yield from (country for code in states[:1] if (country := self.gazetteer.country(code)) is not None)

    def _states(self, span: Span, page: Page) -> list[str]:
        actors = [mention.actor for mention in page.named(span, MentionKind.ACTOR)]
        return list(dict.fromkeys(actor.party for actor in actors if actor is not None and len(actor.party) == 2))

    def _borders(self, named: Sequence[str], own: Sequence[str]) -> Iterator[Place]:
        pairs = [(named[0], other) for other in named[1:]] or [
            (first, other) for other in named for first in own if first != other
        ]
        borders = [place for pair in pairs if (place := self.gazetteer.border(*pair)) is not None]
        yield from borders if len(named) > 1 else borders[:1]

    def _on_whose_ground(self, type: EventType, actors: Sequence[ActorMention]) -> Iterator[PlaceMention]:
        wanted = ActorRole.INITIATOR if type in AT_HOME else ActorRole.RECIPIENT
        if type not in AT_HOME | AT_RECIPIENT:
            return
        for actor in actors:
            country = self.gazetteer.country(actor.party) if actor.role is wanted and actor.party else None
            if country is not None:
                yield PlaceMention(place=country, role=PlaceRole.AT, span=actor.span)
