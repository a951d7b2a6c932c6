"""Find how much and how many a text says there is of something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vedette.model.claim import QuantityMention
from vedette.model.span import Span
from vedette.reading.masks import Masks
from vedette.reading.quantities.numbers import Number, number_at, tokens_of
from vedette.reading.quantities.things import Thing, thing_at
from vedette.reading.quantities.tokens import Token
from vedette.reading.quantities.words import QuantityWords

_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_NOT_BEFORE = frozenset("#№/:_.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Amount:
    """The number part: from which token, to which, and in which currency, if a sign said so."""

    value: float
    high: float | None
    start: int
    end: int
    vague: bool
    currency: str | None = None


def find_quantities(text: str, *, words: QuantityWords, masked: Sequence[Span] = ()) -> list[QuantityMention]:
    """Find the quantities that a text mentions, in the order of the text.

    A quantity is a number with a measure, a currency, or one of the nouns that
    the language file counts, up to three words behind it. A number that is a
    label ("Article 4", "MiG-31"), a date, an hour or a score is none, nor is
    one without anything counted. "Dozens" and its like are the least they can
    mean. The span runs from the word that bounds the number to the noun.

    Args:
        text: The text of a report, or any piece of it.
        words: What its language knows, from ``load_quantity_words``.
        masked: Spans of dates and names, in which no number is looked for.

    Example:
        >>> from vedette.reading.quantities import load_quantity_words
        >>> (found,) = find_quantities("More than 34,000 Polish and allied troops took part.",
        ...                            words=load_quantity_words("en"))
        >>> found.value, found.unit, found.qualifier, found.scope
        (34000.0, 'troops', 'at_least', 'Polish and allied')
    """
    tokens = tokens_of(text, words=words)
    masks = Masks(masked)
    found: list[QuantityMention] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        opens = token.kind == "number" or token.key in words.openings
        read = _quantity(text, tokens, position, words=words, masks=masks) if opens else None
        if read is None:
            position += 1
        else:
            mention, position = read
            found.append(mention)
    return found


def _quantity(
    text: str, tokens: list[Token], position: int, *, words: QuantityWords, masks: Masks
) -> tuple[QuantityMention, int] | None:
    bound = words.bounds.at(tokens, position)
    amount = _amount(tokens, bound[1] if bound else position, words=words)
    if amount is None or _is_label(tokens, amount, words=words):
        return None
    if masks.touch(tokens[amount.start].start, tokens[amount.end - 1].end):
        return None
    inner = words.bounds_behind.at(tokens, amount.end)  # 20 or more drones
    thing = _thing(text, tokens, inner[1] if inner else amount.end, amount=amount, words=words)
    if thing is None:
        return None
    behind = words.bounds_behind.at(tokens, thing.end)  # 20 drones or more
    said = bound or inner or behind
    end = behind[1] if said is behind and behind else thing.end
    mention = QuantityMention(
        value=amount.value,
        high=amount.high,
        unit=thing.unit,
        qualifier=said[0] if said else "at_least" if amount.vague else "exactly",
        of=thing.of,
        scope=thing.scope,
        span=Span(tokens[position].start, tokens[end - 1].end),
    )
    return mention, end


@dataclass(frozen=True, slots=True, kw_only=True)
class BareAmount:
    """A number with its bound, and the token behind it; what is counted is not looked at."""

    value: float
    high: float | None
    qualifier: str
    end: int


def find_amount(tokens: list[Token], position: int, *, words: QuantityWords) -> BareAmount | None:
    """Read the bound and the number that begin at a token."""
    bound = words.bounds.at(tokens, position)
    amount = _amount(tokens, bound[1] if bound else position, words=words)
    if amount is None or _is_ordinal(tokens, amount):
        return None
    inner = words.bounds_behind.at(tokens, amount.end)
    said = bound or inner
    qualifier = said[0] if said else "at_least" if amount.vague else "exactly"
    return BareAmount(value=amount.value, high=amount.high, qualifier=qualifier, end=inner[1] if inner else amount.end)


def _thing(text: str, tokens: list[Token], position: int, *, amount: _Amount, words: QuantityWords) -> Thing | None:
    """Read what is counted; behind the sign of a currency, only its own name can follow."""
    thing = thing_at(text, tokens, position, words=words, value=amount.value if amount.high is None else amount.high)
    if amount.currency is None or (thing is not None and thing.unit == amount.currency):
        return thing
    return Thing(unit=amount.currency, end=position, measure=True)


def _amount(tokens: list[Token], position: int, *, words: QuantityWords) -> _Amount | None:
    """Read a number or a range, with the sign of a currency before it."""
    if position >= len(tokens):
        return None
    between = tokens[position].key in words.between
    start = position + between
    currency = words.currencies.get(tokens[start].key) if start < len(tokens) else None
    start += currency is not None
    low = number_at(tokens, start, words=words, money=currency is not None)
    if low is None:
        return None
    joins = words.between_joins if between else words.ranges
    high = _range_end(tokens, low, joins=joins, currency=currency, words=words)
    if between and high is None:
        return None
    value = low.value
    if high is not None and high.scaled and not low.scaled and low.value < 1000:
        value = low.value * high.value / _unscaled(high, tokens, words=words)
    if high is None or high.value <= value:
        return _Amount(value=value, high=None, start=start, end=low.end, vague=low.vague, currency=currency)
    return _Amount(value=value, high=high.value, start=start, end=high.end, vague=False, currency=currency)


def _range_end(
    tokens: list[Token], low: Number, *, joins: frozenset[str], currency: str | None, words: QuantityWords
) -> Number | None:
    if low.vague or low.end >= len(tokens) or tokens[low.end].key not in joins:
        return None
    position = low.end + 1
    if currency is not None and position < len(tokens) and words.currencies.get(tokens[position].key) == currency:
        position += 1
    return number_at(tokens, position, words=words, money=currency is not None)


def _unscaled(number: Number, tokens: list[Token], *, words: QuantityWords) -> float:
    """Give the figure before its scale, so that "6 to 8 thousand" lends the thousand to the 6."""
    scale = words.scales.get(tokens[number.end - 1].key) or words.money_scales.get(tokens[number.end - 1].key) or 1
    return number.value / scale or 1


def _is_label(tokens: list[Token], amount: _Amount, *, words: QuantityWords) -> bool:
    """Catch numbers that count nothing: "Article 4", "7:30", "3-1", "38. Brigade", a year."""
    number = tokens[amount.start]
    if _is_ordinal(tokens, amount):
        return True
    before = tokens[amount.start - 1] if amount.start else None
    if before is not None and number.glued and amount.currency is None:
        return before.key in _NOT_BEFORE or before.kind != "mark" or (before.key == "-" and _ends_word(tokens, amount))
    if amount.end < len(tokens) - 1 and tokens[amount.end].glued and tokens[amount.end].key in (":", "/", "+"):
        return tokens[amount.end + 1].glued
    if before is None or number.kind != "number":
        return False
    return before.key in words.labels or (_is_year(number) and _dates(before, words=words))


def _is_ordinal(tokens: list[Token], amount: _Amount) -> bool:
    """Say whether a full stop and words follow on digits: a number before it tells which, not how many."""
    stop = amount.end
    follows = stop + 1 < len(tokens) and tokens[stop].glued and tokens[stop].text == "."
    return follows and tokens[stop - 1].kind == "number"


def _ends_word(tokens: list[Token], amount: _Amount) -> bool:
    return amount.start > 1 and tokens[amount.start - 1].glued


def _is_year(number: Token) -> bool:
    return len(number.text) == 4 and number.text.isdecimal() and _FIRST_YEAR <= int(number.text) <= _LAST_YEAR


def _dates(before: Token, *, words: QuantityWords) -> bool:
    """Say whether a year is likelier than a count behind this word: "in 2025", "Zapad 2025"."""
    return before.key in words.year_context or (before.kind == "word" and before.text[:1].isupper())
