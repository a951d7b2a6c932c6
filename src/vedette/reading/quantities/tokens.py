"""Text into the pieces that the search for quantities looks at.

Unlike the tokens of times, designations stay whole: "MiG-31" and "37th" are
one word, so that no number in them is ever a count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Token(NamedTuple):
    """One piece of the text; ``key`` is what the tables know it by, ``glued`` tells that no space stands before it.

    Made for every word of every report, hence a tuple.
    """

    start: int
    end: int
    text: str
    key: str
    glued: bool
    kind: str


# Bounded or single-class repetitions only: no text makes it backtrack far.
_TOKEN = re.compile(
    r"""(?P<mixed>\d{1,15}(?:[.,]\d{1,15})?[^\W\d_]{1,12}²?(?!\w)(?!-\w))
    |(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\w|[.,]\d)
        |\d{1,15}(?:[.,]\d{1,15}){0,6}(?![^\W_])|\d+(?!\w))
    |(?P<label>\d\w*(?:-\w+)*)
    |(?P<word>[^\W\d_]\w*(?:[-‑'’ʼ]\w+)*)
    |(?P<mark>[^\w\s]|_)""",
    re.VERBOSE,
)
_DASHES = frozenset("-‐‑‒–—−")


def raw_tokens(text: str) -> Iterator[Token]:
    """Cut a text into tokens from left to right.

    Example:
        >>> [(token.text, token.kind) for token in raw_tokens("34,000 troops, two MiG-31s")]
        [('34,000', 'number'), ('troops', 'word'), (',', 'mark'), ('two', 'word'), ('MiG-31s', 'word')]
    """
    before = 0
    for match in _TOKEN.finditer(text):
        word = match.group()
        key = "-" if word in _DASHES else word.lower().replace("’", "'").replace("ʼ", "'").replace("‑", "-")
        start, end = match.span()
        yield Token(start, end, word, key, before == start > 0, match.lastgroup or "mark")
        before = end


def split(token: Token, *, at: list[int], kinds: list[str]) -> list[Token]:
    """Cut one token in several, at the given offsets within it.

    Example:
        >>> (token,) = raw_tokens("20km")
        >>> [piece.text for piece in split(token, at=[2], kinds=["number", "word"])]
        ['20', 'km']
    """
    edges = [0, *at, len(token.text)]
    return [
        Token(
            start=token.start + first,
            end=token.start + last,
            text=token.text[first:last],
            key=token.key[first:last],
            glued=token.glued if first == 0 else True,
            kind=kind,
        )
        for first, last, kind in zip(edges, edges[1:], kinds, strict=False)
    ]
