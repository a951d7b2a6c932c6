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


# What stands behind the name of an outlet and says what it is; elsewhere such words stand before it.
_BEHIND = frozenset((
    "agency", "newswire", "newspaper", "website", "portal", "agentūra", "portalas", "aģentūra", "portāls", "agentuur",
    "portaal", "uutistoimisto",
))


def without_description(name: str) -> str:
    """Give the name of an outlet without the small words beside it that say what it is.

    Example:
        >>> without_description("Nemunas Wire agency"), without_description("агентство «Зразок»")
        ('Nemunas Wire', '«Зразок»')
        >>> without_description("port-news.example"), without_description("Нёманскі ліхтар")
        ('port-news.example', 'Нёманскі ліхтар')
    """
    words = name.split()
    first = next((at for at, word in enumerate(words) if not word.islower()), 0)
    last = len(words) - 1 if len(words) > first + 1 and words[-1] in _BEHIND else len(words)
    return " ".join(words[first:last])
