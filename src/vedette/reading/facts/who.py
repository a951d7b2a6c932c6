"""Who: the actors of an event, each with its identity and party."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.model import ActorMention, ActorRole, KnownActor
from vedette.reading.document import MentionKind
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
            for actor in _mentions(link.right, _ROLES[link.role], page):
                found.setdefault((actor.id or actor.name, actor.role), actor)
    order = list(ActorRole)
    return tuple(sorted(found.values(), key=lambda actor: (order.index(actor.role), actor.span or event.span)))


def _mentions(tag: TaggedSpan, role: ActorRole, page: Page) -> Iterator[ActorMention]:
    known = known_actors(tag, page)
    for actor in known:
        yield ActorMention(name=actor.name, role=role, id=actor.id, party=actor.party, span=tag.span)
    # Not by the words themselves: they may be the name of a person, who is no actor of the record.
    state = page.country_of(tag.span) if not known and tag.value != ACTOR_KINDS[0] else None
    whose = page.known_states.get(state) if state is not None else None
    if whose is not None:
        yield ActorMention(name=whose.name, role=role, id=whose.id, party=whose.party, span=tag.span)


def known_actors(tag: TaggedSpan, page: Page) -> list[KnownActor]:
    """Give the known parties that a stretch names, itself or through what it stands for.

    Of "Polish border guards" that is one: the organ if the packs know it, else
    the state.
    """
    for mention in page.mentions_of(tag):
        known = [each.actor for each in page.named(mention.span, MentionKind.ACTOR) if each.actor is not None]
        if found := _closest([actor for actor in known if _is_meant(actor, mention, page)]):
            return found
    return []


def _is_meant(actor: KnownActor, tag: TaggedSpan, page: Page) -> bool:
    """Say whether an organ is that of the state that the words, or else the text, speak of.

    "Defence ministry" is the name of one in every country of the language; in
    "the defence ministry of Rwanda" it is none of those.
    """
    if actor.kind not in ("organ", "force") or len(actor.party) != 2:
        return True
    own = [other.actor.id for other in page.named(tag.span, MentionKind.ACTOR)
           if other.actor is not None and other.actor.kind == "state"]
    return actor.party in (own or page.states or [actor.party])


def _closest(known: list[KnownActor]) -> list[KnownActor]:
    """Leave out the state of an organ that is named itself."""
    organs = [actor for actor in known if actor.kind != "state"]
    parties = {actor.party for actor in organs}
    return organs + [actor for actor in known if actor.kind == "state" and actor.id not in parties]
