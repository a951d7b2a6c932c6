"""A place that somebody wants to keep an eye on."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model.event_type import EventType
from vedette.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedPlace:
    """A place, border or country that a user put under watch: what happens there becomes a situation.

    ``places`` are exact places and borders, met by what is at them or within ``within_km``
    kilometres; ``countries`` (ISO codes) are met by whatever is in them. ``types`` limit it to some types of events;
    without any, all count.
    """

    id: str
    name: str
    places: tuple[Place, ...] = ()
    countries: tuple[str, ...] = ()
    types: tuple[EventType, ...] = ()
    within_km: float = 0.0
