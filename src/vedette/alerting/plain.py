"""Words of strangers as one line that breaks no letter and no file."""

from __future__ import annotations

import unicodedata

# What a reader cannot see, or what would reorder what is read; XML 1.0 forbids most of it as well.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def one_line(text: str) -> str:
    r"""Give a text as one line without what cannot be seen.

    Example:
        >>> one_line("a\x1b[31m red\ntitle\u202e")
        'a[31m red title'
    """
    seen = "".join(
        " " if letter.isspace() else letter for letter in text
        if letter.isspace() or unicodedata.category(letter) not in _UNSEEN
    )
    return " ".join(seen.split())


def calling_nobody(text: str) -> str:
    """Give words of strangers as one line in which no service finds anybody to call.

    "@everyone" in a sentence of the news would wake a whole company.

    Example:
        >>> calling_nobody("Look, @everyone!")
        'Look, @ everyone!'
    """
    return one_line(text).replace("@", "@ ")
