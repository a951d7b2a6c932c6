"""Which language a text is written in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

# The ten languages that Vedette reads, and those they are most often taken for or printed beside.
LANGUAGES = (
    "en", "uk", "ru", "be", "pl", "lt", "lv", "et", "de", "fi",
    "fr", "es", "it", "nl", "sv", "da", "no", "cs", "sk", "bg", "ro", "hu", "tr", "ka", "hy", "az",
    "zh", "ja", "ko", "ar", "fa", "he", "eu",
)
_FEWEST_LETTERS = 20
_SURE_LETTERS = 200
_SURE = 0.95
_LOOK = 5_000
_LETTER = re.compile(r"[^\W\d_]")
_LINK = re.compile(r"https?://\S+|\S+@\S+")
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
_LONG_CODES = {
    "eng": "en", "ukr": "uk", "rus": "ru", "bel": "be", "pol": "pl", "lit": "lt", "lav": "lv", "est": "et",
    "deu": "de", "ger": "de", "fin": "fi",
}


class Guess(NamedTuple):
    """A language, how sure the detector is (0 to 1), and whether that is enough to overrule what a page says."""

    language: str
    confidence: float
    strong: bool


def detect_language(text: str) -> str | None:
    """Name the language of a text by its words.

    Args:
        text: The running text; its first 5,000 characters are looked at.

    Returns:
        A two-letter code (ISO 639-1), or ``None`` for fewer than 20 letters.

    Example:
        >>> detect_language("Пратэсты ў сталіцы працягваюцца ўжо другі дзень.")
        'be'
        >>> detect_language("OK 12:30") is None
        True
    """
    guess = guess_language(text)
    return guess.language if guess else None


def guess_language(text: str) -> Guess | None:
    """Name the language of a text and how sure that is.

    Example:
        >>> guess_language("The border will be closed from Thursday to Tuesday.").language
        'en'
    """
    head = _LINK.sub(" ", text[:_LOOK])
    letters = len(_LETTER.findall(head))
    if letters < _FEWEST_LETTERS:
        return None
    language, confidence = _identifier().classify(head)
    return Guess(str(language), float(confidence), letters >= _SURE_LETTERS and confidence >= _SURE)


def language_code(value: str) -> str | None:
    """Give the two-letter code of what a page or an input calls its language.

    Example:
        >>> language_code("en-GB"), language_code("ukr"), language_code("English")
        ('en', 'uk', None)
    """
    match = _CODE.fullmatch(value.strip())
    if match is None:
        return None
    code = match[1].lower()
    return _LONG_CODES.get(code, code if len(code) == 2 else None)


@cache
def _identifier() -> Any:
    # The model takes half a second to load, so it is loaded once, when first asked.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
