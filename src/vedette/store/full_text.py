"""Searching the words of reports: the one part that each database does in its own way.

What a user types is never handed on as a query. It is taken apart into words and
phrases, and each is quoted; so no input can be an error, or mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, Select, bindparam, column, select, table, text

from vedette.store import tables
from vedette.store.exact_text import escape, without_escapes

HIT_STARTS = "\x02"
HIT_ENDS = "\x03"

# More words than this cannot narrow a search any further; the rest is left out.
_MOST_TERMS = 32
_LONGEST_INPUT = 1000

_TERM = re.compile(r'"(?P<phrase>[^"]*)"(?P<open>\*?)|(?P<word>[^\s"]+)')
_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase to be found; ``prefix`` lets its last word go on."""

    words: str
    prefix: bool = False


def terms(typed: str) -> tuple[Term, ...]:
    """Take apart what a user typed; all terms must be found.

    Double quotes hold a phrase together, an asterisk at the end stands for any
    ending. Whatever holds no letter or digit is left out.

    Example:
        >>> [term.words for term in terms('Poland "border closure" dron* --')]
        ['Poland', 'border closure', 'dron']
    """
    clean = _CONTROL.sub(" ", typed[:_LONGEST_INPUT])
    found = (_term(match) for match in _TERM.finditer(clean))
    return tuple(term for term in found if any(letter.isalnum() for letter in term.words))[:_MOST_TERMS]


def _term(match: re.Match[str]) -> Term:
    if match["word"] is not None:
        return Term(match["word"].rstrip("*"), prefix=match["word"].endswith("*"))
    return Term(match["phrase"].strip(), prefix=bool(match["open"]))


@dataclass(frozen=True, slots=True)
class Fit:
    """A report that was found, by its number: the words around the match, and how well it fits (less is better)."""

    number: int
    snippet: str
    score: float


class FullText(Protocol):
    """Finds reports by the words of their title and text."""

    def index(self, connection: Connection, ids: Sequence[str]) -> None:
        """Take reports that were just written into the index, in the same transaction."""
        ...

    def numbers(self, wanted: Sequence[Term]) -> Select[Any]:
        """Give a query for the numbers of the reports in which every term is found."""
        ...

    def best(
        self, connection: Connection, wanted: Sequence[Term], *, limit: int, after: tuple[float, str] | None = None
    ) -> list[Fit]:
        """Give the reports that fit best, best first; those that follow a score and id, where given."""
        ...


class SqliteFullText:
    """The FTS5 index ``reports_words`` over the table ``reports``."""

    _index = table("reports_words", column("rowid"), column("title"), column("text"))
    _best = text(
        "SELECT number, snippet, score FROM ("
        "SELECT w.rowid AS number, r.id AS id, snippet(reports_words, -1, :starts, :ends, '…', 24) AS snippet,"
        " bm25(reports_words, 4.0, 1.0) AS score"  # a word of the title weighs four
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
        found = connection.execute(self._best, {
            "starts": HIT_STARTS, "ends": HIT_ENDS, "expression": _expression(wanted), "most": limit,
            "score": score, "id": last,
        })
        return [Fit(number, without_escapes(snippet), score) for number, snippet, score in found]


def _expression(wanted: Sequence[Term]) -> str:
    """Write the terms in the language of FTS5: each a quoted string, all of them wanted."""
    quoted = (f'"{escape(term.words)}"' + (" *" if term.prefix else "") for term in wanted)
    return " ".join(quoted)
