"""How an indicator is measured, in a sentence that whoever reads warnings understands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from types import MappingProxyType

from vedette.model import (
    AbsenceRule,
    AllRule,
    AnyRule,
    BaselineRule,
    CountRule,
    EditionsRule,
    EventMatcher,
    FigureFilter,
    FigureRule,
    HealthRule,
    Indicator,
    OrderRule,
    RhythmRule,
    Rule,
    SumRule,
)
from vedette.presentation.equipment_words import equipment_word
from vedette.presentation.figures import figure
from vedette.presentation.kind_words import actor_role_words, place_kind_words
from vedette.presentation.measure_words import Names
from vedette.presentation.name_words import state_name
from vedette.presentation.saying import gettext as _
from vedette.presentation.saying import ngettext, pgettext
from vedette.presentation.type_phrases import type_word
from vedette.presentation.unit_words import unit_word
from vedette.presentation.watching.words import state_word
from vedette.presentation.wording import describe_stage, describe_sureness

_NO_NAMES: Names = MappingProxyType({})


def rule_words(rule: Rule, names: Names = _NO_NAMES) -> str:
    """Say what a rule asks for.

    Args:
        rule: The rule.
        names: The names of indicators by id; one that is not there is named by its id.

    Example:
        >>> rule_words(CountRule(window=14, at_least=3))
        '3 or more events in 14 days'
    """
    match rule:
        case CountRule():
            words = _("%(at_least)s or more events in %(window)s days")
        case BaselineRule():
            words = _(
                "%(at_least)s or more events in %(window)s days, and %(factor)s times as many as usual in the "
                "%(baseline)s days before"
            )
        case EditionsRule():
            words = ngettext(
                "%(factor)s times what %(at_least)s earlier edition had, in %(window)s days",
                "%(factor)s times what %(at_least)s or more earlier editions had, in %(window)s days", rule.at_least,
            )
        case HealthRule():
            states = _one_of([state_word(one) for one in rule.states])
            return _("%(at_least)s or more sources: %(states)s") % {**_said(rule), "states": states}
        case AllRule():
            return _("all of: %(parts)s") % {"parts": _named(rule.of, names)}
        case AnyRule():
            return _("%(at_least)s or more of: %(parts)s") % {**_said(rule), "parts": _named(rule.of, names)}
        case OrderRule():
            said = {"first": names.get(rule.first, rule.first), "then": names.get(rule.then, rule.then)}
            return _("“%(first)s” before “%(then)s”, in %(window)s days") % {**_said(rule), **said}
        case SumRule():
            words = _("%(at_least)s or more in all, in %(window)s days")
        case FigureRule():
            words = _("one event with %(at_least)s or more, in %(window)s days")
        case RhythmRule():
            words = _("on %(at_least)s or more of %(window)s days, at most %(every)s days apart")
        case AbsenceRule():
            words = _("no event in %(window)s days, though there were reports")
    return words % _said(rule)


def matcher_words(matcher: EventMatcher | None) -> str:
    """Say which events a matcher lets through.

    Example:
        >>> from vedette.model import EventType
        >>> matcher_words(EventMatcher(types=(EventType.EXERCISE,), countries=("BY",)))
        'exercise; under way, happened; stated as fact, called probable; in BY'
    """
    return "; ".join(_asked(matcher)) if matcher is not None else ""


def points_words(indicator: Indicator) -> str:
    """Say what an indicator weighs: "+2, half after 14 days"."""
    sign = "-" if indicator.against and indicator.weight else "+" if indicator.weight else ""
    points = f"{sign}{figure(indicator.weight)}"
    if not indicator.half_life:
        return points
    halved = ngettext("%(points)s, half after %(num)s day", "%(points)s, half after %(num)s days", indicator.half_life)
    return halved % {"points": points, "num": indicator.half_life}


def _said(rule: Rule) -> Mapping[str, str]:
    """Give the numbers of a rule as they are written."""
    numbers = ((field.name, getattr(rule, field.name)) for field in fields(rule))
    return {name: figure(value) for name, value in numbers if isinstance(value, int | float)}


def _asked(matcher: EventMatcher) -> Iterator[str]:
    for words in (
        map(type_word, matcher.types), map(describe_stage, matcher.stages), map(describe_sureness, matcher.factualities)
    ):
        if said := ", ".join(words):
            yield said
    for actor in matcher.actors:
        who = _one_of([state_name(one) or one for one in actor.who])
        yield f"{who} ({actor_role_words(actor.role)})" if actor.role else who
    countries = [state_name(one) or one for one in matcher.countries]
    borders = ["–".join(state_name(one) or one for one in pair) for pair in matcher.borders]
    for message, names in (
        (_("in %(names)s"), countries), (_("on the border %(names)s"), borders),
        ("%(names)s", [place_kind_words(kind) for kind in matcher.place_kinds]),
        (_("part of %(names)s"), matcher.situations), (_("naming %(names)s"), matcher.names),
        (_("with %(names)s"), [equipment_word(kind) for kind in matcher.equipment]),
    ):
        if names:
            yield message % {"names": _one_of(names)}
    yield from _around(matcher)
    yield from _standing(matcher)


def _around(matcher: EventMatcher) -> Iterator[str]:
    if matcher.near:
        places = {"names": _one_of([place.name for place in matcher.near]), "within": figure(matcher.within_km)}
        yield _("within %(within)s km of %(names)s") % places
    if matcher.areas:
        yield _("in an area of %(corners)s corners") % {"corners": sum(len(area.ring) for area in matcher.areas)}


def _standing(matcher: EventMatcher) -> Iterator[str]:
    if matcher.figure is not None:
        yield _figure(matcher.figure)
    if matcher.origins:
        yield _("at least so many origins: %(num)s") % {"num": matcher.origins}
    if matcher.parties:
        yield _("at least so many parties: %(num)s") % {"num": matcher.parties}
    if matcher.letter or matcher.digit:
        yield _("graded %(grade)s or better") % {"grade": f"{matcher.letter or ''}{matcher.digit or ''}"}


def _figure(asked: FigureFilter) -> str:
    said = {
        "units": _one_of([unit_word(unit) for unit in asked.units]),
        "least": figure(asked.at_least or 0), "most": figure(asked.at_most or 0),
    }
    if asked.at_least is not None and asked.at_most is not None:
        return _("with a figure of %(units)s from %(least)s up to %(most)s") % said
    if asked.at_least is not None:
        return _("with a figure of %(units)s from %(least)s") % said
    if asked.at_most is not None:
        return _("with a figure of %(units)s up to %(most)s") % said
    return _("with a figure of %(units)s") % said


def _one_of(names: Sequence[str]) -> str:
    return pgettext("between names", " or ").join(names)


def _named(ids: Sequence[str], names: Names) -> str:
    return ", ".join(names.get(one, one) for one in ids)
