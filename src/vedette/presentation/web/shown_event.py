"""An event with what its page is made of: read from the desk once, for the page and for what can be decided on it."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model import Claim, Decision, Event
from vedette.store.ports import View


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvent:
    """An event, its claims as they were read, and every decision about their reports in the order of the log."""

    event: Event
    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...]


def shown_event(view: View, id: str) -> ShownEvent:
    """Read an event.

    Raises:
        UnknownId: No such event.
    """
    event = view.event(id)
    claims = tuple(view.claims(event.claims))
    decisions = view.decisions_about(sorted({claim.report for claim in claims}))
    return ShownEvent(event=event, claims=claims, decisions=decisions)
