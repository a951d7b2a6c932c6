"""One claim with its fields, each of which a person can set or reject: a page of its own.

An event may have hundreds of claims; its page only leads here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from vedette.linking.decided.corrected import Corrections
from vedette.model import AppliedCorrection, Claim, CorrectedField, EventType, Factuality, FieldValue, Stage
from vedette.model.correction import NEEDS_A_VALUE, value_of
from vedette.presentation.corrections import write
from vedette.presentation.evidence import Evidence, evidence_of
from vedette.presentation.lookup import known_claim
from vedette.presentation.saying import gettext as _
from vedette.presentation.web.contexts import PageContext
from vedette.presentation.web.review.seen import look_up, mark_of
from vedette.presentation.wording import describe_stage, describe_sureness, type_word
from vedette.store.ports import View

_CHOICES: Mapping[CorrectedField, Sequence[EventType | Stage | Factuality]] = {
    CorrectedField.TYPE: tuple(EventType), CorrectedField.STAGE: tuple(Stage),
    CorrectedField.FACTUALITY: tuple(Factuality),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldForm:
    """One field of a claim: what holds, what was read there where somebody set it, and who did.

    ``choices`` are all the words that it can have, where those are few: as forms send them, and as they are said.
    ``said`` is the value in words.
    """

    field: CorrectedField
    label: str
    value: str
    said: str
    set: AppliedCorrection | None
    was: str
    choices: tuple[tuple[str, str], ...]
    can_be_rejected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimContext(PageContext):
    """A claim as it is held now; ``seen`` marks what is shown, ``event`` is the one that it belongs to."""

    TEMPLATE: ClassVar[str] = "claim.html"
    claim: Claim
    evidence: Evidence
    language: str | None
    event: str | None
    fields: tuple[FieldForm, ...]
    seen: str
    back: str
    may_decide: bool


def claim_context(view: View, id: str, *, may_decide: bool) -> ClaimContext:
    """Gather what can be decided about a claim.

    Args:
        view: The desk.
        id: Of the claim.
        may_decide: Whether whoever looks is shown forms.

    Raises:
        UnknownId: There is none of this id.
    """
    claim = known_claim(view, id)
    report, decisions = view.report(claim.report), view.decisions_about([claim.report])
    read, corrections = view.claims_of_report(claim.report), Corrections.among(decisions)
    holding = {one.id: one for one in corrections.hold_in(read)}
    return ClaimContext(
        title=_("A claim, field by field"), section="events", claim=claim, evidence=evidence_of(claim, report),
        language=report.language, event=view.events_of_claims([id]).get(id),
        fields=_fields(holding.get(id, claim), corrections.applied_in(read).get(id, ())),
        seen=mark_of(look_up(view, [id]), decisions), back=f"/claims/{id}",
        may_decide=may_decide,
    )


def _fields(claim: Claim, applied: Sequence[AppliedCorrection]) -> tuple[FieldForm, ...]:
    by_field = {one.field: one for one in applied}
    return tuple(
        FieldForm(
            field=field, label=_label(field), value=write(value_of(claim, field)), said=_said(value_of(claim, field)),
            set=by_field.get(field), was=_said(by_field[field].was) if field in by_field else "",
            choices=tuple((write(one), _said(one)) for one in _CHOICES.get(field, ())),
            can_be_rejected=field not in NEEDS_A_VALUE,
        )
        for field in CorrectedField if field is not CorrectedField.CLAIM
    )


def _said(value: FieldValue) -> str:
    """Say a value as pages do: what is chosen from a list in the words of the reader, what is written as written."""
    match value:
        case EventType():
            return type_word(value)
        case Stage():
            return describe_stage(value)
        case Factuality():
            return describe_sureness(value)
    return write(value) if value else _("none")


def _label(field: CorrectedField) -> str:
    labels = {
        CorrectedField.TYPE: _("Type"), CorrectedField.STAGE: _("Stage"), CorrectedField.FACTUALITY: _("How sure"),
        CorrectedField.PERIOD: _("When"), CorrectedField.PLACE: _("Where"), CorrectedField.ACTOR: _("Who"),
        CorrectedField.QUANTITY: _("How many"), CorrectedField.ORIGIN: _("Origin"),
    }
    return labels[field]
