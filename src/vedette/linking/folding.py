"""Words and names made comparable: case, accents, hyphens and quotation marks do not matter."""

from __future__ import annotations

import re
from functools import lru_cache

from vedette.model import fold

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Give the words of a text in the form in which they are compared.

    Example:
        >>> words_of("«Запад-2025», Siły Zbrojne")
        ['запад', '2025', 'sily', 'zbrojne']
    """
    return _WORD.findall(fold(text))


# Each portion that is linked asks for all ten thousand names of the packs, and for those of its reports many times.
@lru_cache(maxsize=2**15)
def fold_name(name: str) -> str:
    """Give one spelling for all the ways to write a name.

    Example:
        >>> fold_name("Zapad-2025") == fold_name("«ZAPAD 2025»")
        True
    """
    return " ".join(words_of(name))
