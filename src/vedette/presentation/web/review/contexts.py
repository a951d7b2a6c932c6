"""What the templates of reviewing are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from vedette.model import EventType
from vedette.presentation.decisions import DecisionLine
from vedette.presentation.evidence import Evidence
from vedette.presentation.web.contexts import EventRow, PageContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the sentences to look at: who says it, where, and the event that it stands in."""

    evidence: Evidence
    outlet: str
    published: str | None
    language: str | None
    type: EventType
    row: EventRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One thing that was compared: what it is called, and what was seen."""

    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One question. ``seen`` marks what is shown; ``after`` is where the queue goes on behind it."""

    id: str
    is_pair: bool
    heading: str
    sides: tuple[Side, ...]
    agrees: tuple[Ground, ...]
    differs: tuple[Ground, ...]
    open: tuple[Ground, ...]
    seen: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """A part of the queue: what it is called, its address, how much is left in it, and whether it is shown."""

    label: str
    address: str
    left: int
    is_shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewContext(PageContext):
    """What people are asked, in order. ``last`` is what this person decided last and can take back."""

    TEMPLATE: ClassVar[str] = "review.html"
    tabs: tuple[Tab, ...]
    cards: tuple[Card, ...]
    here: str
    more: str | None
    behind: int
    may_decide: bool
    last: DecisionLine | None
    recorded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictContext(PageContext):
    """Somebody else decided meanwhile: what the person wanted, and what was decided, side by side.

    ``shown`` are the events that it is about as they are now. With ``seen`` it can be recorded all the same.
    """

    TEMPLATE: ClassVar[str] = "conflict.html"
    wanted: str
    why: str
    reason: str
    decided: tuple[DecisionLine, ...]
    shown: tuple[EventRow, ...]
    hidden: tuple[tuple[str, str], ...]
    seen: str | None
    back: str
