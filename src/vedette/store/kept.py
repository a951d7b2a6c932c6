"""A desk as linking asks for it: see :class:`vedette.model.held.Held`.

Only what is linked already is seen: a report that nobody has taken in yet is not there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    CompoundSelect,
    Connection,
    RowMapping,
    Select,
    bindparam,
    func,
    literal,
    select,
    union_all,
)

from vedette.model import Claim, Event, Report, Situation
from vedette.model.held import Resembling, Stretch
from vedette.model.trace import Trace
from vedette.store import records, tables

UNDATED = -1
# Values that every database takes in one query.
_MANY = 400


def _resembling(sharing: Select[Any] | CompoundSelect[Any]) -> Select[Any]:
    linked, found = tables.linked_reports, sharing.subquery()
    return (
        select(linked.c.report, func.count(), linked.c.runs)
        .join(found, found.c.number == linked.c.number).group_by(linked.c.number)
    )


# Asked for each new report: made once, since to make them takes longer than to answer them.
_SHARING = select(tables.sketches.c.number).where(tables.sketches.c.hash.in_(bindparam("hashes", expanding=True)))
_RESEMBLING = _resembling(_SHARING)
# Two queries: the index is of hash and day.
_RESEMBLING_THEN = _resembling(union_all(
    _SHARING.where(tables.sketches.c.day.between(bindparam("first"), bindparam("last"))),
    _SHARING.where(tables.sketches.c.day == UNDATED),
))


class KeptView:
    """What a desk keeps for linking, through one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def reports(self, ids: Collection[str]) -> Iterable[Report]:
        """Give reports."""
        rows = self._each(select(tables.reports), tables.reports.c.id, ids)
        return [records.report_of(row) for row in rows]

    def claims(self, ids: Collection[str]) -> Iterable[Claim]:
        """Give claims."""
        claims = tables.claims.c
        return [records.claim_of(row["content"]) for row in self._each(select(claims.content), claims.id, ids)]

    def claims_of_reports(self, ids: Collection[str]) -> Iterable[Claim]:
        """Give all claims of some reports."""
        claims, linked = tables.claims, tables.linked_reports
        query = select(claims.c.content).join(linked, linked.c.report == claims.c.report)
        return [records.claim_of(row["content"]) for row in self._each(query, linked.c.report, ids)]

    def events(self, ids: Collection[str]) -> Iterable[Event]:
        """Give events."""
        events = tables.events.c
        return [records.event_of(row["content"]) for row in self._each(select(events.content), events.id, ids)]

    def families(self, reports: Collection[str]) -> Mapping[str, str]:
        """Give the family of each report."""
        linked = tables.linked_reports
        return _paired(self._each(select(linked.c.report, linked.c.family), linked.c.report, reports))

    def members(self, families: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the reports of each family."""
        linked = tables.linked_reports
        return _grouped(self._each(select(linked.c.family, linked.c.report), linked.c.family, families))

    def of_words(self, words: Collection[int]) -> Mapping[int, str]:
        """Give one report for each of these hashes of all words, where there is any."""
        linked = tables.linked_reports
        query = select(linked.c.words, func.min(linked.c.report)).group_by(linked.c.words)
        return _paired(self._each(query, linked.c.words, words))

    def resembling(self, hashes: Collection[int], *, days: tuple[int, int] | None) -> Iterable[Resembling]:
        """Give the reports with one of these hashes in their sketch: of these days, and those without one."""
        if days is None:
            rows = self._connection.execute(_RESEMBLING, {"hashes": list(hashes)}).all()
        else:
            rows = self._connection.execute(
                _RESEMBLING_THEN, {"hashes": list(hashes), "first": days[0], "last": days[1]}
            ).all()
        return [Resembling(report=report, shared=shared, runs=runs) for report, shared, runs in rows]

    def standing(self, keys: Collection[int]) -> Mapping[int, tuple[str, ...]]:
        """Give the claims in each block."""
        blocks = tables.claim_blocks
        return _grouped(self._each(select(blocks.c.key, blocks.c.claim), blocks.c.key, keys))

    def crowds(self, keys: Collection[int], *, limit: int) -> Mapping[int, int]:
        """Count the claims in each block, up to one more than the limit."""
        blocks = tables.claim_blocks
        counted: dict[int, int] = {}
        for some in _portions(keys):
            wanted = union_all(*(select(literal(key, BigInteger).label("key")) for key in some)).subquery()
            few = select(blocks.c.claim).where(blocks.c.key == wanted.c.key).limit(limit + 1).correlate(wanted)
            count = select(func.count()).select_from(few.subquery()).scalar_subquery()
            counted |= _paired(self._connection.execute(select(wanted.c.key, count.label("count"))).mappings())
        return counted

    def events_of(self, claims: Collection[str]) -> Mapping[str, str]:
        """Give the event of each claim."""
        link = tables.event_claims
        return _paired(self._each(select(link.c.claim, link.c.event), link.c.claim, claims))

    def claims_in(self, events: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Give the claims of each event."""
        link = tables.event_claims
        return _grouped(self._each(select(link.c.event, link.c.claim), link.c.event, events))

    def hearing(self, sources: Collection[str]) -> frozenset[str]:
        """Give the events for which a rating of one of these sources was looked up."""
        heard = tables.event_sources
        return self._ids(select(heard.c.event), heard.c.source, sources)

    def events_in(self, keys: Collection[int]) -> frozenset[str]:
        """Give the events in these blocks of sums."""
        return self._ids(select(tables.event_sums.c.event), tables.event_sums.c.key, keys)

    def linked_with(self, events: Collection[str]) -> frozenset[str]:
        """Give the parts of some events, and the sums that they are parts of."""
        link = tables.event_parts
        parts = self._ids(select(link.c.part), link.c.whole, events)
        return parts | self._ids(select(link.c.whole), link.c.part, events)

    def situations(self, ids: Collection[str]) -> Iterable[Situation]:
        """Give situations."""
        situations = tables.situations.c
        rows = self._each(select(situations.content), situations.id, ids)
        return [records.situation_of(row["content"]) for row in rows]

    def traces_of(self, events: Collection[str]) -> Iterable[Trace]:
        """Give the traces of some events."""
        traces = tables.event_traces
        return [records.trace_of(row) for row in self._each(select(traces), traces.c.event, events)]

    def traces_in(self, scopes: Collection[str]) -> Sequence[Trace]:
        """Give all traces of some scopes."""
        query = select(tables.event_traces)
        return [trace for scope in scopes for trace in self._placed(query, scope)]

    def traces_between(self, stretches: Collection[Stretch]) -> Iterable[Trace]:
        """Give the traces of some days of some scopes."""
        query = select(tables.event_traces)
        return [trace for one in stretches for trace in self._placed(query, one.scope, one.first, one.last)]

    def timeline(self, scopes: Collection[str]) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Give the day and the event of each trace of some scopes, in any order."""
        traces = tables.event_traces
        found: dict[str, list[tuple[str, str]]] = {}
        for scope in scopes:
            rows = self._connection.execute(_of_scope(select(traces.c.event, traces.c.scope), scope))
            placed = ((*records.scope_and_day(place), event) for event, place in rows)
            found[scope] = [(day, event) for held, day, event in placed if held == scope]
        return found

    def _placed(self, query: Select[Any], scope: str, *days: str) -> list[Trace]:
        rows = self._connection.execute(_of_scope(query, scope, *days)).mappings()
        return [trace for row in rows if (trace := records.trace_of(row)).scope == scope]

    def _ids(self, query: Select[Any], column: Any, values: Collection[Any]) -> frozenset[str]:
        return frozenset(value for row in self._each(query, column, values) for value in row.values())

    def _each(self, query: Select[Any], column: Any, values: Collection[Any]) -> Iterator[RowMapping]:
        """Give the rows in which a column has one of these values."""
        for some in _portions(values):
            yield from self._connection.execute(query.where(column.in_(some))).mappings().all()


def _of_scope(query: Select[Any], scope: str, *days: str) -> Select[Any]:
    """Ask for traces of one scope, of all days or of those from the first to the last; and of a longer name, maybe."""
    return query.where(tables.event_traces.c.scope.between(*records.trace_places(scope, *days)))


def _paired(rows: Iterable[RowMapping]) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for row in rows:
        key, value = row.values()
        found[key] = value
    return found


def _grouped(rows: Iterable[RowMapping]) -> dict[Any, tuple[str, ...]]:
    found: dict[Any, list[str]] = defaultdict(list)
    for row in rows:
        key, value = row.values()
        found[key].append(str(value))
    return {key: tuple(values) for key, values in found.items()}


def _portions(values: Collection[Any]) -> Iterator[list[Any]]:
    ordered = list(dict.fromkeys(values))
    for start in range(0, len(ordered), _MANY):
        yield ordered[start : start + _MANY]
