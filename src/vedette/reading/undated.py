"""What has no date of its own: dated by what the report tells beside it, or by the report itself.

An exercise told of again without a date is the one that was dated; what is told in
one breath happened on one day; what goes on while the report is written goes on
that day. Each of these dates has a doubt that says so.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import merge

from vedette.model import Claim, EventType, Factuality, Period, PlaceRole, Report, Section, Span, Stage
from vedette.reading.aliases import folded_words
from vedette.reading.apart import date_behind, date_named, find_apart
from vedette.reading.dated import ISO_DAY, ISO_MONTH, inherited, report_day, stage_by_date
from vedette.reading.drill_times import DrillTime, DrillTimes, period_by_drill
from vedette.reading.drill_words import DrillMoment
from vedette.reading.times import TimeExpression

REPORT_DAY = "the text names no day; that of the report is taken"
# What was done and what is to come are told side by side, on different days.
_SIDES = (Stage.HAPPENED, Stage.PLANNED)


def date_undated(
    claims: Sequence[Claim], *, report: Report, lead: Span | None, drills: DrillTimes | None = None,
    times: Sequence[TimeExpression] = (),
) -> list[Claim]:
    """Give a date to claims that the report tells without one, as far as it says enough.

    Args:
        claims: Each event of the report once, in the order of the text.
        report: The report that they are from.
        lead: The paragraph that tells the news; what it tells as done is taken to be of the day.
        times: All that the report names: "a day after" dates by what it is told with.
        drills: Finds what its language dates by an exercise; nothing is dated so without.
    """
    day, found = report_day(report.published), find_apart(claims, times, report)
    claims = date_named(claims, found, day=day)
    open_still = {apart.behind for apart in found}
    undated = _Undated(_Company.of(claims, report.text), drills, day, lead, report.text)
    dated = [
        replace(
            claim, stage=_stage(claim, report),
            period=undated.own_period(claim) or (undated.period_of(claim) if at not in open_still else None),
        )
        for at, claim in enumerate(claims)
    ]
    return date_behind(dated, found, day=day)


def _stage(claim: Claim, report: Report) -> Stage:
    """Give the stage of a claim; an exercise that its own words date after the report is planned, if told of again."""
    if claim.type is not EventType.EXERCISE:
        return claim.stage
    ahead = stage_by_date(
        claim.stage, claim.period, type=claim.type, published=report.published, may_be_later=report.may_be_later
    )
    return ahead if ahead is Stage.PLANNED else claim.stage


@dataclass(frozen=True, slots=True)
class _Undated:
    """What there is to date by: what a report tells beside something, its exercises, its own day."""

    company: _Company
    drills: DrillTimes | None
    day: str | None
    lead: Span | None
    text: str

    def own_period(self, claim: Claim) -> Period | None:
        """Give the date that a claim has; that of an exercise, where its words are rather those of another act.

        "On Tuesday parliament voted to close the border during the drills": Tuesday is that of the vote.
        """
        time = self._drill_time(claim) if self.company.is_dated_by_another(claim) else None
        if time is None or time.phrase.moment is not DrillMoment.WITHIN:
            return claim.period
        drill = self.company.exercise_meant(claim, time)
        by_drill = drill and drill.period and period_by_drill(time, drill.period, stage=claim.stage, day=self.day)
        return by_drill or claim.period

    def period_of(self, claim: Claim) -> Period | None:
        """Give a date to what has none of its own: by an exercise, by its company, by the report."""
        time = self._drill_time(claim)
        if time is None:
            return self.company.period_of(claim) or _of_report(claim, self.day, self.lead)
        drill = self.company.exercise_meant(claim, time)
        by_drill = drill and drill.period and period_by_drill(time, drill.period, stage=claim.stage, day=self.day)
        return by_drill or self.company.period_of(claim) or _of_report(claim, self.day, None)

    def _drill_time(self, claim: Claim) -> DrillTime | None:
        if self.drills is None or claim.type is EventType.EXERCISE:
            return None
        names = frozenset(word for words in map(_named, self.company.exercises) for word in words)
        times = self.drills.find(self.text, claim.sentence, names=names)
        return min(times, key=lambda time: time.span.gap(claim.trigger), default=None)


@dataclass(frozen=True, slots=True)
class _Company:
    """What a report dates by its own words, in the order of the text: by them, the exercises, by where it is told."""

    by_words: Mapping[Span, list[Claim]]
    exercises: tuple[Claim, ...]
    beside: Mapping[tuple[object, ...], list[Claim]]
    breaks: tuple[int, ...]  # where paragraphs end

    @classmethod
    def of(cls, claims: Sequence[Claim], text: str) -> _Company:
        """Sort the dated claims of a report once, so that each undated one looks at few of them."""
        worded = sorted(
            (claim for claim in claims if claim.period is not None and claim.period.is_named and claim.period.start),
            key=lambda claim: claim.trigger,
        )
        exercises = tuple(
            claim for claim in worded
            if claim.type is EventType.EXERCISE and claim.factuality is not Factuality.DENIED
        )
        breaks = tuple(place for place, sign in enumerate(text) if sign == "\n")
        company = cls(defaultdict(list), exercises, defaultdict(list), breaks)
        for claim in worded:
            if claim.period is not None and claim.period.span is not None:
                company.by_words[claim.period.span].append(claim)
            if claim.stage in _SIDES and _is_of_one_day(claim):
                for group in company.groups_of(claim):
                    company.beside[group].append(claim)
        return company

    def groups_of(self, claim: Claim) -> tuple[tuple[object, ...], ...]:
        """Name the groups that a claim is told in, the closest first: its sentence, its paragraph, its type."""
        side = (claim.stage, claim.section)
        paragraph = bisect_right(self.breaks, claim.sentence.start)
        return (*side, claim.sentence), (*side, paragraph), (*side, claim.type)

    def is_dated_by_another(self, claim: Claim) -> bool:
        """Say whether the words that date a claim date another one of its sentence, too, and stand nearer to that."""
        words = claim.period.span if claim.period is not None else None
        return words is not None and any(
            words.gap(other.trigger) < words.gap(claim.trigger) for other in self.by_words.get(words, ())
        )

    def period_of(self, claim: Claim) -> Period | None:
        """Give the time of the event with which an undated one is told, the likeliest first."""
        found = _same_exercise(claim, self.exercises) or next(self._told_beside(claim), None)
        return inherited(found.period) if found is not None and found.period is not None else None

    def exercise_meant(self, claim: Claim, time: DrillTime) -> Claim | None:
        """Give the dated exercise that something was during: the one that is named, else the last told of before."""
        named = [
            drill for drill in self.exercises
            if _named(drill) & set(time.words) or set(drill.names) & set(claim.names)
        ]
        if named or claim.names:
            return named[0] if named else None
        before = [drill for drill in self.exercises if drill.trigger < claim.trigger]
        return before[-1] if before else next(iter(self.exercises), None)

    def _told_beside(self, claim: Claim) -> Iterator[Claim]:
        """Give what is told in its sentence; before it in the paragraph; of the same thing elsewhere; nearest first."""
        if claim.stage not in _SIDES:
            return
        sentence, paragraph, kind = self.groups_of(claim)
        yield from _outward(self.beside.get(sentence, ()), claim)
        if claim.section is not Section.BODY:
            return
        yield from (other for other in _outward(self.beside.get(paragraph, ()), claim) if other.trigger < claim.trigger)
        yield from (
            other for other in _outward(self.beside.get(kind, ()), claim)
            if _may_be_one(claim, other) and _in_one_country(claim, other)
        )


def _named(drill: Claim) -> frozenset[str]:
    """Give the folded first words of the names of an exercise."""
    return frozenset(words[0] for name in drill.names if (words := folded_words(name)))


def _outward(claims: Sequence[Claim], claim: Claim) -> Iterator[Claim]:
    """Give claims in the order of the text from one on in both directions, the nearest first."""
    here = bisect_right(claims, claim.trigger, key=lambda other: other.trigger)
    before, behind = (claims[at] for at in range(here - 1, -1, -1)), (claims[at] for at in range(here, len(claims)))
    yield from merge(before, behind, key=lambda other: claim.trigger.gap(other.trigger))


def _same_exercise(claim: Claim, exercises: Sequence[Claim]) -> Claim | None:
    """Give the exercise that an undated one must be: of the same name, or the last told of before."""
    if claim.type is not EventType.EXERCISE or claim.factuality is Factuality.DENIED:
        return None
    if claim.names:
        return next((
            other for other in exercises if set(other.names) & set(claim.names) and _is_told_with(claim, other)
        ), None)
    last = bisect_left(exercises, claim.trigger.start, key=lambda other: other.trigger.start)
    before = (exercises[at] for at in range(last - 1, -1, -1))
    return next((other for other in before if _is_told_with(claim, other) and _may_be_one(claim, other)), None)


def _is_told_with(claim: Claim, other: Claim) -> bool:
    return claim.stage is other.stage or _is_within(other, ISO_MONTH)


def _may_be_one(first: Claim, second: Claim) -> bool:
    mine, theirs = ({actor.party for actor in claim.actors if actor.party} for claim in (first, second))
    return not mine or not theirs or bool(mine & theirs)


def _is_within(claim: Claim, exactness: int) -> bool:
    """Say whether a claim is dated to the day, or month, at least: what is told of a year need not be of all of it."""
    return claim.period is not None and claim.period.start is not None and len(claim.period.start) >= exactness


def _is_of_one_day(claim: Claim) -> bool:
    """Say whether a claim is dated to a day or a night: what lasts gives no day to what is told beside it."""
    period = claim.period
    if period is None or not _is_within(claim, ISO_DAY) or period.open_end or claim.type is EventType.EXERCISE:
        return False
    return period.end is None or "T" in (period.start or "")


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
