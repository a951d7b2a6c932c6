"""The words around what a search has found."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from vedette.store.exact_text import escape, without_escapes
from vedette.store.finder import Term
from vedette.store.words import WORD, plain_word, words_of

HIT_STARTS = "\x02"
HIT_ENDS = "\x03"

# So many words are shown, so many of them before the first hit.
_SHOWN, _BEFORE = 24, 6
_CUT = "…"

Hit = tuple[int, int, int]
"""From which word to which (the one behind it), and which term it is."""


def snippet(title: str | None, text: str, wanted: Sequence[Term]) -> str:
    r"""Give the words around the best hit in a title or a text, every hit between two marks.

    The best is where most of what was wanted stands together; the title, where that is equal.

    Example:
        >>> snippet(None, "At dawn the border was closed.", [Term("BORDER")])
        'At dawn the \x02border\x03 was closed.'
    """
    phrases = [(words_of(term.words), term.prefix) for term in dict.fromkeys(wanted)]
    shown = [part for part in (title, text) if part]
    looked = [_Looked(without_escapes(escape(part)), phrases) for part in shown]
    return max(looked, key=lambda one: one.worth).shown() if looked else ""


class _Looked:
    """A text with the stretch of it that is shown."""

    def __init__(self, text: str, phrases: Sequence[tuple[list[str], bool]]) -> None:
        self._text = text
        self._words = list(WORD.finditer(text))
        hits = sorted(_hits([plain_word(word[0]) for word in self._words], phrases))
        starts = {max(0, start - _BEFORE) for start, _, _ in hits} or {0}
        stretches = ((_worth(_among(hits, start)), -start) for start in starts)
        self.worth, first = max(stretches)
        # What ends the text is shown with as much before it as there is room for.
        self._first = max(0, min(-first, len(self._words) - _SHOWN))
        self._hits = _among(hits, self._first)

    def shown(self) -> str:
        some = self._words[self._first : self._first + _SHOWN]
        if not some:
            return ""
        is_whole = self._first + _SHOWN >= len(self._words)
        start = 0 if self._first == 0 else some[0].start()
        end = len(self._text) if is_whole else some[-1].end()
        cut = _CUT if start else "", "" if is_whole else _CUT
        return f"{cut[0]}{self._marked(start, end)}{cut[1]}"

    def _marked(self, start: int, end: int) -> str:
        parts, at = list[str](), start
        for one, other in _joined(self._hits):
            begins, ends = self._words[one].start(), self._words[other - 1].end()
            parts += [self._text[at:begins], HIT_STARTS, self._text[begins:ends], HIT_ENDS]
            at = ends
        return "".join([*parts, self._text[at:end]])


def _hits(words: Sequence[str], phrases: Iterable[tuple[list[str], bool]]) -> Iterable[Hit]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        places[word].append(place)
    for number, (phrase, prefix) in enumerate(phrases):
        *whole, last = phrase or [""]
        ending = [word for word in places if word.startswith(last)] if prefix and phrase else [last]
        for end in (place + 1 for word in ending for place in places.get(word, ())):
            start = end - len(phrase)
            if start >= 0 and list(words[start : end - 1]) == whole:
                yield start, end, number


def _among(hits: list[Hit], first: int) -> list[Hit]:
    some = hits[bisect_left(hits, (first,)) : bisect_left(hits, (first + _SHOWN,))]
    return [hit for hit in some if hit[1] <= first + _SHOWN]


def _worth(hits: Sequence[Hit]) -> tuple[int, int]:
    """Say how much is found together: how many of the terms, and how often."""
    return len({number for _, _, number in hits}), len(hits)


def _joined(hits: Sequence[Hit]) -> list[tuple[int, int]]:
    """Give stretches of words that lie apart."""
    joined = list[tuple[int, int]]()
    for start, end, _ in sorted(hits):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
