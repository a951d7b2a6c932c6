"""Warnings: how scenarios stand, and how they stood."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import Query, Request
from starlette.responses import Response

from vedette.model import Assessment, Scenario
from vedette.model.scenario_codec import scenario_to_json
from vedette.presentation.assessment_lines import Standing, assessment_line, standings
from vedette.presentation.selecting import NAME_PLACE
from vedette.presentation.web.api.answers import Json, answer_one, answer_part, part_behind, told
from vedette.presentation.web.api.queries import HistoryQuery, WarningQuery, WarningsQuery
from vedette.presentation.web.query import Id
from vedette.store.asked import ListPlace, Part
from vedette.store.ports import View

PATH = "/api/v1/warnings"
# Where the file of a scenario lies on the machine that serves it is nobody's business.
_OWN = frozenset({"schema", "file"})


def list_warnings(request: Request, query: Annotated[WarningsQuery, Query()]) -> Response:
    """How all scenarios stand, by id: the newest assessment of each."""

    def gather(view: View, after: ListPlace | None) -> Part[Json]:
        found = sorted(standings(view, query.day), key=_id_of)
        part = part_behind(found, after, query.limit, name=_id_of)
        return told(part, (assessment_line(now, rules) for now, rules in part.items))

    return answer_part(request, query, gather, path=PATH, place=NAME_PLACE, noun="warnings")


def show_warning(request: Request, scenario: Id, query: Annotated[WarningQuery, Query()]) -> Response:
    """How one scenario stands, with its rules."""

    def gather(view: View) -> Json:
        rules = view.scenario(scenario)
        return {**assessment_line(view.assessment(scenario, query.day), rules), "rules": _rules(rules)}

    return answer_one(request, gather)


def list_warning_history(
    request: Request, scenario: Id, query: Annotated[HistoryQuery, Query()]
) -> Response:
    """How one scenario stood, newest first: one assessment a day."""

    def gather(view: View, after: ListPlace | None) -> Part[Json]:
        rules = view.scenario(scenario)
        found = view.assessments_of(scenario, query.since, query.until)
        rest = [one for one in found if after is None or one.day < str(after[0])]
        return _part(rest, rules, limit=query.limit, total=len(found))

    path = f"{PATH}/{quote(scenario, safe='')}/history"
    return answer_part(request, query, gather, path=path, place=NAME_PLACE, noun="warnings")


def _id_of(standing: Standing) -> str:
    return standing[1].id


def _part(rest: list[Assessment], rules: Scenario, *, limit: int, total: int) -> Part[Json]:
    shown = rest[:limit]
    return Part(
        items=tuple(assessment_line(one, rules) for one in shown), total=total,
        end=(shown[-1].day,) if shown else None, more=len(rest) > len(shown),
    )


def _rules(rules: Scenario) -> Json:
    return {name: value for name, value in scenario_to_json(rules).items() if name not in _OWN}
