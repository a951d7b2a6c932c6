"""Cut a report's text into pieces, so that claims that overlap can all be marked.

HTML elements must nest, spans need not. So the text is cut wherever a span starts or
ends, and every piece knows all that covers it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vedette.model import Claim, EventType, Span
from vedette.presentation.web.facts import facts_of
from vedette.presentation.wording import describe_stage, describe_sureness, type_word


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text under the same marks.

    ``triggers`` are the claims whose trigger covers it, ``starting`` and ``ending`` those
    whose trigger starts and ends with it. ``title`` says in words what covers it.
    """

    text: str
    triggers: tuple[Claim, ...] = ()
    starting: tuple[Claim, ...] = ()
    ending: tuple[Claim, ...] = ()
    is_field: bool = False
    in_sentence: bool = False
    title: str = ""

    @property
    def type(self) -> EventType | None:
        """The type that colours the piece."""
        return self.triggers[0].type if self.triggers else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    kind: str  # "trigger", "field" or "sentence"
    span: Span
    claim: Claim
    note: str = ""


def highlight(text: str, claims: Sequence[Claim]) -> tuple[Piece, ...]:
    """Cut a text at every mark; the pieces put together are the text again."""
    marks = [mark for claim in claims for mark in _marks(claim, len(text))]
    opening: dict[int, list[_Mark]] = defaultdict(list)
    closing: dict[int, list[_Mark]] = defaultdict(list)
    for mark in marks:
        opening[mark.span.start].append(mark)
        closing[mark.span.end].append(mark)
    edges = sorted({0, len(text), *opening, *closing})
    active: dict[int, _Mark] = {}
    pieces = []
    for start, end in pairwise(edges):
        for mark in closing[start]:
            active.pop(id(mark), None)
        active.update((id(mark), mark) for mark in opening[start])
        pieces.append(_piece(text, Span(start, end), active.values()))
    return tuple(pieces)


def claim_words(claim: Claim) -> str:
    """Say what a claim holds, a line for each field, for the text that appears at its mark."""
    facts = (f"{fact.label}: {fact.value}" for fact in facts_of(claim))
    head = f"{type_word(claim.type)}, {describe_stage(claim.stage)}, {describe_sureness(claim.factuality)}"
    return "\n".join((head, *facts))


def _marks(claim: Claim, length: int) -> Iterable[_Mark]:
    yield _Mark(kind="trigger", span=_within(claim.trigger, length), claim=claim, note=claim_words(claim))
    yield _Mark(kind="sentence", span=_within(claim.sentence, length), claim=claim)
    for fact in facts_of(claim):
        if fact.span is not None:
            yield _Mark(
                kind="field", span=_within(fact.span, length), claim=claim, note=f"{fact.label}: {fact.value}"
            )


def _within(span: Span, length: int) -> Span:
    """Keep a span inside the text: a wrong one must not make a page fail."""
    return Span(min(span.start, length), min(span.end, length))


def _piece(text: str, span: Span, marks: Iterable[_Mark]) -> Piece:
    covering = [mark for mark in marks if mark.span.end > mark.span.start]
    triggers = [mark for mark in covering if mark.kind == "trigger"]
    fields = [mark for mark in covering if mark.kind == "field"]
    return Piece(
        text=span.of(text), triggers=tuple(mark.claim for mark in triggers),
        starting=tuple(mark.claim for mark in triggers if mark.span.start == span.start),
        ending=tuple(mark.claim for mark in triggers if mark.span.end == span.end),
        is_field=bool(fields), in_sentence=any(mark.kind == "sentence" for mark in covering),
        title="\n\n".join(dict.fromkeys(mark.note for mark in triggers or fields)),
    )
