"""What one language knows about times: word tables, rules and guards, read from its folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from vedette.errors import KnowledgeError
from vedette.reading.language_file import language_text
from vedette.reading.spelling import inflected, spellings
from vedette.reading.times.expression import TimeExpression, TimeKind
from vedette.reading.times.forms import Node, Rule, names_in, openings, trie
from vedette.reading.times.tokens import raw_tokens

Value = str | int | Mapping[str, str | int]

# Which field of a TimeExpression a class of words fills; several classes may fill the same one, some fill none or two.
FIELDS: Mapping[str, str] = {
    "MONTH": "month", "WEEKDAY": "weekday", "DAY": "day", "YEAR": "year", "COUNT": "count", "UNIT": "unit",
    "PART": "part", "MERIDIEM": "meridiem", "SEASON": "season", "QUARTER": "quarter", "PORTION": "portion",
    "SHIFT": "shift", "HOUR": "hour", "NTH": "day", "DAYWORD": "day", "DAYSHIFT": "shift", "UNITS": "unit",
    "CALENDARUNIT": "unit", "EDGE": "part", "QNUMBER": "quarter",
    "MINUTE": "minute", "CLOCK": "", "DOTCLOCK": "", "FULLDATE": "", "DOTDAY": "", "ZONE": "",
    "DECADE": "year", "NTHYEAR": "year", "WORD": "",
}  # fmt: skip
TOP = ""
"""The group of rules that stand on their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of one class, each phrase under its first word."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Value], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guards:
    """What keeps ordinary words and numbers from being read as times.

    ``capital`` words count only with a capital letter. ``company`` words
    ("Sun", "Mar") count only beside another word of time, or after one of the
    words given ("in May"). ``not_before`` are words that turn what stands before
    them into something else ("2025 people"), ``not_after`` those that
    make a number a label ("Article 4"). Behind an ordinal only ``closers`` may
    follow: "on the 12th and", not "the 12th brigade".
    """

    capital: frozenset[str]
    company: Mapping[str, frozenset[str]]
    not_before: frozenset[str]
    not_after: frozenset[str]
    closers: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """What a language knows about times; load it once with ``load_time_words`` and hand it on."""

    language: str
    abbreviations: frozenset[str]
    ordinals: frozenset[str]
    decades: frozenset[str]
    endings: tuple[str, ...]
    compounds: Mapping[str, int]
    slashed: str
    weekend: tuple[int, int]
    classes: Mapping[str, Lexicon]
    rules: tuple[Rule, ...]
    tries: Mapping[str, Node]
    openings: Mapping[str, frozenset[str]]
    guards: Guards
    by_first: Mapping[str, tuple[tuple[str, tuple[str, ...], Value], ...]]  # first word -> class, words, value


def field_of(name: str) -> str | None:
    """Give the field that a class of words fills; what follows "_" only tells tables of one class apart.

    Example:
        >>> field_of("MONTH"), field_of("MONTH_FROM"), field_of("ZONE"), field_of("MOON")
        ('month', 'month', '', None)
    """
    return FIELDS.get(name.partition("_")[0])


def load_time_words(language: str) -> TimeWords:
    """Read how a language speaks about times.

    Args:
        language: Code of the language, the name of its folder: ``en``.

    Raises:
        KnowledgeError: There is no such language, or its ``times.toml`` is wrong.

    Example:
        >>> load_time_words("en").language
        'en'
    """
    return parse_time_words(language_text(language, "times"), language=language)


def parse_time_words(content: str, *, language: str) -> TimeWords:
    """Read a ``times.toml``; see ``languages/en/times.toml`` for what it holds.

    Raises:
        KnowledgeError: The file is no TOML, or names a class, group or kind that does not exist.
    """
    try:
        data = inflected(content)
        rules = tuple(_rule(order, entry) for order, entry in enumerate(data["rules"]))
        words = _words(data, rules=rules, language=language)
        _check(words)
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise KnowledgeError(f"languages/{language}/times.toml: {wrong}. Compare it with languages/en.") from wrong
    return words


def _words(data: Mapping[str, Any], *, rules: tuple[Rule, ...], language: str) -> TimeWords:
    groups = sorted({group for rule in rules for group in rule.groups})
    writing = data["writing"]
    tries = {group: trie(rule for rule in rules if group in rule.groups) for group in groups}
    tries[TOP] = trie(rule for rule in rules if rule.top)
    classes = {name: _lexicon(table) for name, table in data["classes"].items()}
    return TimeWords(
        language=language,
        abbreviations=_spelled(writing.get("abbreviations", ())),
        ordinals=_spelled(writing.get("ordinals", ())),
        decades=_spelled(writing.get("decades", ())),
        endings=tuple(writing.get("endings", ())),
        compounds=_compounds(writing.get("compounds", ()), classes),
        slashed=writing.get("slashed", "dmy"),
        weekend=tuple(writing.get("weekend", (5, 6))),
        classes=classes,
        rules=rules,
        tries=tries,
        openings=openings(tries),
        guards=_guards(data.get("guards", {})),
        by_first=_by_first(classes),
    )


def _rule(order: int, entry: Mapping[str, Any]) -> Rule:
    return Rule(
        name=entry["name"],
        kind=TimeKind(entry["kind"]).value,
        order=order,
        groups=tuple(entry.get("groups", ())),
        top=entry.get("top", True),
        states=tuple(entry.get("states", {}).items()),
        forms=tuple(entry["forms"]),
    )


def _lexicon(table: Mapping[str, Value]) -> Lexicon:
    phrases: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for entry, value in table.items():
        for phrase in spellings(entry):
            keys = tuple(token.key for token in raw_tokens(phrase))
            phrases.setdefault(keys[0], []).append((keys, value))
    return Lexicon(phrases={first: tuple(entries) for first, entries in phrases.items()})


def _by_first(classes: Mapping[str, Lexicon]) -> dict[str, tuple[tuple[str, tuple[str, ...], Value], ...]]:
    """Give the phrases of all classes under their first word, so that a word is looked up once."""
    table: dict[str, list[tuple[str, tuple[str, ...], Value]]] = {}
    for name, lexicon in classes.items():
        for first, phrases in lexicon.phrases.items():
            table.setdefault(first, []).extend((name, keys, value) for keys, value in phrases)
    return {first: tuple(entries) for first, entries in table.items()}


def _compounds(pairs: Iterable[str], classes: Mapping[str, Lexicon]) -> dict[str, int]:
    """Give the words that are made of two ("Freitagabend"), and where each is cut; what a table has stays whole."""
    cuts: dict[str, int] = {}
    for pair in pairs:
        first, last = (_single_words(classes[name]) for name in pair.split())
        cuts |= {head + tail: len(head) for head in first for tail in last}
    whole = {word for lexicon in classes.values() for word in _single_words(lexicon)}
    return {word: cut for word, cut in cuts.items() if word not in whole}


def _single_words(lexicon: Lexicon) -> list[str]:
    return [word for word, entries in lexicon.phrases.items() if any(len(keys) == 1 for keys, _ in entries)]


def _guards(table: Mapping[str, Any]) -> Guards:
    return Guards(
        capital=_spelled(table.get("capital", ())),
        company={
            word: _spelled(after) for entry, after in table.get("company", {}).items() for word in spellings(entry)
        },
        not_before=_spelled(table.get("not_before", ())),
        not_after=_spelled(table.get("not_after", ())),
        closers=_spelled(table.get("closers", ())),
    )


def _spelled(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(word for entry in entries for word in spellings(entry))


def _check(words: TimeWords) -> None:
    """Find what a language file names but nobody defines, before a report does."""
    for rule, name in names_in(words.rules):
        if name.startswith("@") and name[1:] not in words.tries:
            raise ValueError(f"rule '{rule.name}' refers to the unknown group '{name}'")
        if not name.startswith("@") and field_of(name) is None:
            raise ValueError(f"rule '{rule.name}' refers to the unknown class '{name}'")
    fields = set(TimeExpression.__dataclass_fields__)
    for rule in words.rules:
        for name, _ in rule.states:
            if name not in fields:
                raise ValueError(f"rule '{rule.name}' states the unknown field '{name}'")
