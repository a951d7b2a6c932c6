"""What a mark of the corpus means: type, time, quantity, place, actor, source, equipment, name.

Each value is read from the words behind a label (``PL-BY`` in ``P1 border
PL-BY``) by ``parse_value`` and written back by ``write_value``.
"""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model.attribution import LinkKind
from vedette.model.event_type import EventType
from vedette.model.period import Period
from vedette.model.place import PlaceKind

EQUIPMENT_KINDS = (
    "uav", "balloon", "aircraft", "helicopter", "ship", "submarine", "ballistic_missile", "cruise_missile", "missile",
    "air_defence", "artillery", "tank", "armoured_vehicle", "satellite", "radar", "explosive", "nuclear_weapon",
    "small_arms", "vehicle", "jammer",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class EventValue:
    """The type of an event."""

    type: EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeValue:
    """When: the code as written, and the period it stands for (none for a mere length of time)."""

    code: str
    period: Period | None
    duration: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityValue:
    """How much or how many; fields as in ``vedette.model.QuantityMention``."""

    value: float
    unit: str
    high: float | None = None
    qualifier: str = "exactly"
    of: str | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceValue:
    """What kind of place, in which countries, and its usual name where the words inflect it."""

    kind: PlaceKind
    countries: tuple[str, ...] = ()
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorValue:
    """The party an actor belongs to: a country code, an organisation, or ``None`` where nobody knows."""

    party: str | None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceValue:
    """What kind of source, and its party where the text tells."""

    kind: LinkKind
    party: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EquipmentValue:
    """What kind of equipment, and its usual name."""

    kind: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameValue:
    """The usual name of a named thing ("Захад-2025" is "Zapad 2025")."""

    name: str


Value = EventValue | TimeValue | QuantityValue | PlaceValue | ActorValue | SourceValue | EquipmentValue | NameValue
