"""Who holds an exercise of which the text says only the name: the states whose exercise it is known to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vedette.model import ActorMention, ActorRole, Bodies, Claim, EventType
from vedette.reading.document import Mention
from vedette.reading.ground import MOST_HOSTS


def name_holders(claims: Sequence[Claim], *, mentions: Sequence[Mention], bodies: Bodies) -> list[Claim]:
    """Give exercises that are told without anybody who takes part the states that hold them.

    Of an exercise that travels between many states the name tells nothing.

    Args:
        claims: Of one report.
        mentions: The names in it.
        bodies: Knows the states.
    """
    named = {name: mention for mention in reversed(mentions) for name in (mention.name, mention.alias) if name}
    return [
        replace(claim, actors=_holders(claim, named, bodies))
        if claim.type is EventType.EXERCISE and not claim.actors else claim
        for claim in claims
    ]


def _holders(claim: Claim, named: dict[str, Mention], bodies: Bodies) -> tuple[ActorMention, ...]:
    mention = next((named[name] for name in claim.names if name in named), None)
    countries = mention.exercise.countries if mention is not None and mention.exercise is not None else ()
    states = [bodies.actors[code] for code in countries if code in bodies.actors and len(countries) <= MOST_HOSTS]
    return tuple(
        ActorMention(
            name=state.name, role=ActorRole.PARTICIPANT, id=state.id, party=state.party,
            span=mention.span if mention is not None else None,
        )
        for state in states
    )
