"""The index of words in SQLite (FTS5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, column, select, table, text

from vedette.store import tables
from vedette.store.exact_text import escape
from vedette.store.finder import Fit, Term
from vedette.store.sightings import Box


class SqliteFinder:
    """The FTS5 index ``reports_words`` over the table ``reports``."""

    _index = table("reports_words", column("rowid"), column("title"), column("text"))
    _best = text(
        "SELECT number, score FROM ("
        # A word of the title weighs four.
        "SELECT w.rowid AS number, r.id AS id, bm25(reports_words, 4.0, 1.0) AS score"
        " FROM reports_words AS w JOIN reports AS r ON r.number = w.rowid"
        " WHERE reports_words MATCH :expression)"
        " WHERE :score IS NULL OR score > :score OR (score = :score AND id > :id)"
        " ORDER BY score, id LIMIT :most"
    )

    def index(self, connection: Connection, ids: Sequence[str]) -> None:
        """Take reports that were just written into the index."""
        reports = tables.reports
        new = select(reports.c.number, reports.c.title, reports.c.text).where(reports.c.id.in_(ids))
        connection.execute(self._index.insert().from_select(["rowid", "title", "text"], new))

    def numbers(self, wanted: Sequence[Term]) -> Select[Any]:
        """Give a query for the numbers of the reports in which every term is found."""
        matches = text("reports_words MATCH :expression").bindparams(
            bindparam("expression", _expression(wanted), unique=True)
        )
        return select(self._index.c.rowid).where(matches)

    def best(
        self, connection: Connection, wanted: Sequence[Term], *, limit: int, after: tuple[float, str] | None = None
    ) -> list[Fit]:
        """Give the reports that fit best, best first; equals by id."""
        score, last = after or (None, "")
        found = connection.execute(
            self._best, {"expression": _expression(wanted), "most": limit, "score": score, "id": last}
        )
        return [Fit(number, score) for number, score in found]

    def touching(self, since: str | None, until: str | None) -> Iterable[ColumnElement[bool]]:
        """Say nothing: the index that has the order of the list holds the days."""
        return ()

    def inside(self, box: Box) -> Iterable[ColumnElement[bool]]:
        """Say nothing: the index of the points holds both of their numbers."""
        return ()


def _expression(wanted: Sequence[Term]) -> str:
    """Write the terms in the language of FTS5: each a quoted string, all of them wanted."""
    quoted = (f'"{escape(term.words)}"' + (" *" if term.prefix else "") for term in wanted)
    return " ".join(quoted)
