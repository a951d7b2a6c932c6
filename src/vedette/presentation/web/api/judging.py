"""The only thing that is written: what a person decides."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from fastapi import Body, Header, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from vedette.desk import Desk
from vedette.errors import JudgementError, UnknownId, VedetteError
from vedette.model import Claim, Decision, Judgement, Override, Rating, Undo, Verdict, admiralty_code
from vedette.presentation.web.access import Person, Role, requires
from vedette.presentation.web.api.answers import PublicJson, version_of
from vedette.presentation.web.api.decisions import PATH, told_decision
from vedette.presentation.web.api.events import event_with_evidence
from vedette.presentation.web.deciding import deciding
from vedette.store.ports import Once, View

OUTDATED = "urn:vedette:problem:outdated"
KEY_REUSED = "urn:vedette:problem:key-reused"

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


class _Given(BaseModel):
    """What every decision has."""

    model_config = ConfigDict(extra="forbid")

    why: Why
    versions: Versions = Field(default_factory=dict)


class GivenJudgement(_Given):
    """That two events or claims are the same, different, or that it is left open."""

    decision: Literal["same", "different", "unsure"]
    left: GivenId = Field(description="Id of an event or of a claim.")
    right: GivenId = Field(description="Id of another.")


class GivenOverride(_Given):
    """A grade that a person gives an event in the place of the rule."""

    decision: Literal["override"]
    event: GivenId = Field(description="Id of an event.")
    grade: str = Field(pattern="^([A-F][1-6]?|[1-6])$", description="A letter A to F, a digit 1 to 6, or both.")


class GivenRating(_Given):
    """The reliability letter that a person gives a source."""

    decision: Literal["rate"]
    source: str = Field(min_length=1, max_length=200, pattern=_WORDS, description="Any of its names.")
    letter: Literal["A", "B", "C", "D", "E", "F"]


class GivenUndo(_Given):
    """That a decision is taken back."""

    decision: Literal["undo"]
    undoes: GivenId = Field(description="Id of a decision.")


Given = Annotated[GivenJudgement | GivenOverride | GivenRating | GivenUndo, Field(discriminator="decision")]

IdempotencyKey = Annotated[str | None, Header(
    min_length=1, max_length=200, pattern=r"^[\x21-\x7e]+$",
    description="A word of your own for this request: sent again with it, nothing is decided twice.",
)]


class Outdated(VedetteError):
    """What a person saw is no longer so."""

    http_status = 409
    problem = OUTDATED


class KeyReused(VedetteError):
    """A key came again with another request."""

    http_status = 422
    problem = KEY_REUSED


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
            desk.decide([decision], unchanged=lambda held: _refuse_outdated(desk.store, given), once=once)
            # Another process may have been first with this key: what is on record counts.
            told = (once and _told_before(desk.store, once)) or decision.id
        content = told_decision(desk.store, told)
    return PublicJson(content, status_code=201, headers={"Location": f"{PATH}/{told}"})


def _made(given: GivenJudgement | GivenOverride | GivenRating | GivenUndo, desk: Desk, person: Person) -> Decision:
    signed: Mapping[str, Any] = {"by": person.name, "at": desk.now(), "why": given.why.strip()}
    match given:
        case GivenJudgement():
            left, right = (_anchors_of(desk.store, wanted) for wanted in (given.left, given.right))
            if set(left) & set(right):
                raise JudgementError(
                    f"'{given.left}' and '{given.right}' have claims in common: there is nothing to judge between them."
                )
            return Judgement.of(left, right, Verdict(given.decision), **signed)
        case GivenOverride():
            letter, digit = admiralty_code(given.grade)
            anchors = [claim.anchor for claim in desk.store.claims(desk.store.event(given.event).claims)]
            return Override.of(anchors, letter=letter, digit=digit, **signed)
        case GivenRating():
            return Rating.of(given.source.strip(), given.letter, **signed)
        case GivenUndo():
            return Undo.of(given.undoes, **signed)


def _anchors_of(view: View, wanted: str) -> tuple[str, ...]:
    """Give the anchors of the claims of an event, or that of one claim."""
    claims: Sequence[Claim] = tuple(view.claims([wanted]))
    if not claims:
        try:
            claims = tuple(view.claims(view.event(wanted).claims))
        except UnknownId:
            raise UnknownId("event or claim", wanted) from None
    return tuple(sorted({claim.anchor for claim in claims}))


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
