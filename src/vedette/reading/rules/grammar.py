"""Who does what to whom in a parsed sentence, forgiving towards a small parser's mistakes.

One vocabulary for the code above: the *doers* and the *objects* of a word, whether
it is a verb ("Poland closed the border") or a noun ("Poland's closure of the border").
"""

from __future__ import annotations

from collections.abc import Iterator

from vedette.reading.document import Sentence, Token

_DESCRIBES = ("compound", "amod", "nmod", "poss", "nummod", "appos")


def is_verb(token: Token) -> bool:
    """Say whether a word is used as a verb."""
    return token.pos in ("VERB", "AUX") or (token.tag.startswith("VB") and token.dep not in ("compound", "amod"))


def is_noun(token: Token) -> bool:
    """Say whether a word is used as a noun."""
    return token.pos in ("NOUN", "PROPN") or token.tag.startswith("NN")


def is_passive(sentence: Sentence, token: Token) -> bool:
    """Say whether a verb is in the passive ("was closed") or a bare participle ("closed by")."""
    if any(True for _ in sentence.kids(token, "nsubjpass", "auxpass")):
        return True
    return token.tag == "VBN" and token.dep in ("acl", "amod") and not any(True for _ in sentence.kids(token, "aux"))


def doers(sentence: Sentence, token: Token) -> list[Token]:
    """Give the words for whoever does it, nearest first; empty where nobody is named."""
    if not is_verb(token):
        return _doers_of_noun(sentence, token)
    found = [_antecedent(sentence, token, child) for child in sentence.kids(token, "nsubj", "csubj")]
    found += [thing for by in sentence.kids(token, "agent") for thing in sentence.kids(by, "pobj")]
    if is_passive(sentence, token) or found:
        return _joined(sentence, found)
    if token.dep in ("acl", "relcl") and (parent := sentence.parent(token)) is not None:
        return _joined(sentence, [parent])
    if token.dep in ("xcomp", "conj", "advcl", "ccomp", "pcomp", "prep") and (parent := sentence.parent(token)):
        verb = _nearest_verb(sentence, parent)
        if verb is not None and verb.lemma in sentence.words["makes_do"] and token.dep in ("pcomp", "xcomp"):
            blamed = list(sentence.kids(verb, "dobj"))
            if blamed:
                return _joined(sentence, blamed)
        return doers(sentence, verb) if verb is not None and verb is not token else []
    return []


def objects(sentence: Sentence, token: Token) -> list[Token]:
    """Give the words for what it is done to, nearest first."""
    if not is_verb(token):
        return _objects_of_noun(sentence, token)
    things = sentence.kids(token, "dobj", "nsubjpass", "dative", "attr", "oprd")
    found = [_antecedent(sentence, token, child) for child in things]
    if is_passive(sentence, token) and token.dep in ("acl", "relcl", "amod") and not any(
        True for _ in sentence.kids(token, "nsubjpass")
    ):
        parent = sentence.parent(token)
        found += [parent] if parent is not None else []
    if token.dep == "relcl" and not found:
        parent = sentence.parent(token)
        has_subject = any(
            child.text.casefold() not in sentence.words["relative"] for child in sentence.kids(token, "nsubj")
        )
        found += [parent] if parent is not None and has_subject else []
    found += [
        thing for prep in sentence.kids(token, "prep") if prep.lemma in sentence.words["acted_on"]
        for thing in sentence.kids(prep, "pobj")
    ]
    if token.dep == "conj" and not found and (parent := sentence.parent(token)) is not None and is_verb(parent):
        found = objects(sentence, parent)
    if token.dep == "xcomp" and is_passive(sentence, token) and not found and (parent := sentence.parent(token)):
        found += list(sentence.kids(parent, "nsubj", "nsubjpass"))
    return _joined(sentence, found)


def _antecedent(sentence: Sentence, verb: Token, word: Token) -> Token:
    """Give what "that", "which" or "who" stands for in a relative clause; any other word as it is."""
    parent = sentence.parent(verb)
    if verb.dep == "relcl" and parent is not None and word.text.casefold() in sentence.words["relative"]:
        return parent
    return word


def reach(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Give a word with what describes it: "parts of their territories", "missile launchers", "the border with"."""
    seen: set[int] = set()
    waiting = [token]
    while waiting:
        current = waiting.pop(0)
        if current.index in seen:
            continue
        seen.add(current.index)
        yield current
        waiting += list(sentence.kids(current, *_DESCRIBES))
        for prep in sentence.kids(current, "prep"):
            if prep.lemma in sentence.words["described_by"]:
                waiting += _joined(sentence, list(sentence.kids(prep, "pobj")))


def near(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Give a word with what stands before it and describes it, but nothing that follows with "of"."""
    seen: set[int] = set()
    waiting = [token]
    while waiting:
        current = waiting.pop(0)
        if current.index not in seen:
            seen.add(current.index)
            yield current
            waiting += list(sentence.kids(current, *_DESCRIBES))


def _joined(sentence: Sentence, tokens: list[Token]) -> list[Token]:
    """Add what is joined by "and" or "or"."""
    found: list[Token] = []
    waiting = list(tokens)
    while waiting:
        token = waiting.pop(0)
        if token in found:
            continue
        found.append(token)
        waiting += [child for child in sentence.kids(token, "conj") if not is_verb(child) or is_noun(child)]
    return found


def _doers_of_noun(sentence: Sentence, token: Token) -> list[Token]:
    words = sentence.words
    found = list(sentence.kids(token, "poss", "compound", "amod", "nmod"))
    for prep in sentence.kids(token, "prep", "agent"):
        if prep.lemma in words["done_by"] or (prep.lemma in words["of"] and token.lemma not in words["acts_upon"]):
            found += list(sentence.kids(prep, "pobj"))
    return _joined(sentence, found)


def _objects_of_noun(sentence: Sentence, token: Token) -> list[Token]:
    found = list(sentence.kids(token, "compound", "amod", "nmod", "poss"))
    for prep in sentence.kids(token, "prep"):
        if prep.lemma in sentence.words["done_to"]:
            found += list(sentence.kids(prep, "pobj"))
    found += [thing for verb in sentence.kids(token, "acl") for thing in sentence.kids(verb, "dobj", "pobj")]
    return _joined(sentence, found)


def _nearest_verb(sentence: Sentence, token: Token) -> Token | None:
    if is_verb(token):
        return token
    return next((above for above in sentence.ancestors(token) if is_verb(above)), None)


def governing_verb(sentence: Sentence, token: Token) -> Token | None:
    """Give the verb of the clause that a word stands in; the word itself where it is a verb."""
    return _nearest_verb(sentence, token)


def is_set_apart(sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun is only the reason or the setting of what its clause tells: "closed because of the drill"."""
    above = sentence.parent(noun)
    while above is not None and not is_verb(above):
        if above.lemma in sentence.words["sets_apart"]:
            return True
        above = sentence.parent(above)
    return False


def beside(sentence: Sentence, token: Token, lemmas: frozenset[str], *deps: str) -> bool:
    """Say whether one of some words describes a word: an adverb, adjective or auxiliary, or of the relations given."""
    wanted = deps or ("advmod", "amod", "aux", "acomp", "compound", "npadvmod")
    return any(child.lemma in lemmas or child.text.casefold() in lemmas for child in sentence.kids(token, *wanted))


def has_aux(sentence: Sentence, verb: Token, lemmas: frozenset[str]) -> bool:
    """Say whether a verb has one of some auxiliaries."""
    return any(child.lemma in lemmas for child in sentence.kids(verb, "aux", "auxpass"))
