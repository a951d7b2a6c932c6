"""Whether the events on a desk tell of everything that is on it.

The desk counts its revisions: each transaction that brings claims or a judgement
makes a new one. The events remember the revision they were assembled from. A
crash between adding and linking therefore leaves a trace, and so does somebody
who added while linking ran.
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from vedette.store.tables import meta

_REVISION = "revision"
_LINKED = "linked_revision"
_READER = "reader"


def revision(connection: Connection) -> int:
    """Give the revision of the claims and judgements; 0 on an empty desk."""
    return int(_get(connection, _REVISION) or 0)


def linked_revision(connection: Connection) -> int:
    """Give the revision from which the events were assembled."""
    return int(_get(connection, _LINKED) or 0)


def bump_revision(connection: Connection) -> None:
    """Note that claims or judgements have changed."""
    _set(connection, _REVISION, str(revision(connection) + 1))


def mark_linked(connection: Connection, *, through: int | None) -> None:
    """Note from which revision the events were assembled; without one, from that of now."""
    _set(connection, _LINKED, str(revision(connection) if through is None else through))


def reader(connection: Connection) -> str | None:
    """Give the version of the reader that the claims come from, where noted."""
    return _get(connection, _READER)


def note_reader(connection: Connection, version: str) -> None:
    """Note the version of the reader."""
    _set(connection, _READER, version)


def _get(connection: Connection, key: str) -> str | None:
    return connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()


def _set(connection: Connection, key: str, value: str) -> None:
    if connection.execute(meta.update().where(meta.c.key == key).values(value=value)).rowcount == 0:
        connection.execute(meta.insert().values(key=key, value=value))
