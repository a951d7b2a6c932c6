"""Which day a word such as "Friday" or "yesterday" can mean: how slips of the calendar are found.

The words are in ``data/day_words.toml``, with those that stay outside of marks.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

_APOSTROPHES = str.maketrans("’ʼ`", "'''")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWords:
    """Words of one language: beginnings of weekdays (Monday first), days from today, words outside of marks."""

    stems: tuple[str, ...]
    relative: tuple[tuple[str, int], ...]
    outside: frozenset[str]


@lru_cache(maxsize=1)
def _all_words() -> dict[str, DayWords]:
    data = tomllib.loads((files("vedette.evaluation") / "data" / "day_words.toml").read_text(encoding="utf-8"))
    steps = {"today": 0, "yesterday": -1, "tomorrow": 1}
    return {
        language: DayWords(
            stems=tuple(entry["stems"]),
            relative=tuple((word, step) for key, step in steps.items() for word in entry[key]),
            outside=frozenset(entry.get("outside", ())),
        )
        for language, entry in data.items()
    }


def day_doubt(words: str, day: str, *, published: str, language: str) -> str | None:
    """Say why words cannot mean a day; ``None`` where they can.

    Args:
        words: The words of a time.
        day: The day that they are said to mean, ``2025-09-12``.
        published: The date of the text.
        language: A language code.

    Example:
        >>> day_doubt("on Friday", "2025-09-11", published="2025-09-12", language="en")
        '2025-09-11 is a Thursday'
        >>> day_doubt("yesterday", "2025-09-11", published="2025-09-12", language="en") is None
        True
    """
    small = words.casefold().translate(_APOSTROPHES)
    known = _all_words()[language]
    tokens = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", small)
    meant = {number for token in tokens for number, stem in enumerate(known.stems) if token.startswith(stem)}
    actual = date.fromisoformat(day)
    if len(meant) == 1 and actual.weekday() not in meant:
        return f"{day} is a {actual:%A}"
    if small in dict(known.relative):
        counted = date.fromisoformat(published) + timedelta(days=dict(known.relative)[small])
        return f"counted from {published} it is {counted}" if counted != actual else None
    return None


def needless_word(words: str, *, language: str) -> str | None:
    """Give the article or possessive with which words begin; ``None`` where they begin as they should.

    Example:
        >>> needless_word("the border", language="en"), needless_word("border", language="en")
        ('the', None)
    """
    first, blank, _ = words.partition(" ")
    return first if blank and first.casefold() in _all_words()[language].outside else None
