"""The index of words in SQLite (FTS5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, column, select, table, text

from vedette.store import tables
from vedette.store.exact_text import escape
from vedette.store.finder import Stretch, Term
from vedette.store.sightings import Box


class SqliteFinder:
    """The FTS5 index ``reports_words`` over the table ``reports``."""

    _index = table("reports_words", column("rowid"), column("title"), column("text"))
    portion = 50_000
    # Each score is worked out once, before anything is asked of it; a word of the title weighs four.
    _best = text(
        "WITH fits AS MATERIALIZED ("
        "SELECT rowid AS number, bm25(reports_words, 4.0, 1.0) AS score FROM reports_words"
        " WHERE reports_words MATCH :expression AND rowid >= :first AND rowid < :end)"
        " SELECT number FROM fits WHERE :after IS NULL"
        " OR (score, -number) > (SELECT score, -number FROM fits WHERE number = :after)"
        " ORDER BY score, number DESC LIMIT :most"
    )
    _oldest = text(
        "SELECT rowid FROM reports_words WHERE reports_words MATCH :expression AND rowid < :below"
        " ORDER BY rowid DESC LIMIT 1 OFFSET :before"
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
        self, connection: Connection, wanted: Sequence[Term], stretch: Stretch, *, limit: int, after: int | None = None
    ) -> list[int]:
        """Give the reports of a stretch that fit best, best first; of equals the newest first."""
        given = {"first": stretch.first, "end": stretch.end, "after": after, "most": limit}
        return list(connection.execute(self._best, {"expression": _expression(wanted), **given}).scalars())

    def oldest(self, connection: Connection, wanted: Sequence[Term], *, below: int) -> int:
        """Give the number where a portion of what fits begins; 0 where all of it fits in."""
        given = {"expression": _expression(wanted), "below": below, "before": self.portion - 1}
        return connection.execute(self._oldest, given).scalar() or 0

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
