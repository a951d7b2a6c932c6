"""Actors and origins as people write them in a correction: by name or identity, found in the packs."""

from __future__ import annotations

from collections.abc import Iterable

from vedette.errors import UsageError
from vedette.model import (
    ActorMention,
    ActorRole,
    Attribution,
    Bodies,
    Knowledge,
    KnownActor,
    KnownOutlet,
    LinkKind,
    fold,
)
from vedette.presentation.corrections.roles import split_role, with_role

_ROLES = {str(role): role for role in ActorRole}
_KINDS = {str(kind): kind for kind in LinkKind}


def understand_actors(written: str, knowledge: Knowledge) -> tuple[ActorMention, ...]:
    """Understand actors with a semicolon between them; behind each, in brackets, its role: initiator unless told.

    One that no pack knows keeps its name.

    Raises:
        UsageError: A role is none.
    """
    return tuple(_actor(one.strip(), knowledge) for one in written.split(";") if one.strip())


def write_actor(actor: ActorMention) -> str:
    """Write an actor as it is understood."""
    return with_role(actor.name, actor.role, ActorRole.INITIATOR)


def understand_origin(written: str, knowledge: Knowledge) -> Attribution:
    """Understand who says so; behind the name, in brackets, what kind of party it is.

    Raises:
        UsageError: The kind is none, or has to be given since no pack knows the name.
    """
    given: LinkKind | None
    name, given = split_role(written, _KINDS, None)
    outlet, actor = _outlet(name, knowledge), _known(name, knowledge)
    kind = given or (outlet.kind if outlet else LinkKind.OFFICIAL if actor else None)
    if kind is None:
        raise UsageError(f"Say what '{name}' is, as in '{name} (official)': one of {', '.join(_KINDS)}.")
    if outlet is not None and kind in (LinkKind.OUTLET, LinkKind.AGENCY, LinkKind.INVESTIGATION):
        return Attribution(name=outlet.name, kind=kind, id=outlet.id)
    if actor is not None and kind is not LinkKind.UNNAMED:
        return Attribution(name=actor.name, kind=kind, id=actor.id, party=actor.party)
    return Attribution(name=name, kind=kind)


def write_origin(link: Attribution) -> str:
    """Write an origin as it is understood."""
    return f"{link.name} ({link.kind})" if link.name else f"somebody ({link.kind})"


def _actor(written: str, knowledge: Knowledge) -> ActorMention:
    role: ActorRole
    name, role = split_role(written, _ROLES, ActorRole.INITIATOR)
    known = _known(name, knowledge)
    if known is None:
        return ActorMention(name=name, role=role)
    return ActorMention(name=known.name, role=role, id=known.id, party=known.party)


def _known(name: str, knowledge: Knowledge) -> KnownActor | None:
    body = Bodies.known(knowledge).find(name)
    if body is not None:
        return body
    wanted = fold(name)
    return next((actor for actor in knowledge.actors if wanted in _names(actor)), None) or _body(wanted, knowledge)


def _body(wanted: str, knowledge: Knowledge) -> KnownActor | None:
    """Find a body of a state by its name in English."""
    states = [actor for actor in knowledge.actors if actor.kind == "state" and fold(actor.name) in wanted]
    made = (body.of(state) for state in states for body in knowledge.bodies if body.kind != "state")
    return next((one for one in made if fold(one.name) == wanted), None)


def _names(actor: KnownActor) -> Iterable[str]:
    named = (name for names in actor.names.values() for name in names)
    return {fold(one) for one in (actor.id, actor.name, *named)}


def _outlet(name: str, knowledge: Knowledge) -> KnownOutlet | None:
    wanted = fold(name)
    return next(
        (one for one in knowledge.outlets if wanted in {fold(known) for known in (one.id, one.name, *one.aliases)}),
        None,
    )
