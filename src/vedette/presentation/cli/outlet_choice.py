"""Which outlet a word of the command line means."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vedette.errors import KnowledgeError
from vedette.model import KnownOutlet

_SUFFIX = ".toml"


def chosen_outlet(word: str, known: Sequence[KnownOutlet]) -> KnownOutlet:
    """Give the outlet of a file, or the known one of an id or name.

    Raises:
        KnowledgeError: The file is wrong, or nobody is called so.
    """
    from vedette.knowledge import read_outlet

    return read_outlet(Path(word)) if word.endswith(_SUFFIX) else named_outlet(word, known)


def named_outlet(name: str, known: Sequence[KnownOutlet]) -> KnownOutlet:
    """Give the known outlet of an id, else of a name; case and accents do not matter.

    Raises:
        KnowledgeError: Nobody is called so.
    """
    from vedette.knowledge import fold_name

    wanted = fold_name(name)
    by_id = [one for one in known if fold_name(one.id) == wanted]
    found = by_id or [one for one in known if wanted in map(fold_name, (one.name, *one.aliases))]
    if wanted and found:
        return found[0]
    raise KnowledgeError(
        f"No pack has an outlet '{name}'. 'vedette outlets list' names them; a file of your own ends in {_SUFFIX}."
    )
