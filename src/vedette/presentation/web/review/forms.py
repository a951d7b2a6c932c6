"""What can be decided about one event, as forms on its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vedette.errors import UnknownId
from vedette.linking.decided.corrected import Corrections
from vedette.model import AppliedCorrection, Claim, CorrectedField, Decision, Event, EventType, Factuality, Stage
from vedette.model.correction import NEEDS_A_VALUE, value_of
from vedette.presentation.corrections import write
from vedette.presentation.event_sentence import event_sentence
from vedette.presentation.period_words import describe_period
from vedette.presentation.saying import gettext as _
from vedette.presentation.web.review.seen import look_up, mark_of
from vedette.store.ports import View

_CHOICES: Mapping[CorrectedField, Sequence[str]] = {
    CorrectedField.TYPE: tuple(EventType), CorrectedField.STAGE: tuple(Stage),
    CorrectedField.FACTUALITY: tuple(Factuality),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldForm:
    """One field of a claim: what holds, what was read there where somebody set it, and who did.

    ``choices`` are all the words that it can have, where those are few.
    """

    field: CorrectedField
    label: str
    value: str
    set: AppliedCorrection | None
    was: str
    choices: tuple[str, ...]
    can_be_rejected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimForm:
    """A claim of the event, with its fields; ``number`` is that on the page."""

    number: int
    id: str
    seen: str
    fields: tuple[FieldForm, ...]


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
    claims: tuple[ClaimForm, ...]
    back: str


def judge_forms(view: View, id: str) -> JudgeForms:
    """Gather what can be decided about an event.

    Raises:
        UnknownId: There is none of this id.
    """
    event, decisions = view.event(id), view.decisions()
    return JudgeForms(
        event=id, seen=mark_of(look_up(view, [id]), decisions), near=tuple(_near(view, event, decisions)),
        claims=_claim_forms(view, event, decisions), back=f"/events/{id}#judge",
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


def _claim_forms(view: View, event: Event, decisions: tuple[Decision, ...]) -> tuple[ClaimForm, ...]:
    corrections = Corrections(decisions)
    told = tuple(view.claims(event.claims))
    holding: dict[str, Claim] = {}
    applied: dict[str, tuple[AppliedCorrection, ...]] = {}
    for report in dict.fromkeys(claim.report for claim in told):
        read = view.claims_of_report(report)
        holding |= {claim.id: claim for claim in corrections.hold_in(read)}
        applied |= corrections.applied_in(read)
    return tuple(
        ClaimForm(
            number=number, id=claim.id, seen=mark_of(look_up(view, [claim.id]), decisions),
            fields=_fields(holding.get(claim.id, claim), applied.get(claim.id, ())),
        )
        for number, claim in enumerate(told, start=1)
    )


def _fields(claim: Claim, applied: Sequence[AppliedCorrection]) -> tuple[FieldForm, ...]:
    by_field = {one.field: one for one in applied}
    return tuple(
        FieldForm(
            field=field, label=_label(field), value=write(value_of(claim, field)), set=by_field.get(field),
            was=write(by_field[field].was) if field in by_field else "",
            choices=tuple(one.replace("_", " ") for one in _CHOICES.get(field, ())),
            can_be_rejected=field not in NEEDS_A_VALUE,
        )
        for field in CorrectedField if field is not CorrectedField.CLAIM
    )


def _label(field: CorrectedField) -> str:
    labels = {
        CorrectedField.TYPE: _("Type"), CorrectedField.STAGE: _("Stage"), CorrectedField.FACTUALITY: _("How sure"),
        CorrectedField.PERIOD: _("When"), CorrectedField.PLACE: _("Where"), CorrectedField.ACTOR: _("Who"),
        CorrectedField.QUANTITY: _("How many"), CorrectedField.ORIGIN: _("Origin"),
    }
    return labels[field]
