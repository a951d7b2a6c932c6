"""Reports, claims, and the search in them."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request
from starlette.responses import Response

from vedette.model import Report
from vedette.model.codec import SCHEMA, report_to_json
from vedette.presentation.corrections import claims_with_corrections
from vedette.presentation.lookup import known_claim
from vedette.presentation.selecting import CLAIM_PLACE, HIT_PLACE, REPORT_PLACE
from vedette.presentation.web.api.answers import Json, answer_one, answer_part, told
from vedette.presentation.web.api.queries import ClaimsQuery, ReportsQuery, SearchQuery
from vedette.presentation.web.query import Id
from vedette.store.asked import ListPlace, Part
from vedette.store.ports import SearchHit, View

REPORTS, CLAIMS, SEARCH = "/api/v1/reports", "/api/v1/claims", "/api/v1/search"


def list_reports(request: Request, query: Annotated[ReportsQuery, Query()]) -> Response:
    """Reports without their text, in the order in which the desk met them: what is new comes last."""

    def gather(view: View, after: ListPlace | None) -> Part[Json]:
        part = view.list_reports(query.filter(), after=after, limit=query.limit)
        return told(part, map(listed_report, part.items))

    return answer_part(request, query, gather, path=REPORTS, place=REPORT_PLACE, noun="reports")


def show_report(request: Request, id: Id) -> Response:
    """One report with its text and its claims."""
    return answer_one(request, lambda view: whole_report(view, view.report(id)))


def list_claims(request: Request, query: Annotated[ClaimsQuery, Query()]) -> Response:
    """Claims in the order in which the desk met their reports, and of the text."""

    def gather(view: View, after: ListPlace | None) -> Part[Json]:
        part = view.list_claims(query.filter(), after=after, limit=query.limit)
        reports = {report.id: report for report in view.reports(sorted({claim.report for claim in part.items}))}
        return told(part, claims_with_corrections(view, part.items, reports))

    return answer_part(request, query, gather, path=CLAIMS, place=CLAIM_PLACE, noun="claims")


def show_claim(request: Request, id: Id) -> Response:
    """One claim, as `vedette read` prints it, with what people set in it."""

    def gather(view: View) -> Json:
        claim = known_claim(view, id)
        return claims_with_corrections(view, [claim], {claim.report: view.report(claim.report)})[0]

    return answer_one(request, gather)


def search(request: Request, query: Annotated[SearchQuery, Query()]) -> Response:
    """Reports that hold the words, best first, each with the words around the match and its events."""

    def gather(view: View, after: ListPlace | None) -> Part[Json]:
        part = view.list_hits(query.q, after=after, limit=query.limit)
        return told(part, map(hit_to_json, part.items))

    return answer_part(request, query, gather, path=SEARCH, place=HIT_PLACE, noun="hits")


def listed_report(report: Report) -> Json:
    """Give a report without its text."""
    return {"schema": SCHEMA, **report_to_json(report), "first_seen": report.first_seen}


def whole_report(view: View, report: Report) -> Json:
    """Give a report with its text and its claims."""
    claims = claims_with_corrections(view, view.claims_of_report(report.id), {report.id: report})
    return {**listed_report(report), "text": report.text, "claims": claims}


def hit_to_json(hit: SearchHit) -> Json:
    """Give what a search found; the words that matched stand between U+0002 and U+0003."""
    return {"report": listed_report(hit.report), "snippet": hit.snippet, "events": list(hit.events)}
