"""What has no date of its own: dated by what the report tells beside it, or by the report itself.

An exercise told of again without a date is the one that was dated; what is told in
one breath happened on one day; what goes on while the report is written goes on
that day. Each of these dates has a doubt that says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vedette.model import Claim, EventType, Factuality, Period, PlaceRole, Section, Span, Stage
from vedette.reading.dated import ISO_DAY, ISO_MONTH, inherited, report_day

REPORT_DAY = "the text names no day; that of the report is taken"
# What was done and what is to come are told side by side, on different days.
_SIDES = (Stage.HAPPENED, Stage.PLANNED)


def date_undated(claims: Sequence[Claim], *, published: str | None, lead: Span | None, text: str) -> list[Claim]:
    """Give a date to claims that the report tells without one, as far as it says enough.

    Args:
        claims: Each event of the report once, in the order of the text.
        published: The date of the report.
        lead: The paragraph that tells the news; what it tells as done is taken to be of the day.
        text: The text of the report.
    """
    day = report_day(published)
    return [
        claim if claim.period is not None
        else replace(claim, period=_of_company(claim, claims, text) or _of_report(claim, day, lead))
        for claim in claims
    ]


def _of_company(claim: Claim, claims: Sequence[Claim], text: str) -> Period | None:
    """Give the time of the event with which an undated one is told, the likeliest first."""
    worded = [other for other in claims if other.period is not None and other.period.is_named and other.period.start]
    if (same := _same_exercise(claim, worded)) and same[0].period is not None:
        return inherited(same[0].period)
    exact = [other for other in worded if _on_one_side(claim, other) and _is_of_one_day(other)]
    return next((inherited(other.period) for other in _told_beside(claim, exact, text) if other.period), None)


def _same_exercise(claim: Claim, dated: Sequence[Claim]) -> list[Claim]:
    """Give the exercise that an undated one must be: of the same name, or the last told of before."""
    if claim.type is not EventType.EXERCISE or claim.factuality is Factuality.DENIED:
        return []
    found = [
        other for other in dated
        if other.type is EventType.EXERCISE and other.factuality is not Factuality.DENIED
        and (claim.stage is other.stage or _is_within(other, ISO_MONTH))
    ]
    named = [other for other in found if set(other.names) & set(claim.names)]
    before = [other for other in found if other.trigger.start < claim.trigger.start and _may_be_one(claim, other)]
    return named or ([] if claim.names else before[-1:])


def _may_be_one(first: Claim, second: Claim) -> bool:
    mine, theirs = ({actor.party for actor in claim.actors if actor.party} for claim in (first, second))
    return not mine or not theirs or bool(mine & theirs)


def _on_one_side(claim: Claim, other: Claim) -> bool:
    return claim.stage is other.stage and claim.stage in _SIDES and claim.section is other.section


def _is_within(claim: Claim, exactness: int) -> bool:
    """Say whether a claim is dated to the day, or month, at least: what is told of a year need not be of all of it."""
    return claim.period is not None and claim.period.start is not None and len(claim.period.start) >= exactness


def _is_of_one_day(claim: Claim) -> bool:
    """Say whether a claim is dated to a day or a night: what lasts gives no day to what is told beside it."""
    period = claim.period
    if period is None or not _is_within(claim, ISO_DAY) or period.open_end or claim.type is EventType.EXERCISE:
        return False
    return period.end is None or "T" in (period.start or "")


def _told_beside(claim: Claim, dated: Sequence[Claim], text: str) -> Iterator[Claim]:
    """Give what is told in the same sentence, nearest first; before in the paragraph; of the same thing elsewhere."""
    by_distance = sorted(dated, key=lambda other: (claim.trigger.gap(other.trigger), other.trigger))
    yield from (other for other in by_distance if other.sentence == claim.sentence)
    if claim.section is not Section.BODY:
        return
    yield from (
        other for other in by_distance
        if other.trigger < claim.trigger and "\n" not in text[other.sentence.end : claim.sentence.start]
    )
    yield from (
        other for other in by_distance
        if other.type is claim.type and _may_be_one(claim, other) and _in_one_country(claim, other)
    )


def _in_one_country(first: Claim, second: Claim) -> bool:
    mine, theirs = (
        {code for mention in claim.places if mention.role is PlaceRole.AT for code in mention.place.countries}
        for claim in (first, second)
    )
    return bool(mine & theirs)


def _of_report(claim: Claim, day: str | None, lead: Span | None) -> Period | None:
    """Give the day of the report, with a doubt, to what goes on then and to what its lead tells as done."""
    if day is None or claim.section is Section.BACKGROUND or claim.factuality is not Factuality.ASSERTED:
        return None
    leads = claim.stage is Stage.HAPPENED and lead is not None and lead.holds(claim.trigger)
    return Period(start=day, doubt=REPORT_DAY) if leads or claim.stage is Stage.UNDER_WAY else None
