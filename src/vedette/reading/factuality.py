"""How sure, how far along, and on what evidence: stage, factuality and evidence kind of a trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vedette.model import EvidenceKind, Factuality, Stage
from vedette.reading.document import Sentence, Token
from vedette.reading.grammar import governing_verb, is_noun, is_verb
from vedette.reading.lexicon import Lexicon

# Relations through which a governing word still speaks of the trigger.
_THROUGH = ("ccomp", "xcomp", "dobj", "nsubj", "nsubjpass", "pobj", "acl", "prep", "attr", "conj", "pcomp", "advcl", "relcl", "oprd", "agent", "dative")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a trigger stands in its sentence. ``real`` is false under wishes, aims and abilities."""

    stage: Stage
    factuality: Factuality
    evidence: EvidenceKind
    real: bool = True


def judge(sentence: Sentence, token: Token, *, lexicon: Lexicon) -> Standing:
    """Say how sure and how far along the text presents a trigger.

    Negation, modals, verbs of plan, belief and denial above the trigger, and
    adjectives beside it decide; nearer words win over farther ones.
    """
    parent = sentence.parent(token)
    if token.dep == "appos" and parent is not None and is_noun(parent):
        token = parent  # "the exercises, West 2025, scheduled for": what is said of the one is said of the other
    return Standing(
        stage=_stage(sentence, token, lexicon), factuality=_factuality(sentence, token, lexicon),
        evidence=_evidence(sentence, lexicon), real=not _is_unreal(sentence, token, lexicon),
    )


def _factuality(sentence: Sentence, token: Token, lexicon: Lexicon) -> Factuality:
    words = lexicon.certainty
    denied = _is_negated(sentence, token, lexicon)
    above = list(_above(sentence, token, lexicon))
    denied ^= any(word.lemma in words["deny_verbs"] for word in above if is_verb(word))
    if denied:
        return Factuality.DENIED
    near = [token, *above]
    if any(_beside(sentence, word, words["hearsay_words"]) for word in near):
        return Factuality.UNKNOWN
    if any(
        _beside(sentence, word, words["possible_modals"], "aux") and not _is_future_in_past(sentence, word, lexicon)
        for word in near if is_verb(word)
    ):
        return Factuality.POSSIBLE
    if any(_beside(sentence, word, words["possible_words"]) for word in near) or any(
        word.lemma in words["possible_verbs"] for word in above
    ):
        return Factuality.POSSIBLE
    if _in_condition(sentence, token, lexicon):
        return Factuality.POSSIBLE
    if any(_beside(sentence, word, words["probable_words"]) for word in near) or any(
        word.lemma in words["probable_verbs"] and is_verb(word) for word in above
    ) or any(word.lemma in ("appear", "seem") for word in above):
        return Factuality.PROBABLE
    return Factuality.ASSERTED


def _stage(sentence: Sentence, token: Token, lexicon: Lexicon) -> Stage:
    words = lexicon.certainty
    if any(_beside(sentence, word, words["cancel_words"]) for word in (token,)):
        return Stage.CANCELLED
    if is_noun(token):
        return _stage_of_noun(sentence, token, lexicon)
    return _stage_of_verb(sentence, token, lexicon)


def _stage_of_noun(sentence: Sentence, token: Token, lexicon: Lexicon) -> Stage:
    words = lexicon.certainty
    if _beside(sentence, token, words["plan_words"]):
        return Stage.PLANNED
    if _beside(sentence, token, words["ongoing_words"]):
        return Stage.UNDER_WAY
    for child in sentence.kids(token, "acl", "relcl"):
        if child.lemma in words["plan_verbs"]:
            return Stage.PLANNED
    verb = governing_verb(sentence, token)
    direct = sentence.parent(token)
    if direct is not None and direct.lemma in words["plan_nouns"] and is_noun(direct):
        return Stage.PLANNED
    if verb is None:
        return Stage.HAPPENED
    if token.dep == "pobj" and direct is not None:
        return _stage_by_preposition(sentence, direct, verb, lexicon)
    near = direct is verb or (direct is not None and sentence.parent(direct) is verb)
    if not near:
        return Stage.HAPPENED
    stage = _stage_of_verb(sentence, verb, lexicon)
    if stage is Stage.HAPPENED:
        if verb.lemma in words["cancel_verbs"] and token.dep in ("dobj", "nsubjpass"):
            return Stage.CANCELLED
        if verb.lemma in words["begin_verbs"] or verb.lemma in words["continue_verbs"]:
            return Stage.UNDER_WAY
        if verb.lemma in words["plan_verbs"] and token.dep in ("dobj", "nsubjpass"):
            return Stage.PLANNED
        if verb.tag in ("VBP", "VBZ") and verb.lemma in (*words["hold_verbs"], "be") and not _has_aux(sentence, verb, "have"):
            return Stage.UNDER_WAY
    return stage


def _stage_by_preposition(sentence: Sentence, prep: Token, verb: Token, lexicon: Lexicon) -> Stage:
    """Say how far along a thing is that is only mentioned: "ahead of", "during", "after the exercise"."""
    words = lexicon.certainty
    if prep.lemma in words["before_words"] or (prep.lemma == "of" and _above_is(sentence, prep, words["before_words"])):
        return Stage.PLANNED
    if prep.lemma in words["during_words"]:
        return Stage.UNDER_WAY
    if prep.lemma in words["after_words"]:
        return Stage.HAPPENED
    return Stage.PLANNED if _stage_of_verb(sentence, verb, lexicon) is Stage.PLANNED else Stage.HAPPENED


def _above_is(sentence: Sentence, token: Token, lemmas: frozenset[str]) -> bool:
    parent = sentence.parent(token)
    return parent is not None and parent.lemma in lemmas


def _stage_of_verb(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Stage:
    words = lexicon.certainty
    if _beside(sentence, verb, words["future_modals"], "aux") or _is_future_in_past(sentence, verb, lexicon):
        return Stage.PLANNED
    if verb.tag == "VBG" and _has_aux(sentence, verb, "be") and not _has_aux(sentence, verb, "go"):
        return Stage.UNDER_WAY
    infinitive = any(child.lemma == "to" and child.tag == "TO" for child in sentence.kids(verb, "aux"))
    above = sentence.parent(verb)
    while above is not None and not (is_verb(above) or above.lemma in words["plan_nouns"]):
        above = sentence.parent(above)
    if infinitive and above is not None:
        if above.lemma in words["plan_verbs"] or above.lemma in words["plan_nouns"] or above.lemma in ("be", "go"):
            return Stage.PLANNED
        if above.lemma in words["begin_verbs"] or above.lemma in words["continue_verbs"]:
            return Stage.UNDER_WAY
    if verb.tag == "VBG" and above is not None and above.lemma in words["cancel_verbs"]:
        return Stage.CANCELLED
    if any(child.lemma in words["plan_verbs"] and child.tag == "VBN" for child in sentence.kids(verb, "advmod", "acomp", "oprd")):
        return Stage.PLANNED
    return Stage.HAPPENED


def _is_future_in_past(sentence: Sentence, verb: Token, lexicon: Lexicon) -> bool:
    """Say whether "would" is the future of what somebody said: "announced that flights would be limited"."""
    while verb.dep == "conj" and (first := sentence.parent(verb)) is not None and is_verb(first):
        if not _beside(sentence, verb, frozenset({"would"}), "aux"):
            return False
        verb = first
    if not _beside(sentence, verb, frozenset({"would"}), "aux") or verb.dep != "ccomp":
        return False
    above = next((word for word in sentence.ancestors(verb) if is_verb(word)), None)
    return above is not None and above.tag in ("VBD", "VBN") and (
        above.lemma in lexicon.cues["say"] or above.lemma in lexicon.certainty["plan_verbs"]
    )


def _evidence(sentence: Sentence, lexicon: Lexicon) -> EvidenceKind:
    lemmas = {token.lemma for token in sentence.tokens}
    if not lemmas & lexicon.certainty["evidence_verbs"]:
        return EvidenceKind.TOLD
    for kind in (EvidenceKind.IMAGERY, EvidenceKind.FOOTAGE, EvidenceKind.SENSOR):
        if lemmas & lexicon.certainty[str(kind)]:
            return kind
    shown = {token.lemma for token in sentence.tokens if token.dep in ("nsubj", "pobj")}
    return EvidenceKind.DOCUMENT if shown & lexicon.certainty["document"] else EvidenceKind.TOLD


def _is_negated(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    negations = lexicon.certainty["negations"]
    if any(child.lemma in negations for child in sentence.kids(token, "neg", "det", "preconj", "advmod")):
        return True
    parent = sentence.parent(token)
    if is_noun(token) and token.dep == "pobj" and parent is not None and (above := sentence.parent(parent)) is not None and (
        is_noun(above) and above.lemma in lexicon.certainty["plan_nouns"] | lexicon.certainty["unreal_nouns"] | {"sign", "evidence", "trace", "indication"}
    ):
        return _is_negated(sentence, above, lexicon)
    if is_noun(token) and parent is not None and is_verb(parent) and token.dep in ("dobj", "attr", "nsubj", "nsubjpass"):
        if any(child.lemma in negations for child in sentence.kids(parent, "neg")):
            return True
        doers_ = [child for child in sentence.kids(parent, "nsubj", "dobj")]
        return any(child.lemma in ("no", "none") for doer in doers_ for child in sentence.kids(doer, "det")) and token in doers_
    if is_verb(token):
        arguments = list(sentence.kids(token, "nsubj", "nsubjpass", "dobj"))
        if any(child.lemma == "no" for argument in arguments for child in sentence.kids(argument, "det")):
            return True
    return parent is not None and parent.lemma == "without"


def _is_unreal(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Say whether a trigger is only wished for, aimed at, or something one is able to do."""
    words = lexicon.certainty
    if is_noun(token) and any(child.lemma in words["generic_words"] for child in sentence.kids(token, "det", "amod")):
        return True  # "every exercise has two audiences"
    infinitive = is_verb(token) and any(child.tag == "TO" for child in sentence.kids(token, "aux"))
    parent = sentence.parent(token)
    if infinitive and token.dep in ("advcl", "acl", "relcl", "xcomp", "ccomp") and parent is not None:
        if token.dep == "advcl" or (token.dep in ("acl", "relcl") and parent.lemma not in words["plan_nouns"]):
            return True
        return parent.lemma in words["unreal_verbs"] or parent.lemma in words["unreal_nouns"]
    if is_noun(token) and token.dep in ("pobj", "dobj", "compound") and parent is not None:
        if token.dep == "pobj" and parent.lemma not in ("of", "for", "to", "about", "against", "on"):
            return False
        above = parent if token.dep != "pobj" else sentence.parent(parent)
        if above is None:
            return False
        return (is_noun(above) and above.lemma in words["unreal_nouns"]) or (
            is_verb(above) and above.lemma in words["unreal_verbs"]
        )
    if is_verb(token) and token.dep == "pcomp" and parent is not None:
        above = sentence.parent(parent)
        return above is not None and above.lemma in words["unreal_nouns"]
    return False


def _in_condition(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    verb = governing_verb(sentence, token)
    while verb is not None:
        if any(child.lemma in lexicon.certainty["conditional_markers"] for child in sentence.kids(verb, "mark", "aux")):
            return True
        if verb.dep not in ("conj", "xcomp", "advcl"):
            return False
        verb = next((above for above in sentence.ancestors(verb) if is_verb(above)), None)
    return False


def _takes_clause(verb: Token, lexicon: Lexicon) -> bool:
    groups = ("plan_verbs", "deny_verbs", "probable_verbs", "possible_verbs", "lack_verbs", "rule_out_verbs", "evidence_verbs", "unreal_verbs")
    return verb.lemma in lexicon.cues["say"] | lexicon.cues["think"] or any(
        verb.lemma in lexicon.certainty[group] for group in groups
    )


def _above(sentence: Sentence, token: Token, lexicon: Lexicon) -> Sequence[Token]:
    """Give the words above a trigger that speak of it, as far as the chain of relations holds."""
    found: list[Token] = []
    current = token
    while (parent := sentence.parent(current)) is not None and current.dep in _THROUGH:
        if current.dep in ("advcl", "relcl", "conj") and is_verb(parent) and is_verb(current):
            break
        if current.dep == "ccomp" and not _takes_clause(parent, lexicon):
            break  # two main clauses that the parser joined
        if current.dep == "pobj" and parent.lemma in ("despite", "after", "before", "during", "amid", "since"):
            break
        found.append(parent)
        current = parent
        if len(found) > len(sentence.tokens):
            break
    return found


def _beside(sentence: Sentence, token: Token, lemmas: frozenset[str], *deps: str) -> bool:
    wanted = deps or ("advmod", "amod", "aux", "acomp", "compound", "npadvmod")
    return any(child.lemma in lemmas or child.text.casefold() in lemmas for child in sentence.kids(token, *wanted))


def _has_aux(sentence: Sentence, verb: Token, lemma: str) -> bool:
    return any(child.lemma == lemma for child in sentence.kids(verb, "aux", "auxpass"))
