"""What a form says, made a decision."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from vedette.errors import UsageError
from vedette.model import CorrectedField, Decision, Undo, Verdict
from vedette.presentation.corrections import known_field
from vedette.presentation.lookup import find_decision, find_event
from vedette.presentation.ruling import Signature, confirmed, corrected, graded, judged, split_off
from vedette.presentation.web.access.origin import local_path
from vedette.presentation.web.review.seen import Told, look_up
from vedette.store.ports import View

if TYPE_CHECKING:
    from vedette.desk import Desk

LONGEST_WHY = 2000
_MANY = 200


class Act(StrEnum):
    """What a person can do with a button of a page."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    SPLIT = "split"
    GRADE = "grade"
    CORRECT = "correct"
    REJECT = "reject"
    CONFIRM = "confirm"
    UNDO = "undo"


_Id = Annotated[str, Field(max_length=200, pattern=r"^[\w:.@-]*$")]
_Back = Annotated[str, Field(max_length=1000), AfterValidator(partial(local_path, otherwise="/review"))]


class ActForm(BaseModel):
    """A filled form. ``seen`` is the mark of what was shown, ``back`` the address to go on at."""

    model_config = ConfigDict(extra="ignore")

    act: Act
    left: _Id = ""
    right: _Id = ""
    event: _Id = ""
    claim: Annotated[list[_Id], Field(max_length=_MANY)] = []
    field: Annotated[str, Field(max_length=40)] = ""
    value: Annotated[str, Field(max_length=600)] = ""
    grade: Annotated[str, Field(max_length=10)] = ""
    decision: _Id = ""
    why: Annotated[str, Field(max_length=LONGEST_WHY)] = ""
    seen: _Id = ""
    back: _Back = "/review"

    def about(self) -> tuple[str, ...]:
        """Name the events and claims that the form is about."""
        if self.act in (Act.SAME, Act.DIFFERENT, Act.UNSURE):
            return (self.left, self.right)
        if self.act in (Act.SPLIT, Act.GRADE):
            return (self.event,)
        return () if self.act is Act.UNDO else tuple(self.claim)

    def hidden(self) -> list[tuple[str, str]]:
        """Give the fields to send it again, but for the mark and the reason."""
        kept = self.model_dump(mode="json", exclude={"seen", "why", "claim"}, exclude_defaults=True)
        return [*((name, str(value)) for name, value in kept.items()), *(("claim", one) for one in self.claim)]


def told_in(form: ActForm, desk: Desk) -> Told:
    """Look up what a form is about.

    Raises:
        UsageError: It names nothing.
        UnknownId: What it names is not on the desk.
    """
    about = form.about()
    if form.act is not Act.UNDO and (not about or not all(about)):
        raise UsageError("The form names no event or claim. Go back and choose one.")
    return look_up(desk.store, about)


def decisions_of(form: ActForm, told: Told, desk: Desk, *, by: str) -> Sequence[Decision]:
    """Make the decisions that a form asks for.

    Raises:
        UsageError: It cannot be understood.
        UnknownId: What it names is not on the desk.
    """
    signed = Signature(by=by, at=desk.now(), why=" ".join(form.why.split()))
    match form.act:
        case Act.SAME | Act.DIFFERENT | Act.UNSURE:
            return [judged(told.claims[0], told.claims[-1], Verdict(form.act), signed)]
        case Act.SPLIT:
            return [split_off(told.claims[0], form.claim, signed, event=form.event)]
        case Act.GRADE:
            return [graded(told.claims[0], form.grade, signed)]
        case Act.CONFIRM:
            return [confirmed(claim, signed) for some in told.claims for claim in some]
        case Act.CORRECT | Act.REJECT:
            return [_correction(form, told, desk, signed)]
        case Act.UNDO:
            undone = find_decision(desk.store, form.decision)
            return [Undo.of(undone.id, by=by, at=signed.at, why=signed.why)]


def _correction(form: ActForm, told: Told, desk: Desk, signed: Signature) -> Decision:
    field = known_field(form.field) if form.field else CorrectedField.CLAIM
    if form.act is Act.CORRECT and field is CorrectedField.CLAIM:
        raise UsageError("Say which field of the claim is to be set.")
    written = form.value if form.act is Act.CORRECT else None
    return corrected(
        desk.store, told.claims[0][0], field=field, written=written, knowledge=desk.knowledge, signed=signed
    )


def with_whole_ids(form: ActForm, view: View) -> ActForm:
    """Write out the beginnings of ids of events that a person typed; one that became part of another is that one.

    Raises:
        UnknownId: No event or claim has such an id.
        UsageError: Several events have.
    """
    if form.act not in (Act.SAME, Act.DIFFERENT, Act.UNSURE):
        return form
    whole = {name: _whole(one, view) for name, one in (("left", form.left), ("right", form.right)) if one}
    return form.model_copy(update=whole)


def _whole(wanted: str, view: View) -> str:
    return wanted if tuple(view.claims([wanted])) else find_event(view, wanted).id
