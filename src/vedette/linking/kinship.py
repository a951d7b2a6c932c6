"""Which types of events can be one event, and which kinds of events happen again and again."""

from __future__ import annotations

from vedette.linking.feature import RULED_OUT, Feature
from vedette.linking.profile import Profile
from vedette.model import EventType

_ONE_INCIDENT = frozenset({EventType.AIRSPACE_VIOLATION, EventType.DRONE_INCIDENT, EventType.SHOOTDOWN})
INCIDENTS = frozenset({"air", "sea", "attack", "hybrid"})
"""Families of short events that recur, and of which it is often disputed who did it."""
REPEATABLE = INCIDENTS | {"diplomacy", "politics", "safety"}
"""Families in which a likeness of place and actor says little without a date."""


def can_be_one(left: EventType, right: EventType) -> bool:
    """Say whether reports may call one event by these two types.

    Rule: the same type; a violation of airspace, the drone that did it and its
    shooting down. A closure is never a reopening, a withdrawal never a
    deployment, the arrival of troops never that of missiles, and what is said
    (request, denial, threat, vote ...) never what is done.

    Example:
        >>> can_be_one(EventType.SHOOTDOWN, EventType.DRONE_INCIDENT)
        True
        >>> can_be_one(EventType.BORDER_CLOSURE, EventType.BORDER_REOPENING)
        False
    """
    return left is right or kin_of(left) == kin_of(right)


def kin_of(type: EventType) -> str:
    """Name the types that can be one event with this one: what two claims must share to be compared."""
    if type in _ONE_INCIDENT:
        return "incident"
    return str(type)


def compare_types(left: Profile, right: Profile) -> Feature:
    """Weigh the types of two claims."""
    first, second = left.claim.type, right.claim.type
    if first is second:
        return Feature("type", 1.0, f"both {first}")
    if can_be_one(first, second):
        return Feature("type", 0.5, f"{first} and {second} may be one incident")
    return Feature("type", RULED_OUT, f"{first} is never {second}")
