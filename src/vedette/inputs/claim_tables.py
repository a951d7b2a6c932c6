"""The three tables of a folder of claims: what their columns hold, and the way back from a row to a noun.

Nothing is lost on the way: the claim stands whole in its row, as a line of ``vedette read``, beside the columns that a
query would ask for; so does a report whose text is none that UTF-8 can hold.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Generic, TypeVar

from vedette.model import Claim, FieldSource, PlaceRole, QuarantinedInput, ReadReport, Report
from vedette.model.codec import claim_from_json, claim_to_json

Value = str | bytes | float | bool | list[str] | None
Row = dict[str, Value]
Noun = TypeVar("Noun")


class ColumnKind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    COUNT = "count"  # a whole number
    NUMBER = "number"
    LIST = "list"  # of texts
    TRUTH = "truth"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Column(Generic[Noun]):
    """One column: its name, what stands in it, what it means, and how it is taken from a noun."""

    name: str
    kind: ColumnKind
    meaning: str
    value: Callable[[Noun], Any]


@dataclass(frozen=True, slots=True)
class ClaimOf:
    """A claim with its report."""

    claim: Claim
    report: Report


_T, _N, _C, _L = ColumnKind.TEXT, ColumnKind.NUMBER, ColumnKind.COUNT, ColumnKind.LIST


def _point(said: ClaimOf) -> Any:
    at = (one.place for one in said.claim.places if one.role is PlaceRole.AT and one.place.lat is not None)
    return next(at, None)


def _countries(said: ClaimOf) -> list[str]:
    return list(dict.fromkeys(code for one in said.claim.places for code in one.place.countries))


def _field(name: str) -> Callable[[ReadReport], Any]:
    def value(read: ReadReport) -> str | None:
        said = getattr(read.report, name)
        return None if said is None else str(said)

    return value


CLAIM_COLUMNS: tuple[Column[ClaimOf], ...] = (
    Column("id", _T, "The claim, named by its content.", lambda s: s.claim.id),
    Column("report", _T, "The report that it was read in.", lambda s: s.report.id),
    Column("type", _T, "What kind of event it tells of.", lambda s: str(s.claim.type)),
    Column("stage", _T, "`planned`, `under_way`, `happened` or `cancelled`.", lambda s: str(s.claim.stage)),
    Column("factuality", _T, "How sure its source presents it.", lambda s: str(s.claim.factuality)),
    Column("evidence", _T, "What it rests on: `told`, `document`, `imagery`, `footage` or `sensor`.",
           lambda s: str(s.claim.evidence)),
    Column("start", _T, "First moment, ISO 8601, cut where knowledge ends.",
           lambda s: s.claim.period.start if s.claim.period else None),
    Column("end", _T, "Last moment, likewise; empty for a single day (month, year) or an open end.",
           lambda s: s.claim.period.end if s.claim.period else None),
    Column("precision", _T, "How exactly the time is known.",
           lambda s: str(s.claim.period.precision) if s.claim.period else None),
    Column("place", _T, "The first place with coordinates where it happened.",
           lambda s: p.name if (p := _point(s)) else None),
    Column("lat", _N, "Its latitude, WGS 84 degrees.", lambda s: p.lat if (p := _point(s)) else None),
    Column("lon", _N, "Its longitude.", lambda s: p.lon if (p := _point(s)) else None),
    Column("countries", _L, "ISO 3166-1 codes of all its places.", _countries),
    Column("actors", _L, "Ids of its actors, or their names where they have none.",
           lambda s: [one.id or one.name for one in s.claim.actors]),
    Column("equipment", _L, "Weapons, vehicles, aircraft.", lambda s: [one.name for one in s.claim.equipment]),
    Column("names", _L, "Names of the thing itself, such as that of an exercise.", lambda s: list(s.claim.names)),
    Column("chain", _L, "Who says so, the link nearest the reader first, the origin last; empty is the narrator.",
           lambda s: [link.name for link in s.claim.attribution]),
    Column("sentence", _T, "The words that it was read from.", lambda s: s.claim.sentence.of(s.report.text)),
    Column("outlet", _T, "The outlet of the report.", lambda s: s.report.outlet),
    Column("published", _T, "When the report was published.", lambda s: s.report.published),
    Column("language", _T, "Language of the report.", lambda s: s.report.language),
    Column("url", _T, "Address of the report.", lambda s: s.report.url),
    Column("claim", _T, "The whole claim: the line that `vedette read --format jsonl` prints.",
           lambda s: as_json(claim_to_json(s.claim, s.report))),
)

REPORT_COLUMNS: tuple[Column[ReadReport], ...] = (
    Column("id", _T, "The report, named by text, title, outlet, address and date.", lambda r: r.report.id),
    Column("ref", _T, "The id that the input gave, else the stem of its file.", lambda r: r.report.ref),
    Column("text", _T, "Its text as read: every offset of a claim counts characters in it.", lambda r: r.report.text),
    *(
        Column(name, _T, meaning, _field(name)) for name, meaning in (
            ("title", "Its title."), ("outlet", "Who published it."), ("author", "Who wrote it."),
            ("url", "Its address."), ("file", "The file that it came in."), ("language", "Its language."),
            ("published", "When it was published, as the outlet says."),
        )
    ),
    *(
        Column(f"{name}_from", _T, f"Where the {name} was learned from.", _field(f"{name}_from"))
        for name in ("title", "outlet", "author", "language", "published")
    ),
    Column("note", _T, "What a person should know about the reading, such as that its language is not read.",
           lambda r: r.note),
    Column("claims", _C, "How many claims were read in it; they stand in the claims in the same order.",
           lambda r: len(r.claims)),
    Column("exact", _T, "The whole report as JSON, only where it holds halves of characters, which no UTF-8 can hold.",
           lambda r: None if _is_whole(r.report) else _exact(r)),
)

QUARANTINE_COLUMNS: tuple[Column[QuarantinedInput], ...] = (
    Column("id", _T, "The input, named by where it came from, the reason and its beginning.", lambda q: q.id),
    Column("source", _T, "Where it came from.", lambda q: q.source),
    Column("line", _C, "Its line there, where it has one.", lambda q: q.line),
    Column("reason", _T, "Why it could not be read.", lambda q: q.reason),
    Column("advice", _T, "What can be done.", lambda q: q.advice),
    Column("content", ColumnKind.BYTES, "What came, at most a megabyte of it.", lambda q: q.content),
    Column("truncated", ColumnKind.TRUTH, "Whether more came than is kept.", lambda q: q.truncated),
)


def row_of(noun: Noun, columns: tuple[Column[Noun], ...]) -> Row:
    """Give a noun by the names of the columns."""
    return {column.name: _storable(column.value(noun)) for column in columns}


def report_of(row: Mapping[str, Any]) -> Report:
    """Make the report of a row; its id is made from its content, so that a row that was changed has another."""
    said = json.loads(row["exact"]) if row["exact"] else row
    learned = {f.name: FieldSource(said[f.name]) for f in fields(Report) if f.name.endswith("_from")}
    return Report.of(
        said["text"], ref=said["ref"], title=said["title"], outlet=said["outlet"], url=said["url"],
        published=said["published"], author=said["author"], file=said["file"], language=said["language"], **learned,
    )


def claim_of(row: Mapping[str, Any]) -> Claim:
    """Make the claim of a row."""
    return claim_from_json(json.loads(row["claim"]))


def quarantined_of(row: Mapping[str, Any]) -> QuarantinedInput:
    """Make the quarantined input of a row."""
    return QuarantinedInput(**{column.name: row[column.name] for column in QUARANTINE_COLUMNS})


def as_json(value: Mapping[str, Any]) -> str:
    """Write JSON that UTF-8 can hold, and in which nothing is lost."""
    written = json.dumps(value, ensure_ascii=False)
    return written if written.isascii() or _storable(written) == written else json.dumps(value)


def _is_whole(report: Report) -> bool:
    said = [getattr(report, field.name) for field in fields(report)]
    return all(_storable(value) == value for value in said)


def _exact(read: ReadReport) -> str:
    return json.dumps({field.name: getattr(read.report, field.name) for field in fields(read.report)})


def _storable(value: Any) -> Any:
    """Replace halves of characters; all else stays as it is."""
    if isinstance(value, list):
        return [_storable(one) for one in value]
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
