"""What waits to be matched, and what waits to be weighed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum

from sqlalchemy import Connection, tuple_

from vedette.store.event_rows import insert, portions
from vedette.store.linked import matched_by
from vedette.store.warning_tables import unmatched_events, unweighed_indicators

EVERY = ""
"""Stands in the place of a scenario, where what has changed belongs to none alone."""


class Every(StrEnum):
    """What has changed that is more than the matches of one indicator: no indicator can have such an id."""

    THING = "*"  # rules, packs, or the states of sources
    DAYS = "*days"  # there are reports on a day that had none at all
    OUTLETS = "*outlets"  # there are reports of an outlet on a day that had none of it
    EDITIONS = "*editions"  # exercises, or the editions before them


def note_unmatched(connection: Connection, events: Collection[str]) -> None:
    """Note that events are new, changed or gone; where nothing was matched yet, all are matched anyway."""
    if not matched_by(connection):
        return
    for some in portions(sorted(set(events))):
        connection.execute(unmatched_events.delete().where(unmatched_events.c.event.in_(some)))
        insert(connection, unmatched_events, [{"event": one} for one in some])


def note_editions(connection: Connection) -> None:
    """Note that exercises have changed."""
    if matched_by(connection):
        note_unweighed(connection, [(EVERY, Every.EDITIONS)])


def note_unweighed(connection: Connection, indicators: Iterable[tuple[str, str]]) -> None:
    """Note that indicators, each with its scenario, have other matches than when it was last weighed."""
    table = unweighed_indicators
    for some in portions(sorted(set(indicators))):
        connection.execute(table.delete().where(tuple_(table.c.scenario, table.c.indicator).in_(some)))
        insert(connection, table, [{"scenario": scenario, "indicator": indicator} for scenario, indicator in some])
