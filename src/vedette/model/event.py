"""What happened, assembled from claims."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model.attribution import LinkKind
from vedette.model.claim import (
    ActorMention,
    EquipmentMention,
    Factuality,
    PlaceMention,
    QuantityMention,
    Stage,
)
from vedette.model.event_type import EventType
from vedette.model.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The party at the end of a chain, after copies and relays are seen through.

    ``known`` is false where nothing tells who the origin is; such an origin is
    shown and counts for nothing in corroboration. ``claims`` are claim ids.
    """

    name: str
    kind: LinkKind
    party: str | None = None
    known: bool = True
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictValue:
    """One side of a conflict: the value, the claims that give it and their origins by name."""

    value: str
    claims: tuple[str, ...]
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Claims of one event that cannot all hold.

    ``field`` is what they disagree on: ``happened``, ``period``, ``place``,
    ``actors``, or ``quantity:UNIT``.
    """

    field: str
    values: tuple[ConflictValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageChange:
    """One step of an event's history: which stage was first told of when, by which claim."""

    stage: Stage
    published: str | None
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """The Admiralty code: ``letter`` A-F of the source, ``digit`` 1-6 of the information, and why."""

    letter: str = "F"
    digit: int = 6
    reasons: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.letter}{self.digit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened, will, or is said to: assembled from claims, never stored apart from them.

    The fields are the best-supported values; every claim keeps its own, and
    where they cannot all hold there is a :class:`Conflict`. ``id`` depends on
    the claims alone, not on the order in which they came. ``reports`` and
    ``outlets`` count what tells of it; ``origins`` is what corroboration counts.
    """

    id: str
    type: EventType
    stage: Stage
    factuality: Factuality
    period: Period | None
    places: tuple[PlaceMention, ...]
    actors: tuple[ActorMention, ...]
    equipment: tuple[EquipmentMention, ...]
    quantities: tuple[QuantityMention, ...]
    names: tuple[str, ...]
    claims: tuple[str, ...]
    origins: tuple[Origin, ...]
    conflicts: tuple[Conflict, ...] = ()
    grade: Grade = Grade()
    history: tuple[StageChange, ...] = ()
    situation: str | None = None
    reports: int = 1
    outlets: int = 0
