"""Decisions of people in one log that only grows; the judgements of before go into it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# The lock holds for whatever opens the file, not for Vedette alone. INSERT OR REPLACE deletes without
# asking the triggers for deletes: hence the last one.
REFUSAL = "BEGIN SELECT RAISE(ABORT, 'append-only: decisions are never changed or taken away'); END"
LOCK_OF_SQLITE = (
    f"CREATE TRIGGER decisions_never_changed BEFORE UPDATE ON decisions {REFUSAL}",
    f"CREATE TRIGGER decisions_never_deleted BEFORE DELETE ON decisions {REFUSAL}",
    "CREATE TRIGGER decisions_never_replaced BEFORE INSERT ON decisions "
    f"WHEN EXISTS (SELECT 1 FROM decisions WHERE id = NEW.id OR number = NEW.number) {REFUSAL}",
)

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the log, write into it what was judged before, and lock it."""
    log = op.create_table(
        "decisions",
        sa.Column("number", NUMBER, primary_key=True),
        _text("id"), _text("kind"), _text("by"), _text("at"), _text("why"), _text("content"),
        sa.UniqueConstraint("id"),
    )
    connection = op.get_bind()
    for row in connection.execute(sa.text('SELECT * FROM judgements ORDER BY "at", number')).mappings().all():
        connection.execute(log.insert(), _rows(row))
    op.drop_table("judgements")
    if connection.dialect.name == "sqlite":
        for statement in LOCK_OF_SQLITE:
            op.execute(statement)


def _rows(row: Mapping[Any, Any]) -> list[dict[str, Any]]:
    """Give a judgement, and that it was undone, where it was: by whom was not on record then."""
    told = {"id": row["id"], "kind": row["verdict"], "by": row["by"], "at": row["at"], "why": row["why"]}
    rows = [told | {"content": _json({"left": [row["left"]], "right": [row["right"]]})}]
    if row["undone"] is not None:
        rows.append({
            "id": f"u{row['id']}", "kind": "undo", "by": "not on record", "at": row["undone"], "why": "",
            "content": _json({"undoes": row["id"]}),
        })
    return rows


def _json(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)
