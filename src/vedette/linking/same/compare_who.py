"""Whether two claims can tell of the same actors."""

from __future__ import annotations

from vedette.linking.feature import NEUTRAL, RULED_OUT, Feature
from vedette.linking.kinship import INCIDENTS
from vedette.linking.profile import Profile, is_state
from vedette.model import EventType

_SAME_DOER, _SHARED, _SAME_RECIPIENT = 1.5, 1.0, 0.5
_OTHER_VOICE, _NO_VOICE = -2.5, -1.0
_ADDRESSED = frozenset({"diplomacy", "support"})
"""Families in which the one addressed is part of what happened: a request to one body is no request to another."""
_SAID = frozenset({
    EventType.REQUEST, EventType.PLEDGE, EventType.ACCUSATION, EventType.WARNING_STATEMENT, EventType.DENIAL,
    EventType.THREAT,
})
"""Types that are words of somebody."""


def compare_who(left: Profile, right: Profile) -> Feature:
    """Weigh the parties of two claims.

    Rule: other doers rule out one event, except where the doer is often
    disputed (incidents) or one of them is an alliance that the other may act
    for. For requests, pledges, aid and the like the one addressed counts as
    much. Different types of one incident see it from different sides: there
    any shared party counts. A meeting is known by all who meet. What is said is
    known by who says it: see :func:`compare_sayers`.
    """
    if left.claim.type is right.claim.type and left.claim.type in _SAID:
        return _compare_statements(left, right)
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

    Rule: only who says both speaks for one. Where one of them names nobody, they
    are not put together either, unless day and spot say that they are one.

    Example:
        >>> compare_sayers(frozenset({"LT"}), frozenset({"LT", "PL"})).value
        1.5
        >>> compare_sayers(frozenset({"LT"}), frozenset({"PL"})).value, compare_sayers(frozenset(), frozenset()).value
        (-2.5, -1.0)
    """
    words = f"{', '.join(sorted(left)) or 'nobody named'} / {', '.join(sorted(right)) or 'nobody named'}"
    if left & right:
        return Feature("who", _SAME_DOER, words)
    return Feature("who", _OTHER_VOICE if left and right else _NO_VOICE, words)


def _compare_statements(left: Profile, right: Profile) -> Feature:
    said = compare_sayers(left.doers, right.doers)
    value = RULED_OUT if _are_other_states(left, right) else said.value
    return Feature("who", value + _recipient_value(left, right), f"{left.who_words} / {right.who_words}")


def _doer_value(left: Profile, right: Profile) -> float:
    if left.doers & right.doers:
        return _SAME_DOER
    if left.family in INCIDENTS:
        return -1.0
    return RULED_OUT if _are_other_states(left, right) else -0.5


def _are_other_states(left: Profile, right: Profile) -> bool:
    """Say whether states alone act in both, and none in both: an alliance may be what one of them acts for."""
    if not left.doers or not right.doers or left.doers & right.doers:
        return False
    return all(map(is_state, left.doers | right.doers))


def _recipient_value(left: Profile, right: Profile) -> float:
    if not left.recipients or not right.recipients:
        return NEUTRAL
    if left.recipients & right.recipients:
        return _SAME_RECIPIENT
    return RULED_OUT if left.family in _ADDRESSED else -0.5
