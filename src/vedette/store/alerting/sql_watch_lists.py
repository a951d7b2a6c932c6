"""The half of the book that holds what people set: what is snoozed, and what is followed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select

from vedette.store.alerting.nouns import Followed, Snooze
from vedette.store.alerting.rows import followed_of, snooze_of
from vedette.store.alerting_tables import followed as followed_table
from vedette.store.alerting_tables import snoozes as snoozes_table
from vedette.store.book import Book

_F, _S = followed_table.c, snoozes_table.c


class SqlWatchLists:
    """Reads and writes what is snoozed and followed."""

    _book: Book

    def snooze(self, snooze: Snooze) -> None:
        """Send nothing of a scenario until a moment; the last word on a scenario counts."""
        with self._book.writing() as connection:
            connection.execute(snoozes_table.insert(), {
                "scenario": snooze.scenario, "until": snooze.until, "level": snooze.level, "by": snooze.by,
                "at": snooze.at, "why": snooze.why,
            })

    def snoozes(self, *, at: datetime) -> tuple[Snooze, ...]:
        """Give what is snoozed at a moment, by scenario."""
        last = select(func.max(_S.number)).group_by(_S.scenario).scalar_subquery()
        query = select(snoozes_table).where(_S.number.in_(last), _S.until > at).order_by(_S.scenario)
        with self._book.reading() as connection:
            return tuple(map(snooze_of, connection.execute(query).mappings()))

    def follow(self, followed: Followed) -> bool:
        """Follow something; say whether nobody did."""
        with self._book.writing() as connection:
            if connection.execute(select(_F.id).where(_F.id == followed.id)).first() is not None:
                return False
            connection.execute(followed_table.insert(), {
                "id": followed.id, "kind": str(followed.kind), "words": followed.words, "by": followed.by,
                "at": followed.at,
            })
            return True

    def unfollow(self, id: str) -> bool:
        """Follow it no more; say whether somebody did."""
        with self._book.writing() as connection:
            return connection.execute(delete(followed_table).where(_F.id == id)).rowcount > 0

    def followed(self) -> tuple[Followed, ...]:
        """Give all that is followed, in the order in which it was begun."""
        with self._book.reading() as connection:
            rows = connection.execute(select(followed_table).order_by(_F.number)).mappings()
            return tuple(map(followed_of, rows))
