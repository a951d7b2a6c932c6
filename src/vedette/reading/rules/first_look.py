"""A cheap look at a paragraph before it is parsed, to say whether any rule could fit there by its words alone.

A rule of ``events.toml`` needs its head and one word of each of its slots. Where no
rule has them all in one paragraph, in no form of any part of speech, the
parse would find nothing: most paragraphs of ordinary news are let go that way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from functools import lru_cache

from vedette.model import Knowledge, Span, fold
from vedette.reading.document import Block, BlockKind
from vedette.reading.rules.lexicon import EventRule, Lexicon

NEIGHBOURS = 1  # paragraphs on either side of one that could tell, which may go on with what it tells of
_WORD = re.compile(r"[^\W_]+(?:[-‑–'’][^\W_]+)*")
_INSIDE = re.compile(r"[-‑–'’]")
_NAMED = frozenset({"state", "place", "exercise", "*person"})  # slots that names fill; names are looked for later
_WORDS_KEPT = 50_000


class RuleLook:
    """Says which paragraphs of a report are worth a parse.

    Args:
        lexicon: Whose rules have to fit.
        knowledge: Names of exercises and equipment.
        bases: Gives every dictionary form that a word could have.
    """

    def __init__(self, lexicon: Lexicon, knowledge: Knowledge, *, bases: Callable[[str], Set[str]]) -> None:
        self._rules = lexicon.rules_by_lemma
        self._classes = {name: words.lemmas for name, words in lexicon.classes.items()}
        self._kinds = {name: words.equipment for name, words in lexicon.classes.items()}
        self._equipment = _first_words((known.kind, (known.name, *known.aliases)) for known in knowledge.equipment)
        self._exercises = frozenset(_first_words(("", known.stems) for known in knowledge.exercises))
        self._ordinary = lexicon.ordinary_names
        self._bases = lru_cache(_WORDS_KEPT)(bases)

    def worth_parsing(
        self, text: str, blocks: Sequence[Block], *, only: Collection[Span] | None = None
    ) -> list[Block]:
        """Give the blocks to parse: those that could tell, what stands beside them, and source lines.

        Args:
            text: Of the report.
            blocks: Of it.
            only: The blocks that are on our subjects, by what else is known; no others are parsed, then.
        """
        asked = [block.kind is not BlockKind.SOURCE and (only is None or block.span in only) for block in blocks]
        telling = [asks and self.could_tell(block.span.of(text)) for block, asks in zip(blocks, asked, strict=True)]
        return [
            block for at, block in enumerate(blocks)
            if block.kind is BlockKind.SOURCE
            or (asked[at] and any(telling[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]))
        ]

    def could_tell(self, text: str) -> bool:
        """Say whether a rule could fit in a paragraph.

        It errs on one side only: what a parse finds there, it lets through.
        """
        words = [match.group() for match in _WORD.finditer(text)]
        if any(word[0].isupper() and fold(_INSIDE.split(word)[0]) in self._exercises for word in words):
            return True
        lemmas = {base for word in words for part in (word, *_INSIDE.split(word)) for base in self._bases(part.lower())}
        kinds = {kind for word in words for kind in self._kinds_named(word)}
        rules = {id(rule): rule for lemma in lemmas for rule in self._rules.get(lemma, ())}
        return any(self._could_fit(rule, lemmas, kinds) for rule in rules.values())

    def _kinds_named(self, word: str) -> Iterable[str]:
        first = fold(_INSIDE.split(word)[0])
        return (*self._equipment.get(first, ()), *self._equipment.get(first.removesuffix("s"), ()))

    def _could_fit(self, rule: EventRule, lemmas: Set[str], kinds: Set[str]) -> bool:
        if rule.particle is not None and rule.particle not in lemmas:
            return False
        slots = (rule.subject, rule.object, rule.any, rule.near)
        return all(any(self._could_be(word, lemmas, kinds) for word in slot) for slot in slots if slot)

    def _could_be(self, word: str, lemmas: Set[str], kinds: Set[str]) -> bool:
        if word.startswith("@"):
            return not (self._classes[word[1:]].isdisjoint(lemmas) and self._kinds[word[1:]].isdisjoint(kinds))
        return word in _NAMED or word in lemmas


def _first_words(names: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, frozenset[str]]:
    """Give, for the folded first word of each name, the kinds of what it may name."""
    found: dict[str, set[str]] = {}
    for kind, spellings in names:
        for spelling in spellings:
            match = re.search(r"[^\W_]+", spelling)
            if match is not None:
                found.setdefault(fold(match.group()), set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}
