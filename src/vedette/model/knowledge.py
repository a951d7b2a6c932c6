"""What a reader of the region knows: the shapes of a knowledge pack's entries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from vedette.model.attribution import LinkKind
from vedette.model.place import Place
from vedette.model.watched import Feed, PageRules
from vedette.model.watched_place import WatchedPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """A state, alliance, organ, force or group, with the words that name it.

    ``id`` is the identity (``PL``, ``NATO``, ``PL-MoD``); ``party`` the state or
    organisation it belongs to (``PL``, ``NATO``); ``kind`` one of ``state``,
    ``alliance``, ``organ`` (ministry, parliament, service), ``force`` (army, border
    guard), ``group``. ``names`` are noun forms, ``adjectives`` are demonyms and
    adjectives ("Polish", "Pole"), ``capital`` the seat of government that stands
    for it ("Minsk") — each by language code, matched by the code of reading.
    """

    id: str
    name: str
    kind: str
    party: str
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    adjectives: dict[str, tuple[str, ...]] = field(default_factory=dict)
    capital: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBody:
    """A body that every state has: a ministry of defence, a border guard, a parliament.

    ``names`` are the words for it, and for who holds the office, by language code;
    ``name`` is what it is called in English, with ``{state}`` for the state. One of
    kind ``state`` is nobody in particular ("the authorities"): the state itself.

    Example:
        >>> police = KnownBody(id="Police", name="Police of {state}", kind="organ")
        >>> police.of(KnownActor(id="EE", name="Estonia", kind="state", party="EE")).id
        'EE-Police'
    """

    id: str
    name: str
    kind: str
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, state: KnownActor) -> KnownActor:
        """Give the body of one state."""
        if self.kind == "state":
            return state
        return KnownActor(
            id=f"{state.id}-{self.id}", name=self.name.format(state=state.name), kind=self.kind, party=state.party,
            bodies=(self.id,),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHolder:
    """Who holds a public office that the world knows, and since when: a speaker of a body, nothing else.

    ``of`` is the id of the body (``RU-President``); ``since`` and ``until`` are ISO
    dates, the latter the day after the last one; ``names`` are by language code.
    """

    name: str
    of: str
    since: str
    until: str | None = None
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def holds(self, day: str | None) -> bool:
        """Say whether the office is held on a day; of no day, whether it is held still.

        Example:
            >>> holder = KnownHolder(name="A. Person", of="EE-President", since="2016-10-10", until="2021-10-11")
            >>> holder.holds("2020-02-29"), holder.holds("2021-10-11"), holder.holds(None)
            (True, False, False)
        """
        if day is None:
            return self.until is None
        return self.since <= day[:10] and (self.until is None or day[:10] < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOutlet:
    """A newspaper, agency, broadcaster or investigation, with its family.

    ``country`` is where it is edited, and the state behind state-controlled media;
    ``language`` that of most of what it publishes (ISO 639-1); ``owner`` groups
    outlets that are one house. ``feeds`` are what can be watched of it, ``rules``
    how its pages are read where the library fails. Nothing here says how reliable
    it is: that is a table the user owns.
    """

    id: str
    name: str
    kind: LinkKind
    country: str | None = None
    language: str | None = None
    owner: str | None = None
    state_controlled: bool = False
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    feeds: tuple[Feed, ...] = ()
    rules: PageRules | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownExercise:
    """A named exercise: one edition of a series, under all its names.

    ``series`` ("Zapad") and ``year`` make the edition; ``stems`` are the name
    without a year in every script ("Zapad", "West", "Захад", "Запад"); a name of
    the series with the year, in any of the usual ways to write it, is this edition.
    """

    id: str
    name: str
    series: str
    year: int | None = None
    stems: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEquipment:
    """A weapon, vehicle or aircraft by name, with its kind and all spellings.

    ``kind`` is one of the kinds of the packs: ``uav``, ``balloon``, ``aircraft``,
    ``helicopter``, ``ship``, ``submarine``, ``ballistic_missile``, ``cruise_missile``,
    ``air_defence``, ``artillery``, ``tank``, ``armoured_vehicle``, ``satellite``, ``radar``,
    ``explosive``, ``nuclear_weapon``, ``small_arms``, ``vehicle``.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()


class Gazetteer(Protocol):
    """Where places are looked up by name."""

    def find(self, name: str) -> tuple[Place, ...]:
        """Give every place of this name, most populous first; empty where there is none.

        ``name`` may be in any script; case, accents and hyphens do not matter.
        """
        ...

    def border(self, first: str, second: str) -> Place | None:
        """Give the border between two countries (ISO codes), in either order."""
        ...

    def country(self, code: str) -> Place | None:
        """Give a country by its ISO 3166-1 alpha-2 code."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Everything the desk knows before it reads: packs and the gazetteer."""

    actors: tuple[KnownActor, ...]
    outlets: tuple[KnownOutlet, ...]
    exercises: tuple[KnownExercise, ...]
    equipment: tuple[KnownEquipment, ...]
    gazetteer: Gazetteer
    bodies: tuple[KnownBody, ...] = ()
    holders: tuple[KnownHolder, ...] = ()
    watched: tuple[WatchedPlace, ...] = ()
