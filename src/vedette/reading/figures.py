"""Times and quantities of a sentence, with spans on its report: looked for once, whoever asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from vedette.model import QuantityMention, Span
from vedette.reading.document import Mention, names_with_figures
from vedette.reading.quantities import QuantityWords, find_quantities, load_quantity_words
from vedette.reading.times import TimeExpression, find_times, load_time_words

# Sentences that are remembered. Two readers ask about one report, one behind the other; what is older nobody asks for.
_REMEMBERED = 128


class Figures:
    """Finds the times and quantities of sentences in one language.

    Two readers of one report share it, since most sentences of one are sentences
    of the other. What it gives depends on the words alone.

    Args:
        language: Of the sentences.

    Example:
        >>> text = "It rained. On 3 May 2025, 400 troops left."
        >>> figures = Figures("en")
        >>> (told,) = figures.times(text, Span(11, 42), names=())
        >>> (left,) = figures.quantities(text, Span(11, 42), names=(), times=[told.span])
        >>> told.span.of(text), left.span.of(text)
        ('3 May 2025', '400 troops')
    """

    def __init__(self, language: str) -> None:
        self._time_words, self._quantity_words = load_time_words(language), load_quantity_words(language)
        self._find_times = lru_cache(_REMEMBERED)(self._times_of)
        self._find_quantities = lru_cache(_REMEMBERED)(self._quantities_of)

    @property
    def quantity_words(self) -> QuantityWords:
        """How the language speaks about quantities."""
        return self._quantity_words

    def times(self, text: str, sentence: Span, *, names: Iterable[Mention]) -> tuple[TimeExpression, ...]:
        """Find the times of a sentence; those of a name ("West 2025") are none.

        Args:
            text: Of the report.
            sentence: Where it stands.
            names: In the report, or in the sentence.
        """
        masked = tuple(names_with_figures(names, sentence))
        found = self._find_times(sentence.of(text), masked)
        return tuple(replace(time, span=time.span.shifted(sentence.start)) for time in found)

    def quantities(
        self, text: str, sentence: Span, *, names: Iterable[Mention], times: Iterable[Span]
    ) -> list[QuantityMention]:
        """Find the quantities of a sentence outside its names and times.

        Args:
            text: Of the report.
            sentence: Where it stands.
            names: In the report, or in the sentence.
            times: In the report, or in the sentence.
        """
        dated = (time.shifted(-sentence.start) for time in times if sentence.holds(time))
        masked = (*names_with_figures(names, sentence), *dated)
        return [
            replace(quantity, span=quantity.span.shifted(sentence.start))
            for quantity in self._find_quantities(sentence.of(text), masked) if quantity.span is not None
        ]

    def _times_of(self, words: str, masked: tuple[Span, ...]) -> tuple[TimeExpression, ...]:
        return tuple(find_times(words, words=self._time_words, masked=masked))

    def _quantities_of(self, words: str, masked: tuple[Span, ...]) -> tuple[QuantityMention, ...]:
        return tuple(find_quantities(words, words=self._quantity_words, masked=masked))
