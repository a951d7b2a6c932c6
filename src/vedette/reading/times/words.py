"""What one language knows about times: word tables, rules and guards, read from its folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from vedette.errors import KnowledgeError
from vedette.reading.times.expression import TimeExpression, TimeKind
from vedette.reading.times.forms import Node, Rule, names_in, trie
from vedette.reading.times.tokens import raw_tokens

Value = str | int

# Which field of a TimeExpression a class of words fills; several classes may fill the same one, some fill none or two.
FIELDS: Mapping[str, str] = {
    "MONTH": "month", "WEEKDAY": "weekday", "DAY": "day", "YEAR": "year", "COUNT": "count", "UNIT": "unit",
    "PART": "part", "MERIDIEM": "meridiem", "SEASON": "season", "QUARTER": "quarter", "PORTION": "portion",
    "SHIFT": "shift", "HOUR": "hour", "NTH": "day", "DAYWORD": "day", "DAYSHIFT": "shift", "UNITS": "unit",
    "CALENDARUNIT": "unit", "EDGE": "part", "QNUMBER": "quarter",
    "CLOCK": "", "DOTCLOCK": "", "FULLDATE": "", "ZONE": "",
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
    endings: tuple[str, ...]
    slashed: str
    weekend: tuple[int, int]
    classes: Mapping[str, Lexicon]
    rules: tuple[Rule, ...]
    tries: Mapping[str, Node]
    guards: Guards


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
    place = resources.files("vedette.reading") / "languages" / language / "times.toml"
    try:
        return parse_time_words(place.read_text(encoding="utf-8"), language=language)
    except FileNotFoundError as missing:
        raise KnowledgeError(
            f"There are no words for times in language '{language}'. Add languages/{language}/times.toml."
        ) from missing


def parse_time_words(content: str, *, language: str) -> TimeWords:
    """Read a ``times.toml``; see ``languages/en/times.toml`` for what it holds.

    Raises:
        KnowledgeError: The file is no TOML, or names a class, group or kind that does not exist.
    """
    try:
        data = tomllib.loads(content)
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
    return TimeWords(
        language=language,
        abbreviations=frozenset(writing.get("abbreviations", ())),
        ordinals=frozenset(writing.get("ordinals", ())),
        endings=tuple(writing.get("endings", ())),
        slashed=writing.get("slashed", "dmy"),
        weekend=tuple(writing.get("weekend", (5, 6))),
        classes={name: _lexicon(table) for name, table in data["classes"].items()},
        rules=rules,
        tries=tries,
        guards=_guards(data.get("guards", {})),
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
    for phrase, value in table.items():
        keys = tuple(token.key for token in raw_tokens(phrase))
        phrases.setdefault(keys[0], []).append((keys, value))
    return Lexicon(phrases={first: tuple(entries) for first, entries in phrases.items()})


def _guards(table: Mapping[str, Any]) -> Guards:
    return Guards(
        capital=frozenset(table.get("capital", ())),
        company={word: frozenset(after) for word, after in table.get("company", {}).items()},
        not_before=frozenset(table.get("not_before", ())),
        not_after=frozenset(table.get("not_after", ())),
        closers=frozenset(table.get("closers", ())),
    )


def _check(words: TimeWords) -> None:
    """Find what a language file names but nobody defines, before a report does."""
    for rule, name in names_in(words.rules):
        if name.startswith("@") and name[1:] not in words.tries:
            raise ValueError(f"rule '{rule.name}' refers to the unknown group '{name}'")
        if not name.startswith("@") and name not in FIELDS:
            raise ValueError(f"rule '{rule.name}' refers to the unknown class '{name}'")
    fields = set(TimeExpression.__dataclass_fields__)
    for rule in words.rules:
        for name, _ in rule.states:
            if name not in fields:
                raise ValueError(f"rule '{rule.name}' states the unknown field '{name}'")
