"""The indexes that PostgreSQL has of its own: words (GIN over ``tsvector``), periods and points (GiST).

The words are taken out of a text by Vedette itself (:mod:`vedette.store.words`), so that they are those that SQLite
knows, whatever dictionaries a server has. A vector holds how often a word stands in a report, a few times at most,
for the order of what is found; it has no room for every place of a word. Therefore all words in their order stand
beside it, and a phrase, once its words are found by the index, is looked for there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    Text,
    cast,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
    text,
    tuple_,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from vedette.store import tables
from vedette.store.finder import Stretch, Term
from vedette.store.sightings import Box
from vedette.store.words import words_of

_WORDS = table("reports_words", column("number", BigInteger), column("words"), column("said", Text))
_PUT = text(
    "INSERT INTO reports_words (number, words, said) VALUES (:number, CAST(CAST(:words AS text) AS tsvector), :said)"
)
# A word of the title weighs four; D is where the text stands, A the title.
_WEIGHTS: ColumnElement[Any] = literal_column("CAST('{0.25, 0.25, 0.25, 1.0}' AS real[])")
# Of the same word so many places count; more of them say nothing new.
_COUNTED = 8
# The last place of a word that a vector knows.
_LAST = 16_383
# A vector takes a million bytes of words: of a text with more, the last new words are not found.
_ROOM = 900_000
# No word goes from the title into the text.
_BREAK = "\n"


class PostgresFinder:
    """The index ``reports_words`` beside the table ``reports``, and those of ``events`` and ``event_points``."""

    # Fewer than in a file: to rank a report, the server unpacks all its words.
    portion = 10_000

    def index(self, connection: Connection, ids: Sequence[str]) -> None:
        """Take reports that were just written into the index of words."""
        reports = tables.reports.c
        query = select(reports.number, reports.title, reports.text).where(reports.id.in_(ids))
        rows = [_row(number, title or "", said) for number, title, said in connection.execute(query)]
        if rows:
            connection.execute(_PUT, rows)

    def numbers(self, wanted: Sequence[Term]) -> Select[Any]:
        """Give a query for the numbers of the reports in which every term is found."""
        return select(_WORDS.c.number).where(*_found(wanted))

    def best(
        self, connection: Connection, wanted: Sequence[Term], stretch: Stretch, *, limit: int, after: int | None = None
    ) -> list[int]:
        """Give the reports of a stretch that fit best, best first; of equals the newest first."""
        rank = func.ts_rank(_WEIGHTS, _WORDS.c.words, _asked(wanted), 1)
        number = _WORDS.c.number
        found = (
            select(number, rank.label("rank"))
            .where(*_found(wanted), number >= stretch.first, number < stretch.end).cte()
        )
        query = select(found.c.number).order_by(found.c.rank.desc(), found.c.number.desc()).limit(limit)
        if after is not None:
            last = found.alias()
            here = select(last.c.rank, last.c.number).where(last.c.number == after).scalar_subquery()
            query = query.where(tuple_(found.c.rank, found.c.number) < here)
        return list(connection.execute(query).scalars())

    def oldest(self, connection: Connection, wanted: Sequence[Term], *, below: int) -> int:
        """Give the number where a portion of what fits begins; 0 where all of it fits in."""
        number = _WORDS.c.number
        query = select(number).where(*_found(wanted), number < below).order_by(number.desc())
        return connection.execute(query.limit(1).offset(self.portion - 1)).scalar() or 0

    def touching(self, since: str | None, until: str | None) -> Iterable[ColumnElement[bool]]:
        """Say of the period that it overlaps the stretch, as the index over periods has it."""
        if since is not None and until is not None and since > until:
            return  # no range at all, to PostgreSQL: the exact conditions alone decide
        asked = func.day_range(cast(since, Text), cast(until, Text), "[]")
        yield func.period_of(tables.events.c.first_day, tables.events.c.last_day).bool_op("&&")(asked)

    def inside(self, box: Box) -> Iterable[ColumnElement[bool]]:
        """Say of the point that it lies in the box, or in one of its halves beside the 180th meridian."""
        halves = [(box.west, box.east)] if box.west <= box.east else [(box.west, 180.0), (-180.0, box.east)]
        here = func.point(tables.event_points.c.lon, tables.event_points.c.lat)
        yield or_(*(
            here.bool_op("<@")(func.box(func.point(west, box.south), func.point(east, box.north)))
            for west, east in halves
        ))


def _row(number: int, title: str, said: str) -> dict[str, Any]:
    titled, told = words_of(title), words_of(said)
    return {
        "number": number, "words": _vector(titled, told),
        "said": f" {' '.join(titled)} {_BREAK} {' '.join(told)} ",
    }


def _vector(titled: Sequence[str], told: Sequence[str]) -> str:
    """Write the words of a report as a vector: each with a few of its places, those in the title marked."""
    places: dict[str, list[str]] = defaultdict(list)
    room = _ROOM
    for place, word in enumerate((*titled, *told), 1):
        held = places.get(word)
        if held is None:
            room -= len(word.encode()) + 4 + 2 * _COUNTED
            if room < 0:
                continue
        if held is None or len(held) < _COUNTED:
            places[word].append(f"{min(place, _LAST)}{'A' if place <= len(titled) else ''}")
    return " ".join(f"{_quoted(word)}:{','.join(some)}" for word, some in places.items())


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _query(wanted: Sequence[Term]) -> str:
    """Write the terms as a query for vectors: every word of them, the last one with any ending where that is meant."""
    return " & ".join(part for term in wanted for part in _parts(term))


def _asked(wanted: Sequence[Term]) -> ColumnElement[Any]:
    # Taken as a query at once, not by way of a text: else the server cannot tell beforehand how much it finds.
    return cast(literal(_query(wanted), TSQUERY), TSQUERY)


def _parts(term: Term) -> Iterator[str]:
    words = words_of(term.words)
    for number, word in enumerate(words, 1):
        yield _quoted(word) + (":*" if term.prefix and number == len(words) else "")


def _found(wanted: Sequence[Term]) -> Iterator[ColumnElement[bool]]:
    yield _WORDS.c.words.bool_op("@@")(_asked(wanted))
    for term in wanted:
        words = words_of(term.words)
        if len(words) > 1:
            # No word holds anything that LIKE would take for more than itself.
            yield _WORDS.c.said.like(f"% {' '.join(words)}{'' if term.prefix else ' '}%")
