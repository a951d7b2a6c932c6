"""Where: the places of an event, looked up by the words that name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from vedette.model import ActorMention, Gazetteer, Place, PlaceKind, PlaceMention, PlaceRole, Span
from vedette.reading.document import Form, Mention, MentionKind
from vedette.reading.facts.page import Page
from vedette.reading.ground import DECIDED_AT_HOME, ground_of
from vedette.reading.inflection import Inflection
from vedette.reading.place_lookup import look_up_place
from vedette.reading.tags import TaggedEvent, TaggedSpan
from vedette.reading.tags.labels import Role, SpanKind

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
            for mention in ground_of(event.type, actors, gazetteer=self.gazetteer, names=_named(event, page)):
                found.setdefault((mention.place.name, mention.role), mention)
        return tuple(found.values())

    def places_of(self, tag: TaggedSpan, page: Page, parties: Sequence[str]) -> list[Place]:
        """Give the places that a tagged stretch means; several for a border with two countries.

        What the gazetteer does not know is the country that the text speaks of, by
        the name that the text gives it, if it gives one.
        """
        for mention in page.mentions_of(tag):
            places = list(self._places(mention, page, parties))
            if places:
                return places
        words = tag.span.of(page.text)
        opens = page.line_of(tag.span).span.start == tag.span.start  # any word has a capital there
        named = any(word[:1].isupper() for word in words.split()[opens:])
        if not named and (meant := self._meant(tag, page, parties)):
            return meant
        code = page.country_of(tag.span)
        country = self.gazetteer.country(code) if code is not None else None
        if country is None or _kind(tag) in (PlaceKind.WATER, PlaceKind.BORDER, PlaceKind.COUNTRY):
            return []
        return [Place(name=words, kind=_kind(tag) or PlaceKind.SITE, countries=country.countries) if named else country]

    def _meant(self, tag: TaggedSpan, page: Page, parties: Sequence[str]) -> list[Place]:
        """Give the place that "the airport", "the strait" stands for: the last of its kind that was named before."""
        kind = _kind(tag)
        if kind in (None, PlaceKind.COUNTRY, PlaceKind.REGION):
            return []
        before = [span for span in page.tags.spans if span.kind is SpanKind.PLACE and span.span.end <= tag.span.start]
        for earlier in sorted(before, key=lambda span: -span.span.start):
            if _kind(earlier) is kind and (places := list(self._places(earlier, page, parties))):
                return [place for place in places if place.kind is not PlaceKind.COUNTRY]
        return []

    def _places(self, tag: TaggedSpan, page: Page, parties: Sequence[str]) -> Iterator[Place]:
        kind = _kind(tag)
        states = page.states_in(tag.span)
        if kind is PlaceKind.BORDER:
            yield from self._borders(states, [*parties, *page.states_near(tag.span)])
        elif kind is PlaceKind.COUNTRY and states:
            yield from (place for code in states if (place := self.gazetteer.country(code)) is not None)
        else:
            place = self._looked_up(tag, page, states, parties)
            if place is None and states:
                place = self.gazetteer.country(states[0])
            yield from [place] if place is not None else []

    def _looked_up(self, tag: TaggedSpan, page: Page, states: Sequence[str], parties: Sequence[str]) -> Place | None:
        context = frozenset(states) or frozenset([*parties, *page.states_in(Span(0, len(page.text)))])
        place = look_up_place(
            tag.span.of(page.text), gazetteer=self.gazetteer, inflection=self.inflection, context=context,
            kind=_kind(tag), small=not self._may_be_noun(tag, page), near=page.places_beside(tag.span),
        )
        capital = any(mention.form is Form.CAPITAL for mention in page.named(tag.span, MentionKind.ACTOR))
        return None if place is not None and capital and place.kind is PlaceKind.COUNTRY else place

    def _may_be_noun(self, tag: TaggedSpan, page: Page) -> bool:
        """Say whether a name may be a noun that opens a sentence: "Granica", the border, is a village, too."""
        opens = page.line_of(tag.span).span.start == tag.span.start
        return opens and self.inflection.place_kind(tag.span.of(page.text)) is not None

    def _borders(self, named: Sequence[str], near: Sequence[str]) -> list[Place]:
        """Give the borders between the states named, else between the one named and the nearest that it borders on."""
        pairs = [(named[0], other) for other in named[1:]]
        if not pairs:
            pairs = list(combinations(dict.fromkeys([*named, *near]), 2))
            pairs = [pair for pair in pairs if not named or named[0] in pair]
        borders = [place for pair in pairs if (place := self.gazetteer.border(*pair)) is not None]
        return borders if len(named) > 1 else borders[:1]


def _named(event: TaggedEvent, page: Page) -> list[Mention]:
    """Give the names that an event is told with, or else that stand in its sentence."""
    linked = [link.right.span for link in page.linked(event, Role.NAME)]
    spans = linked or [page.line_of(event.span).span]
    return [mention for span in spans for mention in page.named(span, MentionKind.EXERCISE)]


def _kind(tag: TaggedSpan) -> PlaceKind | None:
    return PlaceKind(tag.value) if tag.value else None
