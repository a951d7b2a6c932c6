"""The columns of an exported event: one table for CSV, Parquet, GeoJSON and KML, and for ``docs/exports.md``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from vedette.presentation.export.details import CHAIN
from vedette.presentation.export.places import Point, points_of
from vedette.presentation.export.record import Record
from vedette.presentation.wording import (
    count_origins,
    describe_actors,
    describe_conflict_field,
    describe_origin,
    describe_period,
    describe_place,
    describe_quantity,
)

Value = str | float | list[str] | None


class ColumnKind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    COUNT = "count"  # a whole number
    NUMBER = "number"
    LIST = "list"  # of texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, what stands in it, what it means, and how it is taken from an event.

    ``join`` stands between the items of a list where a form has no lists.
    """

    name: str
    kind: ColumnKind
    meaning: str
    value: Callable[[Record], Value]
    join: str = "; "


def _text(name: str, meaning: str, value: Callable[[Record], str | None]) -> Column:
    return Column(name=name, kind=ColumnKind.TEXT, meaning=meaning, value=lambda record: value(record) or None)


def _count(name: str, meaning: str, value: Callable[[Record], int]) -> Column:
    return Column(name=name, kind=ColumnKind.COUNT, meaning=meaning, value=value)


def _number(name: str, meaning: str, value: Callable[[Record], float | None]) -> Column:
    return Column(name=name, kind=ColumnKind.NUMBER, meaning=meaning, value=value)


def _list(name: str, meaning: str, value: Callable[[Record], Iterable[str]], *, join: str = "; ") -> Column:
    return Column(
        name=name, kind=ColumnKind.LIST, meaning=meaning, value=lambda record: list(value(record)), join=join
    )


def _point(record: Record) -> Point | None:
    return next(iter(points_of(record.event)), None)


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


COLUMNS: tuple[Column, ...] = (
    _text("id", "The event; `vedette show ID` and `/events/ID` show it.", lambda r: r.event.id),
    _text("type", "What kind of event it is, as in the list of event types.", lambda r: r.event.type),
    _text("stage", "`planned`, `under_way`, `happened` or `cancelled`: of what is told, however sure.",
          lambda r: r.event.stage),
    _text("factuality", "How sure the sources present it: `asserted`, `probable`, `possible`, `denied` or `unknown`.",
          lambda r: r.event.factuality),
    _text("start", "ISO 8601, cut where knowledge ends: `2025`, `2025-09`, `2025-09-11`, `2025-09-11T18:00`.",
          lambda r: r.event.period.start if r.event.period else None),
    _text("end", "The last moment, inclusive, written likewise; empty for a single day (month, year) or an open end.",
          lambda r: r.event.period.end if r.event.period else None),
    _text("precision", "How exactly the time is known: `minute`, `hour`, `part_of_day`, `day` ... `vague`.",
          lambda r: str(r.event.period.precision) if r.event.period else None),
    _text("when", "The time in words, never more exact than it is known.",
          lambda r: describe_period(r.event.period) if r.event.period else None),
    _text("where", "All its places in words: where it happened, where from, where to.",
          lambda r: describe_place(r.event)),
    _number("lat", "Latitude of the first known place where it happened, WGS 84 degrees; `place_precision` tells how "
            "exactly. Empty where no place with coordinates is named.", lambda r: p.lat if (p := _point(r)) else None),
    _number("lon", "Longitude of the same place.", lambda r: p.lon if (p := _point(r)) else None),
    _list("countries", "ISO 3166-1 codes of all its places.",
          lambda r: _unique(country for mention in r.event.places for country in mention.place.countries)),
    _text("who", "Who did it, with whom, to whom.", lambda r: describe_actors(r.event)),
    _list("equipment", "Weapons, vehicles, aircraft.", lambda r: _unique(item.name for item in r.event.equipment)),
    _list("quantities", "How many or how much.", lambda r: [describe_quantity(q) for q in r.event.quantities]),
    _list("names", "Names of the thing itself, such as that of an exercise.", lambda r: r.event.names),
    _text("situation", "Id of the situation that it belongs to.", lambda r: r.event.situation),
    _count("reports", "How many reports tell of it.", lambda r: r.event.reports),
    _count("outlets", "How many outlets tell of it.", lambda r: r.event.outlets),
    _count("origins", "How many independent voices stand behind it: ten outlets that relay one agency are one.",
           lambda r: count_origins(r.event)),
    _list("origin_names", "Whose word it is; an origin that nobody can name says so.",
          lambda r: [describe_origin(origin) for origin in r.event.origins]),
    _list("conflicts", "What its sources disagree on; `whether it happened` means that it is disputed as a whole.",
          lambda r: [describe_conflict_field(conflict) for conflict in r.event.conflicts]),
    _text("grade", "Admiralty code: reliability of the source A-F, credibility of the information 1-6.",
          lambda r: str(r.event.grade)),
    _list("parts", "Ids of the events that a sum of incidents counts.", lambda r: r.event.parts),
    _list("part_of", "Ids of the sums that count this event.", lambda r: r.event.part_of),
    _text("summary", "The event in one sentence; what is no fact begins with `Denied:`, `Possible:`, `Probable:` or "
          "`Not clear:`.", lambda r: r.summary),
    _text("place", "The place that `lat` and `lon` belong to.", lambda r: p.name if (p := _point(r)) else None),
    _text("place_precision", "What kind of place `lat` and `lon` stand for, which is how exactly it is known: a point "
          "for a `country` is its middle, for a `border` a point on the line.",
          lambda r: p.precision if (p := _point(r)) else None),
    _text("situation_name", "Name of the situation.", lambda r: r.situation),
    _list("also_in", "Ids of further situations that it belongs to.", lambda r: r.event.also_in),
    _list("grade_reasons", "Why the grade is what it is.", lambda r: r.event.grade.reasons),
    _list("sentences", "Every sentence that it was read from, as it stands in its report.",
          lambda r: [said.sentence for said in r.evidence], join=" | "),
    _list("chains", "Who says so, for each of the sentences: from the outlet to the origin.",
          lambda r: [CHAIN.join(said.chain) for said in r.evidence], join=" | "),
    _list("published", "When the report of each sentence was published; empty where not known.",
          lambda r: [said.published or "" for said in r.evidence], join=" | "),
    _list("urls", "The address of the report of each sentence; empty where it has none.",
          lambda r: [said.url or "" for said in r.evidence], join=" | "),
    _list("report_ids", "The report of each sentence: `/reports/ID` shows it.",
          lambda r: [said.report for said in r.evidence], join=" | "),
)


def row_of(record: Record) -> dict[str, Value]:
    """Give an event by the names of the columns; what is not known is ``None`` or an empty list."""
    return {column.name: column.value(record) for column in COLUMNS}
