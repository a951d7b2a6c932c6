"""What can be decided about one event, as forms on its page."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.errors import UnknownId
from vedette.model import Decision, Event
from vedette.presentation.event_sentence import event_sentence
from vedette.presentation.period_words import describe_period
from vedette.presentation.web.review.seen import look_up, mark_of
from vedette.store.ports import View


@dataclass(frozen=True, slots=True, kw_only=True)
class NearEvent:
    """An event that may be the same, with the mark of what is shown of the two."""

    id: str
    sentence: str
    when: str
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeForms:
    """All that can be decided about an event; ``seen`` marks what its page shows."""

    event: str
    seen: str
    near: tuple[NearEvent, ...]
    back: str


def judge_forms(view: View, id: str) -> JudgeForms:
    """Gather what can be decided about an event.

    Raises:
        UnknownId: There is none of this id.
    """
    event, decisions = view.event(id), view.decisions()
    return JudgeForms(
        event=id, seen=mark_of(look_up(view, [id]), decisions), near=tuple(_near(view, event, decisions)),
        back=f"/events/{id}#judge",
    )


def _near(view: View, event: Event, decisions: tuple[Decision, ...]) -> list[NearEvent]:
    """Give the events that linking holds for near, those of sums beside them."""
    asked = [one for question in view.questions(about=event.id) for one in question.events]
    found = []
    for other in dict.fromkeys((*asked, *event.parts, *event.part_of)):
        try:
            if other != event.id:
                found.append(_near_event(view, event, view.event(other), decisions))
        except UnknownId:
            continue  # linked anew a moment ago
    return found


def _near_event(view: View, event: Event, other: Event, decisions: tuple[Decision, ...]) -> NearEvent:
    return NearEvent(
        id=other.id, sentence=event_sentence(other), when=describe_period(other.period),
        seen=mark_of(look_up(view, [event.id, other.id]), decisions),
    )
