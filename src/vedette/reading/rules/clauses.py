"""How near the words of a sentence stand to a trigger, in clauses rather than in characters."""

from __future__ import annotations

from vedette.reading.document import Sentence, Token
from vedette.reading.rules.grammar import governing_verb, is_verb

# Clauses of their own below a verb: what they hold belongs to them first.
_CLAUSES = ("ccomp", "advcl", "relcl", "parataxis", "conj", "csubj")


def tiers(sentence: Sentence, trigger: Token, *, barrier: frozenset[str] = frozenset()) -> list[list[Token]]:
    """Sort the words of a sentence by how closely they belong to a trigger.

    Args:
        sentence: The sentence.
        trigger: The word that tells of the event.
        barrier: Lemmas of verbs whose clauses do not count as above it: the day on
            which something was announced is not the day on which it will be.

    Returns:
        Four lists, each in the order of the text: what hangs on the trigger
        itself; the rest of its clause; the clauses above it; the other words.
    """
    verb = governing_verb(sentence, trigger) or trigger
    own = _clause(sentence, trigger)
    if not is_verb(trigger):
        whole = _whole(sentence, trigger)
        own |= _clause(sentence, whole) if whole is not trigger else set()
        for head in (trigger, whole, *sentence.kids(trigger, "appos")):  # "the drill Example, which runs until ..."
            for below in sentence.kids(head, "relcl", "acl"):
                own |= _clause(sentence, below)
    clause = _clause(sentence, verb)
    for above in _joined_above(sentence, verb):
        clause |= _clause(sentence, above)
    higher: set[int] = set()
    for above in sentence.ancestors(verb):
        if is_verb(above) and above.lemma in barrier:
            break
        if is_verb(above):
            higher |= _clause(sentence, above)
    everything = {token.index for token in sentence.tokens}
    seen: set[int] = set()
    result = []
    for group in (own, clause, higher, everything):
        result.append([sentence.tokens[index] for index in sorted(group - seen)])
        seen |= group
    return result


def _whole(sentence: Sentence, noun: Token) -> Token:
    """Give the noun that stands for a noun with its phase: "the opening phase of the drill", "the end of it"."""
    prep = sentence.parent(noun)
    above = sentence.parent(prep) if prep is not None and noun.dep == "pobj" else None
    return above if above is not None and above.lemma in sentence.words["phases"] else noun


def _clause(sentence: Sentence, head: Token) -> set[int]:
    """Give what hangs on a word without going into clauses of their own."""
    found = {head.index}
    waiting = [head]
    while waiting:
        current = waiting.pop()
        for child in sentence.kids(current):
            if (child.dep in _CLAUSES and is_verb(child)) or child.index in found:
                continue
            found.add(child.index)
            waiting.append(child)
    return found


def _joined_above(sentence: Sentence, verb: Token) -> list[Token]:
    """Give the verbs with which a verb shares its subject and setting: "voted to close", "entered and crashed"."""
    found = []
    current = verb
    while current.dep in ("xcomp", "conj", "pcomp") and (parent := sentence.parent(current)) is not None:
        above = parent if is_verb(parent) else governing_verb(sentence, parent)
        if above is None or above is current or above in found:
            break
        found.append(above)
        current = above
    return found
