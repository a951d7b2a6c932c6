"""The only thing that is written: what a person decides."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import Body, Header, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from vedette.errors import KeyReused, Outdated, UnknownId
from vedette.model import CorrectedField, Decision, Rating, Undo, Verdict
from vedette.presentation.lookup import known_claim, told_by
from vedette.presentation.ruling import Signature, claims_of, corrected, graded, judged
from vedette.presentation.web.access import Person, Role, requires
from vedette.presentation.web.api.answers import PublicJson, version_of
from vedette.presentation.web.api.decisions import PATH, told_decision
from vedette.presentation.web.api.events import event_with_evidence
from vedette.presentation.web.deciding import deciding
from vedette.store.asked import Once
from vedette.store.ports import View

if TYPE_CHECKING:
    from vedette.desk import Desk

GivenId = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[\w:.@-]+$")]
# A reason and a name hold something else than blanks, and no control characters.
_WORDS = r"^[^\x00-\x20\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$"
Why = Annotated[str, Field(
    min_length=1, max_length=2000, pattern=_WORDS, description="The reason: whoever reads the log has to understand it."
)]
Versions = Annotated[dict[GivenId, Annotated[str, Field(max_length=100)]], Field(
    max_length=10, description=(
        "Events as you saw them: id, and the `ETag` of their answer without its quotes. Where one is no longer so, "
        "nothing is decided (409)."
    ),
)]


def _example(given: dict[str, Any]) -> ConfigDict:
    return ConfigDict(json_schema_extra={"examples": [given]})


class _Given(BaseModel):
    """What every decision has."""

    model_config = ConfigDict(extra="forbid")

    why: Why
    versions: Versions = Field(default_factory=dict)


class GivenJudgement(_Given):
    """That two events or claims are the same, different, or that it is left open."""

    model_config = _example(
        {"decision": "same", "left": "e605b32882d025819ddf7", "right": "e75f03ab1c719a14ac2d8",
         "why": "both name the crossing at Example"}
    )

    decision: Literal["same", "different", "unsure"]
    left: GivenId = Field(description="Id of an event or of a claim.")
    right: GivenId = Field(description="Id of another.")


class GivenOverride(_Given):
    """A grade that a person gives an event in the place of the rule."""

    model_config = _example(
        {"decision": "override", "event": "e605b32882d025819ddf7", "grade": "B2", "why": "we have seen the footage"}
    )

    decision: Literal["override"]
    event: GivenId = Field(description="Id of an event.")
    grade: str = Field(pattern="^([A-F][1-6]?|[1-6])$", description="A letter A to F, a digit 1 to 6, or both.")


class GivenRating(_Given):
    """The reliability letter that a person gives a source."""

    model_config = _example(
        {"decision": "rate", "source": "Example Post", "letter": "C", "why": "prints what it is handed"}
    )

    decision: Literal["rate"]
    source: str = Field(min_length=1, max_length=200, pattern=_WORDS, description="Any of its names.")
    letter: Literal["A", "B", "C", "D", "E", "F"]


class GivenCorrection(_Given):
    """What a field of a claim should say; the claim itself stays as it was read."""

    model_config = _example(
        {"decision": "correct", "claim": "ce2482f11270661384ffa", "field": "stage", "value": "planned",
         "why": "it is announced for Friday"}
    )

    decision: Literal["correct"]
    claim: GivenId = Field(description="Id of a claim.")
    field: CorrectedField = Field(description="Which field; `claim` is all of it (`rejected` or `confirmed`).")
    value: Annotated[str, Field(min_length=1, max_length=1000, pattern=_WORDS)] | None = Field(
        None, description="What it should say, written as in docs/review.md; null rejects what stands there."
    )


class GivenUndo(_Given):
    """That a decision is taken back."""

    model_config = _example(
        {"decision": "undo", "undoes": "jb0a41ebb4bae58bd904d", "why": "I took the one report for the other"}
    )

    decision: Literal["undo"]
    undoes: GivenId = Field(description="Id of a decision.")


AnyGiven = GivenJudgement | GivenOverride | GivenRating | GivenCorrection | GivenUndo
Given = Annotated[AnyGiven, Field(discriminator="decision")]

IdempotencyKey = Annotated[str | None, Header(
    min_length=1, max_length=200, pattern=r"^[\x21-\x7e]+$",
    description="A word of your own for this request: sent again with it, nothing is decided twice.",
)]


def decide(
    request: Request, given: Annotated[Given, Body()], person: Annotated[Person, requires(Role.ANALYST)],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Put a decision on record and bring the events up to date; it can be taken back with `undo`."""
    once = _once(person, idempotency_key, given)
    with deciding(request) as desk:
        desk.relink()
        told = once and _told_before(desk.store, once)
        if not told:
            decision = _made(given, desk, person)
            desk.decide([decision], unchanged=lambda: _refuse_outdated(desk.store, given), once=once)
            # Another process may have been first with this key: what is on record counts.
            told = (once and _told_before(desk.store, once)) or decision.id
        content = told_decision(desk.store, told)
    return PublicJson(content, status_code=201, headers={"Location": f"{PATH}/{told}"})


def _made(given: AnyGiven, desk: Desk, person: Person) -> Decision:
    view = desk.store
    signed = Signature(by=person.name, at=desk.now(), why=given.why.strip())
    match given:
        case GivenJudgement():
            left, right = (told_by(view, wanted) for wanted in (given.left, given.right))
            return judged(left, right, Verdict(given.decision), signed)
        case GivenOverride():
            return graded(claims_of(view, view.event(given.event)), given.grade, signed)
        case GivenCorrection():
            return corrected(
                view, known_claim(view, given.claim), field=given.field, written=given.value, knowledge=desk.knowledge,
                signed=signed,
            )
        case GivenRating():
            return Rating.of(given.source.strip(), given.letter, by=signed.by, at=signed.at, why=signed.why)
        case GivenUndo():
            return Undo.of(given.undoes, by=signed.by, at=signed.at, why=signed.why)


def _refuse_outdated(view: View, given: _Given) -> None:
    for event, seen in given.versions.items():
        try:
            now = version_of(event_with_evidence(view, view.event(event)))
        except UnknownId:
            now = ""
        if now != seen:
            raise Outdated(
                f"Event {event} is no longer as you saw it: something was decided or told of it meanwhile. "
                "Look at it again; nothing was changed."
            )


def _once(person: Person, key: str | None, given: BaseModel) -> Once | None:
    if key is None:
        return None
    asked = json.dumps(given.model_dump(mode="json"), sort_keys=True)
    return Once(
        key=hashlib.sha256(f"{person.name}\n{key}".encode("utf-8", "surrogatepass")).hexdigest(),
        asked=hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _told_before(view: View, once: Once) -> str | None:
    """Give the decision that was made under this key, if any."""
    noted = view.decided_once(once.key)
    if noted is None:
        return None
    if noted.asked != once.asked:
        raise KeyReused("This Idempotency-Key stands for another request already. Take a new one for a new decision.")
    return noted.decisions[0]
