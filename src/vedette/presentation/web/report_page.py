"""Gather what the page of one report shows."""

from __future__ import annotations

from collections import Counter

from vedette.model import AppliedCorrection, Claim, FieldSource, Report
from vedette.presentation.corrections import corrections_of
from vedette.presentation.decisions import describe_correction
from vedette.presentation.saying import gettext as _
from vedette.presentation.web.contexts import Metadatum, ReportClaim, ReportContext
from vedette.presentation.web.facts import facts_of
from vedette.presentation.web.highlight import highlight
from vedette.presentation.web.rendering import web_link
from vedette.presentation.wording import describe_chain, describe_day
from vedette.store.ports import View


def learned_words(source: FieldSource) -> str:
    """Say where a field of a report was learned; "" where that is not known.

    Example:
        >>> learned_words(FieldSource.DATELINE)
        'from the dateline'

    """
    return {
        FieldSource.INPUT: _("given with the input"),
        FieldSource.METADATA: _("from the metadata of the page or feed"),
        FieldSource.PAGE: _("read on the visible page"), FieldSource.DATELINE: _("from the dateline"),
        FieldSource.SOURCE_LINE: _("from the line that names the source"),
        FieldSource.TEXT: _("from the running text"), FieldSource.DETECTED: _("told from the words"),
        FieldSource.NONE: "",
    }[source]


def report_context(view: View, id: str) -> ReportContext:
    """Gather a report with its claims and the events that they belong to.

    Raises:
        UnknownId: No such report.
    """
    report = view.report(id)
    claims = view.claims_of_report(id)
    events, applied = view.events_of_report(id), corrections_of(view, [id])
    return ReportContext(
        title=report.title or _("Report %(ref)s") % {"ref": report.ref}, section="", report=report,
        original=web_link(report.url), metadata=_metadata(report),
        kinds=tuple(Counter(claim.type for claim in claims).most_common()), pieces=highlight(report.text, claims),
        claims=tuple(
            _beside(claim, report, event=events.get(claim.id), applied=applied.get(claim.id, ())) for claim in claims
        ),
    )


def _beside(
    claim: Claim, report: Report, *, event: str | None, applied: tuple[AppliedCorrection, ...]
) -> ReportClaim:
    return ReportClaim(
        claim=claim, words=claim.trigger.of(report.text), facts=facts_of(claim),
        chain=tuple(describe_chain(claim, report)), event=event,
        corrections=tuple((one, describe_correction(one)) for one in applied),
    )


def _metadata(report: Report) -> tuple[Metadatum, ...]:
    return (
        _row(_("Outlet"), report.outlet, report.outlet_from),
        _row(_("Published"), _moment(report.published), report.published_from),
        _row(_("Title"), report.title, report.title_from),
        _row(_("Author"), report.author, report.author_from),
        _row(_("Language"), report.language, report.language_from),
        Metadatum(label=_("Address"), value=report.url or _("not known"), source="", link=web_link(report.url)),
        Metadatum(label=_("File"), value=report.file or _("none"), source=""),
        Metadatum(label=_("Reference"), value=report.ref, source=_("given with the input, or the name of the file")),
        Metadatum(label=_("First seen here"), value=_moment(report.first_seen) or _("not noted"), source=""),
    )


def _moment(moment: str | None) -> str | None:
    """Say a moment in words, with the exact form beside it."""
    return moment and f"{describe_day(moment)} ({moment})"


def _row(label: str, value: str | None, source: FieldSource) -> Metadatum:
    return Metadatum(label=label, value=value or _("not known"), source=learned_words(source) if value else "")
