"""Linking a desk portion by portion, each in one transaction that reads and writes.

The desk notes the last report and the last decision that linking has taken in, and the rules that it was linked by.
Nobody else can write while a portion is linked, so what was looked up still holds when its result is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from vedette.model import Claim, Decision, Event, Report, SituationKind
from vedette.model.decided import Decided
from vedette.model.held import KeptEvent, KeptReport, Keys, Relinked
from vedette.store import records, tables
from vedette.store.decisions import logged
from vedette.store.event_rows import add_events, forget_events, insert, put_situations
from vedette.store.kept import UNDATED, KeptView
from vedette.store.known_log import KnownLog, LoggedDecisions
from vedette.store.linked import last_taken, mark_linked, note_rules, note_taken, rules
from vedette.store.questions import put_questions, take_questions
from vedette.store.warning.waiting import note_editions, note_unmatched


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """What a desk has not been linked with yet: some reports with their claims, and decisions.

    ``decided`` looks up what is on record, ``fresh`` are the ids of those decisions that are new.
    """

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    decided: Decided
    fresh: frozenset[str]


class Linking(KeptView):
    """A desk while a portion of it is linked: everything of :class:`vedette.model.held.Held`, and what changes it."""

    def __init__(self, connection: Connection, log: KnownLog) -> None:
        super().__init__(connection)
        self._decided = LoggedDecisions(connection, log.index(connection))
        self._taken = last_taken(connection)

    def begin(self, by: str, *, anew: bool = False) -> None:
        """Forget whatever was linked by other rules.

        Args:
            by: A mark of the rules of now.
            anew: Forget it anyway.
        """
        if anew or rules(self._connection) != by:
            self.forget()
            note_rules(self._connection, by)

    def forget(self) -> None:
        """Forget all that linking has made, to link the whole desk anew."""
        forget_events(self._connection)
        for table in (tables.claim_blocks, tables.sketches, tables.linked_reports):
            self._connection.execute(table.delete())
        self._taken = (0, 0)

    def portion(self, size: int) -> Portion:
        """Give what comes next: so many reports, and all new decisions."""
        reports, claims = tables.reports, tables.claims
        last_report, last_decision = self._taken
        new = select(reports).where(reports.c.number > last_report).order_by(reports.c.number).limit(size)
        rows = self._connection.execute(new).mappings().all()
        told = self._each(select(claims.c.content), claims.c.report, [row["id"] for row in rows])
        log = tables.decisions
        fresh = self._connection.execute(select(log.c.id, log.c.number).where(log.c.number > last_decision)).all()
        self._taken = (
            max((row["number"] for row in rows), default=last_report),
            max((number for _, number in fresh), default=last_decision),
        )
        return Portion(
            reports=tuple(map(records.report_of, rows)), claims=tuple(records.claim_of(row["content"]) for row in told),
            decided=self._decided, fresh=frozenset(one for one, _ in fresh),
        )

    def decisions(self) -> tuple[Decision, ...]:
        """Give all that people decided, for whoever links the whole desk."""
        return logged(self._connection)

    def put(self, relinked: Relinked) -> bool:
        """Write what linking the portion changes; say whether the desk is linked with all that is there now."""
        connection = self._connection
        self._put_reports(relinked.reports)
        self._move(relinked)
        self._leave(relinked.left)
        insert(connection, tables.claim_blocks, [
            {"key": key, "claim": claim} for claim, keys in relinked.blocks.items() for key in sorted(keys)
        ])
        asked = take_questions(connection, relinked)
        forget_events(connection, relinked.gone)
        add_events(connection, [kept.event for kept in relinked.events])
        self._put_kept(relinked.events)
        put_questions(connection, relinked, asked)
        self._amend(relinked.amended)
        renamed = put_situations(connection, relinked.situations, closed=relinked.closed, anew=relinked.gone)
        note_unmatched(connection, _concerned(relinked) | renamed)
        if any(situation.kind is SituationKind.EXERCISE for situation in relinked.situations):
            note_editions(connection)
        note_taken(connection, *self._taken)
        return self._finish()

    def _finish(self) -> bool:
        number = tables.reports.c.number
        last = self._connection.execute(select(func.max(number))).scalar() or 0
        if last > self._taken[0]:
            return False
        mark_linked(self._connection, through=None)
        return True

    def _put_reports(self, reports: Sequence[KeptReport]) -> None:
        ids = [kept.report for kept in reports]
        column = tables.reports.c
        numbers: dict[str, int] = {
            row["id"]: row["number"] for row in self._each(select(column.number, column.id), column.id, ids)
        }
        insert(self._connection, tables.linked_reports, [
            {"number": numbers[kept.report], "report": kept.report, "family": kept.family, "words": kept.words,
             "runs": kept.runs} for kept in reports
        ])
        insert(self._connection, tables.sketches, [
            {"hash": value, "day": UNDATED if kept.day is None else kept.day, "number": numbers[kept.report]}
            for kept in reports for value in kept.sketch
        ])

    def _move(self, relinked: Relinked) -> None:
        linked = tables.linked_reports
        for report, family in relinked.families.items():
            self._connection.execute(linked.update().where(linked.c.report == report).values(family=family))

    def _put_kept(self, events: Sequence[KeptEvent]) -> None:
        self._insert_each(tables.event_sources, (
            {"source": source, "event": kept.event.id} for kept in events for source in sorted(kept.sources)
        ))
        self._insert_each(tables.event_sums, (
            {"key": key, "event": kept.event.id} for kept in events for key in sorted(kept.sums | kept.counts)
        ))
        self._put_parts(_parts_of(kept.event for kept in events))
        self._insert_each(tables.event_traces, (records.trace_row(one) for kept in events for one in kept.traces))

    def _put_parts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Write which event is part of which; where both did not come at once, the first one has written it."""
        link, wanted = tables.event_parts.c, sorted(pairs)
        rows = self._each(select(link.whole, link.part), link.whole, sorted({whole for whole, _ in wanted}))
        there = {(row["whole"], row["part"]) for row in rows}
        self._insert_each(tables.event_parts, (
            {"whole": whole, "part": part} for whole, part in wanted if (whole, part) not in there
        ))

    def _leave(self, left: Mapping[str, Keys]) -> None:
        blocks = tables.claim_blocks
        for claim, keys in left.items():
            # Not by claim alone: the table is searched by block.
            here = (blocks.c.claim == claim) & blocks.c.key.in_(sorted(keys))
            self._connection.execute(blocks.delete().where(here))

    def _amend(self, events: Sequence[Event]) -> None:
        for event in events:
            known = tables.events.c.id == event.id
            row = records.event_row(event)
            changed = {name: row[name] for name in ("content", "situation")}
            self._connection.execute(tables.events.update().where(known).values(**changed))

    def _insert_each(self, table: Table, rows: Iterable[records.Row]) -> None:
        insert(self._connection, table, list(rows))


def _concerned(relinked: Relinked) -> frozenset[str]:
    """Give the events that are new, changed or gone."""
    made = (kept.event.id for kept in relinked.events)
    return relinked.gone.union(made, (event.id for event in relinked.amended))


def _parts_of(events: Iterable[Event]) -> set[tuple[str, str]]:
    """Give whole and part for all that some events are part of, and all that is part of them."""
    rows = set[tuple[str, str]]()
    for event in events:
        rows |= {(event.id, part) for part in event.parts} | {(whole, event.id) for whole in event.part_of}
    return rows
