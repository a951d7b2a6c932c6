"""Where: the places of an event, looked up by the words that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from vedette.model import ActorMention, ActorRole, Gazetteer, Place, PlaceKind, PlaceMention, PlaceRole, Span, fold
from vedette.reading.document import Form, Mention, MentionKind
from vedette.reading.facts.page import Page
from vedette.reading.ground import AT_RECIPIENT, DECIDED_AT_HOME, ground_of
from vedette.reading.inflection import Inflection
from vedette.reading.place_lookup import look_up_place
from vedette.reading.tags import TaggedEvent, TaggedSpan
from vedette.reading.tags.labels import Role, SpanKind

# How much of what a text names has to be of one country, before a name that no gazetteer knows is taken to be there: on
# the corpus two of three of those are, and of the others one of three.
SURE_GROUND = 0.5
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)")
_TRAILING = re.compile(r"[ \u00a0][^\W\d_]{1,3}\Z")  # the "and" of a list, tagged with the name before it
_BEHIND_HYPHEN = re.compile(r"-[^\W\d_]+")  # "Saint | -Petersburg": the tagger reads it as several words
_LISTED = re.compile(
    r"(?P<others>(?:(?:,[ \u00a0]|[ \u00a0][^\W\d_]{1,4}[ \u00a0])[^\W\d_]+(?:-[^\W\d_]+)?){1,4})"
    r"[ \u00a0](?P<noun>[^\W\d_]+)"
)  # ", Brest and Grodno regions"
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \u00a0]+\Z")
_QUOTES = " \"“”„«»'‘’"
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
        links = page.linked(event, *_ROLES)
        elsewhere = {link.right.span for link in links if link.role is Role.FROM}
        for link in links:
            if link.role is Role.AT and link.right.span in elsewhere:
                continue  # the tagger links whence a drone came both ways
            if event.type in DECIDED_AT_HOME or not isinstance(link.right, TaggedSpan) or _is_gear(link.right, page):
                continue
            for place in self.places_of(link.right, page, parties) or self._owned(link.right, event, actors, page):
                role = _ROLES[link.role]
                found.setdefault((place.name, role), PlaceMention(place=place, role=role, span=link.right.span))
        if not any(mention.role is PlaceRole.AT for mention in found.values()):
            for mention in ground_of(event.type, actors, gazetteer=self.gazetteer, names=_named(event, page)):
                found.setdefault((mention.place.name, mention.role), mention)
        return tuple(found.values())

    def _owned(self, tag: TaggedSpan, event: TaggedEvent, actors: Sequence[ActorMention], page: Page) -> list[Place]:
        """Give the country whose airspace or territory is meant where its words do not name it.

        It is the state right before them ("Finland's | airspace"), else the one that its sentence named last before
        them and that did not come there itself: "Romania said that a drone entered its airspace".
        """
        if _kind(tag) is not PlaceKind.COUNTRY or self._is_named(tag, page):
            return []
        line = page.line_of(tag.span).span
        came = {actor.party for actor in actors if actor.role is ActorRole.INITIATOR and event.type in AT_RECIPIENT}
        near = page.states_in(Span(max(line.start, tag.span.start - 2), tag.span.start))
        before = [code for code in page.states_before(tag.span) if code not in came]
        country = next((place for code in [*near, *before] if (place := self.gazetteer.country(code))), None)
        return [country] if country is not None else []

    def places_of(self, tag: TaggedSpan, page: Page, parties: Sequence[str]) -> list[Place]:
        """Give the places that a tagged stretch means; several for a border with two countries.

        What the gazetteer does not know is the country that the text speaks of, by
        the name that the text gives it, if it gives one; a name of which the text
        does not tell the country has none.
        """
        for mention in page.mentions_of(tag):
            places = list(self._places(mention, page, parties))
            if places:
                return places
        words = tag.span.of(page.text).strip(_QUOTES)
        named = self._is_named(tag, page)
        if not named and (meant := self._meant(tag, page, parties)):
            return meant
        code = page.country_of(tag.span, least=SURE_GROUND if named else 0.0)
        country = self.gazetteer.country(code) if code is not None else None
        if _kind(tag) in (PlaceKind.WATER, PlaceKind.BORDER, PlaceKind.COUNTRY):
            return []
        if not named:
            return [country] if country is not None else []
        countries = country.countries if country is not None else ()
        return [Place(name=words, kind=_kind(tag) or PlaceKind.SITE, countries=countries)]

    def _is_named(self, tag: TaggedSpan, page: Page) -> bool:
        """Say whether words hold a name: one with a capital that no rule of the language gives it."""
        opens = page.line_of(tag.span).span.start == tag.span.start  # any word has a capital there
        words = tag.span.of(page.text).split()[opens:]
        ruled = self.inflection.capitals
        return any(word[:1].isupper() and not (ruled and self._is_noun(word)) for word in words)

    def _is_noun(self, word: str) -> bool:
        return self.inflection.place_kind(word) is not None or self.inflection.is_epithet(word)

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
        if kind is PlaceKind.BORDER and not states and "-" in tag.span.of(page.text):
            return  # "the Bavarian-Hessian border", "the NATO eastern border": not that of the states told of
        if kind is PlaceKind.BORDER:
            near = [*parties, *self._sides(tag, page), *page.states_near(tag.span)]
            yield from self._from_one_side(tag, states, near, page) or self._borders(states, near)
        elif kind is PlaceKind.COUNTRY and states:
            yield from (place for code in states if (place := self.gazetteer.country(code)) is not None)
        else:
            place = self._looked_up(tag, page, states, parties)
            if place is None and states:
                place = self.gazetteer.country(states[0])
            yield from [place] if place is not None else []

    def _sides(self, tag: TaggedSpan, page: Page) -> list[str]:
        """Give whose border is meant where nobody acts: of who is named in the sentence, else of where the text is."""
        line = page.line_of(tag.span).span
        ground = page.country_of(Span(tag.span.start, tag.span.start))
        return [*page.states_in(line), *([ground] if ground is not None else [])]

    def _looked_up(self, tag: TaggedSpan, page: Page, states: Sequence[str], parties: Sequence[str]) -> Place | None:
        home = [code for code in (page.own or page.home,) if code is not None]  # where news is at home
        context = frozenset(states) or frozenset([*parties, *page.states_in(Span(0, len(page.text))), *home])
        small, near = not self._may_be_noun(tag, page), page.places_beside(tag.span)
        capital = any(mention.form is Form.CAPITAL for mention in page.named(tag.span, MentionKind.ACTOR))
        for name in dict.fromkeys(self._names(tag.span, page)):
            place = look_up_place(
                name, gazetteer=self.gazetteer, inflection=self.inflection, context=context,
                kind=_kind(tag), small=small, near=near,
            )
            if place is not None and not (capital and place.kind is PlaceKind.COUNTRY):
                return place
        return None

    def _names(self, span: Span, page: Page) -> Iterator[str]:
        """Give what a place may be called: with the noun behind it that is not tagged ("Finnish | Gulf"), and without.

        The noun may stand behind a list: "in the Brest | and Grodno regions", in languages that put it last.
        """
        if (joint := _TRAILING.search(span.of(page.text))) is not None:
            span = Span(span.start, span.start + joint.start())
        name = span.of(page.text)
        if (rest := _BEHIND_HYPHEN.match(page.text, span.end - name.endswith("-"))) is not None:
            yield page.text[span.start : rest.end()]
        if (behind := _NEXT_WORD.match(page.text, span.end)) is not None and self._is_kind(behind.group(1)):
            yield page.text[span.start : behind.end()]
        elif (listed := _LISTED.match(page.text, span.end)) is not None and self._is_kind(listed["noun"]):
            last = listed["others"].split()[-1]
            if last[0].isupper() and last[-1] == name[-1]:  # in the same form: not "in Brest and the Grodno region"
                yield f"{name} {listed['noun']}"
        yield name

    def _is_kind(self, word: str) -> bool:
        return self.inflection.place_kind(word) is not None

    def _may_be_noun(self, tag: TaggedSpan, page: Page) -> bool:
        """Say whether a name may be a noun that opens a sentence: "Granica", the border, is a village, too."""
        opens = page.line_of(tag.span).span.start == tag.span.start
        return opens and self.inflection.place_kind(tag.span.of(page.text)) is not None

    def _from_one_side(self, tag: TaggedSpan, named: Sequence[str], near: Sequence[str], page: Page) -> list[Place]:
        """Give the borders of one country with those named: "(Latvia shut) the border with Russia and Belarus"."""
        if len(named) < 2 or not self._is_beside(tag, page):
            return []
        for side in near:
            borders = [self.gazetteer.border(side, other) for other in named if side not in named]
            if borders and None not in borders:
                return [border for border in borders if border is not None]
        return []

    def _is_beside(self, tag: TaggedSpan, page: Page) -> bool:
        """Say whether a word such as "with" stands before the first state that the words name."""
        first = min((named.span.start for named in page.named(tag.span, MentionKind.ACTOR)), default=tag.span.start)
        before = _LAST_WORD.search(page.text, page.line_of(tag.span).span.start, first)
        return before is not None and fold(before.group(1)) in self.inflection.beside

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


def _is_gear(tag: TaggedSpan, page: Page) -> bool:
    """Say whether what was tagged as a place is the name of a weapon: "118 drones of the Shahed type"."""
    return any(mention.span.holds(tag.span) for mention in page.named(tag.span, MentionKind.EQUIPMENT))


def _kind(tag: TaggedSpan) -> PlaceKind | None:
    return PlaceKind(tag.value) if tag.value else None
