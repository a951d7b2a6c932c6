"""Puts decisions on record for the commands of ``vedette judge``, and tells what came of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from vedette.errors import UsageError
from vedette.model import Claim, Decision, Judgement, Override, Undo, Verdict
from vedette.presentation.cli.desk_access import judging
from vedette.presentation.cli.output import plain, results, say
from vedette.presentation.lookup import find_claim, find_decision, find_event, find_told
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
        left, right = (_anchors(find_told(desk.store, wanted)) for wanted in (first, second))
        if set(left) & set(right):
            raise UsageError(
                f"'{first}' and '{second}' have claims in common: there is nothing to judge between them. "
                "To take claims out of an event: vedette judge split EVENT CLAIM..."
            )
        judgement = Judgement.of(left, right, verdict, by=who_decides(by), at=desk.now(), why=why)
        record(desk, [judgement])
        _tell_events(desk.store, (*left, *right))


def split_event(settings: Settings, event: str, claims: Sequence[str], *, by: str | None, why: str) -> None:
    """Keep some claims of an event apart from the rest of it."""
    with judging(settings) as desk:
        found = find_event(desk.store, event)
        told = list(desk.store.claims(found.claims))
        leaving = {_claim_of(desk.store, told, wanted, event=found.id).id for wanted in claims}
        left = _anchors(claim for claim in told if claim.id in leaving)
        right = _anchors(claim for claim in told if claim.id not in leaving)
        if not right:
            raise UsageError(f"No claim would stay in {found.id}. Name those that leave it, and not all of them.")
        judgement = Judgement.of(left, right, Verdict.DIFFERENT, by=who_decides(by), at=desk.now(), why=why)
        record(desk, [judgement])
        _tell_events(desk.store, (*left, *right))


def override_grade(
    settings: Settings, event: str, *, letter: str | None, digit: int | None, by: str | None, why: str
) -> None:
    """Set the grade of an event."""
    with judging(settings) as desk:
        anchors = _anchors(desk.store.claims(find_event(desk.store, event).claims))
        record(desk, [Override.of(anchors, letter=letter, digit=digit, by=who_decides(by), at=desk.now(), why=why)])
        _tell_events(desk.store, anchors)


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


def _anchors(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({claim.anchor for claim in claims}))


def _tell_events(view: View, anchors: Sequence[str]) -> None:
    """Show the events that now hold these claims."""
    reports = dict.fromkeys(anchor.partition(":")[0] for anchor in anchors)
    told = [claim for report in reports for claim in view.claims_of_report(report)]
    events = view.events_of_claims([claim.id for claim in told if claim.anchor in set(anchors)])
    for event in map(view.event, sorted(set(events.values()))):
        held = f"{len(event.claims)} claim{'' if len(event.claims) == 1 else 's'}, {describe_support(event)}"
        results().print(plain(f"{event.id}: {describe_briefly(event)} ({held}; grade {event.grade})"))
    say("Who decided what and why: vedette judge log. To take it back: vedette judge undo DECISION --why REASON")
