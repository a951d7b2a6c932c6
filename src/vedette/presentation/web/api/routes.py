"""The addresses of the interface, in one table, and how they are put on an application."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from starlette.routing import compile_path

from vedette.presentation.web.access import Role, requires
from vedette.presentation.web.api.decisions import list_decisions, show_decision
from vedette.presentation.web.api.description import describe
from vedette.presentation.web.api.endpoint import Endpoint
from vedette.presentation.web.api.events import list_events, show_event
from vedette.presentation.web.api.exports import export_events, list_exports
from vedette.presentation.web.api.judging import decide
from vedette.presentation.web.api.limits import BodyLimit, HeadAsGet
from vedette.presentation.web.api.reports import list_claims, list_reports, search, show_claim, show_report
from vedette.presentation.web.api.scenarios import list_warning_history, list_warnings, show_warning
from vedette.presentation.web.api.situations import (
    list_event_types,
    list_outlets,
    list_situations,
    show_event_type,
    show_situation,
)

API_ROOT = "/api/v1"


API: tuple[Endpoint, ...] = (
    Endpoint("/events", list_events, "EventList"),
    Endpoint("/events/{id}", show_event, "EventWithEvidence"),
    Endpoint("/reports", list_reports, "ReportList"),
    Endpoint("/reports/{id}", show_report, "ReportWithText"),
    Endpoint("/claims", list_claims, "ClaimList"),
    Endpoint("/claims/{id}", show_claim, "Claim"),
    Endpoint("/situations", list_situations, "SituationList"),
    Endpoint("/situations/{id}", show_situation, "Situation"),
    Endpoint("/warnings", list_warnings, "WarningList"),
    Endpoint("/warnings/{scenario}", show_warning, "WarningWithRules"),
    Endpoint("/warnings/{scenario}/history", list_warning_history, "WarningList"),
    Endpoint("/outlets", list_outlets, "OutletList"),
    Endpoint("/event-types", list_event_types, "TypeDefinitionList"),
    Endpoint("/event-types/{type}", show_event_type, "TypeDefinition"),
    Endpoint("/search", search, "HitList"),
    Endpoint("/decisions", list_decisions, "DecisionList"),
    Endpoint("/decisions", decide, "Decision", "POST"),
    Endpoint("/decisions/{id}", show_decision, "Decision"),
    Endpoint("/exports", list_exports, "ExportList"),
    Endpoint("/exports/{form}", export_events, ""),
)


def add_api(app: FastAPI) -> None:
    """Put the interface on an application, with its limits and its description."""
    router = APIRouter(dependencies=[requires(Role.READER)])
    for one in API:
        router.add_api_route(
            one.path, one.function, methods=[one.method], operation_id=one.function.__name__, tags=[one.noun],
            status_code=201 if one.method == "POST" else 200, response_model=None,
        )
    app.include_router(router, prefix=API_ROOT)
    app.state.methods_of = methods_of
    app.add_middleware(BodyLimit)
    app.add_middleware(HeadAsGet)
    describe(app, API, root=API_ROOT)


def methods_of(path: str) -> tuple[str, ...]:
    """Name the methods that an address of the interface answers; none where nothing is there.

    Example:
        >>> methods_of("/api/v1/decisions"), methods_of("/api/v1/events/e1"), methods_of("/events")
        (('GET', 'HEAD', 'POST'), ('GET', 'HEAD'), ())
    """
    found = {one.method for one in API if compile_path(API_ROOT + one.path)[0].match(path)}
    return tuple(sorted(found | ({"HEAD"} if "GET" in found else set())))
