"""Situations: events that develop together, of three kinds.

========  ==========================================================================  ============
kind      rule                                                                        module
========  ==========================================================================  ============
exercise  it is, or names, one edition of an exercise that a pack knows               ``editions``
crisis    incidents and measures between two states that follow one another closely   ``crises``
place     much happens at one spot or border, or somebody put it under watch          ``watched``
========  ==========================================================================  ============

An event may be in several. The first of this order is its ``situation``, a place that
somebody named before one that is only busy; the others are ``also_in``. So a crisis never takes an event
away from an exercise.

What makes a situation is found from each event by itself (its *traces*). All traces of one
**scope** (a series, a pair of states, a place) give the situations of that scope, whatever else is on the desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from vedette.linking.profile import Profile, is_state
from vedette.linking.threads import crises, editions, watched
from vedette.model import Event, Knowledge, Situation, SituationKind, WatchedPlace
from vedette.model.trace import Trace

_ORDER = tuple(SituationKind)


@dataclass(frozen=True, slots=True)
class Ground:
    """What making situations takes from the packs: names of states, and the places that somebody named."""

    names: Mapping[str, str]
    watched: tuple[WatchedPlace, ...]

    @classmethod
    def of(cls, knowledge: Knowledge) -> Self:
        """Take it from the packs."""
        states = {actor.id: actor.name for actor in knowledge.actors if is_state(actor.id)}
        return cls(names=states, watched=knowledge.watched)


def traces_of(event: Event, profiles: Sequence[Profile], *, ground: Ground) -> tuple[Trace, ...]:
    """Say to which situations an event may belong.

    Args:
        event: The event.
        profiles: The claims that it was made of.
        ground: What the packs know.
    """
    exercise = editions.exercise_trace(event, profiles)
    return (
        *((exercise,) if exercise else ()),
        *crises.crisis_traces(event, names=ground.names, claimed=exercise is not None),
        *watched.place_traces(event), *watched.named_traces(event, ground.watched),
    )


def situations_in(traces: Iterable[Trace]) -> list[Situation]:
    """Make the situations of some scopes.

    Args:
        traces: All traces of each of the scopes, in any order.
    """
    by_scope: dict[str, list[Trace]] = {}
    for trace in traces:
        by_scope.setdefault(trace.scope, []).append(trace)
    makers = {
        editions.SCOPE: editions.editions_in, crises.SCOPE: crises.crises_in,
        watched.SCOPE: watched.places_in, watched.NAMED: watched.places_in,
    }
    return [
        situation for scope in sorted(by_scope) for situation in makers[scope.partition(":")[0]](by_scope[scope])
    ]


def placed(event: Event, own: Iterable[Situation]) -> Event:
    """Give the event with the situations that it belongs to.

    Args:
        event: The event.
        own: All that hold it, in any order.
    """
    ids = [one.id for one in sorted(own, key=lambda one: (_ORDER.index(one.kind), one.key is None, one.id))]
    return replace(event, situation=ids[0] if ids else None, also_in=tuple(ids[1:]))
