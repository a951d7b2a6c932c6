"""Text into the small pieces that the date grammar looks at; linear, and blind to language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Shape(StrEnum):
    """What a token looks like, before any language has been asked."""

    ISO = "iso"  # 2025-09-12, 2025-09-12T06:30
    DOTTED = "dotted"  # 12.09.2025
    SLASHED = "slashed"  # 12/09/2025
    CLOCK = "clock"  # 23:40
    DECIMAL = "decimal"  # 2,025 and 3.5: never a day, a year or a count of days
    NUMBER = "number"
    ORDINAL = "ordinal"  # 12th
    WORD = "word"
    MARK = "mark"


class Token(NamedTuple):
    """One piece of the text; ``key`` is what the word tables know it by, ``gap`` the white space before it.

    Made for every word of every report, hence a tuple.
    """

    start: int
    end: int
    shape: Shape
    text: str
    key: str
    gap: str


# Every repetition is bounded or over one character class, so that no text can make it backtrack far.
_TOKEN = re.compile(
    r"""(?P<iso>\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-]))
    |(?P<dotted>\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\w|\.\d))
    |(?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\w/]))
    |(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\w:]))
    |(?P<decimal>\d{1,9}(?:[.,]\d{1,9})+)
    |(?P<number>\d+)
    |(?P<initials>[^\W\d_](?:\.[^\W\d_]){1,3}(?![^\W\d_])\.?)
    |(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)
    |(?P<mark>[^\w\s]|_)""",
    re.VERBOSE,
)
# By the group of the expression that matched.
_SHAPES = {None: Shape.MARK, "initials": Shape.WORD} | {shape.value: shape for shape in Shape}
_DASHES = frozenset("-‐‑‒–—−")


def key_of(word: str) -> str:
    """Give the spelling under which the tables know a word: small letters, one apostrophe, one dash.

    Example:
        >>> key_of("O’Clock")
        "o'clock"
    """
    if word in _DASHES:
        return "-"
    return word.lower().replace("’", "'").replace("ʼ", "'")


def raw_tokens(text: str) -> Iterator[Token]:
    """Cut a text into tokens from left to right; white space is kept as the ``gap`` of what follows it.

    Example:
        >>> [token.text for token in raw_tokens("At 6:30 a.m., 12 Sept")]
        ['At', '6:30', 'a.m.', ',', '12', 'Sept']
    """
    before = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match.group()
        yield Token(start, end, _SHAPES[match.lastgroup], word, key_of(word), text[before:start])
        before = end


def tokens_of(
    text: str,
    *,
    abbreviations: frozenset[str],
    ordinals: frozenset[str],
    endings: tuple[str, ...],
    compounds: Mapping[str, int] = MappingProxyType({}),
) -> list[Token]:
    """Cut a text into tokens as one language writes them.

    ``abbreviations`` take the full stop that follows them, ``ordinals`` are
    what follows the digits of an ordinal ("th", "-го"), ``endings`` are cut
    off words ("'s"), ``compounds`` are words made of two ("Freitagabend"), each
    with where to cut it.

    Example:
        >>> cut = tokens_of("Sept. 12th", abbreviations=frozenset({"sept"}), ordinals=frozenset({"th"}), endings=())
        >>> [(token.text, token.shape.value) for token in cut]
        [('Sept.', 'word'), ('12th', 'ordinal')]
    """
    tokens: list[Token] = []
    for token in raw_tokens(text):
        if _closes_abbreviation(tokens, token, abbreviations):
            tokens[-1] = tokens[-1]._replace(end=token.end, text=tokens[-1].text + ".")
        elif not _closes_ordinal(tokens, token, ordinals):
            plain = _without_ending(token, endings)
            cut = compounds.get(plain.key)
            tokens.extend(_cut(plain, cut) if cut else [plain])
    return tokens


def _cut(token: Token, at: int) -> list[Token]:
    middle = token.start + at
    return [
        token._replace(end=middle, text=token.text[:at], key=token.key[:at]),
        token._replace(start=middle, text=token.text[at:], key=token.key[at:], gap=""),
    ]


def _closes_abbreviation(tokens: list[Token], token: Token, abbreviations: frozenset[str]) -> bool:
    return token.text == "." and bool(tokens) and not token.gap and tokens[-1].text.lower() in abbreviations


def _closes_ordinal(tokens: list[Token], token: Token, ordinals: frozenset[str]) -> bool:
    """Fold "12" "th", or "12" "-" "го", into one token."""
    if token.shape is not Shape.WORD or token.gap or not tokens:
        return False
    last = tokens[-1]
    if last.shape is Shape.NUMBER and token.key in ordinals:
        tokens[-1] = last._replace(
            end=token.end, text=last.text + token.text, key=last.key + token.key, shape=Shape.ORDINAL
        )
        return True
    if last.key == "-" and not last.gap and f"-{token.key}" in ordinals and len(tokens) > 1:
        number = tokens[-2]
        if number.shape is Shape.NUMBER:
            written = f"{number.text}{last.text}{token.text}"
            tokens[-2:] = [number._replace(end=token.end, text=written, key=key_of(written), shape=Shape.ORDINAL)]
            return True
    return False


def _without_ending(token: Token, endings: tuple[str, ...]) -> Token:
    if token.shape is not Shape.WORD or not token.key.endswith(endings):
        return token
    for ending in endings:
        if token.key.endswith(ending) and len(token.key) > len(ending):
            keep = len(token.text) - len(ending)
            return token._replace(end=token.start + keep, text=token.text[:keep], key=token.key[: -len(ending)])
    return token
