"""Step four: what one change would do to a scenario, and which way it goes."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vedette.model import AllRule, AnyRule, Change, Effect, Indicator, Measure, MeasureState, Scenario
from vedette.warning.composing import in_order_of_building, state_of_parts
from vedette.warning.weighing import DIGITS, full_points, level_of

States = Mapping[str, MeasureState]


def effects_of_changes(
    scenario: Scenario, measures: Mapping[str, Measure], *, points: float, level: int
) -> tuple[Effect, ...]:
    """Say of each indicator what it would do if it alone changed, with all that is built of it.

    What is met is supposed to lapse; what is not, to be met today. One that would change nothing is left out.

    Args:
        scenario: The scenario.
        measures: How each of its indicators stands, by its id.
        points: Its points.
        level: Its level.
    """
    states = {name: one.state for name, one in measures.items()}
    above = _above(scenario.indicators)
    known = {one.id: one for one in scenario.indicators}
    effects: list[Effect] = []
    for indicator in scenario.indicators:
        was = measures[indicator.id]
        supposed = _suppose(indicator, states, above.get(indicator.id, ()))
        gain = round(sum(_gain(known[name], measures[name], supposed[name]) for name in supposed.maps[0]), DIGITS)
        reached = level_of(scenario.levels, round(points + gain, DIGITS), met=_Met(supposed), held=level)
        if gain or reached != level:
            effects.append(Effect(
                indicator=indicator.id, change=_change(was), points=gain, level=reached, on=was.lapses
            ))
    return tuple(effects)


def raising(effects: Iterable[Effect], level: int) -> tuple[Effect, ...]:
    """Give the changes that would raise a scenario, those that reach the highest level first, then by points."""
    found = [one for one in effects if one.level > level or (one.level == level and one.points > 0)]
    return tuple(sorted(found, key=lambda one: (-one.level, -one.points)))


def lowering(effects: Iterable[Effect], level: int) -> tuple[Effect, ...]:
    """Give the changes that would lower a scenario, those that reach the lowest level first, then by points."""
    found = [one for one in effects if one.level < level or (one.level == level and one.points < 0)]
    return tuple(sorted(found, key=lambda one: (one.level, one.points)))


@dataclass(frozen=True, slots=True)
class _Met:
    """The indicators that are met in some states."""

    states: States

    def __contains__(self, id: object) -> bool:
        return self.states.get(str(id)) is MeasureState.MET


def _suppose(
    indicator: Indicator, states: dict[str, MeasureState], above: Iterable[Indicator]
) -> ChainMap[str, MeasureState]:
    is_met = states[indicator.id] is MeasureState.MET
    supposed = ChainMap({indicator.id: MeasureState.UNMET if is_met else MeasureState.MET}, states)
    for built in above:
        state = state_of_parts(built, supposed)
        if state is not supposed[built.id]:
            supposed[built.id] = state
    return supposed


def _gain(indicator: Indicator, was: Measure, state: MeasureState) -> float:
    if state is not MeasureState.MET:
        return -was.points
    return 0.0 if was.state is MeasureState.MET else full_points(indicator)


def _change(was: Measure) -> Change:
    match was.state:
        case MeasureState.MET:
            return Change.LAPSED
        case MeasureState.THIN:
            return Change.CORROBORATED
        case _:
            return Change.MET


def _above(indicators: Sequence[Indicator]) -> Mapping[str, Sequence[Indicator]]:
    """Give, for each indicator, those that are built of it, however many steps away, in the order of building."""
    below: dict[str, set[str]] = {}
    above: dict[str, list[Indicator]] = defaultdict(list)
    for one in in_order_of_building(indicators):
        if isinstance(one.rule, AllRule | AnyRule):
            below[one.id] = set(one.parts).union(*(below.get(part, ()) for part in one.parts))
            for name in sorted(below[one.id]):
                above[name].append(one)
    return above
