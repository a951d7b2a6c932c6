"""Which indicators an event can touch, found without looking at the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vedette.model import Event, EventMatcher, Indicator, Scenario

ANY = ""
"""Stands for every type, or every country, where a matcher names none."""

Key = tuple[str, str]
"""A type of event and a country."""


@dataclass(frozen=True, slots=True)
class Index:
    """Indicators by the type and country of what they are about.

    Make it with :meth:`of`, ask it with :func:`touched`.
    """

    scenarios: Mapping[str, Scenario]
    entries: Mapping[Key, tuple[tuple[str, Indicator], ...]] = field(repr=False)

    @classmethod
    def of(cls, scenarios: Iterable[Scenario]) -> Index:
        """Make the index of some scenarios; of two with the same id the last one counts."""
        known = {scenario.id: scenario for scenario in scenarios}
        entries: dict[Key, list[tuple[str, Indicator]]] = defaultdict(list)
        for scenario in known.values():
            for indicator in scenario.indicators:
                for key in _keys(indicator.matcher) if indicator.matcher is not None else ():
                    entries[key].append((scenario.id, indicator))
        return cls(known, {key: tuple(found) for key, found in entries.items()})


def touched(event: Event, index: Index) -> tuple[tuple[Scenario, Indicator], ...]:
    """Give the indicators that may be about an event, with their scenarios.

    Each is found by the type of the event and the countries of its places; :func:`match` says whether
    it is about it. An event that changed touches what it touched before, too.

    Args:
        event: The event.
        index: The indicators of all scenarios.
    """
    countries = {ANY, *(country for one in event.places for country in one.place.countries)}
    found: dict[tuple[str, str], tuple[Scenario, Indicator]] = {}
    for kind in (event.type, ANY):
        for country in sorted(countries):
            for scenario, indicator in index.entries.get((kind, country), ()):
                found[scenario, indicator.id] = (index.scenarios[scenario], indicator)
    return tuple(found[key] for key in sorted(found))


def _keys(matcher: EventMatcher) -> list[Key]:
    countries = matcher.countries or tuple({code for pair in matcher.borders for code in pair}) or (ANY,)
    return [(kind, country) for kind in matcher.types or (ANY,) for country in sorted(set(countries))]
