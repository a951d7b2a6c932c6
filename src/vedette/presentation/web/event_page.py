"""Gather what the page of one event shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vedette.model import Claim, Conflict, Event, Origin, Report, who_may_be
from vedette.presentation.decisions import lines_about
from vedette.presentation.editions import situations_of
from vedette.presentation.event_sentence import event_sentence
from vedette.presentation.evidence import evidence_of
from vedette.presentation.related import PARTS, SUMS, related_events
from vedette.presentation.saying import gettext
from vedette.presentation.standing import fact_rows, update_rows
from vedette.presentation.value_words import describe_value
from vedette.presentation.web.chain_drawing import draw_chains
from vedette.presentation.web.contexts import (
    ClaimCard,
    ConflictSide,
    ConflictTable,
    EventContext,
    EventRow,
)
from vedette.presentation.web.facts import facts_of
from vedette.presentation.web.locator import locate
from vedette.presentation.web.shown_event import ShownEvent
from vedette.presentation.wording import (
    describe_conflict_field,
    describe_period,
    describe_standing,
    describe_support,
)
from vedette.store.ports import View


def event_row(event: Event) -> EventRow:
    """Give an event as a row of a list."""
    return EventRow(
        event=event, sentence=event_sentence(event), when=describe_period(event.period), support=describe_support(event)
    )


def event_context(view: View, shown: ShownEvent) -> EventContext:
    """Gather an event with its claims, reports, origins, conflicts and situation."""
    event = shown.event
    cards = _cards(view, shown)
    numbers = {card.claim.id: number for number, card in enumerate(cards, start=1)}
    sentence = event_sentence(event)
    return EventContext(
        title=sentence, section="events", event=event, sentence=sentence,
        line=describe_standing(event, [card.claim for card in cards]), support=describe_support(event),
        facts=facts_of(event), cards=cards,
        drawn=draw_chains(event, [(card.claim, card.evidence.chain) for card in cards]),
        locator=locate(event.places),
        standing=fact_rows(event, numbers), updates=update_rows(event),
        conflicts=tuple(_conflict(conflict, numbers) for conflict in event.conflicts),
        grade=event.grade, decisions=lines_about(view, event, shown.decisions), situations=situations_of(view, event),
        related=tuple(_related(view, event)),
    )


def _cards(view: View, shown: ShownEvent) -> tuple[ClaimCard, ...]:
    """Give the claims of an event as they were published, the earliest first."""
    reports = {report.id: report for report in view.reports([claim.report for claim in shown.claims])}
    origins = {claim: origin for origin in shown.event.origins for claim in origin.claims}
    told = sorted(shown.claims, key=lambda claim: reports[claim.report].published or "9999")
    return tuple(_card(claim, reports[claim.report], origins.get(claim.id)) for claim in told)


def _related(view: View, event: Event) -> Iterator[tuple[str, tuple[EventRow, ...]]]:
    for heading, ids in ((PARTS, event.parts), (SUMS, event.part_of)):
        if rows := tuple(event_row(one) for one in related_events(view, ids)):
            yield gettext(heading), rows


def _card(claim: Claim, report: Report, origin: Origin | None) -> ClaimCard:
    evidence = evidence_of(claim, report)
    names = {name.casefold() for name in evidence.chain}
    # A copy names no source; that it is one was seen by its words, and they are the origin's.
    is_copy = len(names) == 1 and origin is not None and origin.known and names.isdisjoint(
        name.casefold() for name in who_may_be(origin.name)
    )
    return ClaimCard(
        claim=claim, report=report, evidence=evidence, copied_from=origin.name if origin and is_copy else None
    )


def _conflict(conflict: Conflict, numbers: Mapping[str, int]) -> ConflictTable:
    return ConflictTable(
        field=describe_conflict_field(conflict),
        sides=tuple(
            ConflictSide(
                value=describe_value(conflict.field, side.value), origins=side.origins,
                claims=_numbered(side.claims, numbers),
            )
            for side in conflict.values
        ),
    )


def _numbered(claims: Sequence[str], numbers: Mapping[str, int]) -> tuple[tuple[int, str], ...]:
    return tuple(sorted((numbers[claim], claim) for claim in claims if claim in numbers))
