"""Read the amount of words that are known to be a quantity, whatever is counted."""

from __future__ import annotations

from vedette.model.claim import QuantityMention
from vedette.model.span import Span
from vedette.reading.quantities.find import find_amount, find_quantities
from vedette.reading.quantities.numbers import tokens_of
from vedette.reading.quantities.words import QuantityWords

UNTOLD = "things"
"""What is counted by a number behind which no noun stands."""


def read_quantity(text: str, *, words: QuantityWords, unit: str | None = None) -> QuantityMention | None:
    """Read how much or how many some words say, where somebody else has said that they are a quantity.

    Unlike ``find_quantities`` it takes any number, and counts what the language
    file does not know by the words that stand behind the number.

    Args:
        text: The words, no more.
        words: What their language knows.
        unit: What is counted, where that is known already.

    Returns:
        The quantity, with its span in ``text``; ``None`` where the words hold no number.

    Example:
        >>> from vedette.reading.quantities import load_quantity_words
        >>> found = read_quantity("more than forty bakeries", words=load_quantity_words("en"))
        >>> found.value, found.unit, found.qualifier
        (40.0, 'bakeries', 'at_least')
    """
    known = find_quantities(text, words=words)
    if known:
        return known[0]
    tokens = tokens_of(text, words=words)
    for position in range(len(tokens)):
        found = find_amount(tokens, position, words=words)
        if found is not None:
            rest = text[tokens[found.end - 1].end :].strip(" ,;")
            return QuantityMention(
                value=found.value, high=found.high, unit=unit or rest or UNTOLD, qualifier=found.qualifier,
                span=Span(tokens[position].start, len(text)),
            )
    return None
