"""What a sentence adds to an incident told of before: which drone it was, or on which day one of several was.

"The minister had said that it was a Gerbera"; "The latest case was on 28 July".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vedette.model import Claim, EquipmentMention
from vedette.reading.document import Mention, MentionKind, Sentence, Token
from vedette.reading.incident_words import FLIES, INCIDENTS
from vedette.reading.retelling import Telling
from vedette.reading.several import is_sum

FARTHEST = 600  # characters back to what "it" and "the drone" stand for: some paragraphs of news


def last_incident(sentence: Sentence, before: Sequence[Telling]) -> Telling | None:
    """Give the incident told of last before a sentence, and not far from it."""
    told = (each for each in reversed(before) if each.claim.type in INCIDENTS)
    return next((each for each in told if each.claim.sentence.gap(sentence.span) <= FARTHEST), None)


def things_named(sentence: Sentence) -> Iterator[tuple[Mention, Token]]:
    """Give what a sentence says that something told of before was, each with its verb.

    "It was a Gerbera", "the drone turned out to be a Gerbera", "identified it as a
    Gerbera"; not "it was no Gerbera", and not "the Gerbera was harmless".
    """
    for mention in sentence.mentions:
        head = sentence.head_of(mention.span) if mention.kind is MentionKind.EQUIPMENT else None
        if head is None or mention.equipment is None or mention.equipment.kind not in FLIES:
            continue
        verb = _naming_verb(sentence, head)
        if verb is not None and not any(True for _ in sentence.kids(verb, "neg")) and not _is_none(sentence, head):
            yield mention, verb


def _naming_verb(sentence: Sentence, head: Token) -> Token | None:
    above = sentence.parent(head)
    if above is None:
        return None
    if head.dep in ("attr", "oprd", "acomp") and above.lemma in sentence.words["be"]:
        turned = sentence.parent(above) if above.dep in ("xcomp", "acl") else None
        subjects = list(sentence.kids(above, "nsubj")) or (list(sentence.kids(turned, "nsubj")) if turned else [])
        return above if any(speaks_of_thing(sentence, subject) for subject in subjects) else None
    verb = sentence.parent(above) if head.dep == "pobj" else None
    if verb is None or above.lemma not in sentence.words["as"] or verb.lemma not in sentence.words["identify"]:
        return None
    things = [*sentence.kids(verb, "dobj"), *sentence.kids(verb, "nsubjpass")]
    return verb if any(speaks_of_thing(sentence, thing) for thing in things) else None


def speaks_of_thing(sentence: Sentence, token: Token) -> bool:
    """Say whether a word stands for a thing told of before: "it", "the drone"; not "drones", "a drone"."""
    if token.text.casefold() in sentence.words["thing_pronouns"]:
        return True
    definite = any(child.lemma in sentence.words["definite"] for child in sentence.kids(token, "det"))
    return definite and token.tag == "NN"


def _is_none(sentence: Sentence, head: Token) -> bool:
    return any(child.lemma in sentence.words["no"] for child in sentence.kids(head, "det", "neg"))


def named_again(told: Claim, mention: Mention, sentence: Sentence) -> Claim:
    """Give the claim that tells which thing an incident told of before was; its time and figures stay with that."""
    known = mention.equipment
    gear = (EquipmentMention(name=known.name, kind=known.kind, span=mention.span),) if known is not None else ()
    return replace(
        told, trigger=mention.span, sentence=sentence.span, section=sentence.section, period=None, quantities=(),
        equipment=gear,
    )


def find_case(sentence: Sentence) -> Token | None:
    """Give the noun by which a sentence speaks of one incident told of before, to say when it was."""
    for token in sentence.tokens:
        verb = sentence.parent(token)
        if token.dep != "nsubj" or verb is None or verb.dep != "ROOT" or token.tag not in ("NN", "CD"):
            continue
        if verb.lemma not in sentence.words["happen"] or any(True for _ in sentence.kids(verb, "attr", "acomp", "neg")):
            continue
        definite = any(child.lemma in sentence.words["definite"] for child in sentence.kids(token, "det"))
        of = any(child.lemma in sentence.words["of"] for child in sentence.kids(token, "prep"))
        if (definite and token.lemma in sentence.words["cases"]) or (of and token.lemma in sentence.words["one"]):
            return token
    return None


def is_one_of(told: Telling) -> bool:
    """Say whether what was told of before are several, so that a case told of by itself is one of them."""
    counted = any(quantity.value > 1 for quantity in told.claim.quantities)
    return told.plural or counted or is_sum(told.claim, plural=told.plural)
