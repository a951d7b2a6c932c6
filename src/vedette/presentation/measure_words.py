"""Why an indicator stands as it does, in a sentence: what was found, and why that is thin or cannot be seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil
from types import MappingProxyType

from vedette.model import MeasureState, Reason
from vedette.model.measure import ReasonKind
from vedette.presentation.figures import figure
from vedette.presentation.name_words import party_label
from vedette.presentation.period_words import describe_day
from vedette.presentation.saying import gettext as _
from vedette.presentation.saying import marked, ngettext

Names = Mapping[str, str]
"""The names of indicators by id: a sentence names them as their author did."""

_ONE_SENTENCE: Mapping[ReasonKind, str] = MappingProxyType({
    ReasonKind.SUMMED: marked("%(total)s in all in %(window)s days; it takes %(at_least)s"),
    ReasonKind.LARGEST: marked("the largest figure in %(window)s days is %(figure)s; it takes %(at_least)s"),
    ReasonKind.IN_ORDER: marked("“%(first)s” on %(first_day)s, and later “%(then)s” on %(then_day)s"),
    ReasonKind.NOT_IN_ORDER: marked("in %(window)s days no “%(first)s” that came before “%(then)s”"),
    ReasonKind.NONE_TOLD: marked("nothing of the kind was told in %(window)s days"),
    ReasonKind.NO_SOURCES: marked("none of the sources that it looks at is watched"),
    ReasonKind.PARTS: marked("%(met)s of %(of)s parts are met; it takes %(at_least)s"),
    ReasonKind.ONE_PARTY: marked("told by one party alone: %(party)s"),
    ReasonKind.NOBODY_KNOWN: marked("nobody who is known stands behind it"),
    ReasonKind.STATE_MEDIA: marked("it takes the word of media that a state controls: %(parties)s"),
    ReasonKind.ACCEPTED_THIN: marked("the author of the scenario takes that for enough"),
})


def state_word(state: MeasureState) -> str:
    """Say how an indicator stands.

    Example:
        >>> state_word(MeasureState.UNSEEN)
        'not observable'
    """
    return {
        MeasureState.MET: _("met"), MeasureState.THIN: _("thinly met"), MeasureState.UNMET: _("unmet"),
        MeasureState.UNSEEN: _("not observable"),
    }[state]


def measure_reason(reason: Reason, names: Names) -> str:
    """Say one reason behind an indicator.

    Args:
        reason: The reason.
        names: The names of indicators by id.

    Example:
        >>> measure_reason(Reason(kind=ReasonKind.COUNTED, values={"count": 2, "at_least": 3, "window": 14}), {})
        '2 events in 14 days; it takes 3'
    """
    said = {name: _value(name, value, names) for name, value in reason.values.items()}
    kind = ReasonKind(reason.kind)
    if kind in _ONE_SENTENCE:
        return _(_ONE_SENTENCE[kind]) % said
    number, counted = _COUNTING[kind](reason)
    return counted % {**said, "num": figure(number), **_needed(reason)}


def _value(name: str, value: str | float, names: Names) -> str:
    """Say what fills a gap: names for ids, words for days, figures."""
    if not isinstance(value, str):
        return figure(round(value, 2))
    match name:
        case "first" | "then":
            return names.get(value, value)
        case "first_day" | "then_day":
            return describe_day(value)
        case "party":
            return party_label(value)
        case "parties":
            return ", ".join(party_label(one) for one in value.split(", "))
    return value


def _needed(reason: Reason) -> Names:
    """Of a share of days, say how many that are."""
    if reason.kind != ReasonKind.FEW_DAYS:
        return {}
    return {"needed": figure(ceil(float(reason.values["share"]) * float(reason.values["window"])))}


def _counted(reason: Reason) -> tuple[int, str]:
    number = int(reason.values["count"])
    return number, ngettext(
        "%(num)s event in %(window)s days; it takes %(at_least)s",
        "%(num)s events in %(window)s days; it takes %(at_least)s", number,
    )


def _rhythm(reason: Reason) -> tuple[int, str]:
    number = int(reason.values["days"])
    return number, ngettext(
        "on %(num)s day of %(window)s, at most %(every)s apart; it takes %(at_least)s",
        "on %(num)s days of %(window)s, at most %(every)s apart; it takes %(at_least)s", number,
    )


def _told(reason: Reason) -> tuple[int, str]:
    number = int(reason.values["count"])
    return number, ngettext(
        "%(num)s event was told in %(window)s days", "%(num)s events were told in %(window)s days", number
    )


def _against_baseline(reason: Reason) -> tuple[int, str]:
    number = int(reason.values["count"])
    return number, ngettext(
        "%(num)s event in %(window)s days, usual is %(usual)s; it takes %(at_least)s and %(factor)s times the usual",
        "%(num)s events in %(window)s days, usual is %(usual)s; it takes %(at_least)s and %(factor)s times the usual",
        number,
    )


def _against_editions(reason: Reason) -> tuple[int, str]:
    number = int(reason.values["editions"])
    return number, ngettext(
        "%(figure)s, and %(usual)s in %(num)s earlier edition; it takes %(factor)s times as much",
        "%(figure)s, and %(usual)s in the middle of %(num)s earlier editions; it takes %(factor)s times as much",
        number,
    )


def _no_editions(reason: Reason) -> tuple[int, str]:
    number = int(reason.values["editions"])
    return number, ngettext(
        "%(num)s earlier edition has a figure to compare with; it takes %(at_least)s",
        "%(num)s earlier editions have a figure to compare with; it takes %(at_least)s", number,
    )


def _sources(reason: Reason) -> tuple[int, str]:
    number = int(reason.values["count"])
    return number, ngettext(
        "%(num)s of %(watched)s watched sources is in such a state; it takes %(at_least)s",
        "%(num)s of %(watched)s watched sources are in such a state; it takes %(at_least)s", number,
    )


def _few_days(reason: Reason) -> tuple[int, str]:
    number = int(reason.values["days"])
    return number, ngettext(
        "reports of those who could tell of it came on %(num)s day of %(window)s; it takes %(needed)s",
        "reports of those who could tell of it came on %(num)s days of %(window)s; it takes %(needed)s", number,
    )


def _sources_down(reason: Reason) -> tuple[int, str]:
    number = int(reason.values["count"])
    return number, ngettext(
        "the one source that could tell of it and is watched is silent or fails",
        "all %(num)s sources that could tell of it and are watched are silent or fail", number,
    )


_COUNTING: Mapping[ReasonKind, Callable[[Reason], tuple[int, str]]] = MappingProxyType({
    ReasonKind.COUNTED: _counted, ReasonKind.RHYTHM: _rhythm, ReasonKind.TOLD: _told,
    ReasonKind.AGAINST_BASELINE: _against_baseline, ReasonKind.AGAINST_EDITIONS: _against_editions,
    ReasonKind.NO_EDITIONS: _no_editions, ReasonKind.SOURCES: _sources, ReasonKind.FEW_DAYS: _few_days,
    ReasonKind.SOURCES_DOWN: _sources_down,
})
