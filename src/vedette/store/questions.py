"""What people are asked who review a desk: written with the events, read in the order in which it is asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from vedette.model.held import Relinked
from vedette.model.question import Question, QuestionKind, question_from_json, question_to_json
from vedette.store import tables
from vedette.store.event_rows import insert, portions

Place = tuple[float, str]
"""Where a question stands among all: its place and its id."""

_QUESTIONS = tables.questions


def take_questions(connection: Connection, relinked: Relinked) -> list[dict[str, Any]]:
    """Take away what was asked of events that are made anew.

    Returns:
        What is to be asked again as it was: of pairs of which no event was joined anew.
    """
    kept: dict[str, dict[str, Any]] = {}
    for some in portions(relinked.gone):
        for column in (_QUESTIONS.c.event, _QUESTIONS.c.other):
            rows = connection.execute(select(_QUESTIONS).where(column.in_(some))).mappings().all()
            kept |= {row["id"]: dict(row) for row in rows}
            connection.execute(_QUESTIONS.delete().where(column.in_(some)))
    return [
        row for row in kept.values() if row["kind"] == QuestionKind.PAIR
        and not {row["event"], row["other"]} & relinked.asked_anew
    ]


def put_questions(connection: Connection, relinked: Relinked, kept: Sequence[dict[str, Any]]) -> None:
    """Ask what is asked now, and again what was kept."""
    for some in portions((*kept, *map(_row, relinked.questions))):
        insert(connection, _QUESTIONS, some)


def questions_from(
    connection: Connection, *, kind: QuestionKind | None, after: Place | None, limit: int, about: str | None = None
) -> tuple[Question, ...]:
    """Give questions in order, those behind a place; with ``about``, those that name an event."""
    named = () if about is None else (or_(_QUESTIONS.c.event == about, _QUESTIONS.c.other == about),)
    query = select(_QUESTIONS.c.content).where(*_narrowed(kind), *_behind(after), *named)
    rows = connection.execute(query.order_by(_QUESTIONS.c.place, _QUESTIONS.c.id).limit(limit)).scalars()
    return tuple(question_from_json(json.loads(content)) for content in rows)


def count_questions(connection: Connection, *, kind: QuestionKind | None, after: Place | None = None) -> int:
    """Count the questions, those behind a place."""
    query = select(func.count()).select_from(_QUESTIONS).where(*_narrowed(kind), *_behind(after))
    return int(connection.execute(query).scalar_one())


def _narrowed(kind: QuestionKind | None) -> tuple[ColumnElement[bool], ...]:
    return () if kind is None else (_QUESTIONS.c.kind == str(kind),)


def _behind(after: Place | None) -> tuple[ColumnElement[bool], ...]:
    if after is None:
        return ()
    place, name = after
    return (or_(_QUESTIONS.c.place > place, and_(_QUESTIONS.c.place == place, _QUESTIONS.c.id > name)),)


def _row(question: Question) -> dict[str, Any]:
    written = json.dumps(question_to_json(question), ensure_ascii=False, separators=(",", ":"))
    return {
        "id": question.id, "kind": str(question.kind), "place": question.place, "event": question.events[0],
        "other": question.events[1] if len(question.events) > 1 else None, "content": written,
    }
