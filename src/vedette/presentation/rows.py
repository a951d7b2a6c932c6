"""Claims and situations as rows of a table or a CSV file, and ids as people type them."""

from __future__ import annotations

from collections.abc import Iterable

from vedette.model import Claim, Report, Situation
from vedette.presentation.wording import describe_chain, describe_period, describe_quantity

# Between several values in one cell.
JOIN = "; "

CLAIM_COLUMNS = (
    "id", "type", "stage", "factuality", "evidence", "section", "start", "end", "precision", "when", "places",
    "actors", "equipment", "quantities", "names", "chain", "trigger", "sentence", "ref", "title", "outlet",
    "published", "url",
)
SITUATION_COLUMNS = ("id", "kind", "name", "names", "events", "key", "why", "earlier")


def claim_row(claim: Claim, report: Report) -> tuple[str, ...]:
    """Give a claim in the order of :data:`CLAIM_COLUMNS`; what is not known is empty."""
    period = claim.period
    return (
        claim.id, str(claim.type), str(claim.stage), str(claim.factuality), str(claim.evidence), str(claim.section),
        (period.start or "") if period else "", (period.end or "") if period else "",
        str(period.precision) if period else "", describe_period(period) if period else "",
        JOIN.join(f"{m.place.name} ({m.role})" for m in claim.places),
        JOIN.join(f"{a.name} ({a.role})" for a in claim.actors),
        JOIN.join(item.name for item in claim.equipment),
        JOIN.join(describe_quantity(q) for q in claim.quantities), JOIN.join(claim.names),
        " <- ".join(describe_chain(claim, report)), claim.trigger.of(report.text), claim.sentence.of(report.text),
        report.ref, report.title or "", report.outlet or "", report.published or "", report.url or "",
    )


def situation_row(situation: Situation) -> tuple[str, ...]:
    """Give a situation in the order of :data:`SITUATION_COLUMNS`."""
    return (
        situation.id, str(situation.kind), situation.name, JOIN.join(situation.names), str(len(situation.events)),
        situation.key or "", situation.why, JOIN.join(edition.name for edition in situation.earlier),
    )


def short_ids(ids: Iterable[str], *, least: int = 7) -> dict[str, str]:
    """Cut ids as short as they stay apart from one another, for people to type.

    Example:
        >>> short_ids(["e12345678", "e12345699"])
        {'e12345678': 'e1234567', 'e12345699': 'e1234569'}

    """
    whole = list(dict.fromkeys(ids))
    length = least
    longest = max((len(name) for name in whole), default=0)
    while length < longest and len({name[:length] for name in whole}) < len(whole):
        length += 1
    return {name: name[:length] for name in whole}
