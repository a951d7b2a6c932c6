"""Where an event takes place, comes from and is aimed at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
from vedette.reading.document import Form, Mention, MentionKind, Sentence, Token
from vedette.reading.ground import (
    ACTED_UPON,
    ADDRESSED,
    AT_HOME,
    AT_RECIPIENT,
    COMING,
    DECIDED_AT_HOME,
    MOVING,
    ground_of,
)
from vedette.reading.places import borders, last_scene
from vedette.reading.rules.clauses import tiers
from vedette.reading.rules.triggers import Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What was said before that helps to read "the country", "the airport", "its border".

    ``country`` is the state that the text spoke of last, ``places`` the last
    place of each kind, ``definite`` which kinds a noun can mean ("airport"),
    ``said`` the verbs of saying: where somebody spoke is not where it happened.
    """

    gazetteer: Gazetteer
    country: str | None
    places: Mapping[PlaceKind, Place]
    definite: Mapping[str, tuple[PlaceKind, ...]]
    said: frozenset[str]


def find_event_places(
    trigger: Trigger, actors: tuple[ActorMention, ...], *, setting: Setting, speaker: str | None = None,
    told: bool = True,
) -> tuple[PlaceMention, ...]:
    """Find where an event takes place, comes from and is aimed at.

    The nearest clause that names a place decides. Only where none does, and the
    kind of act allows it, the doer's own country (or that of whom it is done to)
    is taken. A place that no word supports is never given.

    Args:
        trigger: The event.
        actors: Who takes part.
        setting: What was said before.
        speaker: The party that says so: whose measure an agency announces.
        told: Whether the sentence tells of it; of what is only mentioned, only its own words say where it is.
    """
    own = [actor.party for actor in actors if actor.role is ActorRole.INITIATOR and actor.party] or [
        party for party in (speaker if trigger.type in AT_HOME else None, setting.country) if party is not None
    ][:1]
    country = _country_meant(trigger, own, setting.country)
    finder = _Finder(trigger, tuple(own), country, setting)
    found: dict[str, PlaceMention] = {}
    if trigger.type in DECIDED_AT_HOME and actors:
        return tuple(_by_ground(trigger, actors, setting.gazetteer))
    for distance, tier in enumerate(tiers(trigger.sentence, trigger.token, barrier=setting.said)[: 3 if told else 1]):
        for token in tier:
            if distance == 2 and token.dep != "pobj":
                continue  # of the clauses above, only what "in" or "at" names is the scene of this one, too
            for mention in finder.at(token):
                found.setdefault(mention.place.name, mention)
        if any(mention.role is PlaceRole.AT for mention in found.values()):
            break
    if not any(mention.role is PlaceRole.AT for mention in found.values()):
        for mention in _by_ground(trigger, actors, setting.gazetteer):
            found.setdefault(mention.place.name, mention)
    return (*found.values(), *_entered(trigger, found.values(), country, setting.gazetteer))


def _entered(
    trigger: Trigger, found: Iterable[PlaceMention], country: str | None, gazetteer: Gazetteer
) -> Iterator[PlaceMention]:
    """Give the state that something came into of which only is told where it came from: the one spoken of."""
    origins = {code for mention in found for code in mention.place.countries}
    only_from = bool(origins) and all(mention.role is PlaceRole.ORIGIN for mention in found)
    place = gazetteer.country(country) if country is not None and country not in origins else None
    if trigger.type in COMING and only_from and place is not None:
        yield PlaceMention(place=place, role=PlaceRole.AT)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Reads the place that a word of a trigger's sentence names."""

    trigger: Trigger
    own: tuple[str, ...]
    country: str | None
    setting: Setting

    def at(self, token: Token) -> Iterator[PlaceMention]:
        sentence = self.trigger.sentence
        words = sentence.words
        mention = sentence.mention_at(token)
        own_name = mention is not None and mention.kind is MentionKind.PLACE
        if token.lemma in words["border"] and not own_name and not self._has_name(token):
            for place in borders(sentence, token, gazetteer=self.setting.gazetteer, own=self.own):
                yield PlaceMention(place=place, role=PlaceRole.AT, span=token.span)
        elif mention is not None:
            yield from self._named(mention, token)
        elif (meant := self._meant(token)) is not None:
            yield PlaceMention(place=meant, role=PlaceRole.AT, span=token.span)
        elif token.lemma in words["country"] and self.country is not None:
            country = self.setting.gazetteer.country(self.country)
            role = _role(self.trigger, token, Form.NAME, state=True)
            if country is not None and role is not None:
                yield PlaceMention(place=country, role=role, span=token.span)

    def _has_name(self, token: Token) -> bool:
        """Say whether a crossing is called by a name: "the Luhamaa crossing" is no line between two states."""
        sentence = self.trigger.sentence
        described = sentence.kids(token, "compound", "nmod", "amod", "appos")
        return any(sentence.mention_at(word, MentionKind.PLACE) is not None for word in described)

    def _named(self, mention: Mention, token: Token) -> Iterator[PlaceMention]:
        place = _place_of(mention, self.setting.gazetteer)
        if place is None or self.trigger.sentence.head_of(mention.span) != token:
            return
        role = _role(self.trigger, token, mention.form, state=mention.kind is MentionKind.ACTOR)
        if role is None and mention.kind is MentionKind.PLACE and place.kind in ACTED_UPON and token.dep in (
            "dobj", "nsubjpass", "nsubj", "conj",
        ):
            role = PlaceRole.AT
        if role is not None:
            yield PlaceMention(place=place, role=role, span=mention.span)

    def _meant(self, token: Token) -> Place | None:
        """Find what "there", "its airspace" or "the airport" stands for."""
        sentence = self.trigger.sentence
        if token.lemma in sentence.words["there"] and token.dep == "advmod":
            scene = last_scene(sentence, token)
            return _place_of(scene, self.setting.gazetteer) if scene is not None else None
        if token.dep == "poss" and token.text.casefold() in sentence.words["possessives"]:
            return _owned(sentence, token, self.setting.gazetteer, self.own)
        kinds = self.setting.definite.get(token.lemma, ())
        if kinds and any(child.lemma in sentence.words["articles"] for child in sentence.kids(token, "det")):
            return next((self.setting.places[kind] for kind in kinds if kind in self.setting.places), None)
        return None


def _country_meant(trigger: Trigger, own: list[str], last_country: str | None) -> str | None:
    """Say which state "the country" is: the doer's own; of acts upon others, the last named that is not the doer."""
    if trigger.type not in AT_RECIPIENT:
        return own[0] if own else last_country
    named = [
        mention.actor.party for mention in sorted(trigger.sentence.mentions, key=lambda mention: mention.span)
        if mention.actor is not None and len(mention.actor.party) == 2
        and mention.span.end <= trigger.token.span.start
    ]
    others = [party for party in named if party not in own]
    if others:
        return others[-1]
    return last_country if last_country not in own else None


def _owned(sentence: Sentence, pronoun: Token, gazetteer: Gazetteer, own: tuple[str, ...]) -> Place | None:
    """Find the state whose airspace or ground "its" means: the subject named before it, else whoever acts."""
    thing = sentence.parent(pronoun)
    if thing is None or thing.lemma not in sentence.words["ground"]:
        return None
    subjects = [
        mention.actor.party for token in sentence.tokens[: pronoun.index] if token.dep in ("nsubj", "nsubjpass")
        and (mention := sentence.mention_at(token, MentionKind.ACTOR)) is not None and mention.actor is not None
    ]
    party = subjects[-1] if subjects else own[0] if own else None
    return gazetteer.country(party) if party is not None else None


def _place_of(mention: Mention, gazetteer: Gazetteer) -> Place | None:
    if mention.kind is MentionKind.PLACE:
        return mention.place
    if mention.kind is not MentionKind.ACTOR or mention.actor is None or mention.actor.kind != "state":
        return None
    if mention.form is Form.CAPITAL:
        candidates = [place for place in gazetteer.find(mention.name) if mention.actor.id in place.countries]
        return candidates[0] if candidates else gazetteer.country(mention.actor.id)
    return gazetteer.country(mention.actor.id)


def _role(trigger: Trigger, token: Token, form: Form, *, state: bool) -> PlaceRole | None:
    """Say what a place is to an event, from the word that governs it; ``None`` where it is none."""
    sentence = trigger.sentence
    words = sentence.words
    parent = sentence.parent(token)
    while parent is not None and token.dep in ("conj", "appos") and parent.pos in ("PROPN", "NOUN"):
        token, parent = parent, sentence.parent(parent)
    if parent is None:
        return None
    if form is Form.ADJECTIVE or token.dep in ("poss", "amod", "compound"):
        return _of_ground(sentence, parent)
    if token.dep == "pobj":
        return _by_preposition(trigger, parent, state=state)
    if token.dep == "dobj" and parent.lemma in words["strikes"]:
        return PlaceRole.TARGET
    return PlaceRole.AT if token.dep == "dobj" and parent.lemma in words["enters"] else None


def _of_ground(sentence: Sentence, thing: Token) -> PlaceRole | None:
    words = sentence.words
    if thing.lemma not in words["ground"] and thing.text.casefold() not in words["ground"]:
        return None
    above = sentence.parent(thing)
    leaving = thing.dep == "pobj" and above is not None and above.lemma in words["from"]
    return PlaceRole.ORIGIN if leaving else PlaceRole.AT


def _by_preposition(trigger: Trigger, prep: Token, *, state: bool) -> PlaceRole | None:
    words = trigger.sentence.words
    parent = trigger.sentence.parent(prep)
    strike = trigger.type is EventType.STRIKE
    if prep.lemma in words["from"]:
        return PlaceRole.ORIGIN if trigger.type is not EventType.EXERCISE else None
    if state and trigger.type in ADDRESSED and prep.lemma in words["to_or_with"] | words["on"] | words["against"]:
        return None
    if prep.lemma in words["against"] or (strike and prep.lemma in words["struck_after"] and parent is trigger.token):
        return PlaceRole.TARGET
    if state and (prep.lemma in words["on"] or (prep.lemma in words["to_or_with"] and trigger.type not in MOVING)):
        return PlaceRole.TARGET if strike else None
    if prep.lemma in words["at"]:
        return PlaceRole.AT
    of_ground = parent is not None and parent.lemma in words["ground"] | words["part_of"]
    return PlaceRole.AT if prep.lemma in words["of"] and of_ground else None


def _by_ground(trigger: Trigger, actors: tuple[ActorMention, ...], gazetteer: Gazetteer) -> Iterator[PlaceMention]:
    """Give the countries on whose ground it takes place, by who acts or is acted upon."""
    sentence = trigger.sentence
    name = sentence.mention_at(trigger.token, MentionKind.EXERCISE)
    named = [name] if name is not None else [each for each in sentence.mentions if each.kind is MentionKind.EXERCISE]
    others = _only_other_state(sentence, {actor.party for actor in actors})
    yield from ground_of(trigger.type, actors, gazetteer=gazetteer, names=named, others=others)


def _only_other_state(sentence: Sentence, doing: set[str | None]) -> list[tuple[str, Span | None]]:
    """Give the one state that a sentence has as a subject beside those that act: on it, things fall and are done."""
    others: dict[str, Span | None] = {}
    for mention in _subjects(sentence):
        if mention.actor is not None and mention.actor.kind == "state" and mention.actor.id not in doing:
            others[mention.actor.id] = mention.span
    return list(others.items()) if len(others) == 1 else []


def _subjects(sentence: Sentence) -> Iterable[Mention]:
    for token in sentence.tokens:
        if token.dep == "nsubj" and (mention := sentence.mention_at(token, MentionKind.ACTOR)) is not None:
            yield mention
