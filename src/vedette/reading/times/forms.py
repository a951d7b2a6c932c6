"""The rules of a language file, compiled into tries that are walked token by token.

A form is written as the words of the language in small letters, CLASSES of
words in capitals, ``@groups`` of other rules, ``a|b`` for alternatives,
``[...]`` for what may be left out, and ``<`` before words that must stand
there without being part of the time: ``<in|during YEAR``. ``{,n,r}`` are the
endings of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from vedette.reading.spelling import spellings

_PIECE = re.compile(r"[\[\]]|[^\s\[\]]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to say when: its name, what it means, and what it states beside the words it captures."""

    name: str
    kind: str
    order: int
    groups: tuple[str, ...]
    top: bool
    states: tuple[tuple[str, str | int | bool], ...]
    forms: tuple[str, ...]


@dataclass(slots=True)
class Node:
    """A point in the walk; ``accepts`` are (rule, tokens at the front that are context only)."""

    words: dict[str, Node] = field(default_factory=dict)
    classes: dict[str, Node] = field(default_factory=dict)
    groups: dict[str, Node] = field(default_factory=dict)
    accepts: list[tuple[Rule, int]] = field(default_factory=list)


def expand(form: str) -> list[tuple[str, ...]]:
    """Write out every sequence that a form allows.

    Raises:
        ValueError: The brackets do not match.

    Example:
        >>> expand("[the] DAY of|, MONTH")
        [('the', 'DAY', 'of', 'MONTH'), ('the', 'DAY', ',', 'MONTH'), ('DAY', 'of', 'MONTH'), ('DAY', ',', 'MONTH')]
    """
    pieces = _PIECE.findall(form)
    sequences, rest = _sequence(pieces)
    if rest:
        raise ValueError(f"a bracket closes that was never opened in '{form}'")
    return [sequence for sequence in sequences if sequence]


def _sequence(pieces: list[str], *, inside: bool = False) -> tuple[list[tuple[str, ...]], list[str]]:
    found: list[tuple[str, ...]] = [()]
    while pieces:
        piece, pieces = pieces[0], pieces[1:]
        if piece == "]":
            return found, (pieces if inside else ["]"])
        if piece == "[":
            inner, pieces = _sequence(pieces, inside=True)
            found = [head + tail for head in found for tail in (*inner, ())]
        else:
            mark = "<" if piece.startswith("<") else ""
            options = [word for option in piece.removeprefix("<").split("|") for word in spellings(option)]
            found = [(*head, mark + option) for head in found for option in options]
    if inside:
        raise ValueError("a bracket is not closed")
    return found, []


def trie(rules: Iterable[Rule]) -> Node:
    """Compile rules into one trie.

    Example:
        >>> rule = Rule(name="day", kind="date", order=0, groups=(), top=True, states=(), forms=("DAY MONTH",))
        >>> list(trie([rule]).classes)
        ['DAY']
    """
    root = Node()
    for rule in rules:
        for form in rule.forms:
            for sequence in expand(form):
                _plant(root, rule, sequence)
    return root


def _plant(root: Node, rule: Rule, sequence: tuple[str, ...]) -> None:
    lead = sum(1 for element in sequence if element.startswith("<"))
    node = root
    for element in sequence:
        name = element.removeprefix("<")
        table = node.groups if name.startswith("@") else node.classes if name.isupper() else node.words
        node = table.setdefault(name.removeprefix("@"), Node())
    if (rule, lead) not in node.accepts:
        node.accepts.append((rule, lead))


def openings(tries: Mapping[str, Node]) -> dict[str, frozenset[str]]:
    """Give, for each trie, the words and classes that a form can begin with, through the groups it begins with.

    Example:
        >>> day = Rule(name="day", kind="date", order=0, groups=(), top=True, states=(), forms=("DAY MONTH", "today"))
        >>> since = Rule(name="since", kind="bound", order=1, groups=(), top=True, states=(), forms=("@day on",))
        >>> sorted(openings({"day": trie([day]), "": trie([since])})[""])
        ['DAY', 'today']
    """
    return {name: frozenset(_opening(name, tries, set())) for name in tries}


def _opening(name: str, tries: Mapping[str, Node], seen: set[str]) -> set[str]:
    seen.add(name)
    node = tries.get(name, Node())
    found = {*node.words, *node.classes}
    for group in node.groups:
        if group not in seen:
            found |= _opening(group, tries, seen)
    return found


def names_in(rules: Iterable[Rule]) -> Iterator[tuple[Rule, str]]:
    """List the classes and groups that rules refer to, for checking a language file."""
    for rule in rules:
        for form in rule.forms:
            for name in {element.removeprefix("<") for sequence in expand(form) for element in sequence}:
                if name.startswith("@") or name.isupper():
                    yield rule, name
