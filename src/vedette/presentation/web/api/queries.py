"""What an address of the interface may ask for: filters, a cursor and a limit.

A name that is not known is refused: a filter with a slip in it would else let everything through.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field, model_validator

from vedette.model import EventType, Factuality, Stage
from vedette.presentation.selecting import Blank, Day, Selection, Words
from vedette.presentation.web.query import ExportQuery, StoodQuery
from vedette.store.asked import ClaimFilter, ReportFilter

MOST = 500
LONGEST_CURSOR = 1000

CursorField = Annotated[
    Annotated[str, Field(max_length=LONGEST_CURSOR)] | None, Blank,
    Field(description="Where to go on: 'cursor' of an earlier answer, as it is."),
]


class Strict(BaseModel):
    """Refuses names that are not known, and values that are blank: nobody fills a form here."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _not_blank(cls, given: Any) -> Any:
        if isinstance(given, Mapping):
            blank = [name for name, value in given.items() if isinstance(value, str) and not value.strip()]
            if blank:
                raise ValueError(f"'{blank[0]}' is blank. Leave it out to ask for nothing by it.")
        return given


class Cursored(Strict):
    """How much of a list to give, and from where on."""

    limit: Annotated[int, Field(ge=1, le=MOST, description="How many to give, at most.")] = 50
    cursor: CursorField = None

    def address(self, path: str, cursor: str | None) -> str:
        """Write the address at which this list goes on."""
        pairs: Mapping[str, str] = {**self.asked(), **({"cursor": cursor} if cursor else {})}
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def asked(self) -> dict[str, str]:
        """Name what is asked for, without the place in the list, as it stands in an address."""
        fields = self.model_dump(mode="json", exclude_defaults=True, exclude={"cursor"})
        return {name: str(value) for name, value in fields.items() if value is not None}


class EventsQuery(Selection, Cursored):
    """Which events to give."""


class ReportsQuery(Cursored):
    """Which reports to give; every field that is set must hold."""

    outlet: Words = Field(None, description="The whole name of an outlet.")
    language: Words = Field(None, description="ISO 639-1 code of the language, for example uk.")
    since: Day = Field(None, description="Published on this day or later.")
    until: Day = Field(None, description="Published on this day or earlier.")
    text: Words = Field(None, description="Words in title or text, as for a search.")

    def filter(self) -> ReportFilter:
        """Give the filter that the store understands."""
        return ReportFilter(
            outlet=self.outlet, language=self.language, since=self.since, until=self.until, text=self.text
        )


class ClaimsQuery(Cursored):
    """Which claims to give; every field that is set must hold."""

    type: Annotated[EventType | None, Blank] = Field(None, description="What kind of event it tells of.")
    stage: Annotated[Stage | None, Blank] = Field(None, description="How far along the thing is.")
    factuality: Annotated[Factuality | None, Blank] = Field(None, description="How sure it is presented.")
    report: Words = Field(None, description="Id of the report that it was read in.")
    event: Words = Field(None, description="Id of the event that it tells of.")
    outlet: Words = Field(None, description="The whole name of the outlet of its report.")

    def filter(self) -> ClaimFilter:
        """Give the filter that the store understands."""
        return ClaimFilter(
            type=self.type, stage=self.stage, factuality=self.factuality, report=self.report, event=self.event,
            outlet=self.outlet,
        )


class SearchQuery(Cursored):
    """What to search for."""

    q: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f]*$", description=(
        'Words that all stand in title or text; "double quotes" hold a phrase together, an asterisk stands for any '
        "ending (dron*)."
    ))]
    limit: Annotated[int, Field(ge=1, le=100, description="How many to give, at most.")] = 20


class DecisionsQuery(Cursored):
    """Which decisions of people to give; every field that is set must hold."""

    event: Words = Field(None, description="Id of an event: what was decided about its claims.")
    decision: Annotated[
        Literal["same", "different", "unsure", "override", "rate", "correct", "undo"] | None, Blank
    ] = Field(None, description="What was decided.")
    by: Words = Field(None, description="Who decided.")


class WarningQuery(StoodQuery, Strict):
    """On which day to give a warning."""


class WarningsQuery(StoodQuery, Cursored):
    """On which day to give warnings."""


class HistoryQuery(Cursored):
    """Which days of a history to give."""

    since: Day = Field(None, description="Assessed on this day or later.")
    until: Day = Field(None, description="Assessed on this day or earlier.")


class FormQuery(ExportQuery, Strict):
    """Which events to export."""
