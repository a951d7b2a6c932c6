"""Numbers in digits and words, as one language writes them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from vedette.reading.quantities.tokens import Token, raw_tokens, split
from vedette.reading.quantities.words import QuantityWords

_LONGEST_WORD = 60  # letters of a number written as one word
_LONGEST = 15  # digits; longer ones are codes, and exact in no float


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that was read: its value, where it stops, and whether a scale ("thousand") or "dozens" was in it."""

    value: float
    end: int
    scaled: bool = False
    vague: bool = False


def tokens_of(text: str, *, words: QuantityWords) -> list[Token]:
    """Cut a text into tokens; "20km", "five-kilometre" and "zweihundert" are cut where their numbers end.

    Example:
        >>> from vedette.reading.quantities.words import load_quantity_words
        >>> [token.text for token in tokens_of("a five-kilometre zone", words=load_quantity_words("en"))]
        ['a', 'five', '-', 'kilometre', 'zone']
    """
    tokens: list[Token] = []
    for token in raw_tokens(text):
        if token.text == "." and token.glued and tokens and tokens[-1].key in words.abbreviations:
            tokens[-1] = tokens[-1]._replace(end=token.end, text=tokens[-1].text + ".")
        else:
            tokens.extend(_cut(token, words))
    return tokens


def _cut(token: Token, words: QuantityWords) -> list[Token]:
    if token.kind == "mixed":
        return _cut_digits(token, words)
    if token.kind == "word":
        ending = next((ending for ending in words.endings if token.key.endswith(ending)), None)
        if ending and len(token.key) > len(ending) and len(token.key) == len(token.text):
            token = split(token, at=[len(token.text) - len(ending)], kinds=["word"])[0]
        if "-" in token.key:
            return _cut_hyphens(token, words)
        if words.stems:
            return _cut_stem(token, words)
        return _cut_number(token, words) if words.compound_numbers else [token]
    return [token]


def _cut_stem(token: Token, words: QuantityWords) -> list[Token]:
    """Cut "п'ятикілометрова" where its measure begins."""
    for at in range(2, len(token.key) - 1):
        if token.key[:at] in words.stems and token.key[at:] in words.measures.by_first:
            return split(token, at=[at], kinds=["word", "word"])
    return [token]


def _cut_digits(token: Token, words: QuantityWords) -> list[Token]:
    """Cut "20km" and "3bn", not "37th"."""
    digits = max(index for index, letter in enumerate(token.text) if letter.isdecimal()) + 1
    behind = token.key[digits:]
    known = behind in words.scales or behind in words.money_scales or behind in words.measures.by_first
    return split(token, at=[digits], kinds=["number", "word"]) if known else [token]


def _cut_hyphens(token: Token, words: QuantityWords) -> list[Token]:
    """Cut "twenty-four" and "five-kilometre", not "Polish-led"."""
    pieces = token.key.split("-")
    if len(pieces) < 2 or len(token.key) != len(token.text):
        return [token]
    counts = pieces[0] in words.cardinals or pieces[0] in words.articles
    if not counts or not all(_follows_number(piece, words) for piece in pieces[1:]):
        length = len(pieces[0])
        measures = length > 1 and pieces[0] in words.measures.by_first  # the "Kilometer-Zone" of "30-Kilometer-Zone"
        return split(token, at=[length, length + 1], kinds=["word", "mark", "word"]) if measures else [token]
    at, kinds, offset = [], ["word"], len(pieces[0])
    for piece in pieces[1:]:
        at += [offset, offset + 1]
        kinds += ["mark", "word"]
        offset += 1 + len(piece)
    return split(token, at=at, kinds=kinds)


def _cut_number(token: Token, words: QuantityWords) -> list[Token]:
    """Cut "zweihundert" and "einundzwanzig", if numbers are all that the word is made of."""
    if len(token.key) != len(token.text) or len(token.key) > _LONGEST_WORD or token.key in words.cardinals:
        return [token]
    behind = {0: 0}  # where a piece may end, and where that piece starts; the earliest start is the longest piece
    for start in range(len(token.key)):
        ends = range(start + 1, len(token.key) + 1) if start in behind else ()
        for end in ends:
            piece = token.key[start:end]
            if piece in words.cardinals or piece in words.scales or (start and piece in words.joins):
                behind.setdefault(end, start)
    at, place = [], len(token.key)
    while place in behind and (place := behind[place]):
        at.append(place)
    return split(token, at=at[::-1], kinds=["word"] * (len(at) + 1)) if at else [token]


def _follows_number(piece: str, words: QuantityWords) -> bool:
    return piece in words.cardinals or piece in words.scales or piece in words.measures.by_first


def number_at(tokens: list[Token], position: int, *, words: QuantityWords, money: bool = False) -> Number | None:
    """Read the number that starts at a token.

    ``money`` says that a currency sign stands before it, so that "m" is a million.

    Example:
        >>> from vedette.reading.quantities.words import load_quantity_words
        >>> words = load_quantity_words("en")
        >>> number_at(tokens_of("two hundred and six", words=words), 0, words=words).value
        206.0
    """
    if position >= len(tokens):
        return None
    scales = {**words.scales, **words.money_scales} if money else words.scales
    token = tokens[position]
    if token.kind == "number":
        value = digits_value(token.text, words=words)
        return None if value is None else _scaled(tokens, position + 1, value=value, scales=scales)
    vague, half = words.vague.at(tokens, position), words.halves.at(tokens, position)
    if vague is not None:
        return Number(value=float(vague[0]), end=vague[1], scaled=True, vague=True)
    if half is not None:
        number = _scaled(tokens, half[1], value=half[0], scales=scales)
        measured = words.measures.at(tokens, half[1]) is not None
        return number if number.scaled or measured else None
    if token.key in words.articles:
        behind = tokens[position + 1] if position + 1 < len(tokens) else None
        if behind is not None and behind.glued and behind.kind == "word":
            return _worded(tokens, position, words=words)  # the first piece of "einundzwanzig"
        return _worded(tokens, position + 1, words=words) if behind is not None and behind.key in scales else None
    return _worded(tokens, position, words=words) if token.key in words.cardinals else None


def digits_value(text: str, *, words: QuantityWords) -> float | None:
    """Read "34,000" and "1.5" with the marks of the language; ``None`` for what is no number ("12.09.2025").

    Example:
        >>> from vedette.reading.quantities.words import load_quantity_words
        >>> digits_value("34,000.5", words=load_quantity_words("en"))
        34000.5
    """
    whole, mark, fraction = text.partition(words.decimal)
    for thousands in words.thousands:
        groups = whole.split(thousands)
        if len(groups) > 1:
            if not 1 <= len(groups[0]) <= 3 or any(len(group) != 3 for group in groups[1:]):
                return None
            whole = "".join(groups)
    figures_only = whole.isdecimal() and (fraction.isdecimal() if mark else True)
    return float(f"{whole}.{fraction or 0}") if figures_only and len(whole) <= _LONGEST else None


def _scaled(tokens: list[Token], position: int, *, value: float, scales: Mapping[str, int]) -> Number:
    scale = scales.get(tokens[position].key) if position < len(tokens) else None
    if scale is None:
        return Number(value=value, end=position)
    return Number(value=value * scale, end=position + 1, scaled=True)


def _worded(tokens: list[Token], position: int, *, words: QuantityWords) -> Number:
    """Add up the words of a number for as long as they fit: "twenty four", "two hundred and six thousand"."""
    total, current, scaled, ceiling = 0, 0, False, math.inf
    while position < len(tokens):
        skip = _joint(tokens, position, current=current, words=words)
        token = tokens[position + skip]
        value, scale = words.cardinals.get(token.key), words.scales.get(token.key)
        if scale is not None and scale < ceiling and current < min(scale, 1000):
            scaled = True
            current = max(1, current) * scale
            if scale >= 1000:
                # What follows a thousand is smaller than it: "two thousand", not "two thousand million".
                total, current, ceiling = total + current, 0, scale
        elif value is not None and (_fits(current, value) or (skip and _turns(tokens[position], current, value))):
            current += value
        else:
            break
        position += skip + 1
    return Number(value=float(total + current), end=position, scaled=scaled)


def _joint(tokens: list[Token], position: int, *, current: int, words: QuantityWords) -> int:
    """Count the joining token to step over: the hyphen of "twenty-four", the "and" of "two hundred and six"."""
    if position + 1 >= len(tokens) or not current or tokens[position + 1].key not in words.cardinals:
        return 0
    token = tokens[position]
    glued = token.glued and tokens[position + 1].glued
    joins = token.key in words.joins and (glued or current % 100 == 0)
    return 1 if joins or (glued and token.key == "-") else 0


def _turns(joint: Token, current: int, value: int) -> bool:
    """Say whether the tens come after the ones, as in "einundzwanzig"."""
    within = joint.glued and joint.kind == "word"
    return within and 0 < current % 100 < 10 and value in range(20, 100, 10)


def _fits(current: int, value: int) -> bool:
    if current == 0 or current % 100 == 0:
        return value > 0 or current == 0
    return current % 10 == 0 and current % 100 >= 20 and 0 < value < 10
