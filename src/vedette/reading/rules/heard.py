"""What the rules make of a report: its claims, and who says each of its words, for events that no rule knows."""

from __future__ import annotations

from dataclasses import dataclass, field

from vedette.model import Claim, Span
from vedette.reading.document import Sentence
from vedette.reading.rules.attribution import Chain, chain_of
from vedette.reading.rules.findings import Findings


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
                return chain_of(token, findings.sayings) if token is not None else ()
        return ()
