"""What people decided, in words: who, when, what, why, and whether it still holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vedette.errors import UnknownId
from vedette.linking.decided.found_again import FoundAgain, report_of
from vedette.model import (
    AppliedCorrection,
    Claim,
    CorrectedField,
    Correction,
    Decision,
    Event,
    Judgement,
    Override,
    Rating,
    Undo,
)
from vedette.model.codec import SCHEMA
from vedette.model.correction import value_of, value_to_json
from vedette.model.decided import anchors_of
from vedette.presentation.corrections import write
from vedette.presentation.period_words import describe_day
from vedette.presentation.saying import gettext as _
from vedette.presentation.wording import count_words
from vedette.store.asked import DecisionFilter
from vedette.store.ports import View

# As much of an id as people are shown in a sentence.
_SHORT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """A line of the log. ``events`` are those that hold the claims now; ``state`` is empty where it holds."""

    decision: Decision
    verb: str
    about: str
    state: str
    events: tuple[str, ...]


def decision_lines(view: View, *, after: int = 0) -> tuple[DecisionLine, ...]:
    """Give the decisions on record, in the order in which they were made.

    Args:
        view: The desk.
        after: A place in the log: only what was recorded later.
    """
    return lines_of(view, view.decisions(DecisionFilter(after=after)))


def lines_of(view: View, decisions: Sequence[Decision]) -> tuple[DecisionLine, ...]:
    """Give decisions as lines of the log.

    Args:
        view: The desk.
        decisions: Some of those on record, each with what took it back.

    """
    found = _find(view, decisions)
    undone = {one.undoes: one for one in decisions if isinstance(one, Undo)}
    return tuple(_line(one, found, undone.get(one.id)) for one in decisions)


def line_of(view: View, id: str) -> DecisionLine:
    """Give one decision as a line of the log. Raises UnknownId."""
    line = next((line for line in lines_of(view, view.decisions_of_ids([id])) if line.decision.id == id), None)
    if line is None:
        raise UnknownId("decision", id)
    return line


def decisions_about(view: View, event: Event) -> tuple[DecisionLine, ...]:
    """Give the judgements and grades that are about claims of an event, and what took them back."""
    told = sorted({claim.report for claim in view.claims(event.claims)})
    return lines_about(view, event, view.decisions_about(told))


def lines_about(view: View, event: Event, decisions: Sequence[Decision]) -> tuple[DecisionLine, ...]:
    """Give those of some decisions that are about claims of an event, and what took them back.

    Args:
        view: The desk.
        event: The event.
        decisions: All that are about its reports, in the order of the log.
    """
    lines = lines_of(view, decisions)
    ids = {line.decision.id for line in lines if event.id in line.events}
    return tuple(
        line for line in lines
        if line.decision.id in ids or (isinstance(line.decision, Undo) and line.decision.undoes in ids)
    )


def describe_decision(line: DecisionLine) -> str:
    """Say in one line who decided what, when and why."""
    decision = line.decision
    why = f": {decision.why}" if decision.why else ""
    state = f" ({line.state})" if line.state else ""
    return f"{describe_day(decision.at)}, {decision.by}: {line.verb} {line.about}{why} [{decision.id[:_SHORT]}]{state}"


def decision_to_json(line: DecisionLine) -> dict[str, Any]:
    """Give a decision in the public form: who, when, what and why, and whether it still holds."""
    decision = line.decision
    return {
        "schema": SCHEMA, "id": decision.id, "at": decision.at, "by": decision.by, "decision": line.verb,
        "about": line.about, "why": decision.why, "state": line.state, "events": list(line.events),
        "anchors": list(anchors_of(decision)), **_content(decision),
    }


def _content(decision: Decision) -> dict[str, Any]:
    """Give what only decisions of this kind have."""
    match decision:
        case Judgement():
            return {"left": list(decision.left), "right": list(decision.right)}
        case Override():
            return {"letter": decision.letter, "digit": decision.digit}
        case Rating():
            return {"source": decision.source, "letter": decision.letter}
        case Correction():
            return {"field": str(decision.field), "value": value_to_json(decision.value)}
        case Undo():
            return {"undoes": decision.undoes}


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the claims that decisions are about stand now."""

    anchors: FoundAgain
    claims: Mapping[str, str]
    events: Mapping[str, str]

    def claim(self, anchor: str) -> Claim | None:
        """Give the claim that stands there now, as it was read."""
        today = self.anchors.find(anchor)
        return next((one for some in self.anchors.by_report.values() for one in some if one.anchor == today), None)

    def claim_and_event(self, anchors: Iterable[str]) -> tuple[list[str], list[str]]:
        claims = [self.claims[anchor] for anchor in self.anchors.find_all(anchors)]
        return claims, list(dict.fromkeys(self.events[claim] for claim in claims if claim in self.events))


def _find(view: View, decisions: Sequence[Decision]) -> _Found:
    reports = {report_of(anchor) for one in decisions for anchor in anchors_of(one)}
    claims: list[Claim] = [claim for name in sorted(filter(None, reports)) for claim in view.claims_of_report(name)]
    events = view.events_of_claims([claim.id for claim in claims])
    names = {claim.anchor: claim.id for claim in reversed(claims)}
    return _Found(anchors=FoundAgain.among(claims), claims=names, events=events)


def _line(decision: Decision, found: _Found, undo: Undo | None) -> DecisionLine:
    claims, events = found.claim_and_event(anchors_of(decision))
    lost = bool(anchors_of(decision)) and not claims
    state = _undone(undo) if undo else _("its words are no longer read") if lost else ""
    return DecisionLine(
        decision=decision, verb=verb_of(decision), about=_subject(decision, found), state=state, events=tuple(events)
    )


def verb_of(decision: Decision) -> str:
    """Name what somebody decided in one word of the public form.

    Example:
        >>> verb_of(Rating.of("Example Post", "C", by="Ann", at="2025-09-12"))
        'rate'
    """
    match decision:
        case Judgement():
            return str(decision.verdict)
        case Override():
            return "override"
        case Rating():
            return "rate"
        case Correction():
            return "correct"
        case Undo():
            return "undo"


def _subject(decision: Decision, found: _Found) -> str:
    match decision:
        case Judgement():
            return _("%(one)s and %(other)s") % {
                "one": _side(decision.left, found), "other": _side(decision.right, found)}
        case Override():
            grade = f"{decision.letter or ''}{decision.digit or ''}"
            return f"{_side(decision.anchors, found)}: " + _("grade %(grade)s") % {"grade": grade}
        case Rating():
            return f"{decision.source}: {decision.letter}"
        case Correction():
            said = describe_correction(decision, found.claim(decision.anchor))
            return f"{_side((decision.anchor,), found)}: {said}"
        case Undo():
            return decision.undoes[:_SHORT]


def describe_correction(given: Correction | AppliedCorrection, claim: Claim | None = None) -> str:
    """Say what was set in a claim; where it is known, what was read there.

    Args:
        given: What was set.
        claim: The claim as it was read, where it is at hand.

    Example:
        >>> from vedette.model import Stage
        >>> given = Correction.of("r1:4-9:strike", CorrectedField.STAGE, Stage.PLANNED, by="Ann", at="2025-09-12")
        >>> describe_correction(given)
        'stage is planned'
    """
    if given.field is CorrectedField.CLAIM:
        return write(given.value)
    said = f"{given.field} is {write(given.value)}"
    if isinstance(given, AppliedCorrection):
        return f"{said}, was read as {write(given.was)}"
    return said if claim is None else f"{said}, was read as {write(value_of(claim, given.field))}"


def _side(anchors: Sequence[str], found: _Found) -> str:
    """Name one claim, or say how many and in which events they are now."""
    claims, events = found.claim_and_event(anchors)
    if len(anchors) == 1:
        return claims[0][:_SHORT] if claims else _("a claim that is no longer read")
    counted = count_words(len(anchors), "claim")
    if not events:
        return counted
    return _("%(claims)s of %(events)s") % {
        "claims": counted, "events": ", ".join(event[:_SHORT] for event in events)}


def _undone(undo: Undo) -> str:
    return _("undone by %(by)s on %(day)s") % {"by": undo.by, "day": undo.at[:10]}
