"""Whether the events on a desk tell of everything that is on it.

The desk counts its revisions: each transaction that brings claims or a judgement
makes a new one. The events remember the revision they were assembled from. A
crash between adding and linking therefore leaves a trace, and so does somebody
who added while linking ran. Beside it stand the last report and decision that linking has taken in, and a mark of the
rules that it went by.
"""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from vedette.store.tables import meta

_REVISION = "revision"
_LINKED = "linked_revision"
_READER = "reader"
_RULES = "linked_by"
_WRITTEN = "written"
_ONCE = "once:"
_LAST_REPORT, _LAST_DECISION = "linked_report", "linked_decision"
_MATCHED = "matched_by"
_SEEN_REPORT, _SEEN_STATES = "seen_report", "seen_states"
_FOLLOWED = "followed"
# Asked for each page: made once, since putting a statement together takes longer than answering it.
_VALUE = select(meta.c.value).where(meta.c.key == bindparam("wanted"))
_STATE = select(meta.c.key, meta.c.value).where(meta.c.key.in_((_WRITTEN, _REVISION, _RULES)))


def revision(connection: Connection) -> int:
    """Give the revision of the claims and judgements; 0 on an empty desk."""
    return int(_get(connection, _REVISION) or 0)


def linked_revision(connection: Connection) -> int:
    """Give the revision from which the events were assembled."""
    return int(_get(connection, _LINKED) or 0)


def bump_revision(connection: Connection) -> None:
    """Note that claims or judgements have changed."""
    _set(connection, _REVISION, str(revision(connection) + 1))
    note_written(connection)


def mark_linked(connection: Connection, *, through: int | None) -> None:
    """Note from which revision the events were assembled; without one, from that of now."""
    _set(connection, _LINKED, str(revision(connection) if through is None else through))
    note_written(connection)


def rules(connection: Connection) -> str | None:
    """Give the mark of the rules that the desk was linked by; empty where that is not known."""
    return _get(connection, _RULES)


def note_rules(connection: Connection, mark: str) -> None:
    """Note the rules that the desk is linked by; what was taken in by others is to be taken in anew."""
    _set(connection, _RULES, mark)
    note_matched_by(connection, "")
    note_taken(connection, 0, 0)


def matched_by(connection: Connection) -> str:
    """Give the mark of the scenarios and packs that events are matched by; empty where none are matched."""
    return _get(connection, _MATCHED) or ""


def note_matched_by(connection: Connection, mark: str) -> None:
    """Note the scenarios and packs that events are matched by; with none, all are to be matched anew."""
    if matched_by(connection) != mark:
        _set(connection, _MATCHED, mark)


def seen_before(connection: Connection) -> tuple[int, str]:
    """Give the last report whose outlet warning knows of, and the states of all sources when it last looked."""
    return int(_get(connection, _SEEN_REPORT) or 0), _get(connection, _SEEN_STATES) or ""


def note_seen(connection: Connection, report: int, states: str) -> None:
    """Note the last report whose outlet warning knows of, and the states of all sources."""
    _set(connection, _SEEN_REPORT, str(report))
    _set(connection, _SEEN_STATES, states)


def followed(connection: Connection) -> str | None:
    """Give the mark of the scenarios that the desk is assessed by."""
    return _get(connection, _FOLLOWED)


def note_followed(connection: Connection, mark: str) -> None:
    """Note the mark of the scenarios that the desk is assessed by."""
    _set(connection, _FOLLOWED, mark)


def last_taken(connection: Connection) -> tuple[int, int]:
    """Give the numbers of the last report and of the last decision that linking has taken in."""
    return int(_get(connection, _LAST_REPORT) or 0), int(_get(connection, _LAST_DECISION) or 0)


def note_taken(connection: Connection, report: int, decision: int) -> None:
    """Note the last report and the last decision that linking has taken in."""
    _set(connection, _LAST_REPORT, str(report))
    _set(connection, _LAST_DECISION, str(decision))
    note_written(connection)


def written(connection: Connection) -> int:
    """Count how often anything that a desk shows was written: claims, decisions, quarantine, what linking made."""
    return int(_get(connection, _WRITTEN) or 0)


def note_written(connection: Connection) -> None:
    """Note that something was written that a desk shows."""
    _set(connection, _WRITTEN, str(written(connection) + 1))


def state(connection: Connection) -> str:
    """Give a short mark of all that the desk shows, of what is noted here."""
    noted = {row.key: row.value for row in connection.execute(_STATE)}
    return f"{int(noted.get(_WRITTEN) or 0)}.{int(noted.get(_REVISION) or 0)}.{noted.get(_RULES) or ''}"


def noted_once(connection: Connection, key: str) -> str | None:
    """Give what was noted under a key, if anything."""
    return _get(connection, f"{_ONCE}{key}")


def note_once(connection: Connection, key: str, what: str) -> None:
    """Note something under a key, in the transaction that it belongs to."""
    _set(connection, f"{_ONCE}{key}", what)


def reader(connection: Connection) -> str | None:
    """Give the version of the reader that the claims come from, where noted."""
    return _get(connection, _READER)


def note_reader(connection: Connection, version: str) -> None:
    """Note the version of the reader."""
    _set(connection, _READER, version)


def _get(connection: Connection, key: str) -> str | None:
    return connection.execute(_VALUE, {"wanted": key}).scalar()


def _set(connection: Connection, key: str, value: str) -> None:
    if connection.execute(meta.update().where(meta.c.key == key).values(value=value)).rowcount == 0:
        connection.execute(meta.insert().values(key=key, value=value))
