"""The log of what people decided: one row for each decision, added and never changed.

That something was undone is a row of its own. So the log tells who did what, when and
why, in the order in which it was done, and what holds now is read from it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from vedette.errors import JudgementError, UnknownId
from vedette.model import CorrectedField, Correction, Decision, Judgement, Override, Rating, Undo, Verdict
from vedette.model.correction import value_from_json, value_to_json
from vedette.store import tables
from vedette.store.asked import DecisionFilter
from vedette.store.event_rows import portions

Row = dict[str, Any]
Check = Callable[[Decision, Sequence[Decision]], None]
"""Looks at a new decision and all on record, and raises where it must not join them."""

EVERY = DecisionFilter()
_OVERRIDE, _RATE, _CORRECT, _UNDO = "override", "rate", "correct", "undo"


# A claim is named by its anchor, which begins with its report.
_REPORTS = re.compile(r'"([^":]+):')
# Of more reports than this, looking for each in the text of every row is slower than reading all rows.
_FEW = 20


def logged(connection: Connection, filter: DecisionFilter = EVERY) -> tuple[Decision, ...]:
    """Give the decisions that a filter lets through, in the order in which they were recorded."""
    rows = connection.execute(_rows().where(*decided(filter))).mappings().all()
    return _told(rows) if filter == EVERY else told(connection, rows)


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
    query = _rows().where(told.kind.not_in((_RATE, _UNDO)))
    if len(wanted) <= _FEW:
        query = query.where(or_(*(told.content.contains(f'"{one}:', autoescape=True) for one in sorted(wanted))))
    found = [
        row for row in connection.execute(query).mappings() if not wanted.isdisjoint(_REPORTS.findall(row["content"]))
    ]
    return _with_undos(connection, found)


def logged_by_id(connection: Connection, ids: Sequence[str]) -> tuple[Decision, ...]:
    """Give decisions by their ids, and what took them back, in the order of the log."""
    return _with_undos(connection, _among(connection, tables.decisions.c.id, ids))


def _rows() -> Select[Any]:
    return select(tables.decisions).order_by(tables.decisions.c.number)


def _with_undos(connection: Connection, rows: Sequence[Mapping[Any, Any]]) -> tuple[Decision, ...]:
    undos = _among(connection, tables.decisions.c.content, [_written({"undoes": row["id"]}) for row in rows])
    held = {row["number"]: row for row in (*rows, *undos)}
    return _told(held[number] for number in sorted(held))


def _among(connection: Connection, column: ColumnElement[Any], wanted: Sequence[str]) -> list[Mapping[Any, Any]]:
    return [
        row for some in portions(wanted) for row in connection.execute(_rows().where(column.in_(some))).mappings()
    ]


def _told(rows: Iterable[Mapping[Any, Any]]) -> tuple[Decision, ...]:
    decisions = [decision_of(row) for row in rows]
    undone = {one.undoes: one.at for one in decisions if isinstance(one, Undo)}
    return tuple(
        one if isinstance(one, Undo) or one.id not in undone else replace(one, undone=undone[one.id])
        for one in decisions
    )


def log(connection: Connection, decision: Decision, *, check: Check | None = None) -> bool:
    """Add a decision; say whether it was new.

    Raises:
        JudgementError: Its id is on record with other words, what it undoes cannot be undone, or what ``check`` raises.
        UnknownId: What it undoes is not on record.
    """
    held = logged(connection)
    known = next((one for one in held if one.id == decision.id), None)
    if known is not None:
        return _is_other(known, decision)
    if isinstance(decision, Undo):
        _refuse_undo(decision, held)
    if check is not None:
        check(decision, held)
    connection.execute(tables.decisions.insert(), [decision_row(decision)])
    return True


def decision_row(decision: Decision) -> Row:
    """Give the row of a decision; whether it was undone is a row of its own."""
    told = {"id": decision.id, "by": decision.by, "at": decision.at, "why": decision.why}
    match decision:
        case Judgement():
            kind, content = str(decision.verdict), {"left": list(decision.left), "right": list(decision.right)}
        case Override():
            kind, content = _OVERRIDE, _content(decision, "anchors", "letter", "digit")
        case Rating():
            kind, content = _RATE, _content(decision, "source", "letter")
        case Correction():
            kind = _CORRECT
            content = _content(decision, "anchor", "field") | {"value": value_to_json(decision.value)}
        case Undo():
            kind, content = _UNDO, _content(decision, "undoes")
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


def _is_other(known: Decision, given: Decision) -> bool:
    """Say that nothing is new about a decision that is on record; refuse any other words."""
    if decision_row(known) != decision_row(given):
        raise JudgementError(
            f"Decision {given.id} by {known.by} is on record with other words. "
            "A decision is never changed: undo it and record a new one."
        )
    return False


def _refuse_undo(undo: Undo, held: Sequence[Decision]) -> None:
    target = next((one for one in held if one.id == undo.undoes), None)
    if target is None:
        raise UnknownId("decision", undo.undoes)
    if isinstance(target, Undo):
        raise JudgementError(
            f"{target.id} took {target.undoes} back, and that stays so. Record the decision anew instead; "
            "nothing was changed."
        )
    if target.undone is not None:
        raise JudgementError(f"{target.id} was undone on {target.undone[:16]} already; nothing was changed.")
