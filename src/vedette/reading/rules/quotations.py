"""Who speaks in a quotation of several sentences: whoever is named where it closes, "... They left," a guard said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vedette.model import Section, Span
from vedette.reading.document import Sentence
from vedette.reading.rules.attribution import Chain, joined_chains
from vedette.reading.rules.findings import Findings
from vedette.reading.rules.saying import Saying

_PAIRS = {"“": "”", "„": "“", "«": "»", '"': '"'}
Voiced = tuple[Sentence, Findings]


def spoken_to_the_end(
    voices: Sequence[Voiced], *, text: str, base: Chain = ()
) -> tuple[list[Voiced], dict[Span, Chain]]:
    """Give the sentences of a report, those inside a quotation with who closes it, and whose words each of these is.

    A reader learns only at its end whose words they were. Where nobody is named
    behind the closing mark, they stay as they are.

    Args:
        voices: Each sentence with what was found in it, in order.
        text: The text of the report.
        base: Who the whole of the report is taken from.
    """
    voiced = list(voices)
    chains: dict[Span, Chain] = {}
    for first, last in _quotations(voices, text):
        closing = _speaker_behind(*voices[last], text=text)
        if closing is None:
            continue
        for at in range(first, last):
            sentence, findings = voiced[at]
            if not findings.sayings:
                held = replace(closing, content=frozenset(word.index for word in sentence.tokens))
                chain = tuple(link for link in findings.chain if link in base)
                voiced[at] = (sentence, replace(findings, sayings=(held,), chain=chain))
                chains[sentence.span] = joined_chains(chain, closing.links)
    return voiced, chains


def _quotations(voices: Sequence[Voiced], text: str) -> Iterator[tuple[int, int]]:
    """Give the first and the last sentence of each quotation that opens a sentence and ends in a later one."""
    first: int | None = None
    for at, (sentence, _) in enumerate(voices):
        words = sentence.span.of(text)
        if first is not None and sentence.block != voices[first][0].block:
            first = None
        if first is None:
            mark = _PAIRS.get(words[:1])
            opens = mark is not None and mark not in words[1:] and sentence.section is not Section.HEADLINE
            first = at if opens else None
        elif _PAIRS[text[voices[first][0].span.start]] in words:
            yield first, at
            first = None


def _speaker_behind(sentence: Sentence, findings: Findings, *, text: str) -> Saying | None:
    """Give the saying whose cue or speaker stands right behind the mark that closes a quotation."""
    ends = [word.index for word in sentence.tokens if word.span.of(text) in _PAIRS.values()]
    behind = (saying for saying in findings.sayings if ends and saying.cue.index > ends[0] and saying.content)
    return next(behind, None)
