"""The tables of a scenario's file, each read whole: what is right is given, what is wrong is gathered."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from vedette.knowledge.entry import Entry
from vedette.knowledge.scenarios.faults import Faults
from vedette.knowledge.scenarios.keys import INDICATOR, LEVEL, MATCHING, SCENARIO, Key, keys_of
from vedette.knowledge.scenarios.values import Known, read_value
from vedette.model import IndicatorKind

LISTS = ("level", "indicator")
INNER = ("match", "seen_by")
Values = Mapping[str, object]
_OF_SOME_KIND = frozenset(name for kind in IndicatorKind for name in keys_of(kind))


@dataclass(frozen=True, slots=True)
class Table:
    """One table as it was written, and the values in it that are right."""

    entry: Entry
    values: Values


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of a file."""

    top: Table
    levels: tuple[Table, ...]
    indicators: tuple[Table, ...]


def read_tables(content: Values, known: Known, faults: Faults) -> Tables:
    """Read every table of a file.

    Args:
        content: What the file says.
        known: What names are checked against.
        faults: Gathers what is wrong.
    """
    top = {key: value for key, value in content.items() if key not in LISTS}
    return Tables(
        top=_read(Entry(file=faults.file, table="scenario", number=None, values=top), SCENARIO, known, faults),
        levels=tuple(_read(entry, LEVEL, known, faults) for entry in entries(content, "level", faults)),
        indicators=tuple(_indicator(entry, known, faults) for entry in entries(content, "indicator", faults)),
    )


def entries(content: Values, table: str, faults: Faults) -> Iterator[Entry]:
    """Give the entries of a list of tables."""
    rows = content.get(table, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        faults.add(f"'{table}' is not a list of tables. Begin each with [[{table}]].")
        return
    for number, row in enumerate(rows, start=1):
        yield Entry(file=faults.file, table=table, number=number, values=row)


def _indicator(entry: Entry, known: Known, faults: Faults) -> Table:
    """Read an indicator with the tables in it; without its kind, nothing else of it can be judged."""
    flat = replace(entry, values=_flat(entry, faults))
    kind = faults.attempt(flat, "kind", lambda: IndicatorKind(flat.choice("kind", INDICATOR["kind"].choices)))
    if kind is None:
        return Table(flat, {name: flat.values[name] for name in ("id",) if isinstance(flat.values.get(name), str)})
    read = _read(flat, keys_of(kind), known, faults, kind=kind)
    if kind in MATCHING and not any(name.startswith("match.") for name in flat.values):
        faults.tell(flat, "match", "is missing.", 'Say which events it is about, as in match.types = ["exercise"].')
    return Table(flat, {**read.values, "kind": kind})


def _flat(entry: Entry, faults: Faults) -> Values:
    """Write what lies in the tables of an indicator as ``match.types``, as TOML itself allows it."""
    flat = {name: value for name, value in entry.values.items() if name not in INNER}
    for table in INNER:
        inner = entry.values.get(table, {})
        if isinstance(inner, dict):
            flat |= {f"{table}.{name}": value for name, value in inner.items()}
        else:
            faults.tell(entry, table, f"has to be a table, not {inner!r}.", f"Begin it with [indicator.{table}].")
    return flat


def _read(
    entry: Entry, keys: Mapping[str, Key], known: Known, faults: Faults, *, kind: IndicatorKind | None = None
) -> Table:
    values: dict[str, object] = {}
    for name in entry.values:
        if name not in keys:
            _tell_unknown(entry, name, keys, faults, kind=kind)
    for name, key in keys.items():
        if name not in entry.values:
            if key.needed:
                faults.tell(entry, name, "is missing.", f"Write {name} = ...: {key.about}")
            continue
        found = faults.attempt(entry, name, _Reading(entry, name, key, known))
        if found is not None:
            values[name] = found
    return Table(entry, values)


@dataclass(frozen=True, slots=True)
class _Reading:
    entry: Entry
    name: str
    key: Key
    known: Known

    def __call__(self) -> object:
        return read_value(self.entry, self.name, self.key, self.known)


def _tell_unknown(
    entry: Entry, name: str, keys: Mapping[str, Key], faults: Faults, *, kind: IndicatorKind | None
) -> None:
    if kind is not None and name in _OF_SOME_KIND:
        faults.tell(entry, name, f"does not belong to the kind '{kind}'.", "Take it out, or choose another kind.")
        return
    near = difflib.get_close_matches(name, keys, n=1)
    fix = f"Did you mean '{near[0]}'?" if near else f"Known keys: {', '.join(sorted(keys))}."
    faults.tell(entry, name, "is not a key of this table.", fix)
