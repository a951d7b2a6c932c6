"""What was told and what waits to be told, in a SQL database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select, update

from vedette.store.alerting.nouns import Alert, LastTold
from vedette.store.alerting.rows import alert_of, alert_row, last_told_of, told_content
from vedette.store.alerting.sql_letters import SqlLetters
from vedette.store.alerting.sql_watch_lists import SqlWatchLists
from vedette.store.alerting_tables import alert_deliveries, alerts, told_levels
from vedette.store.book import Book

# More than one that begins so is asked for more of its id.
_FEW = 5


class SqlAlertBook(SqlLetters, SqlWatchLists):
    """Reads and writes alerts: see :class:`vedette.store.alerting.ports.AlertBook`.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from vedette.store import open_store
        >>> with TemporaryDirectory() as folder, open_store(f"{folder}/desk.sqlite") as store:
        ...     store.alerting.note_told(LastTold(scenario="watch", day="2031-05-04", mark="w1"))
        ...     store.alerting.last_told("watch").level
        0
    """

    def __init__(self, book: Book) -> None:
        self._book = book

    def last_told(self, scenario: str) -> LastTold | None:
        """Give how a scenario stood when people were last told of it, if ever."""
        with self._book.reading() as connection:
            return _last_told(connection, scenario)

    def note_told(self, told: LastTold) -> None:
        """Note how a scenario stands, where there is nothing to tell; not where an alert of it came since."""
        with self._book.writing() as connection:
            last = _last_told(connection, told.scenario)
            if last is None or last.alert == told.alert:
                _put_told(connection, told)

    def put_alert(self, alert: Alert, told: LastTold, *, channels: Sequence[str]) -> bool:
        """Put an alert on record, to go to some channels; say whether it was done."""
        with self._book.writing() as connection:
            last = _last_told(connection, alert.scenario)
            if (last.alert if last else None) != alert.follows:
                return False
            number = connection.execute(alerts.insert(), alert_row(alert)).inserted_primary_key
            _put_told(connection, told)
            for channel in dict.fromkeys(channels):
                connection.execute(alert_deliveries.insert(), {"channel": channel, "alert": number[0] if number else 0})
            return True

    def alerts(
        self, *, scenario: str | None = None, since: datetime | None = None, open_only: bool = False, limit: int = 50
    ) -> tuple[Alert, ...]:
        """Give alerts, the newest first."""
        query = select(alerts).order_by(alerts.c.number.desc()).limit(limit)
        if scenario is not None:
            query = query.where(alerts.c.scenario == scenario)
        if since is not None:
            query = query.where(alerts.c.made >= since)
        if open_only:
            query = query.where(alerts.c.acknowledged.is_(None))
        with self._book.reading() as connection:
            return tuple(map(alert_of, connection.execute(query).mappings()))

    def alerts_beginning(self, id: str) -> tuple[Alert, ...]:
        """Give the alerts whose ids begin so, at most a few."""
        query = select(alerts).where(alerts.c.id.startswith(id, autoescape=True)).order_by(alerts.c.id).limit(_FEW)
        with self._book.reading() as connection:
            return tuple(map(alert_of, connection.execute(query).mappings()))

    def acknowledge(self, ids: Sequence[str], *, by: str, at: datetime, why: str = "") -> int:
        """Note who took note of alerts; say of how many nobody had."""
        values = {"acknowledged": at, "by": by, "why": why}
        which = alerts.c.id.in_(list(ids)), alerts.c.acknowledged.is_(None)
        with self._book.writing() as connection:
            return connection.execute(update(alerts).where(*which).values(values)).rowcount


def _last_told(connection: Connection, scenario: str) -> LastTold | None:
    query = select(told_levels.c.content).where(told_levels.c.scenario == scenario)
    content = connection.execute(query).scalar()
    return None if content is None else last_told_of(content)


def _put_told(connection: Connection, told: LastTold) -> None:
    here, values = told_levels.c.scenario == told.scenario, {"content": told_content(told)}
    if not connection.execute(update(told_levels).where(here).values(values)).rowcount:
        connection.execute(told_levels.insert(), {"scenario": told.scenario, **values})
