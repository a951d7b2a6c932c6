"""Who says so, and through whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vedette.model.span import Span

# Cues of links that a report gives for the whole of it, not for one sentence.
WHOLE_REPORT_CUES = frozenset({"Source", "dateline"})


class LinkKind(StrEnum):
    """What kind of party a link of the chain is."""

    OUTLET = "outlet"
    AGENCY = "agency"
    OFFICIAL = "official"
    EXPERT = "expert"
    WITNESS = "witness"
    INVESTIGATION = "investigation"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One link of the chain from the reader to the origin.

    A claim's ``attribution`` is a tuple of these, the link nearest the reader
    first and the **origin** last. The publishing outlet itself is not a link;
    an empty chain is the narrator.

    ``cue`` is the word that shows it ("citing", "according to", "told").
    ``party`` is the id of the body's party (``PL``, ``NATO``), where known.
    ``id`` is the id of the body itself (``PL-MoD``, ``BelTA``), where known.
    """

    name: str
    kind: LinkKind
    cue: str | None = None
    span: Span | None = None
    id: str | None = None
    party: str | None = None
