"""What one language knows about quantities, read from its folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from vedette.errors import KnowledgeError
from vedette.reading.language_file import language_text
from vedette.reading.quantities.tokens import Token, raw_tokens
from vedette.reading.spelling import inflected, spellings

V = TypeVar("V")
QUALIFIERS = ("exactly", "about", "at_least", "at_most")
_WRITING = (
    "thousands", "joins", "ranges", "between", "between_joins", "of", "determiners", "articles", "abbreviations",
    "parts", "stems",
)  # fmt: skip
_GUARDS = ("labels", "year_context", "stops", "fillers")
_TABLES = ("cardinals", "scales", "money_scales", "currencies")
_FLAGS = ("compound_numbers", "compound_nouns", "singular_after_ones")
_PHRASES = ("vague", "halves", "bounds", "bounds_behind", "measures")
_OPENING, _BOUNDING = ("between", "currencies", "articles", "cardinals"), ("bounds", "vague", "halves")
_SHORTEST_HEAD, _SHORTEST_FRONT = 5, 4  # letters of a compound noun: not "Terminen" for "Minen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases(Generic[V]):
    """Phrases of one or more words, each with what it stands for."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], V], ...]]

    def at(self, tokens: list[Token], position: int) -> tuple[V, int] | None:
        """Give the longest phrase that stands here, and the position behind it."""
        if position >= len(tokens):
            return None
        for keys, value in self.by_first.get(tokens[position].key, ()):
            end = position + len(keys)
            if len(keys) == 1 or tuple(token.key for token in tokens[position:end]) == keys:
                return value, end
        return None

    def head_at(self, tokens: list[Token], position: int) -> tuple[V, int] | None:
        """Give the longest word that a compound ends with ("Kampfdrohnen"), and the position behind it."""
        key = tokens[position].key if position < len(tokens) else ""
        for cut in range(_SHORTEST_FRONT, len(key) - _SHORTEST_HEAD + 1):
            for keys, value in self.by_first.get(key[cut:], ()):
                if len(keys) == 1:
                    return value, position + 1
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityWords:
    """What a language knows about quantities; load it once with ``load_quantity_words`` and hand it on."""

    language: str
    thousands: frozenset[str]
    decimal: str
    endings: tuple[str, ...]
    joins: frozenset[str]
    ranges: frozenset[str]
    between: frozenset[str]
    between_joins: frozenset[str]
    of: frozenset[str]
    parts: frozenset[str]
    determiners: frozenset[str]
    articles: frozenset[str]
    abbreviations: frozenset[str]
    stems: frozenset[str]
    compound_numbers: bool
    compound_nouns: bool
    singular_after_ones: bool
    stuff: tuple[str, ...]
    halves: Phrases[float]
    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    money_scales: Mapping[str, int]
    vague: Phrases[float]
    bounds: Phrases[str]
    bounds_behind: Phrases[str]
    currencies: Mapping[str, str]
    measures: Phrases[str]
    one: Phrases[str]
    many: Phrases[str]
    labels: frozenset[str]
    year_context: frozenset[str]
    stops: frozenset[str]
    fillers: frozenset[str]
    thing_ends: tuple[str, ...]
    thing_closes: tuple[str, ...]
    openings: frozenset[str]  # words with which a quantity can begin, beside figures


def load_quantity_words(language: str) -> QuantityWords:
    """Read how a language speaks about quantities.

    Args:
        language: Code of the language, the name of its folder: ``en``.

    Raises:
        KnowledgeError: There is no such language, or its ``quantities.toml`` is wrong.

    Example:
        >>> load_quantity_words("en").cardinals["twelve"]
        12
    """
    return parse_quantity_words(language_text(language, "quantities"), language=language)


def parse_quantity_words(content: str, *, language: str) -> QuantityWords:
    """Read a ``quantities.toml``; see ``languages/en/quantities.toml`` for what it holds.

    Raises:
        KnowledgeError: The file is no TOML, or something in it is missing or of the wrong kind.
    """
    try:
        data = inflected(content)
        for table in ("bounds", "bounds_behind"):
            unknown = set(data[table].values()) - set(QUALIFIERS)
            if unknown:
                raise ValueError(f"[{table}] has the unknown qualifier '{min(unknown)}'")
        return _words(data, language=language)
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise KnowledgeError(f"languages/{language}/quantities.toml: {wrong}. Compare it with languages/en.") from wrong


def _words(data: Mapping[str, Any], *, language: str) -> QuantityWords:
    fields: dict[str, Any] = {name: frozenset(_all_spellings(data["writing"][name])) for name in _WRITING}
    fields |= {name: bool(data["writing"][name]) for name in _FLAGS}
    fields |= {name: frozenset(_all_spellings(data["guards"][name])) for name in _GUARDS}
    fields |= {name: {word: n for entry, n in data[name].items() for word in spellings(entry)} for name in _TABLES}
    fields |= {name: _phrases(data[name].items()) for name in _PHRASES}
    return QuantityWords(
        language=language,
        decimal=data["writing"]["decimal"],
        endings=tuple(data["writing"]["endings"]),
        stuff=tuple(_all_spellings(data["writing"]["stuff"])),
        one=_phrases(data["nouns"]["one"].items()),
        many=_phrases(data["nouns"]["many"].items()),
        thing_ends=tuple(data["guards"]["thing_ends"]),
        thing_closes=tuple(data["guards"]["thing_closes"]),
        openings=frozenset[str]().union(
            *(fields[name] for name in _OPENING), *(fields[name].by_first for name in _BOUNDING)
        ),
        **fields,
    )


def _all_spellings(entries: Iterable[str]) -> list[str]:
    return [word for entry in entries for word in spellings(entry)]


def _phrases(entries: Iterable[tuple[str, V]]) -> Phrases[V]:
    """Put each phrase under its first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], V]]] = {}
    for entry, value in entries:
        for phrase in spellings(entry):
            keys = tuple(token.key for token in raw_tokens(phrase))
            table.setdefault(keys[0], []).append((keys, value))
    return Phrases(by_first={first: tuple(sorted(found, key=lambda e: -len(e[0]))) for first, found in table.items()})
