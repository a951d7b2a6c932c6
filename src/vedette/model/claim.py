"""What one party says happened, in one report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vedette.model.attribution import Attribution
from vedette.model.event_type import EventType
from vedette.model.period import Period
from vedette.model.place import Place
from vedette.model.span import Span


class Stage(StrEnum):
    """How far along the thing is."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    HAPPENED = "happened"
    CANCELLED = "cancelled"


class Factuality(StrEnum):
    """How sure the origin presents it (FactBank's scale, in words)."""

    ASSERTED = "asserted"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DENIED = "denied"
    UNKNOWN = "unknown"


class EvidenceKind(StrEnum):
    """What the origin shows for it."""

    TOLD = "told"
    DOCUMENT = "document"
    IMAGERY = "imagery"
    FOOTAGE = "footage"
    SENSOR = "sensor"


class PlaceRole(StrEnum):
    """What the place is to the event."""

    AT = "at"
    ORIGIN = "origin"
    TARGET = "target"


class ActorRole(StrEnum):
    """What the actor is to the event (PLOVER's initiator and recipient, and who takes part)."""

    INITIATOR = "initiator"
    RECIPIENT = "recipient"
    PARTICIPANT = "participant"


class Section(StrEnum):
    """Which part of the report a claim was read in."""

    HEADLINE = "headline"
    BODY = "body"
    BACKGROUND = "background"  # under "Previously:", "Background:", "Reminder:"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place in a claim: the place, its role, and the words that name it."""

    place: Place
    role: PlaceRole = PlaceRole.AT
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """An actor in a claim. ``id`` is one identity for "Minsk", "Belarusian authorities", "Belarus".

    ``party`` is the state or organisation the actor belongs to.
    """

    name: str
    role: ActorRole
    id: str | None = None
    party: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EquipmentMention:
    """A weapon, vehicle or aircraft in a claim; ``kind`` as in the knowledge packs (``uav``, ``ballistic_missile``)."""

    name: str
    kind: str
    span: Span | None = None


TAKING_PART = frozenset({
    "troops", "soldiers", "servicemen", "servicewomen", "personnel", "people", "persons", "participants", "military",
})
"""Units of a quantity that count whoever takes part in an exercise: people of one kind, whatever the word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention:
    """How much or how many: ``value`` of ``unit``.

    ``unit`` is a measure (``kg``, ``km``) or what is counted (``troops``,
    ``drones``). ``high`` closes a range ("6,000 to 8,000"). ``qualifier`` is
    one of ``exactly``, ``about``, ``at_least``, ``at_most``. ``of`` is the thing
    measured ("explosives"), where named. ``scope`` is what the count is limited
    to ("in Belarus", "Russian"), where the words say so.
    """

    value: float
    unit: str
    high: float | None = None
    qualifier: str = "exactly"
    of: str | None = None
    scope: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one party says happened, in one report: never edited, never merged away.

    ``trigger`` are the words that express the event, ``sentence`` the sentence
    they stand in, both on ``Report.text``. ``names`` are names of the thing
    itself ("Zapad 2025"), in the spelling of the knowledge pack where it knows
    them. ``part`` counts, from 0, the claims that the same words make: "closed on
    Tuesday and on Friday" are two. ``attribution`` runs from the link nearest the reader to the origin.
    ``id`` is a hash of the whole content. ``read_as`` is the type that the reader gave, where a
    person gave another: linking sees such a claim, no desk keeps it, and its anchor stays what it was.
    """

    id: str
    report: str
    type: EventType
    stage: Stage
    factuality: Factuality
    evidence: EvidenceKind
    trigger: Span
    sentence: Span
    section: Section = Section.BODY
    period: Period | None = None
    places: tuple[PlaceMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    equipment: tuple[EquipmentMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    names: tuple[str, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    part: int = 0
    read_as: EventType | None = None

    @property
    def anchor(self) -> str:
        """Where the claim stands, whatever a later reader makes of it: report, words, type, part."""
        part = f"#{self.part}" if self.part else ""
        return f"{self.report}:{self.trigger.start}-{self.trigger.end}:{self.read_as or self.type}{part}"

    @property
    def origin(self) -> Attribution | None:
        """The party at the end of the chain; ``None`` where the narrator speaks."""
        return self.attribution[-1] if self.attribution else None
