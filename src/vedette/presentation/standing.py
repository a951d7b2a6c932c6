"""Fact by fact: who stands behind it, and who changed their word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vedette.model import Conflict, Event, Support
from vedette.presentation.kind_words import evidence_word
from vedette.presentation.value_words import describe_value
from vedette.presentation.wording import count_words, describe_conflict_field, of_parties


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """One fact of an event as a row: what is asked, what is said, by whom, and how many voices that makes.

    ``claims`` are numbers of the claims on the page, with their ids.
    """

    asked: str
    said: str
    origins: tuple[str, ...]
    count: str
    evidence: str
    claims: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRow:
    """One origin that changed its word: what about, and its words from the first to the last, each with its day."""

    asked: str
    origin: str
    steps: tuple[tuple[str, str | None], ...]


def fact_rows(event: Event, numbers: Mapping[str, int]) -> tuple[FactRow, ...]:
    """Give a row for each fact of an event.

    Args:
        event: The event.
        numbers: The number of each claim on the page, by its id.
    """
    return tuple(
        FactRow(
            asked=ask(support.fact), said=describe_value(support.fact, support.value), origins=support.origins,
            count=describe_count(support),
            evidence=", ".join(map(evidence_word, support.evidence)),
            claims=tuple(sorted((numbers[claim], claim) for claim in support.claims if claim in numbers)),
        )
        for support in event.support
    )


def update_rows(event: Event) -> tuple[UpdateRow, ...]:
    """Give a row for each origin that changed its word."""
    return tuple(
        UpdateRow(
            asked=ask(update.field), origin=update.origin,
            steps=tuple((describe_value(update.field, step.value), step.published) for step in update.steps),
        )
        for update in event.updates
    )


def describe_count(support: Support) -> str:
    """Count what stands behind one fact.

    Example:
        >>> describe_count(Support(fact="period", value="2025-09-12", claims=("c1",), bodies=("BelTA",), reports=4,
        ...                        parties=("BY",), outlets=3))
        '4 reports, 3 outlets, 1 origin'
    """
    parties = len(support.parties)
    behind = f" {of_parties(parties)}" if 0 < parties < len(support.bodies) else ""
    counted = ((support.reports, "report"), (support.outlets, "outlet"), (len(support.bodies), "origin"))
    return ", ".join(count_words(number, noun) for number, noun in counted) + behind


def ask(fact: str) -> str:
    """Name a fact as a question.

    Example:
        >>> ask("happened"), ask("quantity:drones")
        ('whether it happened', 'how many drones')
    """
    return describe_conflict_field(Conflict(field=fact, values=()))
