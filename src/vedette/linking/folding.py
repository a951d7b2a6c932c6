"""Words and names made comparable: case, accents, hyphens and quotation marks do not matter."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Give the words of a text in the form in which they are compared.

    Example:
        >>> words_of("«Запад-2025», Siły Zbrojne")
        ['запад', '2025', 'siły', 'zbrojne']
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))


def fold(name: str) -> str:
    """Give one spelling for all the ways to write a name.

    Example:
        >>> fold("Zapad-2025") == fold("«ZAPAD 2025»")
        True
    """
    return " ".join(words_of(name))
