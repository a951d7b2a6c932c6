"""Sums of incidents ("two drones in July", "40 violations since January"), and the events that are their parts.

A sum is no incident: it is never merged with one of its parts, and its figure contradicts
none of theirs. It is linked to them. An event is a **part of a sum** where all of this holds:

=========  ==========================================================================================
type       of one kind (what can be one event, see ``kinship``), neither planned, called off nor denied
place      a spot that the sum names; where it names none, in one of its countries
period     shorter than that of the sum and wholly inside it; "since" ends on the day of the report
doer       no other state than the one that the sum names, where both name one
figure     of the same things: no larger than that of the sum
=========  ==========================================================================================

More parts than the figure counts are all linked: which of them it means, nobody said. All
of it is found from the two events alone; :func:`sum_keys` names the blocks in which they meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from vedette.linking.disagreement.figures import ROUNDING, interval_of
from vedette.linking.kinship import INCIDENTS, kin_of
from vedette.linking.profile import is_state, party_of
from vedette.linking.when import FOREVER, MIDNIGHT_HOURS, Window, day_number, window_of
from vedette.linking.whereabouts import countries_of, scene_of, spots_of
from vedette.model import ActorRole, Event, Factuality, QuantityMention, Stage, type_definition

AGGREGATE_HOURS = 72
"""A count over more than three days is a sum of incidents, not one of them."""
MAX_MONTHS = 36
"""A sum over more months than this is looked at in the latest of them only."""
# Whatever else is counted (people, crossings, kilograms) does not count incidents.
_INCIDENTS_BY = {
    "drones": "drones", "UAVs": "drones", "balloons": "balloons", "aircraft": "aircraft", "planes": "aircraft",
    "jets": "aircraft", "fighter jets": "aircraft", "fighter aircraft": "aircraft", "warplanes": "aircraft",
    "bombers": "aircraft", "helicopters": "helicopters", "missiles": "missiles", "cruise missiles": "missiles",
    "ballistic missiles": "missiles", "rockets": "missiles", "bombs": "bombs", "shells": "shells", "ships": "ships",
    "warships": "ships", "vessels": "ships", "boats": "ships", "tankers": "ships", "violations": "violations",
    "incidents": "incidents", "cases": "incidents", "attacks": "attacks", "strikes": "attacks",
    "explosions": "explosions", "attempts": "attempts", "flights": "flights", "sorties": "flights",
}

SumKey = tuple[str, str, int]
"""What a sum and its parts share: the kind of event, a country, a month."""


def is_sum_over(window: Window, quantities: Iterable[QuantityMention], *, family: str, told: int | None) -> bool:
    """Say whether a figure counts incidents over more than three days.

    Args:
        window: The period.
        quantities: The figures.
        family: Of the type of event: only incidents are summed up.
        told: The day of the report, at which "since" ends; ``None`` where not known.
    """
    if family not in INCIDENTS:
        return False
    ended = until_told(window, told)
    return ended.end - ended.start > AGGREGATE_HOURS and any(count > 1 for _, _, count in _counts(quantities))


def until_told(window: Window, told: int | None) -> Window:
    """End a period that goes on with the day on which it was told of, or where that is not known with its opening."""
    if window.end < FOREVER:
        return window
    end = window.opening.end if told is None else max((told + 1) * 24, window.opening.end)
    return Window(window.start, end, window.precision)


def link_sums(events: Sequence[Event]) -> tuple[Event, ...]:
    """Give the events, each sum with its ``parts`` and each part with the sums that it is ``part_of``.

    Args:
        events: All that could be parts of one another; links that they had are made anew.
    """
    blocks: dict[SumKey, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        for key in sum_keys(event):
            blocks[key].append(number)
    parts: dict[int, set[int]] = defaultdict(set)
    for members in blocks.values():
        for whole in members:
            if is_sum(events[whole]):
                parts[whole].update(part for part in members if is_part(events[part], events[whole]))
    wholes: dict[int, set[int]] = defaultdict(set)
    for whole, found in parts.items():
        for part in found:
            wholes[part].add(whole)
    return tuple(
        replace(event, parts=_ids(events, parts.get(number, ())), part_of=_ids(events, wholes.get(number, ())))
        for number, event in enumerate(events)
    )


def sum_keys(event: Event) -> frozenset[SumKey]:
    """Name the blocks in which an event meets the sums that it may be a part of, and a sum its parts."""
    window = _window(event)
    if window is None or not _holds(event) or type_definition(event.type).family not in INCIDENTS:
        return frozenset()
    first, last = window.start // 24 // 30, (window.end - 1) // 24 // 30
    months = range(max(first, last - MAX_MONTHS), last + 1)
    kin, countries = kin_of(event.type), countries_of(scene_of(event.places))
    return frozenset((kin, country, month) for country in countries for month in months)


def is_part(part: Event, whole: Event) -> bool:
    """Say whether an event is one of those that a sum counts, by the rule at the top of this module."""
    inside, period = _window(part), _window(whole)
    if part.id == whole.id or inside is None or period is None or kin_of(part.type) != kin_of(whole.type):
        return False
    if not (_holds(part) and is_sum(whole) and _within(inside, period) and _placed_within(part, whole)):
        return False
    doers, blamed = _states(part), _states(whole)
    return not (doers and blamed and doers.isdisjoint(blamed)) and _counted_within(part, whole)


def is_sum(event: Event) -> bool:
    """Say whether an event is a sum of incidents."""
    period = window_of(event.period)
    family = type_definition(event.type).family
    return period is not None and _holds(event) and is_sum_over(
        period, event.quantities, family=family, told=_told(event)
    )


def _holds(event: Event) -> bool:
    return event.stage not in (Stage.PLANNED, Stage.CANCELLED) and event.factuality is not Factuality.DENIED


def _window(event: Event) -> Window | None:
    window = window_of(event.period)
    return None if window is None or window.start < 0 else until_told(window, _told(event))


def _told(event: Event) -> int | None:
    """Give the last day on which something new was told of it."""
    return max((day for step in event.history if (day := day_number(step.published)) is not None), default=None)


def _within(part: Window, whole: Window) -> bool:
    """Say whether it is shorter and inside; the night in which the period begins or ends belongs to it."""
    shorter = part.end - part.start < whole.end - whole.start
    return shorter and part.start >= whole.start - MIDNIGHT_HOURS and part.end <= whole.end + MIDNIGHT_HOURS


def _placed_within(part: Event, whole: Event) -> bool:
    here, there = scene_of(part.places), scene_of(whole.places)
    spots = spots_of(there)
    return bool(spots & spots_of(here)) if spots else bool(countries_of(there) & countries_of(here))


def _states(event: Event) -> frozenset[str]:
    doers = (party_of(actor) for actor in event.actors if actor.role is ActorRole.INITIATOR)
    return frozenset(party for party in doers if is_state(party))


def _counted_within(part: Event, whole: Event) -> bool:
    most: dict[str, float] = defaultdict(float)
    for unit, _, high in _counts(whole.quantities):
        most[unit] = max(most[unit], high)
    return all(low <= most[unit] * (1 + ROUNDING) for unit, low, _ in _counts(part.quantities) if unit in most)


def _counts(quantities: Iterable[QuantityMention]) -> list[tuple[str, float, float]]:
    """Give what figures count incidents by, with the least and the most that each can mean."""
    return [(_INCIDENTS_BY[one.unit], *interval_of(one)) for one in quantities if one.unit in _INCIDENTS_BY]


def _ids(events: Sequence[Event], numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(sorted(events[number].id for number in numbers))
