"""How far along a thing is: planned, under way, happened or cancelled."""

from __future__ import annotations

from vedette.model import Stage
from vedette.reading.document import Sentence, Token
from vedette.reading.rules.grammar import beside, governing_verb, has_aux, is_noun, is_verb
from vedette.reading.rules.lexicon import Lexicon


def stage_of(sentence: Sentence, token: Token, *, lexicon: Lexicon) -> Stage:
    """Say how far along the sentence presents what a trigger tells of."""
    if beside(sentence, token, lexicon.certainty["cancel_words"]):
        return Stage.CANCELLED
    if is_noun(token):
        return _of_noun(sentence, token, lexicon)
    return _of_verb(sentence, token, lexicon)


def is_future_in_past(sentence: Sentence, verb: Token, lexicon: Lexicon) -> bool:
    """Say whether "would" is the future of what somebody said: "announced that trains would be cancelled"."""
    would = sentence.words["would"]
    if not beside(sentence, verb, would, "aux"):
        return False
    while verb.dep == "conj" and (first := sentence.parent(verb)) is not None and is_verb(first):
        verb = first
    if verb.dep != "ccomp" or not beside(sentence, verb, would, "aux"):
        return False
    above = next((word for word in sentence.ancestors(verb) if is_verb(word)), None)
    return above is not None and above.tag in ("VBD", "VBN") and (
        above.lemma in lexicon.cues["say"] or above.lemma in lexicon.certainty["plan_verbs"]
    )


def _of_noun(sentence: Sentence, token: Token, lexicon: Lexicon) -> Stage:
    words = lexicon.certainty
    if beside(sentence, token, words["plan_words"]) or any(
        child.lemma in words["plan_verbs"] for child in sentence.kids(token, "acl", "relcl")
    ):
        return Stage.PLANNED
    if beside(sentence, token, words["ongoing_words"]):
        return Stage.UNDER_WAY
    direct = sentence.parent(token)
    if direct is not None and direct.lemma in words["plan_nouns"] and is_noun(direct):
        return Stage.PLANNED
    verb = governing_verb(sentence, token)
    if verb is not None and direct is not None and token.dep == "pobj":
        return _by_preposition(sentence, direct, verb, lexicon)
    if verb is None or direct is None or verb not in (direct, sentence.parent(direct)):
        return Stage.HAPPENED
    stage = _of_verb(sentence, verb, lexicon)
    return _by_governing_verb(sentence, token, verb, lexicon) if stage is Stage.HAPPENED else stage


def _by_governing_verb(sentence: Sentence, token: Token, verb: Token, lexicon: Lexicon) -> Stage:
    """Read what a verb in the past says of its object: begun is under way, announced is planned."""
    words = lexicon.certainty
    as_object = token.dep in ("dobj", "nsubjpass")
    called_off = verb.lemma in words["cancel_off_verbs"] and any(
        child.lemma in words["cancel_particles"] for child in sentence.kids(verb, "prt", "advmod")
    )
    if as_object and (called_off or verb.lemma in words["cancel_verbs"]):
        return Stage.CANCELLED
    if verb.lemma in words["begin_verbs"] or verb.lemma in words["continue_verbs"]:
        return Stage.UNDER_WAY
    if as_object and verb.lemma in words["plan_verbs"]:
        return Stage.PLANNED
    held = verb.lemma in words["hold_verbs"] or verb.lemma in sentence.words["be"]
    present = verb.tag in ("VBP", "VBZ") and not has_aux(sentence, verb, sentence.words["have"])
    return Stage.UNDER_WAY if held and present else Stage.HAPPENED


def _by_preposition(sentence: Sentence, prep: Token, verb: Token, lexicon: Lexicon) -> Stage:
    """Say how far along a thing is that is only mentioned: "ahead of", "during", "after the exercise"."""
    words = lexicon.certainty
    above = sentence.parent(prep)
    of_eve = prep.lemma in sentence.words["of"] and above is not None and above.lemma in words["before_words"]
    told_of_past = verb.tag == "VBD" or has_aux(sentence, verb, sentence.words["have"])
    if of_eve or (prep.lemma in words["before_words"] and not told_of_past):
        return Stage.PLANNED
    if prep.lemma in words["during_words"]:
        brief = told_of_past and any(thing.lemma in words["brief_nouns"] for thing in sentence.kids(prep, "pobj"))
        return Stage.HAPPENED if brief else Stage.UNDER_WAY
    if prep.lemma in words["after_words"]:
        return Stage.HAPPENED
    return Stage.PLANNED if _of_verb(sentence, verb, lexicon) is Stage.PLANNED else Stage.HAPPENED


def _of_verb(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Stage:
    words = lexicon.certainty
    if beside(sentence, verb, words["future_modals"], "aux") or is_future_in_past(sentence, verb, lexicon):
        return Stage.PLANNED
    being = any(child.tag == "VBG" for child in sentence.kids(verb, "auxpass"))  # "are being built"
    going_on = (verb.tag == "VBG" or being) and has_aux(sentence, verb, sentence.words["be"])
    if going_on and not has_aux(sentence, verb, sentence.words["go"]):
        return Stage.UNDER_WAY
    above = _planning_word(sentence, verb, lexicon)
    if above is not None and any(child.tag == "TO" for child in sentence.kids(verb, "aux")):
        to_be = above.lemma in sentence.words["be"] | sentence.words["go"]
        if to_be or above.lemma in words["plan_verbs"] or above.lemma in words["plan_nouns"]:
            return Stage.PLANNED
        if above.lemma in words["begin_verbs"] or above.lemma in words["continue_verbs"]:
            return Stage.UNDER_WAY
    if above is not None and verb.tag == "VBG" and above.lemma in words["cancel_verbs"]:
        return Stage.CANCELLED
    said_of_it = sentence.kids(verb, "advmod", "acomp", "oprd")
    slated = any(child.lemma in words["plan_verbs"] and child.tag == "VBN" for child in said_of_it)
    return Stage.PLANNED if slated else Stage.HAPPENED


def _planning_word(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Token | None:
    """Give the verb, or the noun of plan, that governs a verb: "plans to", "a decision to"."""
    above = sentence.parent(verb)
    while above is not None and not (is_verb(above) or above.lemma in lexicon.certainty["plan_nouns"]):
        above = sentence.parent(above)
    return above
