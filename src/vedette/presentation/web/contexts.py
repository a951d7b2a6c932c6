"""What each template is given: one dataclass a template, and the rows they hold.

A test holds every template against its dataclass, so that neither names something
that the other does not have.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from vedette.model import AppliedCorrection, Claim, Event, EventType, Grade, Report, Situation
from vedette.presentation.decisions import DecisionLine
from vedette.presentation.evidence import Evidence
from vedette.presentation.outlet_health import OutletHealth
from vedette.presentation.standing import FactRow, UpdateRow
from vedette.presentation.web.chain_drawing import ChainDrawing
from vedette.presentation.web.facts import Fact
from vedette.presentation.web.highlight import Piece
from vedette.presentation.web.locator import Locator
from vedette.presentation.web.page_history import PageHistory
from vedette.presentation.web.review.forms import JudgeForms


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext:
    """What every page has: its title, and the part of the site that it belongs to."""

    TEMPLATE: ClassVar[str]
    title: str
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event in a list."""

    event: Event
    sentence: str
    when: str
    support: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paged:
    """Where in a list a page stands, and the addresses beside it."""

    first: int
    last: int
    total: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportLink:
    """A form in which a list can be had: what it is called, where, and whether a browser keeps it as a file."""

    label: str
    address: str
    is_file: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCard:
    """A claim on the page of its event: its sentence with the trigger apart, and who says so.

    ``copied_from`` is the origin whose words a report repeats without naming it.
    """

    claim: Claim
    report: Report
    evidence: Evidence
    copied_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictSide:
    """One side of a disagreement, with the claims (number on the page, id) that hold it."""

    value: str
    origins: tuple[str, ...]
    claims: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictTable:
    """What the claims of an event disagree on, side by side."""

    field: str
    sides: tuple[ConflictSide, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventContext(PageContext):
    """One event with everything behind it."""

    TEMPLATE: ClassVar[str] = "event.html"
    event: Event
    sentence: str
    line: str
    support: str
    facts: tuple[Fact, ...]
    cards: tuple[ClaimCard, ...]
    drawn: ChainDrawing
    locator: Locator | None
    standing: tuple[FactRow, ...]
    updates: tuple[UpdateRow, ...]
    conflicts: tuple[ConflictTable, ...]
    grade: Grade
    decisions: tuple[DecisionLine, ...]
    situations: tuple[Situation, ...]
    related: tuple[tuple[str, tuple[EventRow, ...]], ...]
    judging: JudgeForms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportClaim:
    """A claim in the list beside a report; ``corrections`` are what people set in it, each in words."""

    claim: Claim
    words: str
    facts: tuple[Fact, ...]
    chain: tuple[str, ...]
    event: str | None
    corrections: tuple[tuple[AppliedCorrection, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadatum:
    """A field of a report and where it was learned."""

    label: str
    value: str
    source: str
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContext(PageContext):
    """A report as it was read, with its claims marked."""

    TEMPLATE: ClassVar[str] = "report.html"
    report: Report
    original: str | None
    metadata: tuple[Metadatum, ...]
    kinds: tuple[tuple[EventType, int], ...]
    pieces: tuple[Piece, ...]
    claims: tuple[ReportClaim, ...]
    history: PageHistory | None = None
    may_decide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A report that a search found; a piece of its snippet is marked where the flag is true."""

    report: Report
    snippet: tuple[tuple[str, bool], ...]
    events: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchContext(PageContext):
    """What a search found."""

    TEMPLATE: ClassVar[str] = "search.html"
    words: str
    found: tuple[Found, ...]
    limit: int
    events: tuple[EventRow, ...]
    events_total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedSource:
    """A feed that is watched, in words: ``state`` is that of programs, ``word`` says it."""

    outlet: str
    address: str
    state: str
    word: str
    answered: str
    newest: str
    usual: str
    errors: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesContext(PageContext):
    """The outlets that were seen, and how it stands with the feeds that are watched."""

    TEMPLATE: ClassVar[str] = "sources.html"
    watched: tuple[WatchedSource, ...] = ()
    outlets: tuple[OutletHealth, ...]
    total: int
    today: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureContext(PageContext):
    """What went wrong, and what to do."""

    TEMPLATE: ClassVar[str] = "failure.html"
    status: int
    message: str
    details: tuple[tuple[str, str], ...] = ()
