"""Makes the decisions that people ask for, from what stands on the desk: for command line and pages alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vedette.errors import UsageError
from vedette.linking.decided.corrected import Corrections
from vedette.model import (
    Claim,
    CorrectedField,
    Correction,
    Event,
    Finding,
    Judgement,
    Knowledge,
    Override,
    Verdict,
    admiralty_code,
)
from vedette.model.correction import NEEDS_A_VALUE, no_value, value_of
from vedette.presentation.corrections import understand, write
from vedette.store.ports import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who decides, at which moment, and why."""

    by: str
    at: str
    why: str


def judged(left: Iterable[Claim], right: Iterable[Claim], verdict: Verdict, signed: Signature) -> Judgement:
    """Judge the claims of two events, or two claims.

    Raises:
        UsageError: They share a claim.
    """
    ours, theirs = anchors(left), anchors(right)
    if set(ours) & set(theirs):
        raise UsageError(
            "The two have claims in common: there is nothing to judge between them. "
            "To take claims out of an event, split them off."
        )
    return Judgement.of(ours, theirs, verdict, by=signed.by, at=signed.at, why=signed.why)


def split_off(told: Sequence[Claim], leaving: Iterable[str], signed: Signature, *, event: str) -> Judgement:
    """Keep some claims of an event apart from the rest of it.

    Args:
        told: All claims of the event.
        leaving: The ids of those that leave it.
        signed: Who decides.
        event: The id of the event.

    Raises:
        UsageError: None would leave it, or none would stay.
    """
    gone = set(leaving)
    left = [claim for claim in told if claim.id in gone]
    right = [claim for claim in told if claim.id not in gone]
    if not left or not right:
        which = "leave" if not left else "stay in"
        raise UsageError(f"No claim would {which} {event}. Name those that leave it, and not all of them.")
    return judged(left, right, Verdict.DIFFERENT, signed)


def graded(told: Iterable[Claim], grade: str, signed: Signature) -> Override:
    """Set the grade of an event.

    Raises:
        UsageError: It is no Admiralty code.
    """
    letter, digit = admiralty_code(grade)
    return Override.of(anchors(told), letter=letter, digit=digit, by=signed.by, at=signed.at, why=signed.why)


def corrected(
    view: View, claim: Claim, *, field: CorrectedField, written: str | None, knowledge: Knowledge, signed: Signature
) -> Correction:
    """Set a field of a claim.

    Args:
        view: The desk.
        claim: As it was read.
        field: The field.
        written: What it should be, as people write it; ``None`` rejects what stands there.
        knowledge: Finds places, actors and outlets by their names.
        signed: Who decides.

    Raises:
        UsageError: It cannot be understood, or stands there already.
    """
    if written is None and field in NEEDS_A_VALUE:
        raise UsageError(f"Every claim has a {field}: say which it is instead. To reject the claim, name no field.")
    value = no_value(field) if written is None else understand(field, written, knowledge)
    holds = next((one for one in holding(view, claim.report) if one.id == claim.id), claim)
    if field is not CorrectedField.CLAIM and write(value) == write(value_of(holds, field)):
        raise UsageError(f"The {field} of this claim is {write(value)} already. Nothing was changed.")
    return Correction.of(claim.anchor, field, value, by=signed.by, at=signed.at, why=signed.why)


def confirmed(claim: Claim, signed: Signature) -> Correction:
    """Say that a claim was read well."""
    return Correction.of(
        claim.anchor, CorrectedField.CLAIM, Finding.CONFIRMED, by=signed.by, at=signed.at, why=signed.why
    )


def holding(view: View, report: str) -> tuple[Claim, ...]:
    """Give the claims of a report as they hold: corrected, without those that were rejected."""
    return tuple(Corrections.among(view.decisions_about([report])).hold_in(view.claims_of_report(report)))


def claims_of(view: View, event: Event) -> tuple[Claim, ...]:
    """Give the claims of an event, as they were read."""
    return tuple(view.claims(event.claims))


def anchors(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Give where claims stand."""
    return tuple(sorted({claim.anchor for claim in claims}))
