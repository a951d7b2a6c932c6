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
    """Words of one language: beginnings of weekdays (Monday first), days from today, words outside of marks, hours."""

    stems: tuple[re.Pattern[str], ...]
    relative: tuple[tuple[str, int], ...]
    outside: frozenset[str]
    names: tuple[str, ...]
    hours: frozenset[str]


@lru_cache(maxsize=1)
def _all_words() -> dict[str, DayWords]:
    data = tomllib.loads((files("vedette.evaluation") / "data" / "day_words.toml").read_text(encoding="utf-8"))
    steps = {"today": 0, "yesterday": -1, "tomorrow": 1}
    return {
        language: DayWords(
            stems=tuple(re.compile(stem) for stem in entry["stems"]),
            relative=tuple((word, step) for key, step in steps.items() for word in entry[key]),
            outside=frozenset(entry.get("outside", ())),
            names=tuple(entry.get("names", ())),
            hours=frozenset(entry["hours"]),
        )
        for language, entry in data.items()
    }


def day_doubt(words: str, day: str, *, published: str, language: str, night: bool = False) -> str | None:
    """Say why words cannot mean a day; ``None`` where they can.

    Args:
        words: The words of a time.
        day: The day that they are said to mean, ``2025-09-12``.
        published: The date of the text.
        language: A language code.
        night: The day is the one on which a night begins; the next day may name it as well.

    Example:
        >>> day_doubt("on Friday", "2025-09-11", published="2025-09-12", language="en")
        '2025-09-11 is a Thursday'
        >>> day_doubt("yesterday", "2025-09-11", published="2025-09-12", language="en") is None
        True
    """
    small = words.casefold().translate(_APOSTROPHES)
    known = _all_words()[language]
    tokens = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", small)
    meant = {number for token in tokens for number, stem in enumerate(known.stems) if stem.match(token)}
    actual = [date.fromisoformat(day) + timedelta(days=later) for later in ((0, 1) if night else (0,))]
    if len(meant) == 1 and not any(each.weekday() in meant for each in actual):
        return f"{day} is a {actual[0]:%A}"
    if small in dict(known.relative):
        counted = date.fromisoformat(published) + timedelta(days=dict(known.relative)[small])
        return f"counted from {published} it is {counted}" if counted not in actual else None
    return None


def numbers_fit(words: str, code: str, *, language: str) -> bool:
    """Say whether each day of the month or year in the words of a time stands in its code.

    Hours do not count. A night may be named by the day after the one that its code has, and an open range may begin
    or end a day beside the one that is named ("after 5 January").

    Example:
        >>> numbers_fit("12 May", "2026-05-21", language="en")
        False
        >>> numbers_fit("night to 6 May", "2026-05-05-night", language="en")
        True
    """
    coded = {int(number) for number in re.findall(r"\d+", code)} | _days_beside(code)
    small = words.casefold().replace(".", " ")
    plain = re.sub(r"\d{1,2}:\d\d", "", words)
    written = {int(number) for number in re.findall(r"(?<![^\W_])\d+", plain)}
    days = {number for number in written if number <= 31 or number >= 1900}
    if _all_words()[language].hours.intersection(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", small)):
        days = {number for number in days if number > 31} or (days if not days & coded else set())
    return days <= coded


def _days_beside(code: str) -> set[int]:
    """Give the days of the month beside a night, or beside the edge of an open range."""
    day = re.search(r"\d{4}-\d\d-\d\d", code)
    if not day:
        return set()
    steps = (1,) if re.search(r"night", code) else ()
    steps = (*steps, -1) if code.endswith("..") else (*steps, 1) if code.startswith("..") else steps
    return {(date.fromisoformat(day[0]) + timedelta(days=step)).day for step in steps}


def needless_word(words: str, *, language: str) -> str | None:
    """Give the article or possessive with which words begin; ``None`` where they begin as they should.

    Example:
        >>> needless_word("the border", language="en"), needless_word("border", language="en")
        ('the', None)
    """
    first, blank, _ = words.partition(" ")
    known = _all_words()[language]
    named = any(words.casefold().startswith(name) for name in known.names) and first[:1].isupper()
    return first if blank and not named and first.casefold() in known.outside else None
