"""Finds an event, a claim, a decision, a situation or a quarantined input by its id or the beginning of it."""

from __future__ import annotations

from collections.abc import Iterable

from vedette.errors import UnknownId, UsageError
from vedette.model import Claim, Decision, Event, QuarantinedInput, Situation, content_id
from vedette.store.asked import DecisionFilter
from vedette.store.ports import View


def find_event(view: View, id: str) -> Event:
    """Give the event with this id, or the only one whose id begins so.

    An event that became part of another, by a judgement or by what a later report told, is
    found under its old id: it gives the event that it is part of now.

    Raises:
        UnknownId: No id begins so.
        UsageError: Several do; the message names them.

    """
    try:
        return _event_here(view, id)
    except UnknownId:
        return view.event(_taken_in(view, id))


def _event_here(view: View, id: str) -> Event:
    try:
        return view.event(id)
    except UnknownId:
        return view.event(_only("event", id, view.events_beginning(id) if id else ()))


def _taken_in(view: View, id: str) -> str:
    """Give the id of the event that took in the one of this id: an event is named after its first claim."""
    first = {content_id("e", claim.anchor): claim.id for claim in view.claims()}
    claim = first[_only("event", id, first)]
    into = view.events_of_claims([claim])
    if claim not in into:
        raise UnknownId("event", id)
    return into[claim]


def known_claim(view: View, id: str) -> Claim:
    """Give the claim with exactly this id. Raises UnknownId."""
    claim = next(iter(view.claims([id])), None)
    if claim is None:
        raise UnknownId("claim", id)
    return claim


def told_by(view: View, id: str) -> tuple[Claim, ...]:
    """Give the one claim with exactly this id, or the claims of the event with it. Raises UnknownId."""
    try:
        return tuple(view.claims([id])) or tuple(view.claims(view.event(id).claims))
    except UnknownId:
        raise UnknownId("event or claim", id) from None


def find_claim(view: View, id: str) -> Claim:
    """Give the claim with this id, or the only one whose id begins so.

    Raises:
        UnknownId: No id begins so.
        UsageError: Several do; the message names them.

    """
    return known_claim(view, _only("claim", id, view.claims_beginning(id) if id else ()))


def find_told(view: View, id: str) -> tuple[Claim, ...]:
    """Give the claims of the event with this id, or the one claim with it; its beginning will do.

    Raises:
        UnknownId: There is neither.
        UsageError: Several ids begin so; the message names them.

    """
    if id and view.claims_beginning(id):
        return (find_claim(view, id),)
    try:
        return tuple(view.claims(find_event(view, id).claims))
    except UnknownId:
        raise UnknownId("event or claim", id) from None


def find_decision(view: View, id: str) -> Decision:
    """Give the decision with this id, or the only one whose id begins so.

    Raises:
        UnknownId: No id begins so.
        UsageError: Several do; the message names them.

    """
    decisions = {one.id: one for one in view.decisions(DecisionFilter(beginning=id))}
    return decisions[_only("decision", id, decisions)]


def find_situation(view: View, wanted: str) -> Situation:
    """Give the situation with this id, name or beginning of an id.

    Raises:
        UnknownId: There is none.
        UsageError: Several begin so; the message names them.

    """
    situations = view.situations()
    folded = wanted.casefold()
    for situation in situations:
        if folded in (situation.id.casefold(), *(name.casefold() for name in (situation.name, *situation.names))):
            return situation
    return view.situation(_only("situation", wanted, (situation.id for situation in situations)))


def find_event_or_situation(view: View, wanted: str) -> Event | Situation:
    """Give the event with this id, or the situation with this id or name; the beginning of an id will do.

    Raises:
        UnknownId: There is neither.
        UsageError: Several ids begin so; the message names them.

    """
    for look in (_event_here, find_situation):
        try:
            return look(view, wanted)
        except UnknownId:
            continue
    # What became part of another event is found by going through all claims: that comes last.
    return find_event(view, wanted)


def find_quarantined(view: View, id: str) -> QuarantinedInput:
    """Give the quarantined input with this id, or the only one whose id begins so.

    Raises:
        UnknownId: No id begins so.
        UsageError: Several do; the message names them.

    """
    items = {item.id: item for item in view.quarantined()}
    return items[_only("quarantined input", id, items)]


def _only(kind: str, id: str, known: Iterable[str]) -> str:
    ids = list(known)
    if id in ids:
        return id
    found = [whole for whole in ids if id and whole.startswith(id)]
    if not found:
        raise UnknownId(kind, id)
    if len(found) > 1:
        raise UsageError(f"'{id}' begins the id of {len(found)} things: {', '.join(found[:5])}. Write more of it.")
    return found[0]
