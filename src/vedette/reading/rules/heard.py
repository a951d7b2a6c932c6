"""What the rules make of a report: its claims, and who says each of its words, for events that no rule knows."""

from __future__ import annotations

from dataclasses import dataclass, field

from vedette.model import Claim, Section, Span
from vedette.reading.document import Sentence
from vedette.reading.outlets import is_publishing
from vedette.reading.rules.attribution import Chain, chain_of, joined_chains
from vedette.reading.rules.factuality import judge
from vedette.reading.rules.findings import Findings
from vedette.reading.rules.lexicon import Lexicon
from vedette.reading.rules.voices import closes


@dataclass(slots=True)
class Heard:
    """The claims of a report, whose words each sentence holds, and what is only wished, feared or spoken of.

    ``unreal`` are words that would tell of an event, and do not where they stand:
    "to be ready for an attack".
    """

    claims: list[Claim] = field(default_factory=list)
    voices: list[tuple[Sentence, Findings]] = field(default_factory=list)
    unreal: list[Span] = field(default_factory=list)

    def chain_at(self, span: Span) -> Chain:
        """Give who says the words at a stretch, as their sentence tells; nobody where the narrator does."""
        for sentence, findings in self.voices:
            if sentence.span.holds(span):
                token = sentence.head_of(span)
                own = chain_of(token, findings.sayings) if token is not None else ()
                return joined_chains(findings.chain, own) if own else ()
        return ()

    def is_spoken_of(self, span: Span, *, by: Span) -> bool:
        """Say whether the words at a stretch stand within what is said there of an event, and speak no word of it."""
        for sentence, findings in self.voices:
            who, what = sentence.head_of(span), sentence.head_of(by)
            if sentence.span.holds(span) and sentence.span.holds(by) and who is not None and what is not None:
                own = [link.span for saying in findings.sayings for link in saying.links if link.span is not None]
                held = any({who.index, what.index} <= saying.content for saying in findings.sayings)
                return held and not any(other.overlaps(span) for other in own)
        return False

    def quotes(self, span: Span) -> bool:
        """Say whether the sentence at a stretch tells somebody's words in quotation marks."""
        sentence = next((sentence for sentence, _ in self.voices if sentence.span.holds(span)), None)
        return sentence is not None and any(token.tag in ("``", "''") for token in sentence.tokens)

    def is_unreal(self, span: Span, *, lexicon: Lexicon) -> bool:
        """Say whether the words at a stretch tell of nothing that happens: as a rule found, or as the parse shows."""
        if any(other.overlaps(span) for other in self.unreal):
            return True
        sentence = next((sentence for sentence, _ in self.voices if sentence.span.holds(span)), None)
        token = sentence.head_of(span) if sentence is not None else None
        return sentence is not None and token is not None and not judge(sentence, token, lexicon=lexicon).real

    def relayed_lead(self) -> tuple[Span, Chain] | None:
        """Give the sentence that opens a report and who told it, where the next one ends "..., Example Wire reports".

        A short item names whom it is taken from once, behind its first two sentences.
        """
        body = [voice for voice in self.voices if voice[0].section is Section.BODY][:2]
        if len(body) < 2 or body[0][0].block != body[1][0].block:
            return None
        (first, told), (second, findings) = body
        narrated = not told.sayings and not told.chain
        saying = findings.sayings[0] if narrated and len(findings.sayings) == 1 else None
        if saying is None or not all(map(is_publishing, saying.links)) or not closes(second, saying):
            return None
        return first.span, saying.links
