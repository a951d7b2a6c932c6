"""Who passes on what a speaker said ("told Example Wire", "was quoted by"), and who made a statement without a name."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.model import Attribution, LinkKind
from vedette.reading.document import MentionKind, Sentence, Token
from vedette.reading.outlets import outlet_link
from vedette.reading.rules.lexicon import Lexicon
from vedette.reading.rules.memory import Memory
from vedette.reading.rules.speakers import speaker


def told_to(sentence: Sentence, cue: Token, *, text: str) -> Attribution | None:
    """Give the outlet that somebody spoke to: "told Example Wire", "said in an interview with it"."""
    for heard in _listeners(sentence, cue):
        # "told the Example news agency": its name stands before what it is.
        words = [heard, *sentence.kids(heard, "compound", "appos")]
        names = (sentence.mention_at(word, MentionKind.OUTLET) for word in words)
        outlet = next((name for name in names if name is not None), None)
        link = outlet_link(outlet, text) if outlet is not None else None
        if link is not None:
            return link
    return None


def _listeners(sentence: Sentence, cue: Token) -> Iterator[Token]:
    yield from sentence.kids(cue, "dobj", "dative")
    for prep in sentence.kids(cue, "prep", "dative"):
        if prep.lemma not in sentence.words["told_to"]:
            continue
        for thing in sentence.kids(prep, "pobj"):
            yield thing
            if thing.lemma in sentence.words["talks"]:
                for beside in sentence.kids(thing, "prep"):
                    yield from sentence.kids(beside, "pobj")


def quoted(sentence: Sentence, cue: Token, *, text: str, lexicon: Lexicon) -> Attribution | None:
    """Give who is quoted where the verb says by whom: "the minister was quoted by Example Wire"."""
    subjects = sentence.kids(cue, "nsubjpass") if is_passive(sentence, cue) else iter(())
    links = (speaker(sentence, head, text=text, cue=cue.text, lexicon=lexicon) for head in subjects)
    return next((link for link in links if link is not None), None)


def saying_apart(sentence: Sentence, cue: Token) -> frozenset[int]:
    """Give what is said in a sentence whose main verb quotes: all but who speaks, through whom, and the verb."""
    frame = sentence.kids(cue, "nsubjpass", "agent", "aux", "auxpass")
    own = {word.index for part in frame for word in sentence.subtree(part)} | {cue.index}
    return frozenset(word.index for word in sentence.tokens) - own


def is_passive(sentence: Sentence, cue: Token) -> bool:
    """Say whether a verb tells by whom something is done."""
    return any(True for _ in sentence.kids(cue, "agent"))


def who_issued(
    sentence: Sentence, head: Token, *, text: str, lexicon: Lexicon, memory: Memory
) -> Attribution | None:
    """Give who made a statement that names nobody.

    "The statement said" speaks for the office that spoke last; "according to a
    statement" is of who acts in the sentence, else of that office.
    """
    if head.lemma not in sentence.words["issued"]:
        return None
    if not any(child.lemma in sentence.words["definite"] for child in sentence.kids(head, "det", "poss")):
        roots = (token for token in sentence.tokens if token.head == token.index)
        acting = (thing for root in roots for thing in sentence.kids(root, "nsubj"))
        links = (speaker(sentence, thing, text=text, cue="", lexicon=lexicon) for thing in acting if thing is not head)
        body = next((link for link in links if link is not None and link.kind is LinkKind.OFFICIAL), None)
        if body is not None:
            return body
    return memory.latest((LinkKind.OFFICIAL,))
