"""Who goes on speaking: sentences without a speaker of their own behind one that ends "..., the ministry said"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from vedette.model import Section
from vedette.reading.document import Sentence
from vedette.reading.retelling import Telling
from vedette.reading.rules.attribution import Chain
from vedette.reading.rules.saying import Saying

_QUOTES = '"“«„'


@dataclass(slots=True)
class Voice:
    """Whose words a paragraph holds so far; tell it every sentence, in order."""

    links: Chain = ()
    block: int = -1
    closing: bool = False

    def of(self, sentence: Sentence, sayings: Sequence[Saying], *, text: str) -> Chain:
        """Give who goes on to speak in a sentence that names no speaker; nobody where the narrator tells.

        An open quotation always goes on. Other words do where the sentence before
        them closed with its speaker, or was itself such a sentence, and they speak
        of what was told there ("the", "it"), or of what will be.
        """
        if sayings:
            self.links, self.block = sayings[0].links, sentence.block
            self.closing = sentence.section is not Section.HEADLINE and closes(sentence, sayings[0])
            return ()
        if self.block != sentence.block:
            return ()
        if _is_quote(sentence, text=text):
            return self.links
        self.closing = self.closing and _is_bound(sentence)
        return self.links if self.closing else ()


def going_on_alike(
    told: Iterable[Telling], sentence: Sentence, earlier: Sequence[Telling], *, text: str
) -> Iterator[Telling]:
    """Give what a sentence tells, said by who told of the like in the sentence right before it: "are also being built".

    Args:
        told: What the sentence tells.
        sentence: The sentence.
        earlier: What was told before it, in order.
        text: The text of the report.
    """
    also = any(token.text.casefold() in sentence.words["also"] for token in sentence.tokens)
    last = earlier[-1].claim.sentence if also and earlier else None
    near = last is not None and not text[last.end : sentence.span.start].strip()
    said = {
        each.claim.type: each.claim.attribution for each in earlier
        if near and each.claim.sentence == last and each.claim.attribution
    }
    for telling in told:
        chain = telling.claim.attribution or said.get(telling.claim.type, ())
        yield replace(telling, claim=replace(telling.claim, attribution=chain))


def closes(sentence: Sentence, saying: Saying) -> bool:
    """Say whether a sentence ends with its speaker: what is said stands before the cue, and nothing behind it."""
    said = [index for index in saying.content if sentence.tokens[index].pos not in ("PUNCT", "SPACE")]
    return bool(said) and max(said) < saying.cue.index


def _is_bound(sentence: Sentence) -> bool:
    """Say whether a sentence speaks of what was told before, or of what will be."""
    words = sentence.words
    first = next((token for token in sentence.tokens if token.pos not in ("PUNCT", "SPACE")), None)
    if first is not None and first.text.casefold() in words["going_on"]:
        return True
    return any(
        token.lemma in words["coming"] and token.dep == "aux" and sentence.tokens[token.head].dep == "ROOT"
        for token in sentence.tokens
    )


def _is_quote(sentence: Sentence, *, text: str) -> bool:
    """Say whether a sentence begins with a quotation mark, and so goes on with who spoke last."""
    return sentence.span.of(text)[:1] in _QUOTES and sentence.section is not Section.HEADLINE
