"""What is only said to be so, by nobody in particular: "reportedly", "reports that the border was closed"."""

from __future__ import annotations

from vedette.model import Attribution, LinkKind
from vedette.reading.document import Sentence, Token
from vedette.reading.rules.lexicon import Lexicon
from vedette.reading.rules.saying import Saying

UNNAMED = "unnamed reports"


def rumour(sentence: Sentence, token: Token, *, lexicon: Lexicon) -> Saying | None:
    """Read a word that shows that somebody says so, and nobody knows who."""
    return _word(sentence, token, lexicon) or _noun(sentence, token, lexicon)


def is_rumour(saying: Saying) -> bool:
    """Say whether a saying is of nobody in particular."""
    return all(link.name == UNNAMED for link in saying.links)


def _word(sentence: Sentence, token: Token, lexicon: Lexicon) -> Saying | None:
    """Read "reportedly": it speaks of the clause that it stands in."""
    above = sentence.parent(token)
    if above is None or token.pos != "ADV" or token.lemma not in lexicon.certainty["hearsay_words"]:
        return None
    link = Attribution(name=UNNAMED, kind=LinkKind.UNNAMED, cue=token.text, span=token.span)
    return Saying((link,), token, frozenset(word.index for word in sentence.subtree(above)))


def _noun(sentence: Sentence, token: Token, lexicon: Lexicon) -> Saying | None:
    """Read "reports that ...": what they say, unless somebody denies or confirms it, and so speaks for it."""
    if token.lemma not in lexicon.cues["rumours"] or token.pos != "NOUN" or any(sentence.kids(token, "poss")):
        return None
    clauses = [
        clause for clause in sentence.kids(token, "acl", "ccomp")
        if any(child.lemma in sentence.words["that"] for child in sentence.kids(clause, "mark"))
    ]
    answered = any(above.lemma in lexicon.cues["answered"] for above in sentence.ancestors(token))
    if not clauses or answered:
        return None
    link = Attribution(name=UNNAMED, kind=LinkKind.UNNAMED, cue=token.text, span=token.span)
    return Saying((link,), token, frozenset(word.index for clause in clauses for word in sentence.subtree(clause)))
