"""The words of a text as the search knows them: runs of letters and digits, without case, Latin ones without accents.

So does SQLite's index of words (``unicode61 remove_diacritics 2``); what is searched in PostgreSQL and what is shown
around a hit goes by the same rule.
"""

from __future__ import annotations

import re
import unicodedata

# A run of letters and digits, each with the marks that belong to it.
WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")
# A Latin letter with its marks; other scripts have letters that differ in nothing but a mark.
_MARKED_LATIN = re.compile("([a-z\u00df-\u024f])[\u0300-\u036f]+")
# Longer than any word; what follows distinguishes nothing any more.
_LONGEST = 500


def plain_word(word: str) -> str:
    """Give a word as it is compared.

    Example:
        >>> [plain_word(word) for word in ("Šiaulių", "ŁÓDŹ", "Йосиф", "B-52"[:1])]
        ['siauliu', 'łodz', 'йосиф', 'b']
    """
    lower = word[:_LONGEST].lower()
    if lower.isascii():
        return lower
    apart = unicodedata.normalize("NFD", lower.replace("ς", "σ"))
    return unicodedata.normalize("NFC", _MARKED_LATIN.sub(r"\1", apart))


def words_of(text: str) -> list[str]:
    """Give all words of a text, in its order.

    Example:
        >>> words_of("It's said: 2,000 men – «Захад-2025».")
        ['it', 's', 'said', '2', '000', 'men', 'захад', '2025']
    """
    return [plain_word(found[0]) for found in WORD.finditer(text)]
