"""One spelling for all spellings of a name."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a base letter and an accent.
_LETTERS = str.maketrans(
    {
        "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŧ": "t",
        "’": "", "‘": "", "'": "", "ʼ": "", "ʹ": "", "`": "", "´": "", "ʻ": "", "′": "", ".": "",
    }
)  # fmt: skip


def fold_name(text: str) -> str:
    """Give the one spelling under which all spellings of a name are looked up.

    Accents and apostrophes fall away, case is folded, hyphens and other marks
    become a single space. The script stays: "Минск" is not "Minsk". Folding a
    folded name changes nothing.

    Args:
        text: A name in any script.

    Returns:
        The folded name; empty where the text holds no letter or digit.

    Example:
        >>> fold_name("Rzeszów-Jasionka"), fold_name("Слов’янськ"), fold_name("ŁÓDŹ")
        ('rzeszow jasionka', 'словянськ', 'lodz')
    """
    folded = _fold_once(text)
    # Folding case can bring up letters that fold again; a name settles in a few rounds.
    while (again := _fold_once(folded)) != folded:
        folded = again
    return folded


def _fold_once(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    kept = "".join(_sign(char) for char in plain)
    return " ".join(kept.split())


def _sign(char: str) -> str:
    if unicodedata.combining(char):
        return ""
    return char if char.isalnum() else " "
