"""The same items in other shapes, as reports bring them: cut, put together, in capitals, with other marks."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from training.examples import Example, example
from vedette.evaluation.annotated import AnnotatedItem
from vedette.reading.tags.words import Pieces, length

# Marks that stand for one another, each way of writing as (opening, closing); lengths stay, so that spans stay.
QUOTATION = (('"', '"'), ("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"))
APOSTROPHES = "'’"
DASHES = "-–—"
_QUOTES = frozenset(sign for pair in QUOTATION for sign in pair)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """How often an item is learned in another shape, and how long what is learned at a time may be."""

    joined: float = 0.2  # share of items behind which others stand, as in a bulletin
    single: float = 0.2  # share of which each paragraph stands alone
    shouted: float = 0.04  # share in capitals
    silent: float = 0.7  # share of paragraphs on our subjects without an event of which that is left open
    retyped: float = 0.3  # share with other quotation marks, apostrophes and dashes
    sizes: tuple[int, ...] = (96, 128, 192, 256)  # pieces; a longer item is cut between its paragraphs
    longest: int = 510  # pieces of one paragraph that the encoder can take in


def varied(
    item: AnnotatedItem, items: Sequence[AnnotatedItem], pieces: Pieces, shape: Variation, chance: random.Random
) -> Iterator[Example]:
    """Make examples of an item: each of its paragraphs once.

    Args:
        item: Of which.
        items: From which others are taken to stand behind it.
        pieces: The vocabulary.
        shape: How often which shape.
        chance: Draws; the same draws give the same examples.
    """
    draw, size = chance.random(), chance.choice(shape.sizes)
    shout = chance.random() < shape.shouted
    make = partial(example, pieces=pieces, shout=shout, silent=lambda: chance.random() < shape.silent)
    item = retyped(item, chance) if chance.random() < shape.retyped else item
    if draw > 1 - shape.joined and sum(_lengths(item, pieces)) < size:
        yield from _fitting(make(_company(item, items, pieces, size, chance)), shape)
        return
    limit = 0 if draw < shape.single else size
    for stretch in _stretches(item, pieces, limit):
        yield from _fitting(make([item], only=stretch), shape)


def retyped(item: AnnotatedItem, chance: random.Random) -> AnnotatedItem:
    """Write an item with the quotation marks, apostrophes and dashes of another house."""
    house = _House(*chance.choice(QUOTATION), chance.choice(APOSTROPHES), chance.choice(DASHES))
    padded = f" {item.text} "
    return replace(item, text="".join(
        house.sign(before, sign, after) for before, sign, after in zip(padded, item.text, padded[2:], strict=False)
    ))


@dataclass(frozen=True, slots=True)
class _House:
    opening: str
    closing: str
    apostrophe: str
    dash: str

    def sign(self, before: str, sign: str, after: str) -> str:
        if sign in _QUOTES:
            return self.opening if before.isspace() or before in "([{-–—" else self.closing
        if sign in APOSTROPHES and before.isalpha() and after.isalpha():
            return self.apostrophe
        return self.dash if sign in DASHES and before.isspace() and after.isspace() else sign


def _company(
    item: AnnotatedItem, items: Sequence[AnnotatedItem], pieces: Pieces, size: int, chance: random.Random
) -> list[AnnotatedItem]:
    """Put others behind an item until one does not fit."""
    together, used = [item], sum(_lengths(item, pieces))
    while used < size:
        other = chance.choice(items)
        used += sum(_lengths(other, pieces))
        if used > size:
            break
        together.append(other)
    return together


def _stretches(item: AnnotatedItem, pieces: Pieces, size: int) -> Iterator[range]:
    """Give paragraphs that are learned together: as many as fit, one at least."""
    start, used = 0, 1
    for number, needed in enumerate(_lengths(item, pieces)):
        if number > start and used + needed > size:
            yield range(start, number)
            start, used = number, 1
        used += needed
    yield range(start, len(item.paragraphs))


def _lengths(item: AnnotatedItem, pieces: Pieces) -> list[int]:
    return [length(list(pieces.words(item.text, paragraph.span))) + 1 for paragraph in item.paragraphs]


def _fitting(made: Example, shape: Variation) -> Iterator[Example]:
    if len(made.window.ids) <= shape.longest:
        yield made
