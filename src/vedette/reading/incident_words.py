"""How a language says which thing something told of before was (``incidents.toml``, one shape for all)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vedette.model import EventType, Span, fold
from vedette.reading.language_file import check_keys, language_tables

INCIDENTS = frozenset({EventType.AIRSPACE_VIOLATION, EventType.DRONE_INCIDENT})
"""Types under which something comes in by air, so that it may be asked which thing it was."""
FLIES = frozenset({"uav", "balloon", "aircraft", "helicopter", "cruise_missile", "ballistic_missile", "missile"})
"""Kinds of equipment that come in by air."""
_KEYS = {"is", "behind", "not"}
_BEFORE, _BEHIND = 5, 2  # words around the name in which a language says that something was one
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[,;:.!?]")


@dataclass(frozen=True, slots=True)
class NamingWords:
    """Words before the name of a thing, and ``behind`` it, folded; of ``beginnings`` whatever begins so is meant."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    behind: frozenset[str]
    none: frozenset[str]

    def say_so(self, text: str, name: Span, *, within: Span) -> bool:
        """Say whether a sentence says of something that it was what is named: not that it was none.

        Args:
            text: Of the report.
            name: The name of the thing.
            within: The sentence.
        """
        before = list(_WORD.finditer(text, within.start, name.start))[-_BEFORE:]
        behind = list(_WORD.finditer(text, name.end, within.end))[:_BEHIND]
        if any(fold(word.group()) in self.none for word in (*before, *behind)):
            return False
        named = any(self._is_one(word.group()) and not _BREAK.search(text, word.end(), name.start) for word in before)
        return named or any(fold(word.group()) in self.behind for word in behind)

    def _is_one(self, word: str) -> bool:
        folded = fold(word)
        return folded in self.words or folded.startswith(self.beginnings)


@cache
def load_naming_words(language: str) -> NamingWords:
    """Load how a language says which thing something was.

    Raises:
        KnowledgeError: The file is missing or wrong.

    Example:
        >>> "was" in load_naming_words("en").words
        True
    """
    table = language_tables(language, "incidents").get("named", {})
    check_keys(table, _KEYS, language=language, name="incidents")
    written = table["is"].split()
    return NamingWords(
        words=frozenset(fold(word) for word in written if not word.endswith("-")),
        beginnings=tuple(fold(word[:-1]) for word in written if word.endswith("-")),
        behind=frozenset(fold(word) for word in table["behind"].split()),
        none=frozenset(fold(word) for word in table["not"].split()),
    )
