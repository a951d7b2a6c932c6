"""Count sentences and words of corpus texts; good enough for statistics, in every language we write."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?…])[\"'»”)]*\s+(?=(?:[–—-]\s+)?[\"'«„“(]*[A-ZÀ-ÞĀ-ŽЀ-Я0-9])|\n+")
_WORD = re.compile(r"\w+")
_SHORT = re.compile(r"(?:^|\s)(?:\w|St|Gen|Col|Mr|Mrs|Dr|No|Nr|im|ul|vs)\.\Z|\d\.\Z")


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """Say where each sentence of a text begins and ends, without the blanks between them.

    Example:
        >>> sentence_bounds("Rain fell. Snow too.")
        [(0, 10), (11, 20)]
    """
    found: list[tuple[int, int]] = []
    start = 0
    for gap in [*_END.finditer(text), None]:
        end = gap.start() if gap else len(text)
        piece = text[start:end]
        if piece.strip():
            first, last = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
            if found and "\n" not in text[found[-1][1] : first] and _SHORT.search(text[slice(*found[-1])]):
                first = found.pop()[0]
            found.append((first, last))
        start = gap.end() if gap else end
    return found


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
