"""One spelling for all spellings of a word."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a base letter and an accent.
_LETTERS = {
    "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŧ": "t",
}


def fold(text: str) -> str:
    """Give a text without case and accents, as names and words are compared everywhere.

    The script stays: "Минск" is not "Minsk". Marks and spaces stay as well.

    Example:
        >>> fold("Šiauliai, ŁÓDŹ")
        'siauliai, lodz'
    """
    plain = text.casefold()
    if plain.isascii():
        return plain
    plain = unicodedata.normalize("NFKD", plain)
    # A text has some dozens of different letters, and few of them are any of these.
    for letter in set(plain):
        if letter in _LETTERS:
            plain = plain.replace(letter, _LETTERS[letter])
        elif unicodedata.combining(letter):
            plain = plain.replace(letter, "")
    return plain
