"""One spelling for all spellings of a name."""

from __future__ import annotations

from vedette.model import fold

# Marks inside a name that some write and some leave out: "Slov’yansk", "St. Gallen".
_LEFT_OUT = str.maketrans(dict.fromkeys("’‘'ʼʹ`´ʻ′.", ""))


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
    plain = fold(text).translate(_LEFT_OUT)
    return " ".join("".join(char if char.isalnum() else " " for char in plain).split())
