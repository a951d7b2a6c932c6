"""How an indicator is measured, in a sentence that whoever reads warnings understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def rule_words(rule: Rule) -> str:
    """Say what a rule asks for.

    Example:
        >>> rule_words(CountRule(window=14, at_least=3))
        '3 or more events in 14 days'
    """
    match rule:
        case CountRule():
            words = f"{rule.at_least} or more events in {rule.window} days"
        case SumRule():
            words = f"{rule.at_least:g} or more in all, in {rule.window} days"
        case FigureRule():
            words = f"one event with {rule.at_least:g} or more, in {rule.window} days"
        case RhythmRule():
            words = f"on {rule.at_least} or more of {rule.window} days, at most {rule.every} days apart"
        case OrderRule():
            words = f"{rule.first} before {rule.then}, in {rule.window} days"
        case AbsenceRule():
            words = f"no event in {rule.window} days, though there were reports"
        case BaselineRule():
            usual = f"{rule.factor:g} times as many as usual in the {rule.baseline} days before"
            words = f"{rule.at_least} or more events in {rule.window} days, and {usual}"
        case EditionsRule():
            words = f"{rule.factor:g} times what {rule.at_least} or more earlier editions had, in {rule.window} days"
        case HealthRule():
            words = f"{rule.at_least} or more sources {' or '.join(rule.states)}"
        case AllRule():
            words = f"all of: {', '.join(rule.of)}"
        case AnyRule():
            words = f"{rule.at_least} or more of: {', '.join(rule.of)}"
    return words


def matcher_words(matcher: EventMatcher | None) -> str:
    """Say which events a matcher lets through.

    Example:
        >>> from vedette.model import EventType
        >>> matcher_words(EventMatcher(types=(EventType.EXERCISE,), countries=("BY",)))
        'exercise; under_way, happened; asserted, probable; in BY'
    """
    return "; ".join(_asked(matcher)) if matcher is not None else ""


def points_words(indicator: Indicator) -> str:
    """Say what an indicator weighs: "+2, half after 14 days"."""
    sign = "-" if indicator.against and indicator.weight else "+" if indicator.weight else ""
    half = f", half after {indicator.half_life} days" if indicator.half_life else ""
    return f"{sign}{indicator.weight:g}{half}"


def _asked(matcher: EventMatcher) -> Iterator[str]:
    for words in (matcher.types, matcher.stages, matcher.factualities):
        if words:
            yield ", ".join(words)
    for actor in matcher.actors:
        yield f"{_one_of(actor.who)} as {actor.role or 'anybody in it'}"
    for label, names in (
        ("in", matcher.countries), ("on the border", tuple("-".join(pair) for pair in matcher.borders)),
        ("at a place of kind", matcher.place_kinds), ("of", matcher.situations), ("naming", matcher.names),
        ("with", matcher.equipment),
    ):
        if names:
            yield f"{label} {_one_of(names)}"
    if matcher.near:
        yield f"within {matcher.within_km:g} km of {_one_of([place.name for place in matcher.near])}"
    if matcher.areas:
        yield f"in an area of {sum(len(area.ring) for area in matcher.areas)} corners"
    if matcher.figure is not None:
        yield _figure(matcher.figure)
    yield from _standing(matcher)


def _standing(matcher: EventMatcher) -> Iterator[str]:
    if matcher.origins:
        yield f"{matcher.origins} or more origins"
    if matcher.parties:
        yield f"{matcher.parties} or more parties"
    if matcher.letter or matcher.digit:
        yield f"graded {matcher.letter or ''}{matcher.digit or ''} or better"


def _figure(figure: FigureFilter) -> str:
    least = "" if figure.at_least is None else f" from {figure.at_least:g}"
    most = "" if figure.at_most is None else f" up to {figure.at_most:g}"
    return f"with a figure of {_one_of(figure.units)}{least}{most}"


def _one_of(names: Sequence[str]) -> str:
    return " or ".join(names)
