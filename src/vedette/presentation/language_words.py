"""Names of the languages that reports are written in."""

from __future__ import annotations

from babel import Locale

from vedette.presentation.saying import spoken


def language_word(code: str) -> str:
    """Name a language (ISO 639-1) in the language that is spoken; the code itself where nobody knows it.

    Example:
        >>> language_word("uk"), language_word("zz")
        ('Ukrainian', 'zz')

    """
    return str(Locale.parse(spoken()).languages.get(code, code))
