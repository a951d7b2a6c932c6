"""What has no date of its own: dated by what the report tells elsewhere, or by the report itself.

An exercise told of again without a date is the one that was dated; what goes on
while the report is written goes on that day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vedette.model import Claim, EventType, Factuality, Period, Section, Span, Stage
from vedette.reading.dated import report_day

REPORT_DAY = "the text names no day; that of the report is taken"


def date_undated(claims: Sequence[Claim], *, published: str | None, lead: Span | None) -> list[Claim]:
    """Give a date to claims that the report tells without one, as far as it says enough.

    Args:
        claims: Each event of the report once, in the order of the text.
        published: The date of the report.
        lead: The paragraph that tells the news; what it tells as done is taken to be of the day.
    """
    day = report_day(published)
    return [
        claim if claim.period is not None
        else replace(claim, period=_of_same_exercise(claim, claims) or _of_report(claim, day, lead))
        for claim in claims
    ]


def _of_same_exercise(claim: Claim, claims: Sequence[Claim]) -> Period | None:
    """Give the time of the exercise that an undated one must be: of the same name, or the last told of before."""
    if claim.type is not EventType.EXERCISE or claim.factuality is Factuality.DENIED:
        return None
    dated = [
        other for other in claims
        if other.type is EventType.EXERCISE and other.period is not None and other.period.start is not None
        and other.factuality is not Factuality.DENIED
    ]
    named = [other for other in dated if set(other.names) & set(claim.names)]
    before = [other for other in dated if other.trigger.start < claim.trigger.start and _may_be_one(claim, other)]
    found = named or ([] if claim.names else before[-1:])
    return found[0].period if found else None


def _may_be_one(first: Claim, second: Claim) -> bool:
    mine, theirs = ({actor.party for actor in claim.actors if actor.party} for claim in (first, second))
    return not mine or not theirs or bool(mine & theirs)


def _of_report(claim: Claim, day: str | None, lead: Span | None) -> Period | None:
    """Give the day of the report, with a doubt, to what goes on then and to what its lead tells as done."""
    if day is None or claim.section is Section.BACKGROUND or claim.factuality is not Factuality.ASSERTED:
        return None
    leads = claim.stage is Stage.HAPPENED and lead is not None and lead.holds(claim.trigger)
    return Period(start=day, doubt=REPORT_DAY) if leads or claim.stage is Stage.UNDER_WAY else None
