"""What an address may ask for: filters and paging, checked before the desk is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Path
from pydantic import BaseModel, Field

from vedette.presentation.selecting import LONGEST, Blank, Day, Selection
from vedette.store.ports import EventFilter

PAGE_SIZE = 50
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


class StoodQuery(BaseModel):
    """On which day a scenario is looked at."""

    day: Day = Field(None, description="As it stood on this day, or last before it.")


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
