"""Which names of a place are good enough to look it up by."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from vedette.knowledge.folding import fold_name

_HERE = Path(__file__).parent
COMMON_WORDS = _HERE / "data" / "common_words.txt"
TOWN_NAMES = _HERE / "data" / "town_names.txt"
WORLD_ACTORS = _HERE / "packs" / "world" / "actors.toml"
_SHORTEST_OTHER_NAME = 4
# What the name of an airfield ends with, said in other ways by reports.
_AIRFIELD_WORDS = re.compile(
    r"\b(?:international|airport|air ?base|airfield|military|aerodrome|regional|heliport|army|naval|air station)\b",
    re.IGNORECASE,
)


def words_that_mislead() -> frozenset[str]:
    """Give the folded words that are no other name of a place.

    These are frequent English words and first names, and the names, adjectives
    and demonyms of states and alliances: "Mexico" is not Mexico City.
    """
    words: set[str] = set()
    for line in COMMON_WORDS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words.update(fold_name(word) for word in line.split())
    for actor in tomllib.loads(WORLD_ACTORS.read_text(encoding="utf-8")).get("actor", []):
        for table in (actor.get("names", {}), actor.get("adjectives", {})):
            words.update(fold_name(name) for names in table.values() for name in names)
    return frozenset(words)


def more_town_names() -> dict[tuple[str, str], tuple[str, ...]]:
    """Give the names of towns that the list of places lacks, by country and folded name of the town.

    Example:
        >>> "бобруиськ" in more_town_names()["BY", "bobruysk"]
        True
    """
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for line in TOWN_NAMES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            town, _, names = line.partition(":")
            country, _, name = town.partition(" ")
            found[country, fold_name(name)] = tuple(fold_name(other) for other in names.split(","))
    return found


def other_names(own: str, others: Iterable[str], *, misleading: frozenset[str]) -> Iterator[str]:
    """Give the folded names of a place: its own, and those of its other names that are safe.

    Left out are other scripts than Latin and Cyrillic, transliterations that
    machines made (they begin with a small letter), names of less than four
    letters, codes in capitals, and words that mislead.

    Example:
        >>> sorted(other_names("Vilnius", ["Wilno", "VNO", "wei er niu si", "Вільнюс", "Nice"],
        ...     misleading=frozenset({"nice"})))
        ['vilnius', 'wilno', 'вільнюс']
    """
    folded_own = fold_name(own)
    if folded_own:
        yield folded_own
    seen = {folded_own, ""}
    for other in others:
        if other[:1].isupper() and not (other.isupper() and len(other) <= 5) and _readable(other):
            folded = fold_name(other)
            if folded not in seen and len(folded) >= _SHORTEST_OTHER_NAME and folded not in misleading:
                seen.add(folded)
                yield folded


def airfield_names(name: str, city: str) -> Iterator[str]:
    """Give the folded names of an airfield: as listed, by its own short name, and by its city.

    Example:
        >>> sorted(set(airfield_names("Vilnius International Airport", "Vilnius")))
        ['vilnius air base', 'vilnius airbase', 'vilnius airfield', 'vilnius airport', 'vilnius international airport']
    """
    short = fold_name(_AIRFIELD_WORDS.sub(" ", name))
    names = {fold_name(name)}
    for base in {short, fold_name(city)} - {""}:
        names.update(f"{base} {word}" for word in ("airport", "air base", "airbase", "airfield"))
    yield from sorted(names - {""})


def _readable(text: str) -> bool:
    """Say whether all letters are Latin or Cyrillic."""
    return all(
        unicodedata.name(char, "").startswith(("LATIN", "CYRILLIC")) for char in text if char.isalpha()
    )
