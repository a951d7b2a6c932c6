"""How scenarios stand, read from a SQL database: see :class:`vedette.store.warning.ports.Warnings`."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Select, func, select

from vedette.errors import UnknownId
from vedette.model import Assessment, Scenario
from vedette.model.scenario_codec import scenario_from_json
from vedette.model.warning_codec import assessment_from_json
from vedette.store.warning_tables import assessments, scenarios


class SqlWarnings(ABC):
    """The part of a view that tells how scenarios stand; another part opens the connection."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]:
        """Open a connection that sees the desk as it is at one moment."""

    def scenarios(self) -> tuple[Scenario, ...]:
        """Give the scenarios that the desk is assessed by, by id, as they were when it last was."""
        with self._reading() as connection:
            held = connection.execute(select(scenarios.c.content).order_by(scenarios.c.id)).scalars().all()
        return tuple(scenario_from_json(json.loads(content)) for content in held)

    def scenario(self, id: str) -> Scenario:
        """Give one of them. Raises UnknownId."""
        with self._reading() as connection:
            content = connection.execute(select(scenarios.c.content).where(scenarios.c.id == id)).scalar()
        if content is None:
            raise UnknownId("scenario", id)
        return scenario_from_json(json.loads(content))

    def assessments(self, day: str | None = None) -> tuple[Assessment, ...]:
        """Give the newest assessment of each of these scenarios, by id: of a day or of the last one before it."""
        earlier = assessments.alias()
        # Asked for each scenario: by the key that is one step, whereas in groups every day of years would be read.
        newest = select(func.max(earlier.c.day)).where(earlier.c.scenario == scenarios.c.id)
        newest = newest if day is None else newest.where(earlier.c.day <= day)
        that_day = assessments.c.day == newest.correlate(scenarios).scalar_subquery()
        query = (
            select(assessments.c.content).select_from(scenarios)
            .join(assessments, (assessments.c.scenario == scenarios.c.id) & that_day).order_by(scenarios.c.id)
        )
        return self._assessments(query)

    def assessment(self, scenario: str, day: str | None = None) -> Assessment:
        """Give the newest assessment of a scenario: of a day or of the last one before it. Raises UnknownId."""
        found = self._assessments(_until(_of(scenario), day).limit(1))
        if not found:
            raise UnknownId("assessment of a scenario", scenario)
        return found[0]

    def assessments_of(
        self, scenario: str, since: str | None = None, until: str | None = None
    ) -> tuple[Assessment, ...]:
        """Give the assessments of a scenario from one day to another, both included, the newest first."""
        query = _until(_of(scenario), until)
        return self._assessments(query if since is None else query.where(assessments.c.day >= since))

    def _assessments(self, query: Select[Any]) -> tuple[Assessment, ...]:
        with self._reading() as connection:
            held = connection.execute(query).scalars().all()
        return tuple(assessment_from_json(json.loads(content)) for content in held)


def _of(scenario: str) -> Select[Any]:
    return select(assessments.c.content).where(assessments.c.scenario == scenario).order_by(assessments.c.day.desc())


def _until(query: Select[Any], day: str | None) -> Select[Any]:
    return query if day is None else query.where(assessments.c.day <= day)
