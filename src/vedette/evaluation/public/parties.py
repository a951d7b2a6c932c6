"""Who does what a word tells of, and who or what else takes part, as the tree of an English sentence has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from vedette.evaluation.public.happenings import stem
from vedette.reading.document import Sentence, Token

_TELLING = frozenset({"NOUN", "PROPN", "NUM"})
_DOES = ("nsubj", "csubj", "poss")
_UNDERGOES = ("dobj", "nsubjpass", "compound", "attr", "oprd", "dative")
_COMPLEMENTS = ("dobj", "attr", "acomp", "oprd", "nsubjpass")
_CLAUSES = frozenset({"relcl", "acl", "advcl", "conj", "appos", "ccomp", "parataxis", "punct"})
_SHARES_SUBJECT = frozenset({"xcomp", "conj", "advcl"})
_ACCORDING = "accord"
"""The one verb whose preposition names who says it."""


def doers(word: Token, sentence: Sentence) -> frozenset[str]:
    """Give who does it, as stems of the nouns and names of the phrase: subject, "by ...", owner, "according to ...".

    A clause without a subject of its own has that of the clause that it hangs on.
    """
    phrases = [*sentence.kids(word, *_DOES), *_by_agent(word, sentence)]
    if word.lemma.lower() == _ACCORDING:
        phrases += _in_prepositions(word, sentence)
    told = _words(phrases, sentence)
    if told or word.head == word.index:
        return told
    above = sentence.tokens[word.head]
    if word.dep in ("relcl", "acl"):
        return _words([above], sentence)
    if word.dep in _SHARES_SUBJECT:
        return _words(sentence.kids(above, "nsubj", "nsubjpass"), sentence)
    return told


def others(word: Token, sentence: Sentence) -> frozenset[str]:
    """Give who or what else takes part, as stems: objects, what is joined by a preposition, the rest of a compound."""
    return _words(chain(sentence.kids(word, *_UNDERGOES), _in_prepositions(word, sentence)), sentence)


def particles(word: Token, sentence: Sentence) -> Iterator[str]:
    """Give the particles of a verb: "over" in "took over"."""
    return (each.lemma.lower() for each in sentence.kids(word, "prt"))


def prepositions(word: Token, sentence: Sentence) -> Iterator[str]:
    """Give the prepositions that hang on a word: "into" in "looked into"."""
    return (each.lemma.lower() for each in sentence.kids(word, "prep"))


def complement(word: Token, sentence: Sentence) -> Token | None:
    """Give what fills a word that says little by itself: "custody" in "took into custody"; none where nothing does."""
    direct = next(sentence.kids(word, *_COMPLEMENTS), None)
    return direct or next(_in_prepositions(word, sentence), None)


def _by_agent(word: Token, sentence: Sentence) -> Iterator[Token]:
    return (noun for by in sentence.kids(word, "agent") for noun in sentence.kids(by, "pobj"))


def _in_prepositions(word: Token, sentence: Sentence) -> Iterator[Token]:
    return (noun for preposition in sentence.kids(word, "prep") for noun in sentence.kids(preposition, "pobj"))


def _words(phrases: Iterable[Token], sentence: Sentence) -> frozenset[str]:
    waiting, found = list(phrases), set()
    while waiting:
        word = waiting.pop()
        if word.pos in _TELLING:
            found.add(stem(word.lemma.lower()))
        waiting += [kid for kid in sentence.kids(word) if kid.dep not in _CLAUSES]
    return frozenset(found)
