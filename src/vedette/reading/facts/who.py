"""Who: the actors of an event, each with its identity and party."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.model import ActorMention, ActorRole, EventType, KnownActor
from vedette.reading.document import Mention, MentionKind
from vedette.reading.facts.page import Page
from vedette.reading.tags import TaggedEvent, TaggedSpan
from vedette.reading.tags.labels import ACTOR_KINDS, Role

_ROLES = {
    Role.WHO: ActorRole.INITIATOR, Role.WHOM: ActorRole.RECIPIENT, Role.WITH: ActorRole.PARTICIPANT,
}


def find_actors(event: TaggedEvent, page: Page) -> tuple[ActorMention, ...]:
    """Find who does, undergoes and takes part in an event.

    Words that no pack knows are given the identity of what they stand for
    ("it", "the ministry"), as far as the text links them; else they are the
    country that the text speaks of ("police", in a report on Denmark). Who stays
    unknown is left out.
    """
    found: dict[tuple[str, ActorRole], ActorMention] = {}
    for link in page.linked(event, *_ROLES):
        if isinstance(link.right, TaggedSpan):
            if link.role is Role.WHO and _is_intruded_on(link.right, event, page):
                continue
            for actor in _mentions(link.right, _ROLES[link.role], page):
                found.setdefault((actor.id or actor.name, actor.role), actor)
    order = list(ActorRole)
    return tuple(sorted(found.values(), key=lambda actor: (order.index(actor.role), actor.span or event.span)))


def _is_intruded_on(tag: TaggedSpan, event: TaggedEvent, page: Page) -> bool:
    """Say whether words for a party only tell whose airspace was violated: "a jet violated | Finland's | airspace"."""
    if event.type is not EventType.AIRSPACE_VIOLATION:
        return False
    places = [link.right.span for link in page.linked(event, Role.AT)]
    return any(place.overlaps(tag.span) or 0 <= place.start - tag.span.end <= 1 for place in places)


def _mentions(tag: TaggedSpan, role: ActorRole, page: Page) -> Iterator[ActorMention]:
    known = known_actors(tag, page)
    for actor in known:
        yield ActorMention(name=actor.name, role=role, id=actor.id, party=actor.party, span=tag.span)
    # Not by the words themselves: they may be the name of a person, who is no actor of the record.
    state = page.country_of(tag.span) if not known and tag.value != ACTOR_KINDS[0] else None
    whose = page.bodies.actors.get(state) if state is not None else None
    if whose is not None:
        yield ActorMention(name=whose.name, role=role, id=whose.id, party=whose.party, span=tag.span)


def known_actors(tag: TaggedSpan, page: Page) -> list[KnownActor]:
    """Give the known parties that a stretch names, itself or through what it stands for.

    Of "Polish border guards" that is one, the body. "The border guards" are those of
    the state that the same words name, or else of the country that the text speaks of.
    """
    named = _named(tag, page)
    body = page.body_in(tag.span)
    states = [actor for actor in named if actor.kind == "state"]
    if body is None or len(states) < len(named):
        return named
    # Not of whom the tagger says that he is nobody's.
    ground = page.country_of(tag.span) if tag.value != ACTOR_KINDS[0] else None
    owner = states[0].id if states else ground
    found = page.bodies.of(owner, body) if owner is not None else None
    return named if found is None else [found]


def _named(tag: TaggedSpan, page: Page) -> list[KnownActor]:
    for mention in page.mentions_of(tag):
        known = [
            each.actor for each in page.named(mention.span, MentionKind.ACTOR)
            if each.actor is not None and _is_meant(each, each.actor, mention, page)
        ]
        if found := _closest(known):
            return found
    return []


def _is_meant(named: Mention, actor: KnownActor, tag: TaggedSpan, page: Page) -> bool:
    """Say whether an organ is that of the state that the same words speak of.

    The name of one may be a word for that of any country ("the Senate"): in "the
    Senate of Rwanda" it is none of those that the packs know.
    """
    if named.whose is not None or actor.kind not in ("organ", "force") or len(actor.party) != 2:
        return True
    own = [other.state.id for other in page.named(tag.span, MentionKind.ACTOR) if other.state is not None]
    return actor.party in (own or [actor.party])


def _closest(known: list[KnownActor]) -> list[KnownActor]:
    """Leave out the state of an organ that is named itself."""
    organs = [actor for actor in known if actor.kind != "state"]
    parties = {actor.party for actor in organs}
    return organs + [actor for actor in known if actor.kind == "state" and actor.id not in parties]
