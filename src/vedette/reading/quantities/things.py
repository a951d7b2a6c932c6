"""What stands behind a number: a measure with what is measured, or a counted noun with its modifiers."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.reading.quantities.numbers import number_at
from vedette.reading.quantities.tokens import Token
from vedette.reading.quantities.words import Phrases, QuantityWords

_MOST_MODIFIERS = 3
_MOST_WORDS_OF_THING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What is measured or counted, and the token behind it."""

    unit: str
    end: int
    measure: bool = False
    of: str | None = None
    scope: str | None = None


def thing_at(text: str, tokens: list[Token], position: int, *, words: QuantityWords, value: float) -> Thing | None:
    """Read the measure or the counted noun behind a number; after one, a singular.

    Example:
        >>> from vedette.reading.quantities import load_quantity_words
        >>> from vedette.reading.quantities.numbers import tokens_of
        >>> words = load_quantity_words("en")
        >>> said = "kilograms of explosives"
        >>> thing_at(said, tokens_of(said, words=words), 0, words=words, value=2).of
        'explosives'
    """
    start = position
    if start + 1 < len(tokens) and tokens[start].key == "-" and tokens[start].glued and tokens[start + 1].glued:
        start += 1  # 155-mm, five-kilometre
    measure = words.measures.at(tokens, start)
    if measure is not None:
        of, end = _measured(text, tokens, measure[1], words=words)
        return Thing(unit=measure[0], end=end, measure=True, of=of)
    return _counted(text, tokens, position, words=words, value=value)


def _measured(text: str, tokens: list[Token], position: int, *, words: QuantityWords) -> tuple[str | None, int]:
    """Read the "of explosives" behind a measure; it ends where the thing has been named."""
    first = position + 1
    if position >= len(tokens):
        return None, position
    if tokens[position].key not in words.of:
        return _stuff(text, tokens, position, words=words)
    end = first
    while end < len(tokens) and end - first < _MOST_WORDS_OF_THING and _names_thing(tokens[end], words, end == first):
        end += 1
        if tokens[end - 1].key.endswith(words.thing_closes):
            break
    if end == first:
        return None, position
    return text[tokens[first].start : tokens[end - 1].end], end


def _stuff(text: str, tokens: list[Token], position: int, *, words: QuantityWords) -> tuple[str | None, int]:
    """Read the "Sprengstoff" of "2 Kilogramm Sprengstoff": only what the language file knows needs no "of"."""
    for end in range(position, min(position + _MOST_WORDS_OF_THING, len(tokens))):
        if not _names_thing(tokens[end], words, True):
            break
        if words.stuff and tokens[end].key.endswith(words.stuff):
            return text[tokens[position].start : tokens[end].end], end + 1
    return None, position


def _names_thing(token: Token, words: QuantityWords, is_first: bool) -> bool:
    if token.kind != "word" or token.key in words.stops or token.key in words.joins:
        return False
    return is_first or not token.key.endswith(words.thing_ends)


def _counted(text: str, tokens: list[Token], position: int, *, words: QuantityWords, value: float) -> Thing | None:
    """Read the counted noun, past "of the" and up to three modifiers."""
    first = _past_determiner(tokens, position, words=words)
    tables = [words.one] if value == 1 and first == position else [words.many]  # "one of the drones"
    if words.singular_after_ones and value % 10 == 1 and value % 100 != 11:
        tables = [words.one, words.many]
    for end in range(first, min(first + _MOST_MODIFIERS + 1, len(tokens))):
        noun = _noun_at(tokens, end, tables=tables, words=words)
        if noun is not None:
            return Thing(unit=noun[0], end=noun[1], scope=_scope(text, tokens[first:end], words=words))
        if not _modifies(tokens, end, first=first, words=words):
            return None
    return None


def _noun_at(
    tokens: list[Token], position: int, *, tables: list[Phrases[str]], words: QuantityWords
) -> tuple[str, int] | None:
    for table in tables:
        noun = table.at(tokens, position) or (table.head_at(tokens, position) if words.compound_nouns else None)
        if noun is not None:
            return noun
    return None


def _past_determiner(tokens: list[Token], position: int, *, words: QuantityWords) -> int:
    if position >= len(tokens) or tokens[position].key not in words.parts:
        return position
    following = position + 1
    following += following < len(tokens) and tokens[following].key in words.determiners
    whole = number_at(tokens, following, words=words)  # the 20 of "12 of the 20 drones"
    return whole.end if whole else following


def _modifies(tokens: list[Token], position: int, *, first: int, words: QuantityWords) -> bool:
    """Say whether a word can stand between a number and its noun: "Polish", "MiG-31", the "2" of "Leopard 2"."""
    token = tokens[position]
    if token.key == "-":
        return position > first and not token.glued and position + 1 < len(tokens) and tokens[position + 1].glued
    if token.kind in ("number", "label"):
        return position > first and tokens[position - 1].key in words.labels
    if token.kind != "word" or token.key in words.stops or token.key in words.cardinals or token.key in words.scales:
        return False
    return position > first or token.key not in words.joins


def _scope(text: str, modifiers: list[Token], *, words: QuantityWords) -> str | None:
    kept = list(modifiers)
    while kept and kept[0].key in words.fillers:
        kept.pop(0)
    while kept and kept[-1].key == "-":
        kept.pop()
    return text[kept[0].start : kept[-1].end] if kept else None
