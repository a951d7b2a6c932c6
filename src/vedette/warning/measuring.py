"""Step two: an indicator and its matches up to a day give met, thinly met, unmet or not observable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vedette.model import (
    AbsenceRule,
    AllRule,
    AnyRule,
    BaselineRule,
    CountRule,
    EditionsRule,
    FigureRule,
    HealthRule,
    Indicator,
    Match,
    Measure,
    MeasureState,
    OrderRule,
    Reason,
    ReasonKind,
    RhythmRule,
    SumRule,
    counted_as,
    independent,
)
from vedette.warning import tallies
from vedette.warning.composing import compose
from vedette.warning.days import shift
from vedette.warning.observing import blindness, few_days, health
from vedette.warning.outlook import Outlook
from vedette.warning.tallies import Tally, within

MatchesOf = Mapping[str, Sequence[Match]]
"""The matches of indicators, by the id of the indicator; one that is not there has none."""
_OfEvents = CountRule | SumRule | FigureRule | RhythmRule | BaselineRule | EditionsRule


def measure(
    indicator: Indicator, matches: MatchesOf, *, outlook: Outlook, measured: Mapping[str, Measure],
) -> Measure:
    """Say how an indicator stands on a day.

    Rule: what its kind looks for is looked for twice, in all matches of the window and in
    those that are not weak. Found in both, with two parties or more behind it: met. Found in the first alone,
    or with one party behind it: thinly met, unless the indicator says that this is enough. Not found:
    unmet, or not observable where nobody was looking. Of an absence, the reverse.

    Args:
        indicator: What is measured; points are not its matter (see :mod:`vedette.warning.weighing`).
        matches: Those of this indicator, and of those whose order it looks at.
        outlook: The day, and what could be seen.
        measured: The measures of the indicators that it is built of.
    """
    rule = indicator.rule
    match rule:
        case HealthRule():
            return _of_sources(indicator, rule, outlook)
        case AllRule() | AnyRule():
            return compose(indicator, rule, measured)
        case AbsenceRule():
            return _of_absence(indicator, rule, matches.get(indicator.id, ()), outlook=outlook)
        case OrderRule():
            return _of_order(indicator, rule, matches, outlook=outlook)
        case _:
            return _of_events(indicator, rule, matches.get(indicator.id, ()), outlook=outlook)


def _of_events(
    indicator: Indicator, rule: _OfEvents,
    known: Sequence[Match], *, outlook: Outlook,
) -> Measure:
    found = within(known, day=outlook.day, window=rule.window)
    everything = _tally(indicator, rule, found, known=known, outlook=outlook)
    strong = [one for one in known if not one.weak]
    firm = _tally(indicator, rule, [one for one in found if not one.weak], known=strong, outlook=outlook)
    if isinstance(rule, BaselineRule):
        # Whoever began to look yesterday knows nothing of what is usual, however much there is today.
        before = shift(outlook.day, -rule.window)
        few = few_days(indicator, outlook.coverage, day=before, window=rule.baseline)
        if few is not None:
            return _rest_on(indicator, MeasureState.UNSEEN, everything.support, (everything.reason, few))
    return _judge(indicator, everything, firm, window=rule.window, outlook=outlook)


def _tally(
    indicator: Indicator, rule: _OfEvents,
    found: Sequence[Match], *, known: Sequence[Match], outlook: Outlook,
) -> Tally:
    match rule:
        case CountRule():
            return tallies.count(rule, found)
        case SumRule():
            return tallies.total(rule, found)
        case FigureRule():
            return tallies.largest(rule, found)
        case RhythmRule():
            return tallies.rhythm(rule, found)
        case BaselineRule():
            before = tallies.baseline_of(rule, known, day=outlook.day)
            return tallies.against_baseline(rule, found, before=before)
        case EditionsRule():
            figure = indicator.matcher.figure if indicator.matcher is not None else None
            return tallies.against_editions(
                rule, found, units=figure.units if figure is not None else (), editions=outlook.editions
            )


def _of_order(indicator: Indicator, rule: OrderRule, matches: MatchesOf, *, outlook: Outlook) -> Measure:
    first = within(matches.get(rule.first, ()), day=outlook.day, window=rule.window)
    then = within(matches.get(rule.then, ()), day=outlook.day, window=rule.window)
    names = (rule.first, rule.then)
    everything = tallies.in_order(first, then, names=names, window=rule.window)
    firm = tallies.in_order(
        [one for one in first if not one.weak], [one for one in then if not one.weak], names=names, window=rule.window
    )
    return _judge(indicator, everything, firm, window=rule.window, outlook=outlook)


def _judge(indicator: Indicator, everything: Tally, firm: Tally, *, window: int, outlook: Outlook) -> Measure:
    if everything.enough:
        thin = _thinness(everything, firm)
        reasons = (everything.reason, *_thin_said(indicator, thin))
        one_is_enough = indicator.thin or thin is not None
        counting = everything.support if one_is_enough else firm.support
        return _rest_on(
            indicator, _met_or_thin(indicator, thin), everything.support, reasons,
            last=_last_told(counting, parties=1 if one_is_enough else 2, day=outlook.day),
        )
    blind = None if everything.blind else blindness(indicator, outlook.coverage, day=outlook.day, window=window)
    state = MeasureState.UNSEEN if everything.blind or blind is not None else MeasureState.UNMET
    reasons = (everything.reason,) if blind is None else (everything.reason, blind)
    return _rest_on(indicator, state, everything.support, reasons)


def _of_absence(indicator: Indicator, rule: AbsenceRule, known: Sequence[Match], *, outlook: Outlook) -> Measure:
    """Of an absence, firm word of an event ends it; word of one party alone leaves it thin."""
    found = within(known, day=outlook.day, window=rule.window)
    if not found:
        blind = blindness(indicator, outlook.coverage, day=outlook.day, window=rule.window)
        none = Reason(kind=ReasonKind.NONE_TOLD, values={"window": rule.window})
        state = MeasureState.MET if blind is None else MeasureState.UNSEEN
        return _rest_on(indicator, state, (), (none,) if blind is None else (none, blind))
    told = Reason(kind=ReasonKind.TOLD, values={"count": tallies.incidents(found), "window": rule.window})
    everything = Tally(True, found, told)
    strong = tuple(one for one in found if not one.weak)
    thin = _thinness(everything, Tally(bool(strong), strong, told))
    if thin is None:
        return _rest_on(indicator, MeasureState.UNMET, found, (told,))
    return _rest_on(indicator, _met_or_thin(indicator, thin), found, (told, *_thin_said(indicator, thin)))


def _of_sources(indicator: Indicator, rule: HealthRule, outlook: Outlook) -> Measure:
    enough, reason = health(indicator, rule, outlook.coverage)
    if enough is None:
        return _rest_on(indicator, MeasureState.UNSEEN, (), (reason,))
    return _rest_on(indicator, MeasureState.MET if enough else MeasureState.UNMET, (), (reason,))


def _thinness(everything: Tally, firm: Tally) -> Reason | None:
    """Say why what was found is thin; ``None`` where it is firm."""
    parties = _parties_of(everything.support)
    if firm.enough:
        behind = _parties_of(firm.support)
        return None if len(behind) > 1 else Reason(kind=ReasonKind.ONE_PARTY, values={"party": min(behind)})
    if not parties:
        return Reason(kind=ReasonKind.NOBODY_KNOWN)
    if any(one.state_media for one in everything.support):
        return Reason(kind=ReasonKind.STATE_MEDIA, values={"parties": ", ".join(parties)})
    return Reason(kind=ReasonKind.NOBODY_KNOWN)


def _met_or_thin(indicator: Indicator, thin: Reason | None) -> MeasureState:
    return MeasureState.MET if thin is None or indicator.thin else MeasureState.THIN


def _thin_said(indicator: Indicator, thin: Reason | None) -> tuple[Reason, ...]:
    if thin is None:
        return ()
    return (thin, Reason(kind=ReasonKind.ACCEPTED_THIN)) if indicator.thin else (thin,)


def _last_told(support: Sequence[Match], *, parties: int, day: str) -> str | None:
    """Give the last day on or after which so many parties told of it: one party alone keeps nothing fresh."""
    counted, latest = _parties_of(support), dict[str, str]()
    for one in support:
        for told in one.parties or ("",):
            party = counted_as(told, counted)
            latest[party] = max(latest.get(party, ""), min(one.last, day))
    days = sorted(latest.values(), reverse=True)
    return days[parties - 1] if len(days) >= parties else None


def _rest_on(
    indicator: Indicator, state: MeasureState, support: Sequence[Match], reasons: tuple[Reason, ...], *,
    last: str | None = None,
) -> Measure:
    return Measure(
        indicator=indicator.id, state=state, events=tuple(dict.fromkeys(one.event for one in support)),
        parties=_parties_of(support), last=last, reasons=reasons,
    )


def _parties_of(support: Sequence[Match]) -> tuple[str, ...]:
    return independent(party for one in support for party in one.parties)
