"""Where events happened, in which languages they are told, and how well they are supported: to narrow a list by."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_PORTION = 500
_LISTED = (
    "day", "moment", "id", "type", "stage", "factuality", "first_day", "last_day", "origins", "letter", "digit",
)


def upgrade() -> None:
    """Make the tables and columns and fill them from the events that are there."""
    for name, kind in (("origins", sa.Integer()), ("letter", sa.Text()), ("digit", sa.Integer())):
        op.add_column("events", sa.Column(name, kind))
    op.create_table(
        "event_languages", _text("language"), _text("event"),
        sa.PrimaryKeyConstraint("language", "event"), sa.ForeignKeyConstraint(["event"], ["events.id"]),
    )
    op.create_index("ix_event_languages_event", "event_languages", ["event"])
    op.create_table(
        "event_points", _text("event"), sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=False), sa.Column("lon", sa.Float(), nullable=False), _text("name"),
        _text("kind"),
        sa.PrimaryKeyConstraint("event", "ordinal"), sa.ForeignKeyConstraint(["event"], ["events.id"]),
    )
    op.create_index("ix_event_points_lat_lon_event", "event_points", ["lat", "lon", "event"])
    _fill(op.get_bind())
    # The few stages there are tell too little for an index of their own: a list goes along the one that has its order.
    for name in ("ix_events_day_moment_id", "ix_events_stage", "ix_events_factuality"):
        op.drop_index(name, "events")
    op.create_index("ix_events_listed", "events", list(_LISTED))


def _fill(connection: sa.Connection) -> None:
    connection.execute(sa.text(
        "INSERT INTO event_languages(language, event) SELECT DISTINCT reports.language, event_claims.event"
        " FROM reports JOIN claims ON claims.report = reports.id JOIN event_claims ON event_claims.claim = claims.id"
        " WHERE reports.language IS NOT NULL"
    ))
    stands = sa.text("UPDATE events SET origins = :origins, letter = :letter, digit = :digit WHERE id = :id")
    point = sa.text(
        "INSERT INTO event_points(event, ordinal, lat, lon, name, kind)"
        " VALUES (:event, :ordinal, :lat, :lon, :name, :kind)"
    )
    for some in _portions(connection):
        connection.execute(stands, [_standing(event) for event in some])
        if points := [row for event in some for row in _points(event)]:
            connection.execute(point, points)


def _portions(connection: sa.Connection) -> Iterator[list[dict[str, Any]]]:
    last = ""
    following = sa.text("SELECT id, content FROM events WHERE id > :last ORDER BY id LIMIT :most")
    while rows := connection.execute(following, {"last": last, "most": _PORTION}).all():
        last = rows[-1].id
        yield [json.loads(row.content) for row in rows]


def _standing(event: dict[str, Any]) -> dict[str, Any]:
    known = [origin for origin in event["origins"] if origin.get("known", True)]
    counted = event.get("bodies", ()) if event.get("support") else known
    return {"id": event["id"], "origins": len(counted), "letter": event["grade"][0], "digit": int(event["grade"][1])}


def _points(event: dict[str, Any]) -> Iterator[dict[str, Any]]:
    found = {(place["lat"], place["lon"]): place for place in event["places"] if place["role"] == "at"}
    placed = (place for place in found.values() if place["lat"] is not None and place["lon"] is not None)
    for ordinal, place in enumerate(placed):
        yield {
            "event": event["id"], "ordinal": ordinal, "lat": place["lat"], "lon": place["lon"], "name": place["name"],
            "kind": place["precision"],
        }


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)
