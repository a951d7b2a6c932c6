"""Which events are meant: the filters of pages, interface, exports, briefings and assistants alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import BaseModel, Field, model_validator

from vedette.model import EventType, Factuality, Stage
from vedette.presentation.selecting.fields import Blank, Country, Day, Language, Region, Words, WorstGrade, box_of
from vedette.store.ports import EventFilter


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
