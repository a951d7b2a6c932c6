"""The log of what people decided: one row for each decision, added and never changed.

That something was undone is a row of its own. So the log tells who did what, when and
why, in the order in which it was done, and what holds now is read from it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from vedette.model import CorrectedField, Correction, Decision, Judgement, Override, Rating, Undo, Verdict
from vedette.model.correction import value_from_json, value_to_json
from vedette.store import tables
from vedette.store.asked import DecisionFilter
from vedette.store.event_rows import portions

Row = dict[str, Any]

EVERY = DecisionFilter()
RATE, UNDO = "rate", "undo"
_OVERRIDE, _CORRECT = "override", "correct"

# A claim is named by its anchor, which begins with its report.
_REPORTS = re.compile(r'"([^":]+):')
# Of more reports than this, looking for each in the text of every row is slower than reading all rows.
_FEW = 20


def logged(connection: Connection, filter: DecisionFilter = EVERY) -> tuple[Decision, ...]:
    """Give the decisions that a filter lets through, in the order in which they were recorded."""
    rows = connection.execute(_rows().where(*decided(filter))).mappings().all()
    return told_by(rows) if filter == EVERY else told(connection, rows)


def told(connection: Connection, rows: Sequence[Mapping[Any, Any]]) -> tuple[Decision, ...]:
    """Give the decisions of some rows; what was undone says when, wherever in the log that was."""
    wanted = {row["id"] for row in rows}
    return tuple(one for one in _with_undos(connection, rows) if one.id in wanted)


def decided(filter: DecisionFilter) -> Iterator[ColumnElement[bool]]:
    """Say what holds of every row that a filter lets through."""
    log = tables.decisions.c
    for column, wanted in ((log.kind, filter.kind), (log.by, filter.by)):
        if wanted is not None:
            yield column == wanted
    if filter.ids is not None:
        yield log.id.in_(sorted(filter.ids))
    if filter.beginning is not None:
        yield log.id.startswith(filter.beginning, autoescape=True)
    if filter.after:
        yield log.number > filter.after


def logged_about(connection: Connection, reports: Iterable[str]) -> tuple[Decision, ...]:
    """Give the decisions about claims of some reports, and what took them back, in the order of the log."""
    wanted, told = frozenset(reports), tables.decisions.c
    if not wanted:
        return ()
    query = _rows().where(told.kind.not_in((RATE, UNDO)))
    if len(wanted) <= _FEW:
        query = query.where(or_(*(told.content.contains(f'"{one}:', autoescape=True) for one in sorted(wanted))))
    found = [
        row for row in connection.execute(query).mappings() if not wanted.isdisjoint(_REPORTS.findall(row["content"]))
    ]
    return _with_undos(connection, found)


def logged_by_id(connection: Connection, ids: Sequence[str]) -> tuple[Decision, ...]:
    """Give decisions by their ids, and what took them back, in the order of the log."""
    return _with_undos(connection, rows_among(connection, tables.decisions.c.id, ids))


def _rows() -> Select[Any]:
    return select(tables.decisions).order_by(tables.decisions.c.number)


def _with_undos(connection: Connection, rows: Sequence[Mapping[Any, Any]]) -> tuple[Decision, ...]:
    undos = rows_among(connection, tables.decisions.c.content, [_written({"undoes": row["id"]}) for row in rows])
    held = {row["number"]: row for row in (*rows, *undos)}
    return told_by(held[number] for number in sorted(held))


def rows_among(
    connection: Connection, column: ColumnElement[Any], wanted: Sequence[str] | Sequence[int]
) -> list[Mapping[Any, Any]]:
    """Give the rows with one of these values in a column."""
    return [
        row for some in portions(wanted) for row in connection.execute(_rows().where(column.in_(some))).mappings()
    ]


def told_by(rows: Iterable[Mapping[Any, Any]]) -> tuple[Decision, ...]:
    """Give the decisions of rows in the order of the log; what was undone says when, if that is among them."""
    decisions = [decision_of(row) for row in rows]
    undone = {one.undoes: one.at for one in decisions if isinstance(one, Undo)}
    return tuple(
        one if isinstance(one, Undo) or one.id not in undone else replace(one, undone=undone[one.id])
        for one in decisions
    )


def reports_named(row: Mapping[Any, Any]) -> frozenset[str]:
    """Name the reports that a row of the log is about; of a correction, perhaps what it says as well."""
    return frozenset() if row["kind"] in (RATE, UNDO) else frozenset(_REPORTS.findall(row["content"]))


def undone_by(row: Mapping[Any, Any]) -> str | None:
    """Name the decision that a row of the log takes back, if it is of that kind."""
    undone: str | None = json.loads(row["content"])["undoes"] if row["kind"] == UNDO else None
    return undone


def decision_row(decision: Decision) -> Row:
    """Give the row of a decision; whether it was undone is a row of its own."""
    told = {"id": decision.id, "by": decision.by, "at": decision.at, "why": decision.why}
    match decision:
        case Judgement():
            kind, content = str(decision.verdict), {"left": list(decision.left), "right": list(decision.right)}
        case Override():
            kind, content = _OVERRIDE, _content(decision, "anchors", "letter", "digit")
        case Rating():
            kind, content = RATE, _content(decision, "source", "letter")
        case Correction():
            kind = _CORRECT
            content = _content(decision, "anchor", "field") | {"value": value_to_json(decision.value)}
        case Undo():
            kind, content = UNDO, _content(decision, "undoes")
    return told | {"kind": kind, "content": _written(content)}


def decision_of(row: Mapping[Any, Any]) -> Decision:
    """Give the decision that a row holds, as it was made."""
    told = {name: row[name] for name in ("id", "by", "at", "why")}
    content = json.loads(row["content"])
    match row["kind"]:
        case "override":
            return Override(**told, **(content | {"anchors": tuple(content["anchors"])}))
        case "rate":
            return Rating(**told, **content)
        case "correct":
            field = CorrectedField(content["field"])
            value = value_from_json(field, content["value"])
            return Correction(**told, anchor=content["anchor"], field=field, value=value)
        case "undo":
            return Undo(**told, **content)
        case verdict:
            left, right = tuple(content["left"]), tuple(content["right"])
            return Judgement(**told, left=left, right=right, verdict=Verdict(verdict))


def _written(content: Row) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _content(decision: Decision, *names: str) -> Row:
    return {name: getattr(decision, name) for name in names}
