"""What stands in a sentence beside its names: times, quantities, and who says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vedette.model import QuantityMention, Span
from vedette.reading.document import Sentence, Token, names_with_figures
from vedette.reading.quantities import QuantityWords, find_quantities, read_quantity
from vedette.reading.rules.attribution import Chain, Saying
from vedette.reading.times import TimeExpression, TimeWords, find_times

PLURAL = ("NNS", "NNPS")


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
    found = [
        replace(quantity, span=quantity.span.shifted(start))
        for quantity in find_quantities(sentence.span.of(text), words=words, masked=masked)
        if quantity.span is not None
    ]
    taken = [*(quantity.span for quantity in found if quantity.span is not None), *sentence.times]
    for noun in sentence.tokens:
        counted = _counted(sentence, noun, text=text, words=words) if noun.tag in PLURAL else None
        if counted is not None and not any(span.overlaps(counted.span or noun.span) for span in taken):
            found.append(counted)
    return tuple(sorted(found, key=lambda quantity: quantity.span or sentence.span))


def _counted(sentence: Sentence, noun: Token, *, text: str, words: QuantityWords) -> QuantityMention | None:
    """Read "nine trawlers": a number of things of which only the sentence shows that they are counted."""
    number = next((child for child in sentence.kids(noun, "nummod") if child.index < noun.index), None)
    if number is None:
        return None
    inside = [token for token in sentence.subtree(number) if token.index < noun.index]
    span = Span(min(token.span.start for token in inside), noun.span.end)
    read = read_quantity(span.of(text), words=words, unit=noun.text.casefold())
    return replace(read, span=span) if read is not None and read.value > 1 else None
