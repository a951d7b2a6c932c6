"""The log of decisions as whoever links again and again knows it: read anew only where it has grown."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from vedette.model import Decision
from vedette.store import tables
from vedette.store.decisions import logged


class KnownLog:
    """All decisions of a desk. The log only grows and no row of it changes: its last number says whether it is known.

    Fit for several threads: what is known is replaced as a whole.
    """

    def __init__(self) -> None:
        self._known: tuple[int, tuple[Decision, ...]] = (0, ())

    def all(self, connection: Connection) -> tuple[Decision, ...]:
        """Give all decisions that are on record for a transaction."""
        last = connection.execute(select(func.max(tables.decisions.c.number))).scalar() or 0
        number, decisions = self._known
        if number != last:
            decisions = logged(connection)
            self._known = last, decisions
        return decisions
