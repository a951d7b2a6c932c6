"""Whoever is the subject of a verb of saying, forgiving towards a small parser's mistakes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from vedette.reading.document import Sentence, Token
from vedette.reading.rules.grammar import is_verb

_QUOTES = ("\"", "“", "”", "«", "»", "„", "''", "``")


def subject_of(sentence: Sentence, verb: Token, *, says: Collection[str]) -> Token | None:
    """Give the word for who says something; ``None`` where nobody does.

    Args:
        sentence: Where the verb stands.
        verb: A verb of saying.
        says: Lemmas of verbs of saying.
    """
    found = list(_subjects(sentence, verb, says))
    if not found:
        return None
    # The parser hangs the subject of a quotation on the verb behind it, too: "Ten people were hurt," police said.
    return found[-1] if _is_quoted(sentence, found[0], found[-1]) else found[0]


def end_of_quote(sentence: Sentence, word: Token) -> int:
    """Give the index behind the quotation that opens a sentence and ends before a word; 0 if there is none."""
    if sentence.tokens[0].text not in _QUOTES:
        return 0
    return max((token.index + 1 for token in sentence.tokens[1 : word.index] if token.text in _QUOTES), default=0)


def _is_quoted(sentence: Sentence, first: Token, last: Token) -> bool:
    """Say whether the quotation that opens a sentence ends between two words."""
    return first.index < end_of_quote(sentence, last) - 1


def _subjects(sentence: Sentence, verb: Token, says: Collection[str]) -> Iterator[Token]:
    yield from sentence.kids(verb, "nsubj")
    for by in sentence.kids(verb, "agent"):
        yield from sentence.kids(by, "pobj")
    if verb.dep == "relcl" and (parent := sentence.parent(verb)) is not None and not any(
        True for _ in sentence.kids(verb, "nsubj", "nsubjpass")
    ):
        yield parent
    if verb.dep == "conj" or (verb.dep == "advcl" and verb.tag == "VBG"):  # "closed it, saying that ..."
        parent = _outermost(sentence, verb, says) if verb.dep == "advcl" else sentence.parent(verb)
        if parent is not None and is_verb(parent):
            yield from sentence.kids(parent, "nsubj")


def _outermost(sentence: Sentence, verb: Token, says: Collection[str]) -> Token | None:
    """Give the verb that a participle of saying goes with: of "said it left, adding that ..." the one of saying."""
    parent = sentence.parent(verb)
    above = sentence.parent(parent) if parent is not None and parent.dep == "ccomp" else None
    return above if above is not None and above.lemma in says else parent
