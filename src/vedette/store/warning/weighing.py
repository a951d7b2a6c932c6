"""Weighing in one transaction: what the matches of scenarios are, what could be seen, how they stand."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, ScalarSelect, exists, func, select

from vedette.model import Assessment, Match, OutletCoverage, Scenario, Situation
from vedette.model.scenario_codec import scenario_to_json
from vedette.model.warning_codec import assessment_from_json, assessment_to_json, match_from_json
from vedette.store import records, tables
from vedette.store.event_rows import insert, portions
from vedette.store.linked import followed, note_followed, note_seen, note_written, seen_before
from vedette.store.warning.waiting import EVERY, Every, note_unweighed
from vedette.store.warning_tables import assessments, matches, outlet_days, scenarios, unweighed_indicators


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a scenario on a day.

    ``today`` is how it stands, if it was assessed on that day, ``before`` how it stood the last time before;
    ``waiting`` are the indicators that have other matches than when it was last weighed, and what is more than one.
    """

    today: Assessment | None
    before: Assessment | None
    waiting: frozenset[str]


class Weighing:
    """A desk while scenarios are weighed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def follow(self, wanted: Sequence[Scenario], mark: str) -> None:
        """Put these scenarios in the place of those that the desk was assessed by.

        Args:
            wanted: The scenarios.
            mark: Of all that they hold; where the desk has it already, nothing is done.
        """
        if followed(self._connection) == mark:
            return
        self._connection.execute(scenarios.delete())
        insert(self._connection, scenarios, [
            {"id": one.id, "content": json.dumps(scenario_to_json(one), ensure_ascii=False, sort_keys=True)}
            for one in wanted
        ])
        note_followed(self._connection, mark)
        note_written(self._connection)

    def take_every(self) -> frozenset[Every]:
        """Give what has changed that is more than the matches of an indicator; whoever takes it notes whom it concerns.

        Nobody else is given it then.
        """
        table = unweighed_indicators
        found = self._connection.execute(select(table.c.indicator).where(table.c.scenario == EVERY)).scalars().all()
        self._connection.execute(table.delete().where(table.c.scenario == EVERY))
        return frozenset(map(Every, found))

    def note(self, concerned: Iterable[tuple[str, str]]) -> None:
        """Note that scenarios are to be weighed, each for an indicator or for what is more than one."""
        note_unweighed(self._connection, concerned)

    def due(self, day: str) -> frozenset[str]:
        """Give the scenarios, of those that are followed, that are to be weighed, or have not been on a day."""
        waiting = select(unweighed_indicators.c.scenario)
        weighed = select(assessments.c.scenario).where(
            assessments.c.scenario == scenarios.c.id, assessments.c.day == day
        )
        query = select(scenarios.c.id).where(scenarios.c.id.in_(waiting) | ~weighed.exists())
        return frozenset(self._connection.execute(query).scalars())

    def known(self, wanted: Collection[str], day: str) -> Mapping[str, Known]:
        """Give what is known of scenarios on a day, all of them at once: how they stood, what they wait for."""
        today, before, waiting = dict[str, Assessment](), dict[str, Assessment](), defaultdict[str, set[str]](set)
        for some in portions(sorted(wanted)):
            today |= self._assessed(some, assessments.c.day == day)
            before |= self._assessed(some, assessments.c.day == _last_before(day))
            table = unweighed_indicators.c
            query = select(table.scenario, table.indicator).where(table.scenario.in_(some))
            for scenario, indicator in self._connection.execute(query):
                waiting[scenario].add(indicator)
        return {
            one: Known(today=today.get(one), before=before.get(one), waiting=frozenset(waiting[one])) for one in wanted
        }

    def _assessed(self, some: Sequence[str], that_day: ColumnElement[bool]) -> dict[str, Assessment]:
        query = select(assessments.c.scenario, assessments.c.content).where(assessments.c.scenario.in_(some), that_day)
        return {row.scenario: _assessment(row.content) for row in self._connection.execute(query)}

    def matches(self, scenario: str, indicators: Collection[str], *, since: str) -> Mapping[str, list[Match]]:
        """Give the matches of some indicators of a scenario that stand for a day or later ones."""
        table, found = matches.c, defaultdict[str, list[Match]](list)
        query = select(table.content).where(table.scenario == scenario, table.last >= since).order_by(table.event)
        for some in portions(sorted(indicators)):
            for content in self._connection.execute(query.where(table.indicator.in_(some))).scalars():
                match = _match(content)
                found[match.indicator].append(match)
        return found

    def put(self, made: Sequence[Assessment]) -> None:
        """Put assessments in the place of those of the same day; their scenarios are weighed.

        Those of a later day are taken away: that day has not come, or a clock was wrong.
        """
        for day, some in groupby(sorted(made, key=lambda one: one.day), key=lambda one: one.day):
            self._put_of(day, {one.scenario: _written(one) for one in some})
        self.pass_over([one.scenario for one in made])

    def _put_of(self, day: str, contents: Mapping[str, str]) -> None:
        connection, table = self._connection, assessments.c
        for some in portions(sorted(contents)):
            connection.execute(assessments.delete().where(table.scenario.in_(some), table.day > day))
            here = (table.scenario.in_(some), table.day == day)
            held = {row.scenario: row.content for row in connection.execute(select(assessments).where(*here))}
            changed = [one for one in some if held.get(one) != contents[one]]
            if changed:
                connection.execute(assessments.delete().where(table.scenario.in_(changed), table.day == day))
                rows = [{"scenario": one, "day": day, "content": contents[one]} for one in changed]
                insert(connection, assessments, rows)
                note_written(connection)

    def pass_over(self, weighed: Collection[str]) -> None:
        """Note that scenarios are weighed with everything that is known of them."""
        table = unweighed_indicators
        for some in portions(sorted(weighed)):
            self._connection.execute(table.delete().where(table.c.scenario.in_(some)))

    def outlets(self, *, since: str) -> tuple[OutletCoverage, ...]:
        """Give the outlets of which there are reports of a day or of later ones, each with its days and its language.

        The language is the one of most days.
        """
        table = outlet_days.c
        days = func.aggregate_strings(table.day, " ")
        query = (
            select(table.outlet, table.language, days).where(table.day >= since)
            .group_by(table.outlet, table.language).order_by(table.outlet, table.language)
        )
        rows = [(outlet, language, joined.split(" ")) for outlet, language, joined in self._connection.execute(query)]
        return tuple(
            _coverage(outlet, {language: some for _, language, some in told})
            for outlet, told in groupby(rows, key=lambda row: row[0])
        )

    def look_around(self, states: str) -> None:
        """Take in of which outlets there are new reports, and note for every scenario what that may change.

        Args:
            states: A mark of the states of all sources. Where it is another one than at the last time, everything
                is to be weighed; where there are reports of a day that had none, or none of an outlet, whatever
                could not be observed.
        """
        connection = self._connection
        last, states_before = seen_before(connection)
        newest = connection.execute(select(func.max(tables.reports.c.number))).scalar() or 0
        new = self._add_days_of_reports(after=last) if newest > last else ()
        if states != states_before:
            note_unweighed(connection, [(EVERY, Every.THING)])
        note_unweighed(connection, [(EVERY, what) for what in new])
        if (newest, states) != (last, states_before):
            note_seen(connection, newest, states)

    def _add_days_of_reports(self, *, after: int) -> tuple[Every, ...]:
        """Note on which days there are reports of an outlet; say what of it was not known."""
        told, known = tables.reports.c, outlet_days.c
        day, language = func.substr(told.published, 1, len("2025-09-12")), func.coalesce(told.language, "")
        fresh = (told.number > after, told.outlet.is_not(None), told.published.is_not(None))
        that_day = exists().where(known.day == day)
        first = select(day).where(*fresh, ~that_day.correlate(tables.reports)).limit(1)
        is_new = self._connection.execute(first).first() is not None
        here = that_day.where(known.outlet == told.outlet, known.language == language)
        query = select(day, told.outlet, language).distinct().where(*fresh, ~here.correlate(tables.reports))
        put = outlet_days.insert().from_select(["day", "outlet", "language"], query)
        added = self._connection.execute(put, execution_options={"preserve_rowcount": True}).rowcount
        return ((Every.DAYS,) if is_new else ()) + ((Every.OUTLETS,) if added else ())

    def situations(self, ids: Collection[str]) -> Mapping[str, Situation]:
        """Give situations by id."""
        column, found = tables.situations.c, dict[str, Situation]()
        for some in portions(sorted(ids)):
            query = select(column.id, column.content).where(column.id.in_(some))
            found |= {row.id: records.situation_of(row.content) for row in self._connection.execute(query)}
        return found


def _last_before(day: str) -> ScalarSelect[str]:
    """Select the last day before a day on which the scenario of a row was assessed."""
    earlier = assessments.alias()
    newest = select(func.max(earlier.c.day)).where(earlier.c.scenario == assessments.c.scenario, earlier.c.day < day)
    return newest.correlate(assessments).scalar_subquery()


def _written(assessment: Assessment) -> str:
    return json.dumps(assessment_to_json(assessment), ensure_ascii=False, sort_keys=True)


# What was read is asked for again with every event that comes; what is written anew has another content.
@lru_cache(maxsize=2**9)
def _assessment(content: str) -> Assessment:
    return assessment_from_json(json.loads(content))


@lru_cache(maxsize=2**14)
def _match(content: str) -> Match:
    return match_from_json(json.loads(content))


def _coverage(outlet: str, days: Mapping[str, list[str]]) -> OutletCoverage:
    known = {language: some for language, some in days.items() if language}
    language = max(sorted(known), key=lambda one: len(known[one]), default=None)
    heard = frozenset(day for some in days.values() for day in some)
    return OutletCoverage(outlet=outlet, language=language, days=heard)
