"""Finds an event, a situation or a quarantined input by its id or the beginning of it."""

from __future__ import annotations

from collections.abc import Iterable

from vedette.errors import UnknownId, UsageError
from vedette.model import Event, QuarantinedInput, Situation
from vedette.store.ports import EventFilter, View


def find_event(view: View, id: str) -> Event:
    """Give the event with this id, or the only one whose id begins so.

    Raises:
        UnknownId: No id begins so.
        UsageError: Several do; the message names them.

    """
    try:
        return view.event(id)
    except UnknownId:
        known = (event.id for event in view.events(EventFilter()))
        return view.event(_only("event", id, known))


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
