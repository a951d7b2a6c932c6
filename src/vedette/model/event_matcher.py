"""Which events an indicator is about."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.model.claim import ActorRole, Factuality, PlaceRole, Stage
from vedette.model.event_type import EventType
from vedette.model.place import Place, PlaceKind
from vedette.model.polygon import Polygon


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFilter:
    """Somebody has to be there: one of ``who`` (ids or parties), in this role; in any, where it is ``None``."""

    who: tuple[str, ...]
    role: ActorRole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFilter:
    """A figure has to be told: of one of these units, and within bounds where there are any.

    "At most 500" does not show that it was 100 or more, nor "at least 5" that it was 10 or fewer: a figure
    passes a bound only where its words say so.
    """

    units: tuple[str, ...]
    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMatcher:
    """A filter over events: every field that is set must hold; an empty one lets everything through.

    What was denied, is only possible or of unknown factuality, and what is planned or was cancelled, passes only
    where ``factualities`` and ``stages`` name it. ``countries``, ``areas``, ``near``, ``borders`` and ``place_kinds``
    all look at places in one of ``place_roles``. ``areas`` need a place with a point of its own: a country's or
    a group of countries' is none. ``near`` are places met by the same place, and by others within
    ``within_km``; ``borders`` pairs of countries, met by the border or a crossing of both. ``situations``
    are names or keys of situations and exercises, with the year or without; ``names`` names of
    anything in the event. ``origins`` and ``parties`` are how many of them it has at least; ``letter`` and ``digit``
    the worst grade that passes.
    """

    types: tuple[EventType, ...] = ()
    stages: tuple[Stage, ...] = (Stage.UNDER_WAY, Stage.HAPPENED)
    factualities: tuple[Factuality, ...] = (Factuality.ASSERTED, Factuality.PROBABLE)
    actors: tuple[ActorFilter, ...] = ()
    place_roles: tuple[PlaceRole, ...] = (PlaceRole.AT,)
    countries: tuple[str, ...] = ()
    areas: tuple[Polygon, ...] = ()
    near: tuple[Place, ...] = ()
    within_km: float = 0.0
    borders: tuple[tuple[str, str], ...] = ()
    place_kinds: tuple[PlaceKind, ...] = ()
    situations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    figure: FigureFilter | None = None
    origins: int = 0
    parties: int = 0
    letter: str | None = None
    digit: int | None = None
