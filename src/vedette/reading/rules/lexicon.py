"""What a language knows, loaded from its folder: word classes, event rules, cues, labels.

Every language has the same files. A mistake in one is an error with file and key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from vedette.errors import KnowledgeError
from vedette.model import EventType, PlaceKind
from vedette.reading.inflection import load_inflection
from vedette.reading.language_file import language_tables
from vedette.reading.layout import LayoutWords

RULE_KEYS = {"name", "type", "verb", "noun", "particle", "subject", "object", "any", "near", "unless"}


@dataclass(frozen=True, slots=True)
class WordClass:
    """Lemmas of one class, and the kinds of equipment whose names belong to it."""

    lemmas: frozenset[str]
    equipment: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRule:
    """One way in which a language tells of an event; see ``events.toml``."""

    name: str
    type: EventType
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    particle: str | None = None
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Everything that the code of reading knows about one language."""

    language: str
    classes: Mapping[str, WordClass]
    lemmas: Mapping[str, str]
    rules: tuple[EventRule, ...]
    layout: LayoutWords
    cues: Mapping[str, frozenset[str]]
    roles: Mapping[str, frozenset[str]]
    certainty: Mapping[str, frozenset[str]]
    ordinary_names: frozenset[str]
    words: Mapping[str, frozenset[str]]
    definite_places: Mapping[str, tuple[PlaceKind, ...]]

    @cached_property
    def said(self) -> frozenset[str]:
        """The verbs of saying and thinking."""
        return self.cues["say"] | self.cues["think"]

    @cached_property
    def rules_by_lemma(self) -> Mapping[str, tuple[EventRule, ...]]:
        """The rules that each head lemma can start, in their order."""
        table: dict[str, list[EventRule]] = {}
        for rule in self.rules:
            for lemma in rule.verbs | rule.nouns:
                table.setdefault(lemma, []).append(rule)
        return {lemma: tuple(rules) for lemma, rules in table.items()}

    def in_class(self, lemma: str, name: str) -> bool:
        """Say whether a lemma is of a class."""
        return lemma in self.classes[name].lemmas


def load_lexicon(language: str) -> Lexicon:
    """Load all files of a language.

    Raises:
        KnowledgeError: A file is missing or has a key or class that nobody knows.

    Example:
        >>> load_lexicon("en").in_class("frontier", "border")
        True
    """
    classes_file = _load(language, "classes")
    equipment = classes_file.get("equipment", {})
    classes = {
        name: WordClass(frozenset(lemmas), frozenset(equipment.get(name, ())))
        for name, lemmas in classes_file["words"].items()
    }
    attribution = _load(language, "attribution")
    grammar = _load(language, "grammar")
    return Lexicon(
        language=language, classes=classes, lemmas=classes_file.get("lemmas", {}),
        rules=tuple(_rule(table, classes, language) for table in _load(language, "events")["rule"]),
        layout=LayoutWords.of(_load(language, "layout")),
        cues=_sets(attribution["cues"]), roles=_sets(attribution["roles"]),
        certainty=_sets(_load(language, "certainty")),
        ordinary_names=load_inflection(language).ordinary, words=_sets(grammar["words"]),
        definite_places={noun: tuple(map(PlaceKind, kinds)) for noun, kinds in grammar["definite_places"].items()},
    )


def _load(language: str, name: str) -> dict[str, Any]:
    return _File(language_tables(language, name), where=f"languages/{language}/{name}.toml")


class _File(dict[str, Any]):
    """The tables of a language file; a table that is missing is told with the file's name."""

    def __init__(self, tables: dict[str, Any], *, where: str) -> None:
        super().__init__(tables)
        self._where = where

    def __missing__(self, key: str) -> Any:
        raise KnowledgeError(f"{self._where} has no '{key}'. Every language has the same tables; add it.")


def _sets(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in table.items()}


def _rule(table: dict[str, Any], classes: Mapping[str, WordClass], language: str) -> EventRule:
    where = f"languages/{language}/events.toml, rule '{table.get('name', '?')}'"
    unknown = set(table) - RULE_KEYS
    if unknown:
        known = ", ".join(sorted(RULE_KEYS))
        raise KnowledgeError(f"{where}: unknown key {sorted(unknown)[0]!r}. Known keys: {known}.")
    for key in ("name", "type"):
        if key not in table:
            raise KnowledgeError(f"{where} has no {key}. Every rule has a name and the type of its event.")
    if table["type"] not in set(map(str, EventType)):
        raise KnowledgeError(f"{where}: unknown type {table['type']!r}. See docs/event-types.md for the types.")
    slots = {key: tuple(table.get(key, ())) for key in ("subject", "object", "any", "near", "unless")}
    for key, words in slots.items():
        for word in words:
            if re.match("@", word) and word[1:] not in classes:
                raise KnowledgeError(f"{where}: {key} names the class {word!r}, which classes.toml does not have.")
    return EventRule(
        name=table["name"], type=EventType(table["type"]), verbs=frozenset(table.get("verb", ())),
        nouns=frozenset(table.get("noun", ())), particle=table.get("particle"), **slots,
    )
