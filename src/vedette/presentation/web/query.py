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

PAGE_SIZE = 50
LONGEST = 200
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


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


Blank = BeforeValidator(_blank_is_none)
Words = Annotated[str | None, Blank, AfterValidator(_plain)]
Day = Annotated[str | None, Blank, AfterValidator(_plain), AfterValidator(_day)]
Country = Annotated[str | None, Blank, AfterValidator(_plain), AfterValidator(_country)]
Id = Annotated[str, Path(max_length=LONGEST, pattern=r"^[\w:.@-]+$")]


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

    type: Annotated[EventType | None, Blank] = None
    since: Day = Field(None, description="The event's period must touch this day or a later one.")
    until: Day = Field(None, description="The event's period must touch this day or an earlier one.")
    country: Country = Field(None, description="ISO 3166-1 alpha-2 code of a place of the event.")
    actor: Words = Field(None, description="Id of an actor, for example PL.")
    situation: Words = Field(None, description="Id of a situation.")
    stage: Annotated[Stage | None, Blank] = None
    factuality: Annotated[Factuality | None, Blank] = None
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
        )

    def selected(self) -> Mapping[str, str]:
        """Name the fields that narrow the list, as they stand in an address."""
        fields = self.model_dump(mode="json", exclude_defaults=True, include=set(Selection.model_fields))
        return {name: str(value) for name, value in fields.items()}


class ExportQuery(Selection):
    """Which events to export: all that are meant, unless a limit is set."""

    limit: Annotated[int | None, Blank, Field(ge=1, description="At most so many.")] = None

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
        pairs = self.selected()
        return f"/events.{suffix}?{urlencode(pairs)}" if pairs else f"/events.{suffix}"

    @property
    def is_filtered(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.selected())
