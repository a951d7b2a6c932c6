"""The one order in which linking goes through claims, whatever order they came in.

Everything that has to choose "the first" (the name of an event, the origin of
a copied text, ties between equal scores) chooses by these keys, so that the
same set of claims always gives the same events.
"""

from __future__ import annotations

from datetime import UTC, datetime

from vedette.model import Claim, Report

ClaimKey = tuple[str, str, int, int, str, str]

_LAST = "9999"


def moment(published: str | None) -> str:
    """Give a date of publication as text that sorts by time; unknown dates sort last.

    A time with an offset is counted in UTC. A date without a time sorts before
    every time of that day. What is no date sorts as it is written.

    Example:
        >>> moment("2025-09-12T08:00+02:00") < moment("2025-09-12T07:00Z") < moment(None)
        True
    """
    if not published:
        return _LAST
    if len(published) <= 10:
        return published
    try:
        parsed = datetime.fromisoformat(published)
    except ValueError:
        return published
    return (parsed.astimezone(UTC) if parsed.tzinfo else parsed).strftime("%Y-%m-%dT%H:%M:%S.%f")


def claim_key(claim: Claim, report: Report) -> ClaimKey:
    """Give the canonical place of a claim: publication, report, place in the text."""
    trigger = claim.trigger
    return (moment(report.published), report.id, trigger.start, trigger.end, str(claim.type), claim.id)


def report_key(report: Report) -> tuple[str, str]:
    """Give the canonical place of a report: publication, then id."""
    return (moment(report.published), report.id)
