"""What could be seen: on which days there are reports of whom, and which feeds answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from vedette.model import Coverage, KnownOutlet, OutletCoverage, SourceState, fold
from vedette.model.source_health import SourceHealth

_BEST_FIRST = (SourceState.STEADY, SourceState.SILENT, SourceState.FAILING)


def states_of(feeds: Iterable[SourceHealth]) -> Mapping[str, SourceState]:
    """Give the state of each outlet that is watched, by its id: that of the best of its feeds.

    An outlet that is new, or of which nothing could be learned yet, is left out.

    Args:
        feeds: How it stands with each feed.
    """
    found: dict[str, set[SourceState]] = defaultdict(set)
    for feed in feeds:
        found[feed.outlet].add(feed.state)
    return {
        outlet: state for outlet, states in sorted(found.items())
        if (state := next((one for one in _BEST_FIRST if one in states), None)) is not None
    }


def by_name(outlets: Iterable[KnownOutlet]) -> Mapping[str, KnownOutlet]:
    """Give the outlets of packs by each of their names, folded."""
    return {fold(name): one for one in outlets for name in (*one.aliases, one.name)}


def coverage_of(
    heard: Iterable[OutletCoverage], *, outlets: Mapping[str, KnownOutlet], states: Mapping[str, SourceState]
) -> Coverage:
    """Put together what could be seen: what packs know of outlets is added to their days.

    Names of one outlet of a pack are one outlet. One that is watched, and of which there is no report, is there
    without days.

    Args:
        heard: Outlets by the names that reports have, with their days.
        outlets: What packs know, from :func:`by_name`.
        states: The states of the outlets that are watched, by id.
    """
    found: dict[str, OutletCoverage] = {}
    for one in heard:
        outlet = outlets.get(fold(one.outlet))
        if outlet is None:
            found[one.outlet] = one
        else:
            own = found.get(outlet.name) or _of_pack(outlet, states, language=one.language)
            found[outlet.name] = replace(own, days=own.days | one.days)
    for outlet in outlets.values() if states else ():
        if outlet.id in states and outlet.name not in found:
            found[outlet.name] = _of_pack(outlet, states)
    return Coverage(outlets=tuple(found[name] for name in sorted(found)))


def _of_pack(
    outlet: KnownOutlet, states: Mapping[str, SourceState], *, language: str | None = None
) -> OutletCoverage:
    return OutletCoverage(
        outlet=outlet.name, id=outlet.id, country=outlet.country, language=outlet.language or language,
        state=states.get(outlet.id, SourceState.UNKNOWN),
    )
