"""Letters in the language that is spoken: the same words as on the pages."""

from __future__ import annotations

from vedette.alerting.wordbook import Wordbook
from vedette.model import Confidence, Likelihood
from vedette.presentation.assessment_words import confidence_word, likelihood_words
from vedette.presentation.period_words import describe_day
from vedette.presentation.saying import gettext


def letter_words() -> Wordbook:
    """Give the words of letters; each is looked up when it is said.

    Example:
        >>> words = letter_words()
        >>> words.likelihood("roughly_even_chance"), words.confidence("moderate"), words.phrase("rises")
        ('roughly even chance', 'moderate', 'rises')
    """
    return Wordbook(
        phrase=gettext, likelihood=lambda word: likelihood_words(Likelihood(word)).partition(" (")[0],
        confidence=lambda word: confidence_word(Confidence(word)), day=describe_day,
    )
