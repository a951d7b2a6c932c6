"""How sure, and on what evidence: factuality and evidence kind of a trigger, and whether it is real at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vedette.model import EvidenceKind, Factuality, Stage
from vedette.reading.document import Sentence, Token
from vedette.reading.rules.grammar import beside, governing_verb, is_noun, is_verb
from vedette.reading.rules.lexicon import Lexicon
from vedette.reading.rules.stages import is_future_in_past, stage_of

# Relations through which a governing word still speaks of the trigger.
_THROUGH = (
    "ccomp", "xcomp", "dobj", "nsubj", "nsubjpass", "pobj", "acl", "prep", "attr", "conj", "pcomp", "advcl", "relcl",
    "oprd", "agent", "dative",
)
# Groups of verbs (certainty.toml), beside those of saying and thinking, whose clause is their object.
_TAKING_CLAUSES = (
    "plan_verbs", "deny_verbs", "probable_verbs", "possible_verbs", "lack_verbs", "omit_verbs", "rule_out_verbs",
    "evidence_verbs", "unreal_verbs",
)


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
        token = parent  # "the drills, Example Shield, planned for": what is said of the one is said of the other
    stage, factuality = stage_of(sentence, token, lexicon=lexicon), _factuality(sentence, token, lexicon)
    if stage is Stage.HAPPENED and factuality is Factuality.POSSIBLE and not _looks_back(sentence, token):
        stage = Stage.PLANNED  # "may close", "if they cross": it lies ahead
    return Standing(
        stage=stage, factuality=factuality,
        evidence=_evidence(sentence, lexicon), real=not _is_unreal(sentence, token, lexicon),
    )


def _looks_back(sentence: Sentence, token: Token) -> bool:
    """Say whether the verb of a word is in a form of the past: "may have closed", "closed"."""
    verb = governing_verb(sentence, token)
    return verb is None or verb.tag == "VBD" or any(
        child.lemma in sentence.words["have"] or child.tag == "VBD" for child in sentence.kids(verb, "aux", "auxpass")
    )


def _factuality(sentence: Sentence, token: Token, lexicon: Lexicon) -> Factuality:
    above = _above(sentence, token, lexicon)
    near = [token, *above]
    denying = any(word.lemma in lexicon.certainty["deny_verbs"] for word in above if is_verb(word))
    denying = denying or _is_omitted(sentence, token, lexicon)
    if (ruled_out := _ruled_out(sentence, above, lexicon)) is not None:
        return ruled_out
    # A denial denied is an assertion.
    if _is_negated(sentence, token, lexicon) != denying:
        return Factuality.DENIED
    hearsay = any(beside(sentence, word, lexicon.certainty["hearsay_words"]) for word in near)
    if hearsay or _is_under(sentence, token, lexicon.certainty["unknown_markers"]):
        return Factuality.UNKNOWN
    if _is_possible(sentence, token, above, lexicon):
        return Factuality.POSSIBLE
    return Factuality.PROBABLE if _is_probable(sentence, token, above, lexicon) else Factuality.ASSERTED


def _ruled_out(sentence: Sentence, above: Sequence[Token], lexicon: Lexicon) -> Factuality | None:
    """Read "ruled out an attack", which is denied, and "did not rule out an attack", which is possible."""
    words = lexicon.certainty
    for verb in above:
        if verb.lemma in words["rule_out_verbs"] and any(sentence.kids(verb, "prt")):
            left_open = any(child.lemma in words["negations"] for child in sentence.kids(verb, "neg"))
            return Factuality.POSSIBLE if left_open else Factuality.DENIED
    return None


def _is_possible(sentence: Sentence, token: Token, above: Sequence[Token], lexicon: Lexicon) -> bool:
    words = lexicon.certainty
    near = [token, *above]
    modal = any(
        beside(sentence, word, words["possible_modals"], "aux") and not is_future_in_past(sentence, word, lexicon)
        for word in near if is_verb(word)
    )
    worded = any(beside(sentence, word, words["possible_words"]) for word in near)
    thought = any(word.lemma in words["possible_verbs"] for word in above)
    conditional = _is_under(sentence, token, words["conditional_markers"])
    return modal or worded or thought or conditional or _is_wish(sentence, token, words["wish_modals"], inverted=True)


def _is_probable(sentence: Sentence, token: Token, above: Sequence[Token], lexicon: Lexicon) -> bool:
    words = lexicon.certainty
    worded = any(beside(sentence, word, words["probable_words"]) for word in (token, *above))
    thought = any(word.lemma in words["probable_verbs"] and is_verb(word) for word in above)
    return worded or thought or any(word.lemma in sentence.words["seem"] for word in above)


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
    if token.dep == "pcomp" and parent is not None and _is_nobodys_plan(sentence, parent, lexicon):
        return True
    if is_verb(token) and _is_verb_negated(sentence, token):
        return True
    if _is_false_claim(sentence, token, lexicon):
        return True
    if parent is None or is_verb(token):
        return parent is not None and parent.lemma in sentence.words["without"]
    return _is_noun_negated(sentence, token, parent, lexicon)


def _is_nobodys_plan(sentence: Sentence, prep: Token, lexicon: Lexicon) -> bool:
    """Read "has no intention of leaving", "there is no risk of closing it"."""
    above = sentence.parent(prep)
    plans = lexicon.certainty["plan_nouns"] | lexicon.certainty["unreal_nouns"]
    return above is not None and above.lemma in plans and _has_no(sentence, above)


def _is_verb_negated(sentence: Sentence, verb: Token) -> bool:
    """Read "no drones entered", "none of its drones entered", "at no point did it enter", "no troops massing"."""
    parent = sentence.parent(verb)
    described = [parent] if parent is not None and verb.dep == "acl" and verb.tag == "VBG" else []
    times = [time for prep in sentence.kids(verb, "prep") for time in sentence.kids(prep, "pobj")]
    moments = [time for time in times if time.lemma in sentence.words["moments"]]
    arguments = sentence.kids(verb, "nsubj", "nsubjpass", "dobj")
    return any(_has_no(sentence, each) for each in (*arguments, *described, *moments))


def _is_false_claim(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Read "the claim that it closed the border is false", "reports of an attack are untrue"."""
    for noun in sentence.ancestors(token):
        if noun.dep == "nsubj" and noun.lemma in lexicon.classes["allegation"].lemmas:
            verb = sentence.parent(noun)
            said = sentence.kids(verb, "acomp", "attr") if verb is not None else ()
            return any(word.lemma in lexicon.certainty["false_words"] for word in said)
    return False


def _is_omitted(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Read "refused to close", "failed to stop", "refrained from striking": it is not done."""
    above = sentence.parent(token)
    if above is not None and token.dep == "pcomp":
        above = sentence.parent(above)
    return (
        token.dep in ("xcomp", "pcomp") and above is not None and is_verb(above)
        and above.lemma in lexicon.certainty["omit_verbs"]
    )


def _is_noun_negated(sentence: Sentence, token: Token, parent: Token, lexicon: Lexicon) -> bool:
    """Read "saw no signs of an attack", "there was no attack", "did not hold an exercise", "without an attack"."""
    above = sentence.parent(parent)
    signs = lexicon.certainty["plan_nouns"] | lexicon.certainty["unreal_nouns"] | sentence.words["signs"]
    if token.dep == "pobj" and above is not None and is_noun(above) and above.lemma in signs:
        return _is_negated(sentence, above, lexicon)
    if is_verb(parent) and token.dep in ("dobj", "attr", "nsubj", "nsubjpass"):
        groups = ("exist_verbs", "hold_verbs", "make_verbs", "begin_verbs")
        makes = any(parent.lemma in lexicon.certainty[group] for group in groups)
        return _has_no(sentence, token) or (makes and any(
            child.lemma in lexicon.certainty["negations"] for child in sentence.kids(parent, "neg")
        ))
    return parent.lemma in sentence.words["without"]


def _has_no(sentence: Sentence, token: Token) -> bool:
    none = sentence.words["none"]
    return token.lemma in none or any(child.lemma in none for child in sentence.kids(token, "det"))


def _is_unreal(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    """Say whether a trigger is only wished for, aimed at, or something one is able to do."""
    words = lexicon.certainty
    if _is_wish(sentence, token, words["wish_modals"], inverted=False):
        return True
    if is_noun(token):
        return _is_noun_unreal(sentence, token, lexicon)
    parent = sentence.parent(token)
    if parent is None:
        return False
    if any(child.tag == "TO" for child in sentence.kids(token, "aux")):
        if token.dep == "advcl" or (token.dep in ("acl", "relcl") and parent.lemma not in words["plan_nouns"]):
            return True
        if token.dep in ("xcomp", "ccomp"):
            return parent.lemma in words["unreal_verbs"] or parent.lemma in words["unreal_nouns"]
    above = sentence.parent(parent)
    return token.dep == "pcomp" and above is not None and above.lemma in words["unreal_nouns"]


def _is_noun_unreal(sentence: Sentence, token: Token, lexicon: Lexicon) -> bool:
    words = lexicon.certainty
    if any(child.lemma in words["generic_words"] for child in sentence.kids(token, "det", "predet", "amod")):
        return True  # "every exercise has two audiences"
    parent = sentence.parent(token)
    if parent is None or token.dep not in ("pobj", "dobj", "compound"):
        return False
    if token.dep == "pobj" and parent.lemma not in sentence.words["unreal_after"]:
        return False
    above = parent if token.dep != "pobj" else sentence.parent(parent)
    if above is None:
        return False
    return above.lemma in (words["unreal_nouns"] if is_noun(above) else words["unreal_verbs"])


def _is_wish(sentence: Sentence, token: Token, modals: frozenset[str], *, inverted: bool) -> bool:
    """Read "should": before its subject a condition ("should drones cross"), after it a wish ("we should close")."""
    verb = governing_verb(sentence, token)
    if verb is None:
        return False
    modal = next((child for child in sentence.kids(verb, "aux") if child.lemma in modals), None)
    subject = next(sentence.kids(verb, "nsubj", "nsubjpass"), None)
    if modal is None:
        return False
    return inverted == (subject is not None and modal.index < subject.index)


def _is_under(sentence: Sentence, token: Token, markers: frozenset[str]) -> bool:
    """Say whether the clause of a word, or one that it depends on, begins with such a marker ("if", "whether")."""
    verb = governing_verb(sentence, token)
    while verb is not None:
        if any(child.lemma in markers for child in sentence.kids(verb, "mark", "aux")):
            return True
        if verb.dep not in ("conj", "xcomp", "advcl"):
            return False
        verb = next((above for above in sentence.ancestors(verb) if is_verb(above)), None)
    return False


def _takes_clause(verb: Token, lexicon: Lexicon) -> bool:
    return verb.lemma in lexicon.said or any(
        verb.lemma in lexicon.certainty[group] for group in _TAKING_CLAUSES
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
        if current.dep == "pobj" and parent.lemma in sentence.words["mentioned_after"]:
            break
        found.append(parent)
        current = parent
    return found
