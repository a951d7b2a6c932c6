"""Indicators that are built of others."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from graphlib import TopologicalSorter

from vedette.model import AllRule, AnyRule, Indicator, Measure, MeasureState, Reason, ReasonKind, independent

_MET, _THIN, _UNMET, _UNSEEN = MeasureState.MET, MeasureState.THIN, MeasureState.UNMET, MeasureState.UNSEEN


def compose(indicator: Indicator, rule: AllRule | AnyRule, measured: Mapping[str, Measure]) -> Measure:
    """Say how an indicator stands that is built of others.

    Rule: met where enough of its parts are met. Where it takes thinly met ones to be enough, it is thinly met
    itself, and where it takes those that cannot be observed, it cannot be observed; else it is unmet.

    Args:
        indicator: What is measured.
        rule: Its rule.
        measured: The measures of its parts.
    """
    parts = [measured[part] for part in rule.of]
    state = _state([part.state for part in parts], rule)
    carrying = [part for part in parts if part.state in (_MET, _THIN)]
    number = sum(part.state is _MET for part in parts)
    values = {"met": number, "of": len(parts), "at_least": _needed(rule)}
    events = dict.fromkeys(event for part in carrying for event in part.events)
    return Measure(
        indicator=indicator.id, state=state, events=tuple(events),
        parties=independent(party for part in carrying for party in part.parties),
        last=max((part.last for part in parts if part.state is _MET and part.last is not None), default=None),
        reasons=(Reason(kind=ReasonKind.PARTS, values=values),),
    )


def state_of_parts(indicator: Indicator, states: Mapping[str, MeasureState]) -> MeasureState:
    """Say how an indicator that is built of others would stand, if its parts stood so."""
    rule = indicator.rule
    if not isinstance(rule, AllRule | AnyRule):
        return states[indicator.id]
    return _state([states[part] for part in rule.of], rule)


def in_order_of_building(indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """Give indicators so that each comes after those that it is built of; the reader has refused circles."""
    simple = {one.id: one for one in indicators if not one.parts}
    built = {one.id: one for one in indicators if one.parts}
    order = TopologicalSorter({one.id: one.parts for one in built.values()}).static_order()
    return (*simple.values(), *(built[name] for name in order if name in built))


def built_upon(indicators: Sequence[Indicator], ids: Collection[str]) -> frozenset[str]:
    """Give these indicators and all that are built of them, however many steps away."""
    found = set(ids)
    for one in in_order_of_building(indicators):
        if not found.isdisjoint(one.parts):
            found.add(one.id)
    return frozenset(found)


def _needed(rule: AllRule | AnyRule) -> int:
    return rule.at_least if isinstance(rule, AnyRule) else len(rule.of)


def _state(states: list[MeasureState], rule: AllRule | AnyRule) -> MeasureState:
    needed = _needed(rule)
    met, thinly, unseen = states.count(_MET), states.count(_THIN), states.count(_UNSEEN)
    if met >= needed:
        return _MET
    if met + thinly >= needed:
        return _THIN
    return _UNSEEN if met + thinly + unseen >= needed else _UNMET
