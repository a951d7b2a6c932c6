"""What an address may ask for: filters and paging, checked before the desk is opened."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Annotated, Self
from urllib.parse import urlencode

from fastapi import Path
from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, model_validator

from vedette.model import EventType, Factuality, Stage
from vedette.store.ports import EventFilter
from vedette.store.sightings import Box

PAGE_SIZE = 50
LONGEST = 200
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DEGREES = re.compile(r"-?\d{1,3}(\.\d{1,12})?")


def _blank_is_none(value: object) -> object:
    """An empty field of a form asks for nothing."""
    return None if isinstance(value, str) and not value.strip() else value


def _plain(value: str | None) -> str | None:
    if value is not None and any(ord(char) < 32 for char in value):
        raise ValueError("Control characters cannot be searched for.")
    if value is not None and len(value) > LONGEST:
        raise ValueError(f"This is longer than {LONGEST} characters. Ask for less.")
    return value and value.strip()


def _day(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        known = _DAY.fullmatch(value) is not None and bool(date.fromisoformat(value))
    except ValueError:
        known = False
    if not known:
        raise ValueError(f"'{value}' is not a day. Write it as YYYY-MM-DD, for example 2025-09-12.")
    return value


def _country(value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[A-Za-z]{2}", value):
        raise ValueError(f"'{value}' is not a country code. Write two letters (ISO 3166-1), for example PL.")
    return value and value.upper()


def _box(value: str | None) -> str | None:
    if value is not None:
        box_of(value)
    return value


def box_of(text: str) -> Box:
    """Read a part of the map, as an address names it: west, south, east, north in degrees.

    Raises:
        ValueError: These are not four numbers, or not degrees of a map.

    Example:
        >>> box_of("20.5,53.9,26.9,56.5")
        Box(west=20.5, south=53.9, east=26.9, north=56.5)

    """
    advice = "Write west,south,east,north in degrees, for example 20.5,53.9,26.9,56.5."
    parts = text.split(",")
    if len(parts) != 4 or not all(_DEGREES.fullmatch(part.strip()) for part in parts):
        raise ValueError(f"'{text}' is no part of a map. {advice}")
    box = Box(*(float(part) for part in parts))
    if not all(-180 <= lon <= 180 for lon in (box.west, box.east)) or not -90 <= box.south <= box.north <= 90:
        raise ValueError(f"'{text}' does not fit on a map: longitudes reach to 180, latitudes to 90. {advice}")
    return box


def _grade(value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[A-Fa-f]?[1-6]?", value):
        raise ValueError(f"'{value}' is no grade. Write a letter A-F, a digit 1-6 or both, for example B2.")
    return value and value.upper()


def _language(value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[A-Za-z]{2,3}", value):
        raise ValueError(f"'{value}' is not a language code. Write two letters (ISO 639-1), for example uk.")
    return value and value.casefold()


Blank = BeforeValidator(_blank_is_none)


def _said(**form: str | int) -> object:
    """Say of a field, in the description of the interface, what its validator says in words."""
    return Field(json_schema_extra=dict(form))


Words = Annotated[str | None, Blank, AfterValidator(_plain), _said(maxLength=LONGEST)]
Day = Annotated[
    str | None, Blank, AfterValidator(_plain), AfterValidator(_day), _said(format="date", pattern=rf"^{_DAY.pattern}$")
]
Country = Annotated[str | None, Blank, AfterValidator(_plain), AfterValidator(_country), _said(pattern="^[A-Za-z]{2}$")]
Region = Annotated[str | None, Blank, AfterValidator(_plain), AfterValidator(_box)]
WorstGrade = Annotated[
    str | None, Blank, AfterValidator(_plain), AfterValidator(_grade), _said(pattern="^([A-Fa-f][1-6]?|[1-6])$")
]
Language = Annotated[
    str | None, Blank, AfterValidator(_plain), AfterValidator(_language), _said(pattern="^[A-Za-z]{2,3}$")
]
Id = Annotated[str, Path(max_length=LONGEST, pattern=r"^[\w:.@-]+$", description="An id.")]


class Paging(BaseModel):
    """Which part of a list to show."""

    limit: Annotated[int, Field(ge=1, le=500, description="How many to give, at most.")] = PAGE_SIZE
    offset: Annotated[int, Field(ge=0, le=10_000_000, description="How many to skip.")] = 0

    def address(self, path: str, *, offset: int | None = None) -> str:
        """Write the address of this list, or of another page of it."""
        written = self._written()
        skipped = self.offset if offset is None else offset
        pairs = {**written, **({"offset": str(skipped)} if skipped else {})}
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def _written(self) -> Mapping[str, str]:
        """Name the fields that differ from what an address without them means."""
        fields = self.model_dump(mode="json", exclude_defaults=True, exclude={"offset"})
        return {name: str(value) for name, value in fields.items()}


class LookBack(BaseModel):
    """From which day on the overview takes things for new."""

    since: Day = Field(None, description="Instead of the moment when somebody last looked.")


class Selection(BaseModel):
    """Which events are meant; every field that is set must hold."""

    type: Annotated[EventType | None, Blank] = Field(None, description="What kind of event it is.")
    since: Day = Field(None, description="The event's period must touch this day or a later one.")
    until: Day = Field(None, description="The event's period must touch this day or an earlier one.")
    country: Country = Field(None, description="ISO 3166-1 alpha-2 code of a place of the event.")
    actor: Words = Field(None, description="Id of an actor, for example PL.")
    situation: Words = Field(None, description="Id of a situation.")
    stage: Annotated[Stage | None, Blank] = Field(None, description="How far along it is.")
    factuality: Annotated[Factuality | None, Blank] = Field(None, description="How sure its origins present it.")
    bbox: Region = Field(
        None, description="West, south, east, north in degrees: a point where the event happened lies within."
    )
    origins: Annotated[Annotated[int, Field(ge=1, le=10_000)] | None, Blank] = Field(
        None, description="At least so many origins."
    )
    grade: WorstGrade = Field(None, description="The worst grade that passes: a letter, a digit or both, such as B2.")
    language: Language = Field(None, description="ISO 639-1 code of the language of a report that tells of it.")
    text: Words = Field(None, description="Words in the reports of the event.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since is not None and self.until is not None and self.since > self.until:
            raise ValueError("'since' lies after 'until'. Swap the two days.")
        return self

    def filter(self) -> EventFilter:
        """Give the filter that the store understands: all of the events that are meant."""
        return EventFilter(
            type=self.type, since=self.since, until=self.until, country=self.country, actor=self.actor,
            situation=self.situation, stage=self.stage, factuality=self.factuality, text=self.text,
            box=box_of(self.bbox) if self.bbox else None, origins=self.origins, language=self.language,
            letter=next(filter(str.isalpha, self.grade or ""), None),
            digit=next(map(int, filter(str.isdigit, self.grade or "")), None),
        )

    def selected(self) -> Mapping[str, str]:
        """Name the fields that narrow the list, as they stand in an address."""
        fields = self.model_dump(mode="json", exclude_defaults=True, include=set(Selection.model_fields))
        return {name: str(value) for name, value in fields.items()}


class ExportQuery(Selection):
    """Which events to export: all that are meant, unless a limit is set."""

    limit: Annotated[Annotated[int, Field(ge=1)] | None, Blank] = Field(None, description="At most so many.")

    def filter(self) -> EventFilter:
        """Give the filter that the store understands."""
        return replace(super().filter(), limit=self.limit)


class EventQuery(Selection, Paging):
    """Which events to show, and which part of the list."""

    def filter(self) -> EventFilter:
        """Give the filter that the store understands."""
        return replace(super().filter(), limit=self.limit, offset=self.offset)

    def export_address(self, suffix: str) -> str:
        """Write the address at which the whole of this list can be had as a file."""
        return self.elsewhere(f"/events.{suffix}")

    def elsewhere(self, path: str) -> str:
        """Write the address at which the same events are to be had in another form."""
        pairs = self.selected()
        return f"{path}?{urlencode(pairs)}" if pairs else path

    @property
    def is_filtered(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.selected())
