"""Whether two claims can tell of the same actors."""

from __future__ import annotations

from vedette.linking.feature import NEUTRAL, RULED_OUT, Feature
from vedette.linking.kinship import INCIDENTS
from vedette.linking.profile import Profile, is_state
from vedette.model import EventType

_SAME_DOER, _SHARED, _SAME_RECIPIENT, _OTHER_VOICE = 1.5, 1.0, 0.5, -2.5
_ADDRESSED = frozenset({"diplomacy", "support"})
"""Families in which the one addressed is part of what happened: a request to one body is no request to another."""


def compare_who(left: Profile, right: Profile) -> Feature:
    """Weigh the parties of two claims.

    Rule: other doers rule out one event, except where the doer is often
    disputed (incidents) or one of them is an alliance that the other may act
    for. For requests, pledges, aid and the like the one addressed counts as
    much. Different types of one incident see it from different sides: there
    any shared party counts. A meeting is known by all who meet.
    """
    if not left.parties or not right.parties:
        return Feature("who", NEUTRAL, "no actor in one of them")
    words = f"{left.who_words} / {right.who_words}"
    if left.claim.type is EventType.DIPLOMATIC_MEETING:
        met = left.parties <= right.parties or right.parties <= left.parties
        return Feature("who", _SAME_DOER if met else RULED_OUT, words)
    if left.claim.type is not right.claim.type or not left.doers or not right.doers:
        return Feature("who", _SHARED if left.parties & right.parties else NEUTRAL, words)
    return Feature("who", _doer_value(left, right) + _recipient_value(left, right), words)


def compare_sayers(left: frozenset[str], right: frozenset[str]) -> Feature:
    """Weigh who says it, of two acts of saying: what one says is not what another says.

    Rule: without one who says both, known by name, they are not put together: "officials said" and "police said"
    are two statements until something shows that they are one.
    """
    shared = left & right
    words = f"{', '.join(sorted(left)) or 'nobody named'} / {', '.join(sorted(right)) or 'nobody named'}"
    return Feature("who", _SHARED if shared else _OTHER_VOICE, words)


def _doer_value(left: Profile, right: Profile) -> float:
    if left.doers & right.doers:
        return _SAME_DOER
    if left.family in INCIDENTS:
        return -1.0
    either_alliance = not all(map(is_state, left.doers)) or not all(map(is_state, right.doers))
    return -0.5 if either_alliance else RULED_OUT


def _recipient_value(left: Profile, right: Profile) -> float:
    if not left.recipients or not right.recipients:
        return NEUTRAL
    if left.recipients & right.recipients:
        return _SAME_RECIPIENT
    return RULED_OUT if left.family in _ADDRESSED else -0.5
