"""The half of the book that holds what goes out: one letter at a time for each channel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, func, select, update

from vedette.store.alerting.nouns import Alert, ChannelRecord, Letter, LetterKind
from vedette.store.alerting.rows import alert_of, letter_of, letter_row
from vedette.store.alerting_tables import alert_deliveries, alerts, letters
from vedette.store.book import Book

# No letter waits for longer: one that seems to is due, since the clock was set back.
LONGEST_WAIT = timedelta(hours=1)
_D, _L = alert_deliveries.c, letters.c


class SqlLetters:
    """Reads and writes letters."""

    _book: Book

    def untold(self, channel: str) -> tuple[Alert, ...]:
        """Give the alerts that wait for a channel and that nobody acknowledged, oldest first."""
        query = (
            select(alerts).join(alert_deliveries, _D.alert == alerts.c.number)
            .where(_D.channel == channel, _D.letter.is_(None), alerts.c.acknowledged.is_(None))
            .order_by(alerts.c.number)
        )
        with self._book.reading() as connection:
            return tuple(map(alert_of, connection.execute(query).mappings()))

    def put_letter(self, letter: Letter, *, alerts: Sequence[str] = ()) -> bool:
        """Put a letter on record with the alerts that it tells; say whether it was done."""
        with self._book.writing() as connection:
            if _outstanding(connection, letter.channel) is not None or not _waits(connection, letter, alerts):
                return False
            number = connection.execute(letters.insert(), letter_row(letter)).inserted_primary_key
            connection.execute(
                update(alert_deliveries).where(_D.channel == letter.channel, _D.alert.in_(_numbers(alerts)))
                .values(letter=number[0] if number else None)
            )
            return True

    def take_letter(self, channel: str, *, at: datetime, until: datetime) -> Letter | None:
        """Take the letter of a channel that is due, and leave it to whoever takes it until a moment."""
        with self._book.writing() as connection:
            found = _outstanding(connection, channel)
            if found is None or found.due is None or at < found.due <= at + LONGEST_WAIT:
                return None
            _set(connection, found.key, due=until, tries=found.tries + 1)
            return _letter(connection, found.key)

    def note_sent(self, key: str, *, at: datetime) -> None:
        """Note that a letter got there."""
        with self._book.writing() as connection:
            _set(connection, key, due=None, sent=at, reason="")

    def note_failed(self, key: str, *, reason: str, due: datetime) -> None:
        """Note that a letter did not get there, and when it is tried again."""
        with self._book.writing() as connection:
            _set(connection, key, due=due, reason=reason)

    def give_up(self, key: str, *, reason: str, at: datetime) -> None:
        """Note that a letter is not tried any more."""
        with self._book.writing() as connection:
            _set(connection, key, due=None, reason=reason, given_up=at)

    def letter(self, key: str) -> Letter | None:
        """Give a letter."""
        with self._book.reading() as connection:
            return _letter(connection, key)

    def letters_of(self, alert: str) -> tuple[Letter, ...]:
        """Give the letters that an alert went with."""
        query = (
            select(letters).join(alert_deliveries, _D.letter == _L.number)
            .where(_D.alert.in_(_numbers([alert]))).order_by(_L.number)
        )
        with self._book.reading() as connection:
            return tuple(map(letter_of, connection.execute(query).mappings()))

    def sent_since(self, channel: str, moment: datetime) -> tuple[datetime, ...]:
        """Give when letters got to a channel since a moment, oldest first."""
        query = select(_L.sent).where(_L.channel == channel, _L.sent >= moment).order_by(_L.sent)
        with self._book.reading() as connection:
            return tuple(connection.execute(query).scalars())

    def last_digest(self, channel: str) -> datetime | None:
        """Say when the last digest for a channel was made."""
        query = select(func.max(_L.made)).where(_L.channel == channel, _L.kind == str(LetterKind.DIGEST))
        with self._book.reading() as connection:
            return connection.execute(query).scalar()

    def channels(self) -> tuple[ChannelRecord, ...]:
        """Give how it stands with every channel that something was ever for, by name."""
        with self._book.reading() as connection:
            waiting = {row.channel: row[1] for row in connection.execute(
                select(_D.channel, func.count().filter(_D.letter.is_(None), alerts.c.acknowledged.is_(None)))
                .join(alerts, alerts.c.number == _D.alert).group_by(_D.channel)
            )}
            sent = {row.channel: row[1:] for row in connection.execute(
                select(_L.channel, func.max(_L.sent), func.count(_L.given_up)).group_by(_L.channel)
            )}
            return tuple(
                ChannelRecord(
                    channel=name, waiting=waiting.get(name, 0), outstanding=_outstanding(connection, name),
                    last_sent=sent[name][0] if name in sent else None, given_up=sent[name][1] if name in sent else 0,
                )
                for name in sorted({*waiting, *sent})
            )


def _outstanding(connection: Connection, channel: str) -> Letter | None:
    query = select(letters).where(_L.channel == channel, _L.due.is_not(None)).order_by(_L.number).limit(1)
    row = connection.execute(query).mappings().first()
    return None if row is None else letter_of(row)


def _waits(connection: Connection, letter: Letter, ids: Sequence[str]) -> bool:
    """Say whether the letter is new, and all of these alerts wait for its channel."""
    if _letter(connection, letter.key) is not None:
        return False
    query = select(func.count()).where(
        _D.channel == letter.channel, _D.letter.is_(None), _D.alert.in_(_numbers(ids))
    )
    return bool(connection.execute(query).scalar() == len(set(ids)))


def _numbers(ids: Sequence[str]) -> Select[tuple[Any]]:
    return select(alerts.c.number).where(alerts.c.id.in_(list(ids)))


def _letter(connection: Connection, key: str) -> Letter | None:
    row = connection.execute(select(letters).where(_L.key == key)).mappings().first()
    return None if row is None else letter_of(row)


def _set(connection: Connection, key: str, **values: Any) -> None:
    connection.execute(update(letters).where(_L.key == key).values(values))
