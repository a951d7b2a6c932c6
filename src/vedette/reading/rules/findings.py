"""What stands in a sentence beside its names: times, quantities, and who says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vedette.model import QuantityMention
from vedette.reading.document import Sentence, names_with_figures
from vedette.reading.quantities import QuantityWords, find_quantities
from vedette.reading.rules.attribution import Chain, Saying
from vedette.reading.times import TimeExpression, TimeWords, find_times


@dataclass(frozen=True, slots=True)
class Findings:
    """What a sentence holds for the claims read in it.

    ``chain`` goes before any saying of the sentence itself: a "Source:" line, or
    who an open quotation goes on with. ``earlier`` are the times of the sentences before.
    """

    times: tuple[TimeExpression, ...]
    earlier: tuple[TimeExpression, ...]
    quantities: tuple[QuantityMention, ...]
    sayings: tuple[Saying, ...]
    chain: Chain


def find_sentence_times(sentence: Sentence, *, text: str, words: TimeWords) -> tuple[TimeExpression, ...]:
    """Find the times of a sentence, with spans on the report's text."""
    start = sentence.span.start
    found = find_times(sentence.span.of(text), words=words, masked=names_with_figures(sentence.mentions, sentence.span))
    return tuple(replace(time, span=time.span.shifted(start)) for time in found)


def find_sentence_quantities(sentence: Sentence, *, text: str, words: QuantityWords) -> tuple[QuantityMention, ...]:
    """Find the quantities of a sentence outside its times, with spans on the report's text."""
    start = sentence.span.start
    masked = [*names_with_figures(sentence.mentions, sentence.span), *(span.shifted(-start) for span in sentence.times)]
    found = find_quantities(sentence.span.of(text), words=words, masked=masked)
    return tuple(
        replace(quantity, span=quantity.span.shifted(start)) for quantity in found if quantity.span is not None
    )
