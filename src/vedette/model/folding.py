"""One spelling for all spellings of a word."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a base letter and an accent.
_LETTERS = str.maketrans({
    "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŧ": "t",
})


def fold(text: str) -> str:
    """Give a text without case and accents, as names and words are compared everywhere.

    The script stays: "Минск" is not "Minsk". Marks and spaces stay as well.

    Example:
        >>> fold("Šiauliai, ŁÓDŹ")
        'siauliai, lodz'
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
