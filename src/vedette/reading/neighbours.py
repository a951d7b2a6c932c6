"""Who borders on a state is not that state: "neighbours of Belarus", "kraje sąsiadujące z Białorusią"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from vedette.errors import KnowledgeError
from vedette.model import Span, fold
from vedette.reading.aliases import WORD, folded_words
from vedette.reading.document import Form, Mention, MentionKind
from vedette.reading.inflection import Inflection, load_inflection
from vedette.reading.language_file import language_tables

_NAMES = (Form.NAME, Form.CAPITAL)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words on both sides of the name of a state that say that its neighbours are meant."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    declined: bool
    bound: bool  # "~-led": written together with the name

    @classmethod
    def of(cls, written: str, *, declined: bool) -> _Phrase:
        before, _, behind = written.partition("~")
        opens, closes = (r"\b" if before else ""), (r"\b" if behind else "")
        before, behind = (words.replace(" ", r"\s+") for words in (before, behind))
        return cls(
            re.compile(f"{opens}{before}\\Z", re.IGNORECASE), re.compile(f"{behind}{closes}", re.IGNORECASE), declined,
            written.startswith("~-"),
        )

    def around(self, name: Span, text: str, within: Span) -> Span | None:
        """Give the words around a name, with it, where they stand so."""
        before = self.before.search(text, within.start, name.start)
        behind = self.behind.match(text, name.end, within.end)
        return Span(before.start(), behind.end()) if before is not None and behind is not None else None


@dataclass(frozen=True, slots=True)
class NeighbourWords:
    """How a language speaks of the neighbours of a state (``neighbours.toml``)."""

    inflection: Inflection
    phrases: tuple[_Phrase, ...]

    def find(self, text: str, within: Span, mentions: Iterable[Mention]) -> list[tuple[Mention, Span]]:
        """Give the names of a sentence whose neighbours are meant, each with the words that say so.

        Example:
            >>> load_neighbour_words("en").find("Nobody is named.", Span(0, 16), [])
            []
        """
        named = [
            mention for mention in mentions
            if mention.kind is MentionKind.ACTOR and within.holds(mention.span)
        ]
        found = ((mention, self._said_of(mention, text, within)) for mention in named)
        return [(mention, span) for mention, span in found if span is not None]

    def _said_of(self, mention: Mention, text: str, within: Span) -> Span | None:
        declined = self._is_declined(mention, text)
        around = (
            phrase.around(mention.span, text, within) for phrase in self.phrases
            if phrase.bound or (mention.form in _NAMES and (declined or not phrase.declined))
        )
        return next((span for span in around if span is not None), None)

    def _is_declined(self, mention: Mention, text: str) -> bool:
        """Say whether a name is in another form than that of a dictionary; initials do not show it."""
        written, actor = mention.span.of(text), mention.actor
        if actor is None or written.isupper():
            return written.isupper()
        language = self.inflection.language
        known = [
            word for name in (*actor.names.get(language, ()), *actor.capital.get(language, ()))
            for word in folded_words(name)
        ]
        return any(self._is_form_of(match.group(), known) for match in WORD.finditer(written))

    def _is_form_of(self, word: str, known: Sequence[str]) -> bool:
        """Say whether a word goes back to one that a pack, which has dictionary forms first, has before it."""
        before = known[: known.index(fold(word))] if fold(word) in known else known
        return any(fold(base) in before for base in self.inflection.bases(word)[1:])


@cache
def load_neighbour_words(language: str) -> NeighbourWords:
    """Load how a language speaks of the neighbours of a state.

    Raises:
        KnowledgeError: The file is missing or wrong.
    """
    tables = language_tables(language, "neighbours")
    if set(tables) != {"said", "declined"}:
        raise KnowledgeError(f"languages/{language}/neighbours.toml: its keys are: declined, said. Mend the file.")
    phrases = [_Phrase.of(written, declined=key == "declined") for key, listed in tables.items() for written in listed]
    return NeighbourWords(load_inflection(language), tuple(phrases))


def meant_themselves(mentions: Iterable[Mention], neighboured: Iterable[tuple[Mention, Span]]) -> list[Mention]:
    """Leave out the names whose neighbours are meant."""
    gone = {mention.span for mention, _ in neighboured}
    return [mention for mention in mentions if mention.kind is not MentionKind.ACTOR or mention.span not in gone]
