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
