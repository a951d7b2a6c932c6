"""Whether somebody was looking: what tells *quiet* from *blind*."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.model import Coverage, HealthRule, Indicator, OutletCoverage, Reason, ReasonKind, SourceState
from vedette.warning.days import shift

_DOWN = frozenset({SourceState.SILENT, SourceState.FAILING})


def blindness(indicator: Indicator, coverage: Coverage, *, day: str, window: int) -> Reason | None:
    """Say why something could have happened in a window and nobody would have told; ``None`` where that is not so.

    Rule: on a share of the window's days there have to be reports of those who could have told, as the
    indicator's ``seen_by`` names them. Where all of them that are watched are silent or fail,
    there is nobody to tell.

    Args:
        indicator: Whose ``seen_by`` counts.
        coverage: What the desk could see.
        day: The last day of the window.
        window: Its length in days.
    """
    few = few_days(indicator, coverage, day=day, window=window)
    if few is not None:
        return few
    states = [outlet.state for outlet in who_could_tell(indicator, coverage) if outlet.state is not SourceState.UNKNOWN]
    if states and all(state in _DOWN for state in states):
        return Reason(kind=ReasonKind.SOURCES_DOWN, values={"count": len(states)})
    return None


def few_days(indicator: Indicator, coverage: Coverage, *, day: str, window: int) -> Reason | None:
    """Say that there are reports of those who could have told on too few days; ``None`` where there are enough.

    Args:
        indicator: Whose ``seen_by`` counts.
        coverage: What the desk could see.
        day: The last day of the window.
        window: Its length in days.
    """
    share = indicator.seen_by.share
    days = _days_with_reports(who_could_tell(indicator, coverage), day=day, window=window, enough=share * window)
    if days >= share * window:
        return None
    return Reason(kind=ReasonKind.FEW_DAYS, values={"days": days, "window": window, "share": share})


def health(indicator: Indicator, rule: HealthRule, coverage: Coverage) -> tuple[bool | None, Reason]:
    """Count the watched sources that are in one of the rule's states; ``None`` where none of them is watched."""
    watched = [one for one in who_could_tell(indicator, coverage) if one.state is not SourceState.UNKNOWN]
    if not watched:
        return None, Reason(kind=ReasonKind.NO_SOURCES)
    number = sum(one.state in rule.states for one in watched)
    values = {"count": number, "watched": len(watched), "at_least": rule.at_least}
    return number >= rule.at_least, Reason(kind=ReasonKind.SOURCES, values=values)


def who_could_tell(indicator: Indicator, coverage: Coverage) -> tuple[OutletCoverage, ...]:
    """Give the outlets whose reports could have told of it."""
    seen_by = indicator.seen_by
    return coverage.of(outlets=seen_by.outlets, countries=seen_by.countries, languages=seen_by.languages)


def _days_with_reports(outlets: Sequence[OutletCoverage], *, day: str, window: int, enough: float) -> int:
    """Count the days of a window with reports, only until there are enough: where there are many, that is soon."""
    days = 0
    for back in range(window):
        if days >= enough:
            break
        here = shift(day, -back)
        days += any(here in outlet.days for outlet in outlets)
    return days
