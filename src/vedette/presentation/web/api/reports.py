"""Reports, claims, and the search in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from fastapi import Query, Request
from starlette.responses import Response

from vedette.errors import UnknownId
from vedette.model import Claim, Report
from vedette.model.codec import SCHEMA, report_to_json
from vedette.presentation.corrections import claims_with_corrections
from vedette.presentation.web.api.answers import answer_list, answer_one, listed
from vedette.presentation.web.api.cursor import CLAIM_PLACE, HIT_PLACE, REPORT_PLACE, place_of
from vedette.presentation.web.api.queries import ClaimsQuery, ReportsQuery, SearchQuery
from vedette.presentation.web.query import Id
from vedette.store.ports import SearchHit, View

REPORTS, CLAIMS, SEARCH = "/api/v1/reports", "/api/v1/claims", "/api/v1/search"


def list_reports(request: Request, query: Annotated[ReportsQuery, Query()]) -> Response:
    """Reports without their text, in the order in which the desk met them: what is new comes last."""
    place = place_of(query.cursor, REPORT_PLACE)

    def gather(view: View) -> Response:
        part = view.list_reports(query.filter(), after=place, limit=query.limit)
        found = [listed_report(report) for report in part.items]
        return listed("reports", found, query, path=REPORTS, total=part.total, end=part.end, more=part.more)

    return answer_list(request, gather)


def show_report(request: Request, id: Id) -> Response:
    """One report with its text and its claims."""
    return answer_one(request, lambda view: whole_report(view, view.report(id)))


def list_claims(request: Request, query: Annotated[ClaimsQuery, Query()]) -> Response:
    """Claims in the order in which the desk met their reports, and of the text."""
    place = place_of(query.cursor, CLAIM_PLACE)

    def gather(view: View) -> Response:
        part = view.list_claims(query.filter(), after=place, limit=query.limit)
        found = list(_claims_to_json(view, part.items))
        return listed("claims", found, query, path=CLAIMS, total=part.total, end=part.end, more=part.more)

    return answer_list(request, gather)


def show_claim(request: Request, id: Id) -> Response:
    """One claim, as `vedette read` prints it, with what people set in it."""

    def gather(view: View) -> Mapping[str, Any]:
        claim = next(iter(view.claims([id])), None)
        if claim is None:
            raise UnknownId("claim", id)
        return claims_with_corrections(view, [claim], {claim.report: view.report(claim.report)})[0]

    return answer_one(request, gather)


def search(request: Request, query: Annotated[SearchQuery, Query()]) -> Response:
    """Reports that hold the words, best first, each with the words around the match and its events."""
    place = place_of(query.cursor, HIT_PLACE)

    def gather(view: View) -> Response:
        part = view.list_hits(query.q, after=place, limit=query.limit)
        found = [hit_to_json(hit) for hit in part.items]
        return listed("hits", found, query, path=SEARCH, total=part.total, end=part.end, more=part.more)

    return answer_list(request, gather)


def listed_report(report: Report) -> Mapping[str, Any]:
    """Give a report without its text."""
    return {"schema": SCHEMA, **report_to_json(report), "first_seen": report.first_seen}


def whole_report(view: View, report: Report) -> Mapping[str, Any]:
    """Give a report with its text and its claims."""
    claims = claims_with_corrections(view, view.claims_of_report(report.id), {report.id: report})
    return {**listed_report(report), "text": report.text, "claims": claims}


def hit_to_json(hit: SearchHit) -> Mapping[str, Any]:
    """Give what a search found; the words that matched stand between U+0002 and U+0003."""
    return {"report": listed_report(hit.report), "snippet": hit.snippet, "events": list(hit.events)}


def _claims_to_json(view: View, claims: Iterable[Claim]) -> Iterable[Mapping[str, Any]]:
    told = tuple(claims)
    reports = {report.id: report for report in view.reports(sorted({claim.report for claim in told}))}
    return claims_with_corrections(view, told, reports)
