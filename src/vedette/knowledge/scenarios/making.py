"""From the tables of a file that is right to the scenario that it describes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from vedette.knowledge.scenarios.tables import Tables
from vedette.model import (
    AbsenceRule,
    ActorFilter,
    ActorRole,
    AllRule,
    AnyRule,
    BaselineRule,
    CountRule,
    EditionsRule,
    EventMatcher,
    EventType,
    Factuality,
    FigureFilter,
    FigureRule,
    HealthRule,
    Indicator,
    IndicatorKind,
    LevelRule,
    Likelihood,
    OrderRule,
    PlaceKind,
    PlaceRole,
    RhythmRule,
    Rule,
    Scenario,
    SeenBy,
    SourceState,
    Stage,
    SumRule,
)

Values = Mapping[str, Any]

_RULES: Mapping[IndicatorKind, type[Any]] = {
    IndicatorKind.COUNT: CountRule, IndicatorKind.SUM: SumRule, IndicatorKind.FIGURE: FigureRule,
    IndicatorKind.RHYTHM: RhythmRule, IndicatorKind.ORDER: OrderRule, IndicatorKind.ABSENCE: AbsenceRule,
    IndicatorKind.BASELINE: BaselineRule, IndicatorKind.EDITIONS: EditionsRule, IndicatorKind.HEALTH: HealthRule,
    IndicatorKind.ALL: AllRule, IndicatorKind.ANY: AnyRule,
}
_OF_RULES = ("window", "at_least", "every", "first", "then", "baseline", "factor", "of")
_OF_INDICATORS = ("weight", "against", "half_life", "thin", "why")
_AS_WRITTEN = ("countries", "within_km", "borders", "situations", "names", "equipment", "origins", "parties")
_WORDS: Mapping[str, Callable[[str], object]] = {
    "types": EventType, "stages": Stage, "factualities": Factuality, "place_roles": PlaceRole, "place_kinds": PlaceKind,
}
_ROLES = {
    "actors": None, "initiators": ActorRole.INITIATOR, "recipients": ActorRole.RECIPIENT,
    "participants": ActorRole.PARTICIPANT,
}


def make_scenario(id: str, tables: Tables, *, file: str) -> Scenario:
    """Make a scenario of tables in which nothing is wrong.

    Args:
        id: Its id: the name of its file.
        tables: What the file says.
        file: Where it was read from.
    """
    top: Values = tables.top.values
    return Scenario(
        id=id, name=top["name"], question=top["question"], about=top.get("about", ""), file=file,
        levels=tuple(_level(table.values) for table in tables.levels),
        indicators=tuple(_make_indicator(table.values) for table in tables.indicators),
    )


def _level(values: Values) -> LevelRule:
    likelihood = values.get("likelihood")
    return LevelRule(
        name=values["name"], points=values["from"], falls_below=values.get("falls_below"),
        likelihood=Likelihood(likelihood) if likelihood else None,
        needs=values.get("needs", ()), raised_by=values.get("raised_by", ()), meaning=values.get("meaning", ""),
    )


def _make_indicator(values: Values) -> Indicator:
    matching = {name.removeprefix("match."): value for name, value in values.items() if name.startswith("match.")}
    seen_by = {name.removeprefix("seen_by."): value for name, value in values.items() if name.startswith("seen_by.")}
    return Indicator(
        id=values["id"], name=values["name"], rule=_rule(values), matcher=_matcher(matching) if matching else None,
        seen_by=SeenBy(**seen_by), **{name: values[name] for name in _OF_INDICATORS if name in values},
    )


def _rule(values: Values) -> Rule:
    fields = {name: values[name] for name in _OF_RULES if name in values}
    if "states" in values:
        fields["states"] = tuple(SourceState(state) for state in values["states"])
    rule: Rule = _RULES[values["kind"]](**fields)
    return rule


def _matcher(values: Values) -> EventMatcher:
    fields: dict[str, Any] = {name: values[name] for name in _AS_WRITTEN if name in values}
    fields |= {name: tuple(map(make, values[name])) for name, make in _WORDS.items() if name in values}
    letter, digit = values.get("grade", (None, None))
    area = values.get("polygon")
    return EventMatcher(
        **fields, letter=letter, digit=digit, near=values.get("places", ()), areas=(area,) if area else (),
        actors=tuple(ActorFilter(who=values[name], role=role) for name, role in _ROLES.items() if values.get(name)),
        figure=FigureFilter(
            units=values["units"], at_least=values.get("figure_at_least"), at_most=values.get("figure_at_most")
        ) if values.get("units") else None,
    )
