"""What the claims of one event state of each fact: the values that conflicts, updates and support compare.

A *fact* is named like the field of a conflict: ``happened``, ``period``, ``place``, ``actors``, ``quantity:UNIT``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from vedette.linking.folding import fold_name
from vedette.linking.kinship import INCIDENTS
from vedette.linking.lineage.origins import Body
from vedette.linking.profile import Profile, is_state, party_of
from vedette.linking.when import Window
from vedette.model import TAKING_PART, ActorRole, Factuality, Period, QuantityMention, Stage

_SURE = (Factuality.ASSERTED, Factuality.PROBABLE)

Value = TypeVar("Value")
Bodies = Mapping[str, Body]


@dataclass(frozen=True, slots=True)
class Said(Generic[Value]):
    """One value, as shown and as compared, with the claim that gives it; ``rank`` is its place among the values."""

    shown: str
    value: Value
    profile: Profile
    rank: float = 0.0


@dataclass(frozen=True, slots=True, order=True)
class Counted:
    """What a figure counts: the unit, the thing measured, and whether it is of a plan or of what came of it."""

    unit: str
    of: str
    plan: bool


def speaker_of(said: Said[Value], bodies: Bodies) -> str:
    """Tell speakers apart; each report of unknown origin is a speaker of its own."""
    body = bodies[said.profile.claim.id]
    return body.key if body.known else f"unknown:{said.profile.report.id}"


def stated_happening(profiles: Sequence[Profile]) -> list[Said[bool]]:
    """Whether: somebody is sure of it, and somebody denies it. To deny that it was called off denies nothing."""
    return [
        Said("denied" if profile.denies else "asserted", profile.denies, profile, profile.denies)
        for profile in profiles
        if profile.claim.stage is not Stage.CANCELLED and (profile.denies or profile.claim.factuality in _SURE)
    ]


def stated_periods(profiles: Sequence[Profile]) -> dict[Stage, list[Said[Window]]]:
    """When, by stage: the date of a plan is not that of what came of it."""
    by_stage: dict[Stage, list[Said[Window]]] = defaultdict(list)
    stretches = [p.window for p in profiles if p.window is not None and not p.window.within_a_day]
    for profile in profiles:
        # A day in the middle of an exercise is when somebody looked, not when it was.
        moment = profile.family == "exercise" and profile.window is not None and profile.window.within_a_day
        if moment and any(profile.window and stretch.holds(profile.window) for stretch in stretches):
            continue
        if profile.window is not None and profile.claim.period is not None and profile.claim.period.is_named:
            said = Said(show_period(profile.claim.period), profile.window, profile, profile.window.start)
            by_stage[profile.claim.stage].append(said)
    return by_stage


def stated_places(profiles: Sequence[Profile]) -> list[Said[frozenset[str]]]:
    """Where, as countries. An exercise may be held in many countries at once."""
    return [
        Said(", ".join(sorted(profile.countries)), profile.countries, profile)
        for profile in profiles if profile.countries and profile.family != "exercise"
    ]


def stated_doers(profiles: Sequence[Profile]) -> list[Said[frozenset[str]]]:
    """Who, as the states that are said to have done it: only of incidents, which may be put down to somebody else."""
    said = []
    for profile in profiles:
        doers = frozenset(party_of(a) for a in profile.claim.actors if a.role is ActorRole.INITIATOR)
        if profile.family in INCIDENTS and doers and all(map(is_state, doers)):
            said.append(Said(", ".join(sorted(doers)), doers, profile))
    return said


def stated_figures(profiles: Sequence[Profile]) -> dict[Counted, list[Said[QuantityMention]]]:
    """How many, by what is counted."""
    counted: dict[Counted, list[Said[QuantityMention]]] = defaultdict(list)
    for profile in profiles:
        for quantity in profile.claim.quantities:
            unit, plan = _unit_of(quantity, profile), profile.claim.stage is Stage.PLANNED
            said = Said(show_quantity(quantity), quantity, profile, quantity.value)
            counted[Counted(unit, fold_name(quantity.of or ""), plan)].append(said)
    return {key: counted[key] for key in sorted(counted)}


def scope_of(said: Said[QuantityMention]) -> str:
    """Say what a figure is limited to, in comparable form; empty where it is of the whole."""
    return fold_name(said.value.scope or "")


def by_value(said: Iterable[Said[Value]]) -> dict[str, list[Said[Value]]]:
    """Group what is said by the value shown, the values in their order."""
    grouped: dict[str, list[Said[Value]]] = defaultdict(list)
    for one in sorted(said, key=lambda one: (one.rank, one.shown)):
        grouped[one.shown].append(one)
    return grouped


def _unit_of(quantity: QuantityMention, profile: Profile) -> str:
    """Say what a figure counts: whoever takes part in an exercise is one kind of people, whatever the word."""
    if profile.family in ("exercise", "force") and quantity.unit in TAKING_PART:
        return "people"
    return quantity.unit


def show_period(period: Period) -> str:
    """Write a period as its dates.

    Example:
        >>> show_period(Period(start="2025-09-11T18:00", open_end=True)), show_period(Period(end="2025-09-16"))
        ('since 2025-09-11T18:00', 'until 2025-09-16')
    """
    if period.start is None:
        return f"until {period.end}"
    if period.end is not None:
        return f"{period.start} to {period.end}"
    return f"since {period.start}" if period.open_end else period.start


def show_quantity(quantity: QuantityMention) -> str:
    """Write a quantity in words.

    Example:
        >>> show_quantity(QuantityMention(value=18, unit="drones", qualifier="at_least", scope="Russian"))
        'at least 18 drones (Russian)'
    """
    figure = f"{quantity.value:g}" if quantity.value < 1e6 else f"{quantity.value:.0f}"
    high = "" if quantity.high is None else f" to {quantity.high:g}"
    qualifier = "" if quantity.qualifier == "exactly" else quantity.qualifier.replace("_", " ") + " "
    of = f" of {quantity.of}" if quantity.of else ""
    scope = f" ({quantity.scope})" if quantity.scope else ""
    return f"{qualifier}{figure}{high} {quantity.unit}{of}{scope}"
