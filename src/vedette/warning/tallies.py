"""What each kind of indicator finds in the matches of its window: pure arithmetic over a set of matches.

Every tally can be taken of all matches and again of those that are not weak: that is how
thin and firm are told apart, by one rule for every kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from vedette.model import (
    BaselineRule,
    CountRule,
    EditionsRule,
    FigureRule,
    Match,
    Reason,
    ReasonKind,
    RhythmRule,
    Situation,
    SumRule,
    fold,
)
from vedette.warning.days import days_between, shift, window_start

Matches = Sequence[Match]


@dataclass(frozen=True, slots=True)
class Tally:
    """Whether there is enough, what that rests on, and what was found; ``blind`` that it could not be told."""

    enough: bool
    support: tuple[Match, ...]
    reason: Reason
    blind: bool = False


def within(matches: Iterable[Match], *, day: str, window: int) -> tuple[Match, ...]:
    """Give the matches that touch a window and were known on its last day, in the order of their days."""
    start = window_start(day, window)
    found = (one for one in matches if one.day <= day and one.last >= start and one.known <= day)
    return tuple(sorted(found, key=lambda one: (one.day, one.event)))


def incidents(matches: Iterable[Match]) -> int:
    """Count the events; sums of incidents ("four drones in July") count for one, where no incident is told by itself.

    So a sum and its parts are never counted twice, and one more match never makes it fewer.
    """
    sums = [bool(one.parts) for one in matches]
    return max(sums.count(False), int(any(sums)))


def count(rule: CountRule, matches: Matches) -> Tally:
    """Count the events."""
    number = incidents(matches)
    values = {"count": number, "at_least": rule.at_least, "window": rule.window}
    return Tally(number >= rule.at_least, tuple(matches), Reason(kind=ReasonKind.COUNTED, values=values))


def total(rule: SumRule, matches: Matches) -> Tally:
    """Add the figures up; of sums of incidents the largest counts, where it is more than the incidents together."""
    told = sum(one.figure or 0.0 for one in matches if not one.parts)
    number = max([told, *(one.figure or 0.0 for one in matches if one.parts)])
    values = {"total": number, "at_least": rule.at_least, "window": rule.window}
    return Tally(number >= rule.at_least, tuple(matches), Reason(kind=ReasonKind.SUMMED, values=values))


def largest(rule: FigureRule, matches: Matches) -> Tally:
    """Find the largest figure."""
    support = tuple(one for one in matches if one.figure is not None and one.figure >= rule.at_least)
    figure = max((one.figure for one in matches if one.figure is not None), default=0.0)
    values = {"figure": figure, "at_least": rule.at_least, "window": rule.window}
    return Tally(bool(support), support, Reason(kind=ReasonKind.LARGEST, values=values))


def rhythm(rule: RhythmRule, matches: Matches) -> Tally:
    """Find runs of days, each soon enough after the one before; what is told is the longest."""
    runs = _runs(sorted({one.day for one in matches}), every=rule.every)
    longest = max(map(len, runs), default=0)
    long_enough = {day for run in runs if len(run) >= min(longest, rule.at_least) for day in run}
    support = tuple(one for one in matches if one.day in long_enough)
    values = {"days": longest, "at_least": rule.at_least, "every": rule.every, "window": rule.window}
    return Tally(longest >= rule.at_least, support, Reason(kind=ReasonKind.RHYTHM, values=values))


def _runs(days: Sequence[str], *, every: int) -> list[list[str]]:
    runs: list[list[str]] = []
    for day in days:
        if runs and days_between(runs[-1][-1], day) <= every:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def against_baseline(rule: BaselineRule, matches: Matches, *, before: Matches) -> Tally:
    """Compare the window with what was usual before it; ``before`` are the matches of the baseline."""
    number, earlier = incidents(matches), incidents(before)
    usual = earlier * rule.window / rule.baseline
    values = {
        "count": number, "usual": round(usual, 2), "factor": rule.factor, "at_least": rule.at_least,
        "window": rule.window, "baseline": rule.baseline,
    }
    enough = number >= rule.at_least and number >= rule.factor * usual
    return Tally(enough, tuple(matches), Reason(kind=ReasonKind.AGAINST_BASELINE, values=values))


def baseline_of(rule: BaselineRule, matches: Iterable[Match], *, day: str) -> tuple[Match, ...]:
    """Give the matches of the baseline: those that stand for days before the window."""
    return within(
        (one for one in matches if one.day < window_start(day, rule.window)),
        day=shift(day, -rule.window), window=rule.baseline,
    )


def against_editions(
    rule: EditionsRule, matches: Matches, *, units: Iterable[str], editions: Mapping[str, Situation]
) -> Tally:
    """Compare each match with the earlier editions of its exercise; it cannot be told where there are too few."""
    wanted = frozenset(map(fold, units))
    compared = [(one, _earlier_figures(one, wanted, editions)) for one in matches if one.figure is not None]
    known = [(one, median(figures), len(figures)) for one, figures in compared if len(figures) >= rule.at_least]
    if not known:
        most = max((len(figures) for _, figures in compared), default=0)
        few = Reason(kind=ReasonKind.NO_EDITIONS, values={"editions": most, "at_least": rule.at_least})
        return Tally(False, (), few, blind=True)
    support = tuple(one for one, usual, _ in known if (one.figure or 0.0) >= rule.factor * usual)
    best, usual, number = max(known, key=lambda found: ((found[0].figure or 0.0) / (found[1] or 1.0), found[0].event))
    values = {
        "figure": best.figure or 0.0, "usual": usual, "factor": rule.factor, "editions": number,
        "window": rule.window,
    }
    return Tally(bool(support), support, Reason(kind=ReasonKind.AGAINST_EDITIONS, values=values))


def _earlier_figures(match: Match, units: frozenset[str], editions: Mapping[str, Situation]) -> list[float]:
    """Give one figure of each earlier edition that has one: the largest of these units, or its length in days."""
    situation = editions.get(match.edition or "")
    found: list[float] = []
    for edition in situation.earlier if situation is not None else ():
        told = [one.quantity.value for one in edition.figures if fold(one.quantity.unit) in units]
        period = edition.period
        if not units and period is not None and period.end and period.first_day and period.last_day:
            told = [float(days_between(period.first_day, period.last_day) + 1)]
        found += [max(told)] if told else []
    return found


def in_order(first: Matches, then: Matches, *, names: tuple[str, str], window: int) -> Tally:
    """Find a match of one indicator on a day before a match of another."""
    opening = min((one.day for one in first), default=None)
    closing = max((one.day for one in then), default=None)
    values: dict[str, str | float] = {"first": names[0], "then": names[1], "window": window}
    if opening is None or closing is None or opening >= closing:
        return Tally(False, (), Reason(kind=ReasonKind.NOT_IN_ORDER, values=values))
    support = (*(one for one in first if one.day < closing), *(one for one in then if one.day > opening))
    values |= {"first_day": opening, "then_day": closing}
    return Tally(True, support, Reason(kind=ReasonKind.IN_ORDER, values=values))
