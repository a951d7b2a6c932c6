"""How a language speaks of an exercise, and of what was while it lasted (``drills.toml``, one shape for all)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from vedette.errors import KnowledgeError
from vedette.model import fold
from vedette.reading.aliases import folded_words
from vedette.reading.language_file import check_keys, language_tables

_KEYS = {"nouns", "beside", "not_between", "takes_part", "when", "day"}
LAST = "last"


class DrillMoment(StrEnum):
    """Where in the days of an exercise something was."""

    WITHIN = "within"
    AFTER = "after"
    DAY = "day"  # the first, the second, the last


@dataclass(frozen=True, slots=True)
class DrillPhrase:
    """Words around an exercise that date by it, folded: "on the first day of", "pratybų metu"."""

    moment: DrillMoment
    before: tuple[str, ...]
    behind: tuple[str, ...]
    number: int | None = None  # of the day; ``None`` for the last, and where no day is meant
    closes: bool = False  # whether nothing of the clause may follow: "after the drill," but not "after the drill began"

    @classmethod
    def of(cls, written: str, moment: DrillMoment, *, number: int | None = None) -> DrillPhrase:
        """Read a phrase as the file of a language writes it, ``~`` for the exercise.

        Example:
            >>> DrillPhrase.of("~ metu", DrillMoment.WITHIN).behind
            ('metu',)
        """
        before, _, behind = written.partition("~")
        return cls(moment, folded_words(before), folded_words(behind), number, closes=written.endswith(","))

    @property
    def length(self) -> int:
        """How many words it has: more of them say more exactly when."""
        return len(self.before) + len(self.behind)


@dataclass(frozen=True, slots=True)
class DrillWords:
    """What a language calls an exercise; all words are folded.

    ``nouns`` are in their dictionary forms, ``beside`` what else stands before a name
    of an exercise, ``not_between`` what shows that words for "during" are said of
    something else. ``phrases`` come with those of more words first. ``takes_part``
    are the beginnings of one or two words, in their order, that say that somebody is there.
    """

    nouns: frozenset[str]
    beside: frozenset[str]
    not_between: frozenset[str]
    phrases: tuple[DrillPhrase, ...]
    takes_part: tuple[tuple[str, ...], ...] = ()


@cache
def load_drill_words(language: str) -> DrillWords:
    """Load how a language speaks of exercises.

    Raises:
        KnowledgeError: The file is missing or wrong.

    Example:
        >>> "maneuver" in load_drill_words("en").nouns
        True
    """
    tables = language_tables(language, "drills")
    check_keys(tables, _KEYS, language=language, name="drills")
    phrases = sorted([*_phrases(tables["when"]), *_days(tables["day"])], key=lambda phrase: -phrase.length)
    nouns, beside, not_between = (_folded(tables[key].split()) for key in ("nouns", "beside", "not_between"))
    takes_part = tuple(folded_words(each) for each in tables["takes_part"])
    odd = [each for each in takes_part if len(each) not in (1, 2)]
    if odd:
        said = " ".join(odd[0])
        raise KnowledgeError(f"languages/{language}/drills.toml: takes_part '{said}' must be one or two words.")
    return DrillWords(nouns, nouns | beside, not_between, tuple(phrases), takes_part)


def _phrases(table: Mapping[str, list[str]]) -> Iterator[DrillPhrase]:
    for moment, written in table.items():
        yield from (DrillPhrase.of(each, DrillMoment(moment)) for each in written)


def _days(table: Mapping[str, Any]) -> Iterator[DrillPhrase]:
    for number, written in table.items():
        count = None if number == LAST else int(number)
        yield from (DrillPhrase.of(each, DrillMoment.DAY, number=count) for each in written)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))
