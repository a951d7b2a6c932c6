"""Who: the actors of an event, each with its identity and party."""

from __future__ import annotations

from vedette.model import ActorMention, ActorRole, Gazetteer, KnownActor
from vedette.reading.document import MentionKind
from vedette.reading.facts.page import Page
from vedette.reading.tags import TaggedEvent, TaggedSpan
from vedette.reading.tags.labels import Role

_ROLES = {
    Role.WHO: ActorRole.INITIATOR, Role.WHOM: ActorRole.RECIPIENT, Role.WITH: ActorRole.PARTICIPANT,
}


def find_actors(event: TaggedEvent, page: Page) -> tuple[ActorMention, ...]:
    """Find who does, undergoes and takes part in an event.

    Words that no pack knows are given the identity of what they stand for
    ("it", "the ministry"), as far as the text links them; who stays unknown is
    left out.
    """
    found: dict[str, ActorMention] = {}
    for link in page.linked(event, *_ROLES):
        if not isinstance(link.right, TaggedSpan):
            continue
        for actor in known_actors(link.right, page):
            if actor.id not in found:
                found[actor.id] = ActorMention(
                    name=actor.name, role=_ROLES[link.role], id=actor.id, party=actor.party, span=link.right.span
                )
    order = list(ActorRole)
    return tuple(sorted(found.values(), key=lambda actor: (order.index(actor.role), actor.span or event.span)))


def known_actors(tag: TaggedSpan, page: Page) -> list[KnownActor]:
    """Give the known parties that a stretch names, itself or through what it stands for.

    Of "Polish border guards" that is one: the organ if the packs know it, else
    the state.
    """
    for mention in page.mentions_of(tag):
        known = [each.actor for each in page.named(mention.span, MentionKind.ACTOR) if each.actor is not None]
        if known:
            return _closest(known)
    return []


def _closest(known: list[KnownActor]) -> list[KnownActor]:
    """Leave out the state of an organ that is named itself."""
    organs = [actor for actor in known if actor.kind != "state"]
    parties = {actor.party for actor in organs}
    return organs + [actor for actor in known if actor.kind == "state" and actor.id not in parties]


def party_of(tag: TaggedSpan, page: Page) -> str | None:
    """Give the one party that a stretch belongs to, if the text says it."""
    parties = list(dict.fromkeys(actor.party for actor in known_actors(tag, page)))
    return parties[0] if parties else None


def is_state(code: str | None, gazetteer: Gazetteer) -> bool:
    """Say whether a party is a country."""
    return code is not None and len(code) == 2 and gazetteer.country(code) is not None
