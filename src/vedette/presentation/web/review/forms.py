"""What can be decided about one event, as forms on its page."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model import Event
from vedette.presentation.event_sentence import event_sentence
from vedette.presentation.period_words import describe_period
from vedette.presentation.ruling import claims_of
from vedette.presentation.web.review.seen import Told, mark_of
from vedette.presentation.web.shown_event import ShownEvent
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


def judge_forms(view: View, shown: ShownEvent) -> JudgeForms:
    """Gather what can be decided about an event."""
    event = shown.event
    asked = [one for question in view.questions(about=event.id) for one in question.events]
    # Those that linking holds for near, and those of sums beside them.
    near = view.events_of_ids([one for one in dict.fromkeys((*asked, *event.parts, *event.part_of)) if one != event.id])
    told = {event.id: shown.claims, **{one.id: claims_of(view, one) for one in near}}
    decisions = shown.decisions if not near else view.decisions_about(
        sorted({claim.report for claims in told.values() for claim in claims})
    )

    def seen(*both: Event) -> str:
        return mark_of(Told(tuple(one.id for one in both), tuple(told[one.id] for one in both)), decisions)

    return JudgeForms(
        event=event.id, seen=seen(event), back=f"/events/{event.id}#judge",
        near=tuple(
            NearEvent(
                id=other.id, sentence=event_sentence(other), when=describe_period(other.period),
                seen=seen(event, other),
            )
            for other in near
        ),
    )
