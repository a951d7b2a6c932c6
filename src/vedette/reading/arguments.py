"""Who takes part in an event, and where: actors, places, equipment and their roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vedette.model import (
    ActorMention,
    ActorRole,
    EquipmentMention,
    EventType,
    Gazetteer,
    Place,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    QuantityMention,
    Span,
)
from vedette.reading.clauses import tiers
from vedette.reading.document import Form, Mention, MentionKind, Sentence, Token
from vedette.reading.grammar import doers, governing_verb, is_noun, is_verb, near, objects, reach
from vedette.reading.lexicon import Lexicon
from vedette.reading.places import borders, last_scene
from vedette.reading.triggers import Trigger, is_told

# Acts that a state does on its own ground: there, the doer tells the place.
AT_HOME = frozenset({
    EventType.BORDER_CLOSURE, EventType.BORDER_REOPENING, EventType.AIRSPACE_RESTRICTION, EventType.MOVEMENT_RESTRICTION,
    EventType.BASE_CONSTRUCTION, EventType.LAW_OR_VOTE, EventType.EVACUATION, EventType.MOBILISATION, EventType.EXERCISE,
    EventType.ARREST, EventType.EXPULSION, EventType.PROTEST,
})
# Acts upon a state: there, the one acted upon tells the place.
AT_RECIPIENT = frozenset({EventType.AIRSPACE_VIOLATION, EventType.DRONE_INCIDENT, EventType.STRIKE, EventType.CYBER_ATTACK, EventType.SABOTAGE})
_GROUND = frozenset({"airspace", "territory", "soil", "land", "sky", "waters", "water", "ground", "coast", "side", "area", "territorial", "capital", "village", "town", "city", "region", "forest", "airport", "base", "field", "province", "county", "district"})
_ACTED_UPON = frozenset({
    PlaceKind.AIRFIELD, PlaceKind.BASE, PlaceKind.CROSSING, PlaceKind.TRAINING_GROUND, PlaceKind.SITE, PlaceKind.WATER,
})
_MOVES = frozenset({
    EventType.DEPLOYMENT, EventType.WEAPON_DEPLOYMENT, EventType.WITHDRAWAL, EventType.MILITARY_AID,
    EventType.DRONE_INCIDENT, EventType.AIRSPACE_VIOLATION,
})
_DEFINITE_PLACES = {
    "airport": (PlaceKind.AIRFIELD,), "airfield": (PlaceKind.AIRFIELD,), "base": (PlaceKind.BASE, PlaceKind.AIRFIELD),
    "range": (PlaceKind.TRAINING_GROUND,), "crossing": (PlaceKind.CROSSING,), "checkpoint": (PlaceKind.CROSSING,),
    "city": (PlaceKind.CITY,), "town": (PlaceKind.CITY,), "village": (PlaceKind.CITY,), "strait": (PlaceKind.WATER,),
}
_FROM = frozenset({"from"})
_AGAINST = frozenset({"against"})
_ORIGIN_VERBS = frozenset({"originate", "launch", "fly", "cross", "enter", "come", "arrive", "drift", "stray"})


def find_actors(trigger: Trigger, *, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Find who does it and to whom it is done, each actor once."""
    sentence, token = trigger.sentence, trigger.token
    found: dict[str, ActorMention] = {}
    for mention in _doing(trigger, lexicon):
        _add(found, mention, ActorRole.INITIATOR)
    for head in objects(sentence, token):
        for word in _wide_reach(sentence, head):
            mention = sentence.mention_at(word, MentionKind.ACTOR)
            if mention is not None:
                owner = trigger.type in AT_HOME and not any(a.role is ActorRole.INITIATOR for a in found.values()) and (
                    word.dep == "poss"
                )
                _add(found, mention, ActorRole.INITIATOR if owner else ActorRole.RECIPIENT)
    return tuple(found.values())


def _doing(trigger: Trigger, lexicon: Lexicon) -> Iterator[Mention]:
    sentence, token = trigger.sentence, trigger.token
    heads = list(doers(sentence, token))
    verb = governing_verb(sentence, token)
    if is_noun(token) and verb is not None and _holds(sentence, token, verb, lexicon):
        heads += doers(sentence, verb)
    if verb is not None and not any(_actor_in(sentence, head) for head in heads):
        heads += _who_ordered(sentence, verb, lexicon)
    if is_verb(token) or not heads:
        # "Russian drones fell": who owns the things that act, where no one else does.
        heads += [head for head in objects(sentence, token) if head.lemma in lexicon.classes["aerial"].lemmas]
    bodies = lexicon.roles["official"] | lexicon.classes["forces"].lemmas | lexicon.classes["aerial"].lemmas
    for head in heads:
        described = reach(sentence, head) if head.lemma in bodies or head.pos == "NUM" else near(sentence, head)
        for word in described:
            mention = sentence.mention_at(word, MentionKind.ACTOR)
            if mention is not None:
                yield mention


def _actor_in(sentence: Sentence, head: Token) -> bool:
    return any(sentence.mention_at(word, MentionKind.ACTOR) is not None for word in near(sentence, head))


def _who_ordered(sentence: Sentence, verb: Token, lexicon: Lexicon) -> list[Token]:
    """Give who had it done: "Latvia ordered its airspace shut", "the cabinet decided that the border will close"."""
    above = sentence.parent(verb)
    if above is None or verb.dep not in ("ccomp", "xcomp") or above.lemma not in lexicon.certainty["plan_verbs"]:
        return []
    return doers(sentence, above)


def _holds(sentence: Sentence, token: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Say whether a verb means that its subject makes what the noun names: hold, launch, announce an exercise."""
    words = lexicon.certainty
    direct = sentence.parent(token)
    return direct is verb and token.dep in ("dobj", "nsubjpass", "attr") and any(
        verb.lemma in words[group] for group in ("hold_verbs", "begin_verbs", "plan_verbs", "continue_verbs", "end_verbs", "cancel_verbs")
    )


def _add(found: dict[str, ActorMention], mention: Mention, role: ActorRole) -> None:
    actor = mention.actor
    if actor is not None and actor.id not in found:
        found[actor.id] = ActorMention(name=actor.name, role=role, id=actor.id, party=actor.party, span=mention.span)


def _wide_reach(sentence: Sentence, head: Token) -> Iterator[Token]:
    yield from reach(sentence, head)
    for prep in sentence.kids(head, "prep"):
        if prep.lemma in ("with", "of", "between", "on", "to"):
            for thing in sentence.kids(prep, "pobj"):
                yield from reach(sentence, thing)


def acting_apart(trigger: Trigger, actors: tuple[ActorMention, ...]) -> list[tuple[ActorMention, ...]]:
    """Split the actors where two subjects of one verb do two things: "Poland and Latvia restricted flights".

    What states do on their own ground each does alone; an exercise they hold together.
    """
    states = [
        actor for actor in actors
        if actor.role is ActorRole.INITIATOR and actor.id == actor.party and len(actor.id or "") == 2
    ]
    joint = trigger.type not in AT_HOME or trigger.type is EventType.EXERCISE or not is_verb(trigger.token)
    if joint or len(states) < 2:
        return [actors]
    others = tuple(actor for actor in actors if actor not in states)
    return [(state, *others) for state in states]


def find_equipment(trigger: Trigger) -> tuple[EquipmentMention, ...]:
    """Find the weapons, aircraft and vehicles that a sentence names in the event's clauses."""
    found: dict[str, EquipmentMention] = {}
    for tier in tiers(trigger.sentence, trigger.token)[:3]:
        for token in tier:
            mention = trigger.sentence.mention_at(token, MentionKind.EQUIPMENT)
            if mention is not None and mention.equipment is not None:
                known = mention.equipment
                found.setdefault(known.name, EquipmentMention(name=known.name, kind=known.kind, span=mention.span))
    return tuple(found.values())


def find_event_quantities(
    trigger: Trigger, quantities: Sequence[QuantityMention], *, lexicon: Lexicon
) -> tuple[QuantityMention, ...]:
    """Choose the quantities that belong to an event: those of its own words and clause, not of others beside it."""
    reach_ = tiers(trigger.sentence, trigger.token)
    near_by = {token.index for tier in reach_[: 2 if is_told(trigger, lexicon=lexicon) else 1] for token in tier}
    return tuple(
        quantity for quantity in quantities
        if quantity.span is not None and any(token.index in near_by for token in trigger.sentence.at(quantity.span))
    )


def find_event_places(
    trigger: Trigger, actors: Iterable[ActorMention], *, gazetteer: Gazetteer, last_country: str | None,
    scenes: Mapping[PlaceKind, Place], speaker: str | None = None,
) -> tuple[PlaceMention, ...]:
    """Find where an event takes place, comes from and is aimed at.

    The nearest clause that names a place decides. Only where none does, and the
    kind of act allows it, the doer's own country (or that of whom it is done to)
    is taken. A place that no word supports is never given.

    Args:
        trigger: The event.
        actors: Who takes part.
        gazetteer: Where places are looked up.
        last_country: The state that the text spoke of last, for "the country".
        scenes: The last place of each kind that was named, for "the airport".
        speaker: The party that says so: whose measure an agency announces.
    """
    actors = tuple(actors)
    sentence = trigger.sentence
    own = [actor.party for actor in actors if actor.role is ActorRole.INITIATOR and actor.party] or [
        party for party in (speaker if trigger.type in AT_HOME else None, last_country) if party is not None
    ][:1]
    last_country = _country_meant(trigger, own, last_country)
    found: dict[tuple[str, PlaceRole], PlaceMention] = {}
    for distance, tier in enumerate(tiers(sentence, trigger.token)[:3]):
        for token in tier:
            if distance == 2 and token.dep != "pobj":
                continue  # of the clauses above, only what "in" or "at" names is the scene of this one, too
            for mention in _place_at(trigger, token, gazetteer, own, last_country, scenes):
                found.setdefault((mention.place.name, mention.role), mention)
        if any(mention.role is PlaceRole.AT for mention in found.values()):
            break
    if not any(mention.role is PlaceRole.AT for mention in found.values()):
        for mention in _by_actor(trigger, actors, gazetteer):
            found.setdefault((mention.place.name, mention.role), mention)
    return _tidy(found.values())


def _place_at(
    trigger: Trigger, token: Token, gazetteer: Gazetteer, own: list[str], last_country: str | None,
    scenes: Mapping[PlaceKind, Place],
) -> Iterator[PlaceMention]:
    sentence = trigger.sentence
    if token.lemma in ("border", "frontier", "crossing", "checkpoint", "boundary"):
        for place in borders(sentence, token, gazetteer=gazetteer, own=own):
            yield PlaceMention(place=place, role=PlaceRole.AT, span=token.span)
        return
    mention = sentence.mention_at(token)
    if token.lemma == "there" and token.dep == "advmod":
        scene = last_scene(sentence, token)
        place = _place_of(scene, gazetteer) if scene is not None else None
        if place is not None:
            yield PlaceMention(place=place, role=PlaceRole.AT, span=token.span)
        return
    if token.dep == "poss" and token.pos == "PRON" and token.text.casefold() in ("its", "their"):
        place = _owned(sentence, token, gazetteer, own)
        if place is not None:
            yield PlaceMention(place=place, role=PlaceRole.AT, span=token.span)
        return
    if mention is None:
        if token.lemma == "country" and last_country and (place := gazetteer.country(last_country)) is not None:
            role = _role(trigger, token, Form.NAME, state=True)
            if role is not None:
                yield PlaceMention(place=place, role=role, span=token.span)
        scene = _scene(sentence, token, scenes)
        if scene is not None:
            yield PlaceMention(place=scene, role=PlaceRole.AT, span=token.span)
        return
    place = _place_of(mention, gazetteer)
    if place is None or sentence.head_of(mention.span) != token:
        return
    role = _role(trigger, token, mention.form, state=mention.kind is MentionKind.ACTOR)
    if role is None and mention.kind is MentionKind.PLACE and place.kind in _ACTED_UPON and token.dep in (
        "dobj", "nsubjpass", "nsubj", "conj",
    ):
        role = PlaceRole.AT
    if role is not None:
        yield PlaceMention(place=place, role=role, span=mention.span)


def _owned(sentence: Sentence, pronoun: Token, gazetteer: Gazetteer, own: list[str]) -> Place | None:
    """Find the state whose airspace or ground "its" means: the subject named before it, else whoever acts."""
    thing = sentence.parent(pronoun)
    if thing is None or thing.lemma not in _GROUND or thing.lemma == "border":
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
    parent = sentence.parent(token)
    while parent is not None and token.dep in ("conj", "appos") and parent.pos in ("PROPN", "NOUN"):
        token, parent = parent, sentence.parent(parent)
    if parent is None:
        return None
    if form is Form.ADJECTIVE or token.dep in ("poss", "amod", "compound"):
        return _of_ground(sentence, parent)
    if token.dep == "pobj":
        return _by_preposition(trigger, parent, state=state)
    if token.dep == "dobj" and parent.lemma in ("enter", "invade", "reach", "leave", "overfly", "penetrate", "strike", "attack", "hit"):
        return PlaceRole.TARGET if parent.lemma in ("strike", "attack", "hit", "invade") else PlaceRole.AT
    return None


def _of_ground(sentence: Sentence, thing: Token) -> PlaceRole | None:
    if thing.lemma not in _GROUND and thing.text.casefold() not in _GROUND:
        return None
    above = sentence.parent(thing)
    return PlaceRole.ORIGIN if thing.dep == "pobj" and above is not None and above.lemma in _FROM else PlaceRole.AT


def _by_preposition(trigger: Trigger, prep: Token, *, state: bool) -> PlaceRole | None:
    parent = trigger.sentence.parent(prep)
    if prep.lemma in _FROM:
        return PlaceRole.ORIGIN if trigger.type is not EventType.EXERCISE else None
    if prep.lemma in _AGAINST or (prep.lemma in ("on", "of", "at") and trigger.type is EventType.STRIKE and parent is trigger.token):
        return PlaceRole.TARGET
    if state and (prep.lemma == "on" or (prep.lemma in ("to", "with") and trigger.type not in _MOVES)):
        return PlaceRole.TARGET if trigger.type is EventType.STRIKE else None
    if prep.lemma in ("in", "at", "near", "on", "over", "inside", "above", "outside", "across", "around", "along", "within", "into", "onto", "to", "towards", "toward", "off", "through", "throughout", "via", "beyond", "close", "between"):
        return PlaceRole.AT
    if prep.lemma == "of" and parent is not None and parent.lemma in _GROUND | {"town", "city", "part", "east", "west", "north", "south", "range", "village", "port"}:
        return PlaceRole.AT
    return None


def _by_actor(trigger: Trigger, actors: tuple[ActorMention, ...], gazetteer: Gazetteer) -> Iterator[PlaceMention]:
    type = trigger.type
    wanted = {ActorRole.INITIATOR} if type in AT_HOME else {ActorRole.RECIPIENT} if type in AT_RECIPIENT else set()
    sides = [(actor.party, actor.span) for actor in actors if actor.role in wanted and actor.party is not None]
    if not sides and type in AT_RECIPIENT:
        sides = _only_other_state(trigger.sentence, {actor.party for actor in actors})
    for party, span in sides:
        place = gazetteer.country(party)
        if place is not None:
            yield PlaceMention(place=place, role=PlaceRole.AT, span=span)


def _only_other_state(sentence: Sentence, doing: set[str | None]) -> list[tuple[str, Span | None]]:
    """Give the one state that a sentence has as a subject beside those that act: on it, things fall and are done."""
    others = {
        mention.actor.id: mention.span for token in sentence.tokens if token.dep == "nsubj"
        and (mention := sentence.mention_at(token, MentionKind.ACTOR)) is not None and mention.actor is not None
        and mention.actor.kind == "state" and mention.actor.id not in doing
    }
    return list(others.items()) if len(others) == 1 else []


def _country_meant(trigger: Trigger, own: list[str], last_country: str | None) -> str | None:
    """Say which state "the country" is: the doer's own, or, of acts upon others, the last named that is not the doer."""
    if trigger.type not in AT_RECIPIENT:
        return own[0] if own else last_country
    named = [
        mention.actor.party for mention in sorted(trigger.sentence.mentions, key=lambda mention: mention.span)
        if mention.kind is MentionKind.ACTOR and mention.actor is not None and len(mention.actor.party) == 2
        and mention.span.end <= trigger.token.span.start
    ]
    others = [party for party in named if party not in own]
    return others[-1] if others else last_country if last_country not in own else None


def _scene(sentence: Sentence, token: Token, scenes: Mapping[PlaceKind, Place]) -> Place | None:
    """Find what "the airport" or "the town" means: the last one named."""
    kinds = _DEFINITE_PLACES.get(token.lemma, ())
    if not kinds or not any(child.lemma in ("the", "this", "that") for child in sentence.kids(token, "det")):
        return None
    return next((scenes[kind] for kind in kinds if kind in scenes), None)


def _tidy(mentions: Iterable[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Leave out what is said twice: a place that is origin as well as scene is the scene only where a word says so."""
    kept: list[PlaceMention] = []
    for mention in mentions:
        twin = [other for other in kept if other.place.name == mention.place.name]
        if not twin:
            kept.append(mention)
    return tuple(kept)


def mention_span(mentions: Iterable[Mention]) -> Span | None:
    """Give the span from the first to the last of some mentions."""
    spans = sorted(mention.span for mention in mentions)
    return Span(spans[0].start, spans[-1].end) if spans else None
