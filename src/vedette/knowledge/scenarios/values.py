"""The value of one key, in the form that it has to have."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite

from vedette.errors import UsageError
from vedette.knowledge.entry import Entry
from vedette.knowledge.scenarios.areas import polygon
from vedette.knowledge.scenarios.keys import Form, Key
from vedette.knowledge.scenarios.units import meant_unit
from vedette.knowledge.watch_list import find_border, find_place
from vedette.model import Bodies, Gazetteer, Knowledge, admiralty_code

ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Known:
    """What names in a scenario are checked against."""

    gazetteer: Gazetteer
    bodies: Bodies

    @classmethod
    def of(cls, knowledge: Knowledge) -> Known:
        """Make it from the packs."""
        return cls(knowledge.gazetteer, Bodies.known(knowledge))


def read_value(entry: Entry, name: str, key: Key, known: Known) -> object:
    """Give the value of a key that is written.

    Args:
        entry: The table in which it is written.
        name: Under which name it is written there (``match.types``).
        key: What is expected.
        known: What names are checked against.

    Raises:
        KnowledgeError: The value is wrong; names file, entry, key and fix.
    """
    if entry.values[name] == []:
        entry.fail(name, "is empty, which would let everything through.", "Name something, or leave the key out.")
    return _READERS[key.form](entry, name, key, known)


def _whole(entry: Entry, name: str, key: Key, known: Known) -> int:
    found = entry.values[name]
    if isinstance(found, bool) or not isinstance(found, int):
        entry.fail(name, f"has to be a whole number, not {found!r}.", f"Write {name} = {_example(key)}.")
    _check_bounds(entry, name, key, found)
    return found


def _number(entry: Entry, name: str, key: Key, known: Known) -> float:
    found = entry.values[name]
    if isinstance(found, bool) or not isinstance(found, int | float) or not isfinite(found):
        entry.fail(name, f"has to be a number, not {found!r}.", f"Write {name} = {_example(key)}.")
    _check_bounds(entry, name, key, found)
    return float(found)


def _check_bounds(entry: Entry, name: str, key: Key, found: float) -> None:
    low = key.least if key.above is None else key.above
    too_low = low is not None and (found < low if key.above is None else found <= low)
    if too_low or (key.most is not None and found > key.most):
        least = f"more than {key.above:g}" if key.above is not None else f"{key.least or 0:g} or more"
        most = "" if key.most is None else f" and at most {key.most:g}"
        entry.fail(name, f"{found} is out of bounds.", f"Give {least}{most}.")


def _example(key: Key) -> str:
    return f"{(key.least or 0) + 1 if key.above is None else key.above + 1:g}"


def _id(entry: Entry, name: str, key: Key, known: Known) -> str:
    found = entry.text(name)
    if not ID.fullmatch(found):
        entry.fail(name, f"'{found}' is no id.", "Use small letters, digits, - and _, as in drones-at-border.")
    return found


def _choices(entry: Entry, name: str, key: Key, known: Known) -> tuple[str, ...]:
    for found in (written := entry.texts(name)):
        if found not in key.choices:
            near = difflib.get_close_matches(found, key.choices, n=1)
            fix = f"Did you mean '{near[0]}'? " if near else ""
            entry.fail(name, f"'{found}' is not known.", f"{fix}Use some of: {', '.join(key.choices)}.")
    return written


def _units(entry: Entry, name: str, key: Key, known: Known) -> tuple[str, ...]:
    for unit in (written := entry.texts(name)):
        if (meant := meant_unit(unit)) is not None:
            entry.fail(name, f"nothing is counted in '{unit}'.", f"Did you mean '{meant}'?")
    return written


def _countries(entry: Entry, name: str, key: Key, known: Known) -> tuple[str, ...]:
    for code in (found := entry.countries(name)):
        if known.gazetteer.country(code) is None:
            entry.fail(name, f"no country has the code '{code}'.", 'Write ISO 3166-1 alpha-2, as in "LT".')
    return found


def _actors(entry: Entry, name: str, key: Key, known: Known) -> tuple[str, ...]:
    for actor in (found := entry.texts(name)):
        if known.bodies.find(actor) is None:
            fix = 'Write the id of a pack, as in "BY", "NATO" or "BY-MoD", or add the actor in actors.toml.'
            entry.fail(name, f"no actor has the id '{actor}'.", fix)
    return found


def _grade(entry: Entry, name: str, key: Key, known: Known) -> tuple[str | None, int | None]:
    try:
        return admiralty_code(found := entry.text(name))
    except UsageError:
        entry.fail(name, f"'{found}' is no Admiralty code.", 'Write the worst that passes, as in "C3", "C" or "3".')


_Reader = Callable[[Entry, str, Key, Known], object]
_READERS: Mapping[Form, _Reader] = {
    Form.TEXT: lambda entry, name, key, known: entry.text(name),
    Form.ID: _id,
    Form.TEXTS: lambda entry, name, key, known: entry.texts(name),
    Form.UNITS: _units,
    Form.FLAG: lambda entry, name, key, known: entry.flag(name),
    Form.WHOLE: _whole,
    Form.NUMBER: _number,
    Form.CHOICE: lambda entry, name, key, known: entry.choice(name, key.choices),
    Form.CHOICES: _choices,
    Form.COUNTRIES: _countries,
    Form.ACTORS: _actors,
    Form.PLACES: lambda entry, name, key, known: tuple(
        find_place(one, entry, known.gazetteer, key=name) for one in entry.texts(name)
    ),
    Form.BORDERS: lambda entry, name, key, known: tuple(
        find_border(one, entry, known.gazetteer, key=name).countries for one in entry.texts(name)
    ),
    Form.POLYGON: lambda entry, name, key, known: polygon(entry, name),
    Form.GRADE: _grade,
}
