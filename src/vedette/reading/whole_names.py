"""Whether words are a whole name: "Zapad-2025" is one, the "Wschodu" of "Tarcza Wschodu" stands inside another."""

from __future__ import annotations

import re
from collections.abc import Callable

from vedette.model import Span

_OPENING, _CLOSING = "\"“«„", "\"”“»"
_JOINT = re.compile(r"[ \u00a0]|[\-‑–]")
_WORD = re.compile(r"[^\W\d_]+")
_STARTS = re.compile(r"(?:^|[.!?:…\n])[\s–—-]*$")
_LONG = 4  # letters of a word that a title in capitals does not leave small
_TITLE = 4  # such words from which on a line shows how it is written


def is_whole(text: str, name: Span, *, free: Callable[[Span], bool], piece: Callable[[str], bool]) -> bool:
    """Say whether a name does not go on to its left, or, within its quotes, to its right.

    Args:
        text: Where it stands.
        name: With its year, if it has one.
        free: Says of the word beside it whether that is no part of a name: "exercise", "Belarusian".
        piece: Says of a word whether names are made of it: "Shield". That tells at the beginning of a sentence, where
            any word has a capital.
    """
    if _is_title(text, name):
        return True
    quoted = text[max(0, name.start - 1) : name.start] in tuple(_OPENING)
    right = _beside(text, _WORD.match(text, name.end + 1), name) if quoted else None
    if right is not None and not free(right):
        return False
    left = _beside(text, _last_word(text, name.start - 1), name)
    if left is None or free(left) or _stands_out(text, name, left):
        return True
    return _may_begin(text, name, left) and not piece(left.of(text))


def _beside(text: str, match: re.Match[str] | None, name: Span) -> Span | None:
    """Give a word that one space or hyphen joins to a name, if it is written with a capital."""
    if match is None or not match.group()[0].isupper():
        return None
    word = Span(match.start(), match.end())
    first, second = sorted((word, name))
    return word if _JOINT.fullmatch(text, first.end, second.start) else None


def _last_word(text: str, end: int) -> re.Match[str] | None:
    start = end
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    return _WORD.match(text, start, end) if 0 <= start < end else None


def _stands_out(text: str, name: Span, beside: Span) -> bool:
    """Say whether one of two words is in capitals throughout, and the other not: "Baltic Sea BALTOPS"."""
    return name.of(text).isupper() != beside.of(text).isupper()


def _may_begin(text: str, name: Span, word: Span) -> bool:
    """Say whether a word has its capital from where it stands: first in a sentence, or in what somebody said."""
    before = text[max(0, word.start - 1) : word.start]
    if before and before in _OPENING:
        return text[name.end : name.end + 1] not in tuple(_CLOSING)
    return _STARTS.search(text, 0, word.start) is not None


def _is_title(text: str, name: Span) -> bool:
    """Say whether the line has each of its longer words with a capital: there a capital tells nothing."""
    start, end = text.rfind("\n", 0, name.start) + 1, text.find("\n", name.end)
    words = [word for word in _WORD.findall(text[start : end if end >= 0 else len(text)]) if len(word) >= _LONG]
    return len(words) >= _TITLE and all(word[0].isupper() for word in words)
