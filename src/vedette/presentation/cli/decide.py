"""Puts decisions on record for the commands of ``vedette judge``, and tells what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.errors import UsageError
from vedette.model import Claim, CorrectedField, Correction, Decision, Judgement, Override, Undo, Verdict
from vedette.presentation.cli.desk_access import judging
from vedette.presentation.cli.output import plain, results, say
from vedette.presentation.decisions import describe_correction
from vedette.presentation.lookup import find_claim, find_decision, find_event, find_told
from vedette.presentation.ruling import Signature, anchors, claims_of, corrected, graded, judged, split_off
from vedette.presentation.wording import describe_briefly, describe_support
from vedette.settings import Settings, who_decides

if TYPE_CHECKING:
    from vedette.desk import Desk
    from vedette.store.ports import View


def _reason(value: str) -> str:
    if not value.strip():
        raise typer.BadParameter("Give a reason: whoever reads the log later has to understand it.")
    return value.strip()


WhyOption = Annotated[str, typer.Option("--why", metavar="REASON", callback=_reason, help="The reason, for the log.")]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides; else VEDETTE_BY, else your login name.")
]


def judge_claims(settings: Settings, first: str, second: str, *, verdict: Verdict, by: str | None, why: str) -> None:
    """Judge two events or claims."""
    with judging(settings) as desk:
        left, right = (find_told(desk.store, wanted) for wanted in (first, second))
        record(desk, [judged(left, right, verdict, _signed(desk, by, why))])
        _tell_events(desk.store, anchors((*left, *right)))


def split_event(settings: Settings, event: str, claims: Sequence[str], *, by: str | None, why: str) -> None:
    """Keep some claims of an event apart from the rest of it."""
    with judging(settings) as desk:
        found = find_event(desk.store, event)
        told = claims_of(desk.store, found)
        leaving = [_claim_of(desk.store, told, wanted, event=found.id).id for wanted in claims]
        record(desk, [split_off(told, leaving, _signed(desk, by, why), event=found.id)])
        _tell_events(desk.store, anchors(told))


def override_grade(settings: Settings, event: str, grade: str, *, by: str | None, why: str) -> None:
    """Set the grade of an event."""
    with judging(settings) as desk:
        told = claims_of(desk.store, find_event(desk.store, event))
        record(desk, [graded(told, grade, _signed(desk, by, why))])
        _tell_events(desk.store, anchors(told))


def correct_claim(
    settings: Settings, claim: str, *, field: CorrectedField, value: str | None, by: str | None, why: str
) -> None:
    """Set a field of a claim, or reject or confirm it."""
    with judging(settings) as desk:
        found, signed = find_claim(desk.store, claim), _signed(desk, by, why)
        correction = corrected(
            desk.store, found, field=field, written=value, knowledge=desk.knowledge, signed=signed
        )
        record(desk, [correction])
        results().print(plain(f"{found.id}: {describe_correction(correction)}"))
        _tell_events(desk.store, (found.anchor,))


def take_back(settings: Settings, id: str, *, by: str | None, why: str) -> None:
    """Take a decision back."""
    with judging(settings) as desk:
        decision = find_decision(desk.store, id)
        record(desk, [Undo.of(decision.id, by=who_decides(by), at=desk.now(), why=why)])
        match decision:
            case Judgement():
                _tell_events(desk.store, (*decision.left, *decision.right))
            case Override():
                _tell_events(desk.store, decision.anchors)
            case Correction():
                _tell_events(desk.store, (decision.anchor,))


def record(desk: Desk, decisions: Sequence[Decision]) -> None:
    """Put decisions on record and name them, so that they can be taken back."""
    desk.decide(decisions)
    for decision in decisions:
        results().print(plain(f"Recorded as {decision.id}, by {decision.by}."))


def _claim_of(view: View, told: Sequence[Claim], wanted: str, *, event: str) -> Claim:
    """Find a claim of an event by its number in ``vedette show`` or by its id."""
    if wanted.isdecimal() and 1 <= int(wanted) <= len(told):
        return told[int(wanted) - 1]
    if wanted.isdecimal() and len(wanted) < 6:
        raise UsageError(f"Event {event} has no claim {wanted}: they are numbered 1 to {len(told)} in 'vedette show'.")
    claim = find_claim(view, wanted)
    if claim.id not in {one.id for one in told}:
        where = view.events_of_claims([claim.id]).get(claim.id)
        raise UsageError(f"Claim {claim.id} is not in event {event}, but in {where}. Nothing was changed.")
    return claim


def _signed(desk: Desk, by: str | None, why: str) -> Signature:
    return Signature(by=who_decides(by), at=desk.now(), why=why)


def _tell_events(view: View, told_at: Sequence[str]) -> None:
    """Show the events that now hold these claims."""
    reports = dict.fromkeys(anchor.partition(":")[0] for anchor in told_at)
    told = [claim for report in reports for claim in view.claims_of_report(report)]
    events = view.events_of_claims([claim.id for claim in told if claim.anchor in set(told_at)])
    for event in map(view.event, sorted(set(events.values()))):
        held = f"{len(event.claims)} claim{'' if len(event.claims) == 1 else 's'}, {describe_support(event)}"
        results().print(plain(f"{event.id}: {describe_briefly(event)} ({held}; grade {event.grade})"))
    say("Who decided what and why: vedette judge log. To take it back: vedette judge undo DECISION --why REASON")
