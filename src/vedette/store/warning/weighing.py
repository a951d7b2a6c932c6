"""Weighing in one transaction: what the matches of scenarios are, what could be seen, how they stand."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import groupby

from sqlalchemy import Connection, exists, func, select

from vedette.model import Assessment, Match, OutletCoverage, Scenario, Situation
from vedette.model.scenario_codec import scenario_to_json
from vedette.model.warning_codec import assessment_from_json, assessment_to_json, match_from_json
from vedette.store import records, tables
from vedette.store.event_rows import insert, portions
from vedette.store.linked import note_seen, note_written, seen_before
from vedette.store.warning.matching import note_unweighed
from vedette.store.warning_tables import assessments, matches, outlet_days, scenarios, unweighed_indicators

# Stand in the place of a scenario and of its indicators: what can be observed belongs to none alone.
EVERY = ""
EVERYTHING = "everything"
UNSEEN = "not observable"


class Weighing:
    """A desk while scenarios are weighed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def follow(self, wanted: Iterable[Scenario]) -> None:
        """Put these scenarios in the place of those that the desk was assessed by."""
        contents = {one.id: json.dumps(scenario_to_json(one), ensure_ascii=False, sort_keys=True) for one in wanted}
        query = select(scenarios.c.id, scenarios.c.content)
        held = {row.id: row.content for row in self._connection.execute(query)}
        if held == contents:
            return
        self._connection.execute(scenarios.delete())
        insert(self._connection, scenarios, [{"id": name, "content": contents[name]} for name in contents])
        note_written(self._connection)

    def unweighed(self) -> Mapping[str, frozenset[str]]:
        """Give the indicators of each scenario that have other matches than when it was last weighed."""
        table, found = unweighed_indicators.c, defaultdict[str, set[str]](set)
        for scenario, indicator in self._connection.execute(select(table.scenario, table.indicator)):
            found[scenario].add(indicator)
        return {scenario: frozenset(indicators) for scenario, indicators in found.items()}

    def matches(self, scenario: str, indicators: Collection[str], *, since: str) -> Mapping[str, list[Match]]:
        """Give the matches of some indicators of a scenario that stand for a day or later ones."""
        table, found = matches.c, defaultdict[str, list[Match]](list)
        query = select(table.content).where(table.scenario == scenario, table.last >= since).order_by(table.event)
        for some in portions(sorted(indicators)):
            for content in self._connection.execute(query.where(table.indicator.in_(some))).scalars():
                match = match_from_json(json.loads(content))
                found[match.indicator].append(match)
        return found

    def newest(self, scenario: str, *, until: str) -> Assessment | None:
        """Give the newest assessment of a scenario up to a day, that day included."""
        table = assessments.c
        query = select(table.content).where(table.scenario == scenario, table.day <= until)
        content = self._connection.execute(query.order_by(table.day.desc()).limit(1)).scalar()
        return None if content is None else assessment_from_json(json.loads(content))

    def put(self, assessment: Assessment) -> None:
        """Put an assessment in the place of that of the same day; its scenario is weighed."""
        table = assessments.c
        here = (table.scenario == assessment.scenario) & (table.day == assessment.day)
        content = json.dumps(assessment_to_json(assessment), ensure_ascii=False, sort_keys=True)
        held = self._connection.execute(select(table.content).where(here)).scalar()
        if held != content:
            self._connection.execute(assessments.delete().where(here))
            row = {"scenario": assessment.scenario, "day": assessment.day, "content": content}
            self._connection.execute(assessments.insert(), row)
            note_written(self._connection)
        weighed = unweighed_indicators.c.scenario == assessment.scenario
        self._connection.execute(unweighed_indicators.delete().where(weighed))

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
        """Take in of which outlets there are new reports, and note what that may change.

        Args:
            states: A mark of the states of all sources. Where it is another one than at the last time, everything
                is to be weighed; where there are reports of an outlet on a day that had none,
                whatever could not be observed.
        """
        connection = self._connection
        last, states_before = seen_before(connection)
        newest = connection.execute(select(func.max(tables.reports.c.number))).scalar() or 0
        new = self._add_days_of_reports(after=last) if newest > last else 0
        if states != states_before:
            note_unweighed(connection, [(EVERY, EVERYTHING)])
        elif new:
            note_unweighed(connection, [(EVERY, UNSEEN)])
        if (newest, states) != (last, states_before):
            note_seen(connection, newest, states)

    def looked_around(self) -> None:
        """Note that all scenarios were weighed with what can be observed."""
        table = unweighed_indicators
        self._connection.execute(table.delete().where(table.c.scenario == EVERY))

    def _add_days_of_reports(self, *, after: int) -> int:
        """Note on which days there are reports of an outlet; say how often that was not known."""
        told, known = tables.reports.c, outlet_days.c
        day, language = func.substr(told.published, 1, len("2025-09-12")), func.coalesce(told.language, "")
        here = (known.day == day) & (known.outlet == told.outlet) & (known.language == language)
        query = select(day, told.outlet, language).distinct().where(
            told.number > after, told.outlet.is_not(None), told.published.is_not(None),
            ~exists().where(here).correlate(tables.reports),
        )
        return self._connection.execute(outlet_days.insert().from_select(["day", "outlet", "language"], query)).rowcount

    def situations(self, ids: Collection[str]) -> Mapping[str, Situation]:
        """Give situations by id."""
        column, found = tables.situations.c, dict[str, Situation]()
        for some in portions(sorted(ids)):
            query = select(column.id, column.content).where(column.id.in_(some))
            found |= {row.id: records.situation_of(row.content) for row in self._connection.execute(query)}
        return found


def _coverage(outlet: str, days: Mapping[str, list[str]]) -> OutletCoverage:
    known = {language: some for language, some in days.items() if language}
    language = max(sorted(known), key=lambda one: len(known[one]), default=None)
    heard = frozenset(day for some in days.values() for day in some)
    return OutletCoverage(outlet=outlet, language=language, days=heard)
