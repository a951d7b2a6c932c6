"""Matching in portions, each in one transaction: events that are new, changed or gone are looked at anew."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from vedette.model import Event, Match, Situation, SituationKind, Telling
from vedette.model.warning_codec import match_to_json
from vedette.store import records, tables
from vedette.store.event_rows import insert, portions
from vedette.store.linked import matched_by, note_matched_by
from vedette.store.warning.waiting import EVERY, Every, note_unweighed
from vedette.store.warning_tables import matches, unmatched_events, unweighed_indicators

_DAY = len("2025-09-12")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    """An event whose matches have to be made anew; ``event`` and ``telling`` are ``None`` where it is no more."""

    id: str
    event: Event | None = None
    telling: Telling | None = None


class Matching:
    """A desk while some of its events are matched."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, mark: str) -> None:
        """Forget whatever was matched by other rules or other packs than those of a mark, to match everything anew."""
        connection = self._connection
        if matched_by(connection) == mark:
            return
        for table in (matches, unmatched_events, unweighed_indicators):
            connection.execute(table.delete())
        connection.execute(unmatched_events.insert().from_select(["event"], select(tables.events.c.id)))
        note_unweighed(connection, [(EVERY, Every.THING)])
        note_matched_by(connection, mark)

    def portion(self, size: int) -> tuple[Unmatched, ...]:
        """Give some events that have to be matched, by id."""
        query = select(unmatched_events.c.event).order_by(unmatched_events.c.event).limit(size)
        ids = self._connection.execute(query).scalars().all()
        events = {event.id: event for event in self._events(ids)}
        told = self._told(ids)
        situations = self._situations(events.values())
        return tuple(
            Unmatched(id=one, event=events[one], telling=_telling(events[one], told[one], situations))
            if one in events and one in told else Unmatched(id=one)
            for one in ids
        )

    def put(self, ids: Collection[str], found: Sequence[Match]) -> None:
        """Put the matches of some events in the place of those they had; what differs is to be weighed."""
        connection, table = self._connection, matches.c
        new = {(one.event, one.scenario, one.indicator): _row(one) for one in found}
        for some in portions(ids):
            query = select(table.event, table.scenario, table.indicator, table.content).where(table.event.in_(some))
            old = {(row.event, row.scenario, row.indicator): row.content for row in connection.execute(query)}
            here = {key: row for key, row in new.items() if key[0] in set(some)}
            changed = {key for key in old.keys() | here.keys()
                       if key not in old or key not in here or old[key] != here[key]["content"]}
            note_unweighed(connection, {(scenario, indicator) for _, scenario, indicator in changed})
            connection.execute(matches.delete().where(table.event.in_(some)))
            insert(connection, matches, list(here.values()))
            connection.execute(unmatched_events.delete().where(unmatched_events.c.event.in_(some)))

    def _events(self, ids: Collection[str]) -> Iterable[Event]:
        column = tables.events.c
        for some in portions(ids):
            for content in self._connection.execute(select(column.content).where(column.id.in_(some))).scalars():
                yield records.event_of(content)

    def _told(self, ids: Collection[str]) -> Mapping[str, list[tuple[str, str]]]:
        """Give for each event when each report that tells of it was told and met."""
        reports, claims, link = tables.reports.c, tables.claims, tables.event_claims
        query = (
            select(link.c.event, reports.published, reports.first_seen).distinct()
            .join(claims, claims.c.id == link.c.claim).join(tables.reports, reports.id == claims.c.report)
        )
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for some in portions(ids):
            for event, published, met in self._connection.execute(query.where(link.c.event.in_(some))):
                found[event].append(((published or met)[:_DAY], met[:_DAY]))
        return found

    def _situations(self, events: Iterable[Event]) -> Mapping[str, Situation]:
        ids = {one for event in events for one in _belongs_to(event)}
        column, found = tables.situations.c, dict[str, Situation]()
        for some in portions(sorted(ids)):
            for content in self._connection.execute(select(column.content).where(column.id.in_(some))).scalars():
                situation = records.situation_of(content)
                found[situation.id] = situation
        return found


def _telling(event: Event, told: Sequence[tuple[str, str]], situations: Mapping[str, Situation]) -> Telling:
    own = [situations[one] for one in _belongs_to(event) if one in situations]
    names = (name for one in own for name in (one.id, one.key, one.name, *one.names) if name)
    return Telling(
        told=min(min(day) for day in told), known=min(met for _, met in told), situations=tuple(dict.fromkeys(names)),
        edition=next((one.id for one in own if one.kind is SituationKind.EXERCISE), None),
    )


def _belongs_to(event: Event) -> tuple[str, ...]:
    return (*((event.situation,) if event.situation is not None else ()), *event.also_in)


def _row(match: Match) -> dict[str, Any]:
    return {
        "event": match.event, "scenario": match.scenario, "indicator": match.indicator, "last": match.last,
        "content": json.dumps(match_to_json(match), ensure_ascii=False, sort_keys=True),
    }
