"""Who speaks in the words that close a sentence: ", Example Times reports", ", notes the tracker Example".

A small parser takes many a "reports" or "notes" at the end for a noun. The form
is so fixed that the words alone show it.
"""

from __future__ import annotations

from dataclasses import dataclass

from vedette.reading.document import Sentence, Token
from vedette.reading.rules.grammar import is_noun

LONGEST = 9  # words from the comma to the end
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PART", "PUNCT")


@dataclass(frozen=True, slots=True)
class Closing:
    """A cue that closes a sentence, the word for who speaks, the last of its name, and the comma before them."""

    comma: int
    cue: Token
    head: Token
    name: Token


def closing_frame(sentence: Sentence, *, cues: frozenset[str]) -> Closing | None:
    """Find a cue with nothing but its speaker behind the last comma of a sentence.

    Args:
        sentence: The sentence.
        cues: Lemmas of verbs of saying.
    """
    words = _without_day(sentence)
    commas = [token.index for token in words if token.text == ","]
    if not commas or len(words) - commas[-1] > LONGEST:
        return None
    inside = words[commas[-1] + 1 :]
    if len(inside) < 2:
        return None
    for cue, named in ((inside[-1], inside[:-1]), (inside[0], inside[1:])):
        if cue.lemma in cues and _is_finite(cue) and all(word.pos in _NOMINAL for word in named):
            head = _head(named)
            if head is not None:
                return Closing(commas[-1], cue, head, named[-1])
    return None


def _without_day(sentence: Sentence) -> list[Token]:
    """Give the words of a sentence without its last mark, and without the day behind a cue: "reported on Friday"."""
    words = list(sentence.tokens)
    timed = False
    while words:
        last = words[-1]
        told_when = any(last.span.overlaps(time) for time in sentence.times)
        if last.pos not in ("PUNCT", "SPACE") and not told_when and not (timed and last.pos == "ADP"):
            break
        timed = timed or told_when
        words.pop()
    return words


def _is_finite(cue: Token) -> bool:
    """Say whether a word may be a verb in the present or past: "reports" may, "reporting" and "report" may not."""
    return cue.text.islower() and cue.text.casefold() != cue.lemma and not cue.text.endswith("ing")


def _head(named: list[Token]) -> Token | None:
    """Give the noun that names the speaker: "Example" of "the agency Example", "minister" of "minister of Example"."""
    nouns = [token for token in named if is_noun(token)]
    if any(token.pos == "ADP" for token in named):
        nouns = [token for token in nouns if token.index < next(word.index for word in named if word.pos == "ADP")]
    return nouns[-1] if nouns else None
