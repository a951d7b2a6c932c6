"""Base form and part of speech of parsed words, worked out once for each word and its place in a sentence.

The pipeline looks both up for every word of every text, which is a third of the time of a parse and more. But what it
says depends on the word, its tag and its relation to its head alone, except where a rule of the pipeline looks at
two words ("gon na"); so it is asked for a word by itself, and its answer kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from spacy.matcher import Matcher
from spacy.tokens import Doc

PARTS = ("attribute_ruler", "lemmatizer")  # of the pipeline: in this order they say part of speech and base form
KEPT = 200_000  # words; an answer takes some hundred bytes


class Form(NamedTuple):
    """What the pipeline says of a word in its place."""

    lemma: str
    pos: str
    tag: str
    dep: str


class WordForms:
    """Base forms and parts of speech as a pipeline gives them, at a fraction of its time.

    Args:
        pipeline: A spaCy pipeline with both parts, which need not run by themselves any more.
    """

    def __init__(self, pipeline: Any) -> None:
        self._parts = [pipeline.get_pipe(name) for name in PARTS]
        self._several = Matcher(pipeline.vocab)
        longer = [pattern for rule in self._parts[0].patterns for pattern in rule["patterns"] if len(pattern) > 1]
        self._several.add("several", longer)
        self._known: dict[tuple[int, int, int], Form] = {}

    def of(self, doc: Any) -> Sequence[Form]:
        """Give base form and part of speech of each word of a parsed text."""
        if self._several(doc, allow_missing=True):
            return self._asked(doc)
        return [self._of_word(word) for word in doc]

    def _of_word(self, word: Any) -> Form:
        key = (word.orth, word.tag, word.dep)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= KEPT:
                self._known.clear()
            found = self._known[key] = self._asked(self._alone(word))[0]
        return found

    def _alone(self, word: Any) -> Any:
        doc = Doc(word.vocab, words=[word.text])
        doc[0].tag, doc[0].dep = word.tag, word.dep
        return doc

    def _asked(self, doc: Any) -> list[Form]:
        for part in self._parts:
            doc = part(doc)
        return [Form(word.lemma_, word.pos_, word.tag_, word.dep_) for word in doc]
