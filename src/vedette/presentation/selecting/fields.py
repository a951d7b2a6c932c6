"""Fields by which things are chosen: how each is written, and what is said where it is not."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from vedette.store.sightings import Box

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
