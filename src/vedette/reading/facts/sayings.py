"""How a language says who said something, as far as words alone show it (``sayings.toml``, one shape for all)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from vedette.model import fold
from vedette.reading.language_file import check_keys, language_tables

_BACK = {"this", "says", "between", "publishes", "before", "behind"}
_STANDS_FOR = {"pronouns", "reported", "papers", "bodies", "people", "country"}
_FRAME = {"that", "by", "as", "heard", "heard_of"}
_GOES_ON = {"also", "as", "it", "perhaps", "recalled"}


class StandIn(Enum):
    """For whom a noun stands: an outlet, or somebody who speaks."""

    OUTLET = "outlet"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class SayingWords:
    """What news of one language says sayings with; words are folded.

    ``this`` stands for what was told before, each as its words; ``says`` and
    ``publishes`` are beginnings of verbs. ``pronouns`` stand for who spoke before;
    ``reported`` are forms of verbs that show that the words are still somebody's;
    behind ``that`` begins what is said; a sentence that opens with ``by`` ("according to")
    or ``as_told`` ("As ... said,") is said to its end. ``papers`` and ``bodies``, beginnings of nouns, and
    ``people`` stand for the outlet, body, person named before, as "the newspaper" does.
    ``also``, ``perhaps`` and, at its beginning, ``still`` show that a sentence goes on with
    what was said; ``before_verb`` is what may stand before a verb of saying without a subject.
    ``recalled`` are verbs that only say that something was in the news before. By those of ``heard``
    something is told of whoever stands right before them, in a form that ends in ``heard_of``.
    """

    this: tuple[tuple[str, ...], ...]
    says: re.Pattern[str]
    between: frozenset[str]
    publishes: re.Pattern[str]
    before: frozenset[str]
    behind: frozenset[str]
    pronouns: frozenset[str]
    reported: frozenset[str]
    papers: re.Pattern[str]
    bodies: re.Pattern[str]
    people: frozenset[str]
    country: frozenset[str]
    that: frozenset[str]
    by: frozenset[str]
    as_told: frozenset[str]
    also: frozenset[str]
    before_verb: frozenset[str]
    still: frozenset[str]
    perhaps: frozenset[str]
    recalled: frozenset[str]
    heard: frozenset[str]
    heard_of: str

    def stands_for(self, words: Sequence[str]) -> StandIn | None:
        """Say for what a noun alone stands that names nobody: "the newspaper", "the agency".

        Example:
            >>> load_saying_words("ru").stands_for(["Издание"]).value
            'outlet'
            >>> load_saying_words("ru").stands_for(["Издание", "Пример"]) is None
            True
        """
        noun = fold(words[0]) if len(words) == 1 else ""
        if noun and self.papers.match(noun):
            return StandIn.OUTLET
        return StandIn.SPEAKER if noun and (noun in self.people or self.bodies.match(noun)) else None


@cache
def load_saying_words(language: str) -> SayingWords:
    """Load how a language says who said something.

    Raises:
        KnowledgeError: The file is missing or wrong.

    Example:
        >>> ("про", "це") in load_saying_words("uk").this
        True
    """
    tables = language_tables(language, "sayings")
    back, stands_for, frame, goes_on = (tables.get(name, {}) for name in ("back", "stands_for", "frame", "goes_on"))
    for table, keys in ((back, _BACK), (stands_for, _STANDS_FOR), (frame, _FRAME), (goes_on, _GOES_ON)):
        check_keys(table, keys, language=language, name="sayings")
    return SayingWords(
        this=tuple(tuple(fold(phrase).split()) for phrase in back["this"]),
        says=_beginnings(back["says"].split()), between=_folded(back["between"]),
        publishes=_beginnings(back["publishes"].split()), before=_folded(back["before"]),
        behind=_folded(back["behind"]), pronouns=_folded(stands_for["pronouns"]),
        reported=_folded(stands_for["reported"]), papers=_beginnings(stands_for["papers"].split()),
        bodies=_beginnings(stands_for["bodies"].split()), people=_folded(stands_for["people"]),
        country=_folded(stands_for["country"]),
        that=_folded(frame["that"]), by=_folded(frame["by"]), as_told=_folded(frame["as"]),
        also=_folded(goes_on["also"]),
        before_verb=_folded(f"{goes_on['also']} {goes_on['as']}"),
        still=_folded(f"{stands_for['pronouns']} {goes_on['it']}"), perhaps=_folded(goes_on["perhaps"]),
        recalled=_folded(goes_on["recalled"]),
        heard=_folded(frame["heard"]), heard_of=frame["heard_of"],
    )


def _beginnings(stems: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(fold(stem)) for stem in stems))


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())
