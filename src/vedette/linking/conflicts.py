"""Values of one event that cannot all hold, side by side, with who gives which.

Not a conflict: a rounded figure (within 10%), "at least 18" and 21, ranges that
overlap, counts of different things or with different scope, a plan and what
came of it, one night told from either side of midnight, and a figure or date
that its own origin revised (only the latest word of each origin is looked at).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from vedette.linking.folding import fold_name
from vedette.linking.origins import Body
from vedette.linking.profile import Profile
from vedette.linking.when import Window, disagree
from vedette.model import Conflict, ConflictValue, Factuality, Period, QuantityMention, Stage

ROUNDING = 0.10
"""Share by which two figures may differ and still be one figure, rounded."""
_TAKING_PART = frozenset({
    "troops", "soldiers", "servicemen", "servicewomen", "personnel", "people", "persons", "participants", "military",
})
_SURE = (Factuality.ASSERTED, Factuality.PROBABLE)

Value = TypeVar("Value")
Bodies = Mapping[str, Body]


@dataclass(frozen=True, slots=True)
class _Said(Generic[Value]):
    """One value, as shown and as compared, with the claim that gives it; ``rank`` is its place among the values."""

    shown: str
    value: Value
    profile: Profile
    rank: float = 0.0


def find_conflicts(profiles: Sequence[Profile], bodies: Bodies) -> tuple[Conflict, ...]:
    """Find what the claims of one event disagree on: whether it happened, when, where, how many.

    Args:
        profiles: The claims of one event, in canonical order.
        bodies: Whose word each claim is, by claim id.
    """
    held = [profile for profile in profiles if not profile.denies]
    return (
        *_on_happening(profiles, bodies), *_on_period(held, bodies),
        *_on_place(held, bodies), *_on_quantities(held, bodies),
    )


def interval_of(quantity: QuantityMention) -> tuple[float, float]:
    """Give the least and the most that a figure can mean.

    Example:
        >>> interval_of(QuantityMention(value=18, unit="drones", qualifier="at_least"))
        (18, inf)
    """
    if quantity.high is not None:
        return quantity.value, quantity.high
    if quantity.qualifier == "at_least":
        return quantity.value, float("inf")
    return (0.0 if quantity.qualifier == "at_most" else quantity.value), quantity.value


def _on_happening(profiles: Sequence[Profile], bodies: Bodies) -> Iterable[Conflict]:
    """Whether: somebody is sure of it, and somebody denies it. To deny that it was called off denies nothing."""
    said = [
        _Said("denied" if profile.denies else "asserted", profile.denies, profile, profile.denies)
        for profile in profiles
        if profile.claim.stage is not Stage.CANCELLED and (profile.denies or profile.claim.factuality in _SURE)
    ]
    return _conflict("happened", _latest_words(said, bodies), bodies, differ=lambda one, other: one is not other)


def _on_period(profiles: Sequence[Profile], bodies: Bodies) -> Iterable[Conflict]:
    by_stage: dict[Stage, list[_Said[Window]]] = defaultdict(list)
    stretches = [p.window for p in profiles if p.window is not None and not p.window.within_a_day]
    for profile in profiles:
        # A day in the middle of an exercise is when somebody looked, not when it was.
        moment = profile.family == "exercise" and profile.window is not None and profile.window.within_a_day
        if moment and any(profile.window and stretch.holds(profile.window) for stretch in stretches):
            continue
        if profile.window is not None and profile.claim.period is not None:
            said = _Said(show_period(profile.claim.period), profile.window, profile, profile.window.start)
            by_stage[profile.claim.stage].append(said)
    for stage in Stage:
        yield from _conflict("period", _latest_words(by_stage[stage], bodies), bodies, differ=disagree)


def _on_place(profiles: Sequence[Profile], bodies: Bodies) -> Iterable[Conflict]:
    """Where: countries with nothing in common. An exercise may be held in many countries at once."""
    said = [
        _Said(", ".join(sorted(profile.countries)), profile.countries, profile)
        for profile in profiles if profile.countries and profile.family != "exercise"
    ]
    return _conflict("place", _latest_words(said, bodies), bodies, differ=lambda one, other: not one & other)


def _on_quantities(profiles: Sequence[Profile], bodies: Bodies) -> Iterable[Conflict]:
    counted: dict[tuple[str, str, str, bool], list[_Said[QuantityMention]]] = defaultdict(list)
    for profile in profiles:
        for quantity in profile.claim.quantities:
            plan = profile.claim.stage is Stage.PLANNED
            key = (_counted(quantity, profile), fold_name(quantity.of or ""), fold_name(quantity.scope or ""), plan)
            counted[key].append(_Said(show_quantity(quantity), quantity, profile, quantity.value))
    for key in sorted(counted):
        yield from _conflict(f"quantity:{key[0]}", _latest_words(counted[key], bodies), bodies, differ=_figures_differ)


def _counted(quantity: QuantityMention, profile: Profile) -> str:
    """Say what a figure counts: whoever takes part in an exercise is one kind of people, whatever the word."""
    if profile.family in ("exercise", "force") and quantity.unit in _TAKING_PART:
        return "people"
    return quantity.unit


def _figures_differ(one: QuantityMention, other: QuantityMention) -> bool:
    (low, high), (least, most) = interval_of(one), interval_of(other)
    return max(low, least) * (1 - ROUNDING) > min(high, most)


def _latest_words(said: Sequence[_Said[Value]], bodies: Bodies) -> list[_Said[Value]]:
    """Keep what each origin said last: what it said before, it has revised."""
    last: dict[str, str] = {}
    for one in said:
        last[_speaker(one, bodies)] = max(one.profile.key[0], last.get(_speaker(one, bodies), ""))
    return [one for one in said if one.profile.key[0] == last[_speaker(one, bodies)]]


def _speaker(said: _Said[Value], bodies: Bodies) -> str:
    body = bodies[said.profile.claim.id]
    return body.key if body.known else f"unknown:{said.profile.report.id}"


def _conflict(
    field: str, said: Sequence[_Said[Value]], bodies: Bodies, *, differ: Callable[[Value, Value], bool]
) -> Iterable[Conflict]:
    """Show every value that cannot hold beside another origin's."""
    by_value: dict[str, list[Profile]] = defaultdict(list)
    speakers: dict[str, set[str]] = defaultdict(set)
    values = {one.shown: one for one in sorted(said, key=lambda one: (one.rank, one.shown))}
    for one in said:
        speakers[one.shown].add(_speaker(one, bodies))
        by_value[one.shown].append(one.profile)
    against = [
        shown for shown, one in values.items()
        if any(differ(one.value, other.value) and len(speakers[shown] | speakers[rival]) > 1
               for rival, other in values.items())
    ]
    if not against:
        return
    yield Conflict(field=field, values=tuple(
        ConflictValue(
            value=value, claims=tuple(sorted({profile.claim.id for profile in profiles})),
            origins=tuple(sorted({bodies[profile.claim.id].name for profile in profiles})),
        )
        for value, profiles in ((shown, by_value[shown]) for shown in against)
    ))


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
