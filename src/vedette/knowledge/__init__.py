"""What the desk knows before it reads: packs of names, and the gazetteer.

The front door is :func:`load_knowledge`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vedette.knowledge.clashes import Holdings, cautions
from vedette.knowledge.folding import fold_name
from vedette.knowledge.gazetteer import GAZETTEER_FILE, SqliteGazetteer
from vedette.knowledge.outlets import outlet
from vedette.knowledge.packs import SHIPPED, outlet_entry, read_outlets, read_packs
from vedette.knowledge.watch_list import watched_place
from vedette.model import Knowledge, KnownOutlet

__all__ = ["Holdings", "SqliteGazetteer", "cautions", "fold_name", "load_knowledge", "load_outlets", "read_outlet"]


def load_knowledge(packs: Sequence[Path] = ()) -> Knowledge:
    """Load what is shipped and what the user adds, and open the gazetteer.

    A pack is a folder with any of ``actors.toml``, ``bodies.toml``,
    ``holders.toml``, ``outlets.toml``, ``exercises.toml``, ``equipment.toml``, ``places.toml``,
    ``borders.toml`` and ``watch.toml``, and a folder ``outlets`` with a file for each outlet that is watched.
    Packs are read in order, the shipped ones first; an entry with the same id
    replaces the earlier one as a whole. ``docs/packs.md`` describes the keys.

    Args:
        packs: Folders of the user.

    Returns:
        The knowledge; equal packs give equal knowledge, in the same order.

    Raises:
        KnowledgeError: A pack is wrong (file, entry, key and fix are named), or
            the gazetteer has not been built.

    Example:
        >>> knowledge = load_knowledge()
        >>> next(actor.name for actor in knowledge.actors if actor.id == "PL")
        'Poland'
        >>> knowledge.gazetteer.find("Мінск")[0].countries
        ('BY',)
    """
    read = read_packs((*SHIPPED, *packs))
    gazetteer = SqliteGazetteer.open(GAZETTEER_FILE, packs=read)
    return Knowledge(
        actors=tuple(read.actors.values()),
        outlets=tuple(read.outlets.values()),
        exercises=tuple(read.exercises.values()),
        equipment=tuple(read.equipment.values()),
        bodies=tuple(read.bodies.values()),
        holders=tuple(read.holders.values()),
        watched=tuple(watched_place(entry, gazetteer) for entry in read.watch.values()),
        gazetteer=gazetteer,
    )


def load_outlets(packs: Sequence[Path] = ()) -> tuple[KnownOutlet, ...]:
    """Load the outlets of what is shipped and of what the user adds, and nothing else.

    Raises:
        KnowledgeError: A pack is wrong (file, entry, key and fix are named).

    Example:
        >>> [one.name for one in load_outlets() if "lrt.lt" in one.domains]
        ['LRT']
    """
    return tuple(read_outlets((*SHIPPED, *packs)).values())


def read_outlet(file: Path) -> KnownOutlet:
    """Read the file of one outlet, as it lies in the folder ``outlets`` of a pack.

    Raises:
        KnowledgeError: The file is wrong (file, key and fix are named).
    """
    return outlet(outlet_entry(file))
