"""Gather what the page of one report shows."""

from __future__ import annotations

from vedette.model import Claim, FieldSource, Report
from vedette.presentation.web.contexts import Metadatum, ReportClaim, ReportContext
from vedette.presentation.web.facts import facts_of
from vedette.presentation.web.highlight import highlight
from vedette.presentation.web.rendering import web_link
from vedette.presentation.wording import describe_chain, describe_day
from vedette.store.ports import View

_LEARNED = {
    FieldSource.INPUT: "given with the input", FieldSource.METADATA: "from the metadata of the page or feed",
    FieldSource.PAGE: "read on the visible page", FieldSource.DATELINE: "from the dateline",
    FieldSource.SOURCE_LINE: "from the line that names the source", FieldSource.TEXT: "from the running text",
    FieldSource.DETECTED: "told from the words", FieldSource.NONE: "",
}


def report_context(view: View, id: str) -> ReportContext:
    """Gather a report with its claims and the events that they belong to.

    Raises:
        UnknownId: No such report.
    """
    report = view.report(id)
    claims = view.claims_of_report(id)
    events = view.events_of_report(id)
    return ReportContext(
        title=report.title or f"Report {report.ref}", section="", report=report, metadata=_metadata(report),
        pieces=highlight(report.text, claims),
        claims=tuple(_beside(claim, report, event=events.get(claim.id)) for claim in claims),
    )


def _beside(claim: Claim, report: Report, *, event: str | None) -> ReportClaim:
    return ReportClaim(
        claim=claim, words=claim.trigger.of(report.text), facts=facts_of(claim),
        chain=tuple(describe_chain(claim, report)), event=event,
    )


def _metadata(report: Report) -> tuple[Metadatum, ...]:
    return (
        _row("Outlet", report.outlet, report.outlet_from),
        _row("Published", _moment(report.published), report.published_from),
        _row("Title", report.title, report.title_from),
        _row("Author", report.author, report.author_from),
        _row("Language", report.language, report.language_from),
        Metadatum(label="Address", value=report.url or "not known", source="", link=web_link(report.url)),
        Metadatum(label="File", value=report.file or "none", source=""),
        Metadatum(label="Reference", value=report.ref, source="given with the input, or the name of the file"),
        Metadatum(label="First seen here", value=_moment(report.first_seen) or "not noted", source=""),
    )


def _moment(moment: str | None) -> str | None:
    """Say a moment in words, with the exact form beside it."""
    return moment and f"{describe_day(moment)} ({moment})"


def _row(label: str, value: str | None, source: FieldSource) -> Metadatum:
    return Metadatum(label=label, value=value or "not known", source=_LEARNED[source] if value else "")
