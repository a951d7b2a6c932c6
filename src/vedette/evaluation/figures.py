"""Whether the number of a quantity is the one that its words hold, in figures or in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from vedette.evaluation.values import QuantityValue
from vedette.reading.quantities import QuantityWords, load_quantity_words
from vedette.reading.quantities.numbers import number_at, tokens_of

_SCALES = (1, 1e3, 1e5, 1e6, 1e7, 1e9)  # with the lakh and the crore
_HUNDREDS = (*_SCALES, 1e2)  # "two hundreds"
_ALMOST = 1e-6


def figures_fit(words: str, value: QuantityValue, *, language: str) -> bool:
    """Say whether one number in the words of a quantity is its value; words without a number always fit.

    Example:
        >>> three = QuantityValue(value=3, unit="ships")
        >>> figures_fit("trīs kuģi", three, language="lv"), figures_fit("divpadsmit kuģi", three, language="lv")
        (True, False)
    """
    digits = [_number(run) for run in re.findall(r"(?<![\w-])(?:\d[\d.,\u00a0\u202f ]*\d|\d)", words)]
    worded = _worded(words, language)
    if _is_one(digits, value, _SCALES) or _is_one(worded, value, _HUNDREDS):
        return True
    share = value.unit == "%" and not digits  # "two thirds", "six in ten"
    several = value.qualifier == "at_least" and value.value / 2 in worded  # "several hundred" is two hundred at least
    return not (digits or worded) or share or several


def _is_one(written: Sequence[float], value: QuantityValue, scales: Sequence[float]) -> bool:
    scaled = [number / scale for number in (value.value, value.high) if number is not None for scale in scales]
    return any(abs(one - other) < _ALMOST * max(1, other) for one in written for other in scaled)


def _number(run: str) -> float:
    """Read digits whose separators are blanks, commas or points; three digits behind one make it a thousand."""
    packed = re.sub(r"[ \u00a0\u202f]", "", run)
    packed = re.sub(r"[.,](?=\d{3}(?:\D|\Z))", "", packed).replace(",", ".")
    try:
        return float(packed)
    except ValueError:
        return -1.0


def _worded(words: str, language: str) -> list[float]:
    """Read the numbers that are written in words, as the reader of quantities does; "dozens" is no number."""
    known = _quantity_words(language)
    tokens = tokens_of(words, words=known)
    numbers = [number_at(tokens, position, words=known) for position in range(len(tokens))]
    return [number.value for number in numbers if number is not None and not number.vague]


@cache
def _quantity_words(language: str) -> QuantityWords:
    return load_quantity_words(language)
