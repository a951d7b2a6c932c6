"""What happened, assembled from claims."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model.attribution import LinkKind
from vedette.model.claim import (
    ActorMention,
    EquipmentMention,
    EvidenceKind,
    Factuality,
    PlaceMention,
    PlaceRole,
    QuantityMention,
    Stage,
)
from vedette.model.correction import AppliedCorrection
from vedette.model.event_type import EventType
from vedette.model.period import Period
from vedette.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The party at the end of a chain, after copies and relays are seen through.

    ``known`` is false where nothing tells who the origin is; such an origin is
    shown and counts for nothing in corroboration. ``claims`` are claim ids.
    ``relay`` is who passes on an unnamed voice ("sources"), and counts for it.
    """

    name: str
    kind: LinkKind
    party: str | None = None
    known: bool = True
    claims: tuple[str, ...] = ()
    relay: str | None = None


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
class Support:
    """Who stands behind one single fact of an event: that it happened, its date, a figure.

    ``fact`` is named like the field of a :class:`Conflict` (``happened``, ``period``,
    ``quantity:UNIT``); ``value`` is what is said of it. ``origins`` names everybody
    whose word it is; ``bodies`` only those that count as a voice each, ``parties``
    the states, alliances and houses behind them. ``evidence`` is what they show for
    it, ``reports`` and ``outlets`` count what tells of it.
    """

    fact: str
    value: str
    claims: tuple[str, ...]
    origins: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    evidence: tuple[EvidenceKind, ...] = ()
    reports: int = 1
    outlets: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateStep:
    """What an origin said of one thing on one day: ``published`` is the day or moment, ``None`` where not known."""

    value: str
    published: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One origin that changed its word: no conflict, since it takes back what it said before.

    ``field`` is named like that of a :class:`Conflict`; ``steps`` run from the first
    word to the last.
    """

    field: str
    origin: str
    steps: tuple[UpdateStep, ...]


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
    ``outlets`` count what tells of it. ``origins`` lists everybody whose word it is;
    ``bodies`` and ``parties`` name those of them that corroboration counts. ``support``
    says the same of each single fact. ``parts`` are the events that a sum of incidents
    ("two drones in July") counts, ``part_of`` the sums that count this one: ids, never merged.
    ``situation`` is the first that it belongs to (exercise, crisis, place), ``also_in`` are the others.
    ``corrections`` are what people set in fields of its claims, with what was read there.
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
    bodies: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    support: tuple[Support, ...] = ()
    updates: tuple[Update, ...] = ()
    parts: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    also_in: tuple[str, ...] = ()
    corrections: tuple[AppliedCorrection, ...] = ()

    @property
    def origin_count(self) -> int:
        """How many origins corroboration counts: an unnamed voice beside its relay is no further one."""
        return len(self.bodies) if self.support else sum(origin.known for origin in self.origins)

    @property
    def sites(self) -> tuple[Place, ...]:
        """The places where it happened that have coordinates, one for each point.

        Where it came from or what it was aimed at is not where it happened, and a place
        without coordinates is given none.
        """
        found = {
            (mention.place.lat, mention.place.lon): mention.place
            for mention in self.places if mention.role is PlaceRole.AT
        }
        return tuple(place for place in found.values() if place.lat is not None and place.lon is not None)
