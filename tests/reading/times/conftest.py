"""How the tests of every language read times; every report appeared on Friday, 12 September 2025."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from vedette.model.period import Period
from vedette.reading.times import Tense, TimeWords, find_times, load_time_words, resolve_time

FRIDAY = "2025-09-12"
ReadTimes = Callable[..., list[tuple[str, str]]]


def shown(period: Period | None) -> str:
    """Write a period on one line: start..end, a trailing or leading .. for an open or unknown side."""
    if period is None:
        return "nothing"
    if period.start is None:
        return f"..{period.end}" if period.end else period.precision.value
    if period.open_end:
        return f"{period.start}.."
    return f"{period.start}..{period.end}" if period.end else period.start


@cache
def _words(language: str) -> TimeWords:
    return load_time_words(language)


@pytest.fixture(scope="session")
def read_times() -> ReadTimes:
    """Give the times of a text in a language: the words, and what they mean."""

    def read(language: str, text: str, *, tense: Tense = Tense.NONE) -> list[tuple[str, str]]:
        found = find_times(text, words=_words(language))
        return [(time.text, shown(resolve_time(time, anchor=FRIDAY, tense=tense))) for time in found]

    return read
