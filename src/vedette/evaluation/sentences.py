"""Count sentences and words of corpus texts; good enough for statistics, in every language we write."""

from __future__ import annotations

import re

from vedette.model import Span
from vedette.reading.facts.sentences import split_sentences

# Abbreviations of any of our languages behind which a full stop ends no sentence.
_SHORT = frozenset({"st", "gen", "col", "mr", "mrs", "dr", "no", "nr", "im", "ul", "vs"})
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"\w+")


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """Say where each sentence of a text begins and ends, without the blanks between them.

    Example:
        >>> sentence_bounds("Rain fell. Snow too.")
        [(0, 10), (11, 20)]
    """
    lines = [Span(line.start(), line.end()) for line in _LINE.finditer(text)]
    return [
        (found.start, found.end) for line in lines for found in split_sentences(text, line, abbreviations=_SHORT)
    ]


def sentences_of(text: str) -> list[str]:
    """Cut a text into sentences; each dash of a dialogue on one line begins one.

    Example:
        >>> sentences_of("The border closed. It opens on 3. October again.")
        ['The border closed.', 'It opens on 3. October again.']
        >>> sentences_of("– When? – On Friday.")
        ['– When?', '– On Friday.']
    """
    return [text[first:last] for first, last in sentence_bounds(text)]


def words_of(text: str) -> list[str]:
    """List the words of a text in small letters.

    Example:
        >>> words_of("All crossings closed, at midnight.")
        ['all', 'crossings', 'closed', 'at', 'midnight']
    """
    return _WORD.findall(text.casefold())
