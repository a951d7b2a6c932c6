"""Which country codes are easily taken for something else: AU is Australia, and not the African Union.

The codes and their words are in ``data/party_words.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _mistaken() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads((files("vedette.evaluation") / "data" / "party_words.toml").read_text(encoding="utf-8"))


def mistaken_party(party: str, words: str) -> str | None:
    """Say what words may mean whose party is a country of another name; ``None`` where nothing speaks against it.

    Example:
        >>> mistaken_party("AU", "the African Union")
        'African Union, AfricanUnion'
        >>> mistaken_party("AU", "Canberra") is None
        True
    """
    small = words.casefold()
    return next((meant for meant, parts in _mistaken().get(party, {}).items() if any(p in small for p in parts)), None)
