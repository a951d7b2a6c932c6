"""Packs: folders of TOML files with what a region knows."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn, TypeVar

from vedette.errors import KnowledgeError
from vedette.knowledge import nouns
from vedette.knowledge.entry import Entry
from vedette.knowledge.nouns import NamedPlace
from vedette.knowledge.outlets import outlet
from vedette.model import (
    KnownActor,
    KnownBody,
    KnownEquipment,
    KnownExercise,
    KnownHolder,
    KnownOutlet,
    Place,
)

_Noun = TypeVar("_Noun")

SHIPPED = (Path(__file__).parent / "packs" / "world", Path(__file__).parent / "packs" / "baltic")
SCENARIOS = "scenarios"
"""The folder of a pack whose files are read by :mod:`vedette.knowledge.scenarios`."""
# File of a pack -> name of its tables: actors.toml holds [[actor]] entries.
TABLES: Mapping[str, str] = {
    "actors.toml": "actor",
    "bodies.toml": "body",
    "holders.toml": "holder",
    "outlets.toml": "outlet",
    "exercises.toml": "exercise",
    "equipment.toml": "equipment",
    "places.toml": "place",
    "borders.toml": "border",
    "watch.toml": "watch",
}
# The folder of a pack whose files are an outlet each.
OUTLETS = "outlets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Packs:
    """All packs merged, each noun by its id (equipment by name, a border by its two codes in order)."""

    actors: dict[str, KnownActor] = field(default_factory=dict)
    outlets: dict[str, KnownOutlet] = field(default_factory=dict)
    exercises: dict[str, KnownExercise] = field(default_factory=dict)
    equipment: dict[str, KnownEquipment] = field(default_factory=dict)
    places: dict[str, NamedPlace] = field(default_factory=dict)
    bodies: dict[str, KnownBody] = field(default_factory=dict)
    holders: dict[tuple[str, str], KnownHolder] = field(default_factory=dict)
    borders: dict[tuple[str, str], Place] = field(default_factory=dict)
    watch: dict[str, Entry] = field(default_factory=dict)
    """As written: its places are looked up in the gazetteer, which needs the other packs first."""


def read_packs(folders: Sequence[Path]) -> Packs:
    """Read packs one after the other; a later entry with the same id replaces an earlier one.

    Raises:
        KnowledgeError: A folder or file cannot be read, or an entry is wrong.
    """
    entries = [entry for folder in folders for entry in _entries_of(folder)]
    packs = Packs(
        actors=_by_id(entries, "actor", nouns.actor),
        outlets=_by_id(entries, "outlet", outlet),
        exercises=_by_id(entries, "exercise", nouns.exercise),
        equipment=_by_id(entries, "equipment", nouns.equipment, key="name"),
        places=_by_id(entries, "place", nouns.place),
        bodies=_by_id(entries, "body", nouns.body),
        holders={(one.name, one.of): one for one in (nouns.holder(e) for e in entries if e.table == "holder")},
        borders={border_key(*b.countries): b for b in (nouns.border(e) for e in entries if e.table == "border")},
        watch=_by_id(entries, "watch", lambda entry: entry),
    )
    _check_parties(entries, packs.actors)
    _check_bodies(entries, packs)
    return packs


def read_outlets(folders: Sequence[Path]) -> dict[str, KnownOutlet]:
    """Read the outlets of packs and nothing else, by the rules of :func:`read_packs`.

    Raises:
        KnowledgeError: A folder or a file of outlets cannot be read, or an entry is wrong.
    """
    entries = [entry for folder in folders for entry in _entries_of(folder, table="outlet")]
    return _by_id(entries, "outlet", outlet)


def border_key(first: str, second: str) -> tuple[str, str]:
    """Give the key of a border, whichever country is named first.

    Example:
        >>> border_key("PL", "BY")
        ('BY', 'PL')
    """
    return (first, second) if first < second else (second, first)


def _by_id(
    entries: Sequence[Entry], table: str, make: Callable[[Entry], _Noun], *, key: str = "id"
) -> dict[str, _Noun]:
    made: dict[str, _Noun] = {}
    written: dict[tuple[Path, str], Entry] = {}
    for entry in entries:
        if entry.table == table:
            noun, identity = make(entry), entry.text(key)
            if (first := written.setdefault((entry.pack, identity), entry)) is not entry:
                _tell_twice(first, entry, key)
            made[identity] = noun
    return made


def _tell_twice(first: Entry, entry: Entry, key: str) -> NoReturn:
    if first.file == entry.file:
        entry.fail(key, f"stands in {entry.table} {first.number} already.", "Merge the two entries or rename one.")
    listed = first if first.number is not None else entry
    fix = f"Take it out of {listed.file} ({listed.table} {listed.number}), or remove the file."
    raise KnowledgeError(f"{entry.file}: '{entry.text(key)}' stands in {first.file} too. {fix}")


def _check_parties(entries: Sequence[Entry], actors: Mapping[str, KnownActor]) -> None:
    for entry in entries:
        if entry.table == "actor" and (party := actors[entry.text("id")].party) not in actors:
            entry.fail("party", f"no actor has the id '{party}'.", "Add that actor or correct the party.")


def _check_bodies(entries: Sequence[Entry], packs: Packs) -> None:
    """Check that bodies that are named are there, and that a state has each but once."""
    taken: dict[tuple[str, str], str] = {}
    for entry in (entry for entry in entries if entry.table == "actor" and "bodies" in entry.values):
        actor = packs.actors[entry.text("id")]
        for body in actor.bodies:
            if body not in packs.bodies:
                entry.fail("bodies", f"no body has the id '{body}'.", f"Use some of: {', '.join(packs.bodies)}.")
            if (first := taken.setdefault((actor.party, body), actor.id)) != actor.id:
                entry.fail("bodies", f"'{first}' is {body} of {actor.party} already.", "Take it off one of the two.")
    for entry in (entry for entry in entries if entry.table == "holder"):
        of = entry.text("of")
        state, _, body = of.partition("-")
        if of not in packs.actors and not (state in packs.actors and body in packs.bodies):
            entry.fail("of", f"no body has the id '{of}'.", 'Write a body of a pack, as in of = "EE-President".')


def _entries_of(folder: Path, *, table: str | None = None) -> Iterator[Entry]:
    if not folder.is_dir():
        raise KnowledgeError(f"{folder}: there is no such pack. Give the folder that holds its TOML files.")
    files, outlets = sorted(folder.glob("*.toml")), sorted((folder / OUTLETS).glob("*.toml"))
    if not files and not outlets and not (folder / SCENARIOS).is_dir():
        raise KnowledgeError(f"{folder}: holds no file of a pack. Add one of: {', '.join(TABLES)}.")
    for file in files:
        if table in (None, TABLES.get(file.name)):
            yield from _entries_in(file)
    if table in (None, "outlet"):
        yield from map(outlet_entry, outlets)


def outlet_entry(file: Path) -> Entry:
    """Read the file of one outlet; the name of the file is its id.

    Raises:
        KnowledgeError: It cannot be read, is no TOML, or says an id of its own.
    """
    content = _parse(file)
    entry = Entry(file=file, table="outlet", number=None, values={**content, "id": file.stem})
    if "id" in content:
        entry.fail("id", f"the id is the name of the file, '{file.stem}'.", "Take the key out, or rename the file.")
    if "outlet" in content:
        entry.fail("outlet", "a file in this folder is one outlet, and no list.", "Take out the line [[outlet]].")
    return entry


def _entries_in(file: Path) -> Iterator[Entry]:
    table = TABLES.get(file.name)
    if table is None:
        raise KnowledgeError(f"{file}: is not a file of a pack. Name it one of: {', '.join(TABLES)}.")
    content = _parse(file)
    for key in content:
        if key != table:
            raise KnowledgeError(f"{file}: '{key}' does not belong here. Begin each entry with [[{table}]].")
    rows = content.get(table, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise KnowledgeError(f"{file}: '{table}' is not a list of entries. Begin each entry with [[{table}]].")
    for number, row in enumerate(rows, start=1):
        yield Entry(file=file, table=table, number=number, values=row)


def _parse(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{file}: is not valid TOML: {error}. Correct the file at that line.") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{file}: is not UTF-8 at byte {error.start}. Save the file as UTF-8.") from error
    except OSError as error:
        raise KnowledgeError(f"{file}: cannot be read: {error.strerror}. Check the file and its rights.") from error
