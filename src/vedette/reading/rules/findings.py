"""What stands in a sentence beside its names: times, quantities, and who says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vedette.model import QuantityMention, Span
from vedette.reading.document import Sentence, Token
from vedette.reading.figures import Figures
from vedette.reading.quantities import QuantityWords, read_quantity
from vedette.reading.rules.attribution import Chain
from vedette.reading.rules.saying import Saying
from vedette.reading.times import TimeExpression

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


def find_sentence_quantities(sentence: Sentence, *, text: str, figures: Figures) -> tuple[QuantityMention, ...]:
    """Find the quantities of a sentence outside its times; those as well that only its parse shows."""
    found = figures.quantities(text, sentence.span, names=sentence.mentions, times=sentence.times)
    words = figures.quantity_words
    taken = [*(quantity.span for quantity in found if quantity.span is not None), *sentence.times]
    for noun in sentence.tokens:
        counted = _counted(sentence, noun, text=text, words=words) if noun.tag in PLURAL else None
        if counted is not None and not any(span.overlaps(counted.span or noun.span) for span in taken):
            found.append(counted)
    return tuple(sorted(found, key=lambda quantity: quantity.span or sentence.span))


def _counted(sentence: Sentence, noun: Token, *, text: str, words: QuantityWords) -> QuantityMention | None:
    """Read "nine trawlers": a number of things of which only the sentence shows that they are counted."""
    number = next((child for child in sentence.kids(noun, "nummod") if child.index < noun.index), None)
    if number is None or any(name.span.holds(number.span) for name in sentence.mentions):
        return None  # "the Zapad 2025 drills": part of a name
    inside = [token for token in sentence.subtree(number) if token.index < noun.index]
    span = Span(min(token.span.start for token in inside), noun.span.end)
    read = read_quantity(span.of(text), words=words, unit=noun.text.casefold())
    return replace(read, span=span) if read is not None and read.value > 1 else None
