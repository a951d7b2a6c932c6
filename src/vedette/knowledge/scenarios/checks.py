"""What is wrong between the parts of a scenario: names that lead nowhere, circles, impossible windows and levels."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Any

from vedette.knowledge.entry import Entry
from vedette.knowledge.scenarios.faults import Faults
from vedette.knowledge.scenarios.keys import COUNTING_FIGURES, MATCHING
from vedette.knowledge.scenarios.tables import Table, Tables
from vedette.model import IndicatorKind, Likelihood

_LIKELIHOODS = tuple(Likelihood)


def check(tables: Tables, faults: Faults) -> None:
    """Tell what is wrong between the parts of a scenario.

    Args:
        tables: What the file says; values that are wrong in themselves are told already, and are not there.
        faults: Gathers what is wrong.
    """
    _check_indicators(tables.indicators, faults)
    _check_circles(tables.indicators, faults)
    _check_levels(tables, faults)


def _check_indicators(indicators: tuple[Table, ...], faults: Faults) -> None:
    if not indicators:
        faults.add("has no indicator. Write at least one, beginning with [[indicator]].")
    kinds = {one.values["id"]: one.values.get("kind") for one in indicators if "id" in one.values}
    first: dict[object, int | None] = {}
    for one in indicators:
        identity = one.values.get("id")
        if identity is not None and (number := first.setdefault(identity, one.entry.number)) != one.entry.number:
            faults.tell(one.entry, "id", f"is that of indicator {number} already.", "Give each an id of its own.")
        _check_windows(one, faults)
        _check_match(one, faults)
        for key in ("of", "first", "then"):
            _check_names(one.entry, key, _named(one, key), kinds, faults)
        for key in ("first", "then"):
            if (kind := kinds.get(one.values.get(key))) is not None and kind not in MATCHING:
                faults.tell(one.entry, key, f"'{one.values[key]}' is about no events of its own ({kind}).",
                            "Name an indicator that has a table 'match'.")


def _check_windows(one: Table, faults: Faults) -> None:
    values: Any = one.values
    window, kind = values.get("window"), values.get("kind")
    if kind is IndicatorKind.RHYTHM and window and values.get("at_least", 0) > window:
        faults.tell(one.entry, "at_least", f"{values['at_least']} days do not fit into a window of {window}.",
                    "Give a longer window, or fewer days.")
    if kind is IndicatorKind.BASELINE and window and values.get("baseline", window) < window:
        faults.tell(one.entry, "baseline", f"{values['baseline']} days are shorter than the window of {window}.",
                    "Give a baseline several times as long as the window.")
    if kind is IndicatorKind.ANY and len(values.get("of", ())) < values.get("at_least", 1):
        faults.tell(one.entry, "at_least", f"is more than the {len(values.get('of', ()))} indicators named.",
                    "Name more in 'of', or ask for fewer.")
    if kind is IndicatorKind.ORDER and values.get("first") == values.get("then") is not None:
        faults.tell(one.entry, "then", "is the same as 'first'.", "Name another indicator.")


def _check_match(one: Table, faults: Faults) -> None:
    values: Any = {name.removeprefix("match."): value for name, value in one.values.items()}
    low, high = values.get("figure_at_least"), values.get("figure_at_most")
    if low is not None and high is not None and low > high:
        faults.tell(one.entry, "match.figure_at_most", f"{high:g} is less than figure_at_least, {low:g}.", "Swap them.")
    if (low is not None or high is not None or one.values.get("kind") in COUNTING_FIGURES) and not values.get("units"):
        faults.tell(one.entry, "match.units", "is missing: a figure of what?", 'Write match.units = ["troops"].')
    if values.get("within_km") and not values.get("places"):
        faults.tell(one.entry, "match.within_km", "names no place to be near.", 'Add match.places = ["Brest, BY"].')
    asked = {name for name in one.entry.values if name.startswith("match.") and one.entry.values[name]}
    if one.values.get("kind") in MATCHING and asked <= {"match.stages", "match.factualities", "match.place_roles"}:
        faults.tell(one.entry, "match", "lets every event through.", "Name types, actors or places.")


def _check_circles(indicators: tuple[Table, ...], faults: Faults) -> None:
    built = {one.values["id"]: _parts(one) for one in indicators if "id" in one.values}
    try:
        tuple(TopologicalSorter(built).static_order())
    except CycleError as error:
        names = [str(name) for name in reversed(error.args[1][1:])]
        entry = next(one for one in indicators if one.values.get("id") in names)
        start = names.index(str(entry.values["id"]))
        circle = [*names[start:], *names[: start + 1]]
        key = "of" if "of" in entry.values else "first"
        faults.tell(entry.entry, key, f"runs in a circle: {' -> '.join(circle)}.", "Take one of them out.")


def _check_levels(tables: Tables, faults: Faults) -> None:
    levels, known = tables.levels, {one.values["id"]: None for one in tables.indicators if "id" in one.values}
    if len(levels) < 2:
        faults.add(f"has {len(levels)} levels. Write two or more, beginning each with [[level]].")
    for name, number in Counter(str(one.values.get("name")) for one in levels if "name" in one.values).items():
        if number > 1:
            again = [one for one in levels if one.values.get("name") == name][1]
            faults.tell(again.entry, "name", "is that of another level.", "Give each level a name of its own.")
    for one in levels:
        for key in ("needs", "raised_by"):
            _check_names(one.entry, key, _named(one, key), known, faults)
        _check_falling(one, faults)
    _check_thresholds(levels, faults)
    _check_reach(tables, faults)


def _check_thresholds(levels: tuple[Table, ...], faults: Faults) -> None:
    if levels and levels[0].values.get("from", 0) != 0:
        faults.tell(levels[0].entry, "from", "has to be 0: the first level is where nothing is met.", "Write from = 0.")
    for lower, higher in pairwise(levels):
        below: Any = lower.values.get("from")
        above: Any = higher.values.get("from")
        if below is not None and above is not None and above <= below:
            faults.tell(higher.entry, "from", f"{above:g} is not above the {below:g} of the level before.",
                        "Write the levels from calm to alarm.")
        likely = [_LIKELIHOODS.index(Likelihood(str(one.values["likelihood"]))) for one in (lower, higher)
                  if "likelihood" in one.values]
        if len(likely) == 2 and likely[1] < likely[0]:
            faults.tell(higher.entry, "likelihood", "is less likely than the level before.",
                        f"Use some of, least likely first: {', '.join(_LIKELIHOODS)}.")


def _check_falling(level: Table, faults: Faults) -> None:
    values: Any = level.values
    below, needed = values.get("falls_below"), values.get("from")
    if below is None or needed is None:
        return
    if needed == 0:
        faults.tell(level.entry, "falls_below", "does not belong to the first level, which always holds.",
                    "Take it out.")
    elif below > needed:
        faults.tell(level.entry, "falls_below", f"{below:g} is more than the {needed:g} from which on it holds.",
                    "Give fewer points than 'from'.")


def _check_reach(tables: Tables, faults: Faults) -> None:
    """A level that no points can reach would be a promise that nobody keeps."""
    if faults.found:
        return
    weights: list[Any] = [one.values.get("weight", 1.0) for one in tables.indicators if not one.values.get("against")]
    for level in tables.levels:
        needed: Any = level.values["from"]
        if needed > sum(weights) and not level.values.get("raised_by"):
            most = f"{needed:g} is more than all indicators together give ({sum(weights):g})."
            faults.tell(level.entry, "from", most,
                        "Lower it, or give the indicators more weight.")


def _check_names(entry: Entry, key: str, names: Iterable[str], known: Iterable[object], faults: Faults) -> None:
    ids = sorted(map(str, known))
    for name in names:
        if name not in ids:
            near = difflib.get_close_matches(name, ids, n=1)
            fix = f"Did you mean '{near[0]}'?" if near else f"There are: {', '.join(ids) or 'none'}."
            faults.tell(entry, key, f"no indicator has the id '{name}'.", fix)


def _named(table: Table, key: str) -> tuple[str, ...]:
    found: Any = table.values.get(key, ())
    return (found,) if isinstance(found, str) else tuple(found)


def _parts(table: Table) -> tuple[str, ...]:
    return (*_named(table, "of"), *_named(table, "first"), *_named(table, "then"))
