"""What became of a watched page: the versions that were read of it, what each changed, and since when it is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Protocol, cast

from fastapi import Request

from vedette.model import Report
from vedette.presentation.web.remembered import Remembered, remembered
from vedette.store.ports import View
from vedette.store.watching import PageEntry, PageState, Version, VersionState
from vedette.watching.edits import Words, difference

# Comparing takes time that grows with the square of what is compared, and anybody may ask for a page.
LONGEST_COMPARED = 30_000
_READ = frozenset({VersionState.READ})

Paragraph = tuple[Words, ...]


class WatchedPages(Protocol):
    """What is on record of pages that are watched."""

    def page_at(self, address: str) -> PageEntry | None:
        """Give the page of an address, if it is known."""
        ...

    def versions(self, page: int) -> tuple[Version, ...]:
        """Give what a page was, oldest first, without what was the same again."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVersion:
    """One version of a page: the report that it is (an id), and when it was met (ISO 8601)."""

    report: str
    met: str
    is_this: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChange:
    """What changed between two versions: ``paragraphs`` differ, ``None`` where they are too long to compare here.

    ``other`` is the report that is not shown; ``is_later`` says that it came after the one that is.
    """

    other: str
    met: str
    is_later: bool
    paragraphs: tuple[Paragraph, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHistory:
    """What became of the page of a report; ``gone`` is since when it is not there any more, ``None`` where it is."""

    gone: str | None
    versions: tuple[PageVersion, ...]
    changes: tuple[PageChange, ...]


def show_history(request: Request, report: Report, view: View) -> PageHistory | None:
    """Give what became of the page of a report, ``None`` where nothing did, or nobody watches it."""
    pages = cast("WatchedPages | None", request.app.state.watched_pages)
    return None if pages is None else page_history(report, view, pages=pages, kept=remembered(request))


def page_history(report: Report, view: View, *, pages: WatchedPages, kept: Remembered) -> PageHistory | None:
    """Give what became of the page of a report, ``None`` where nothing did, or nobody watches it.

    Args:
        report: The report.
        view: Gives the reports that the page was before and after.
        pages: What is on record of pages.
        kept: What was compared before.
    """
    page = pages.page_at(report.url) if report.url else None
    if page is None:
        return None
    versions = pages.versions(page.number)
    gone = [one.fetched.isoformat(timespec="minutes") for one in versions if one.state is VersionState.GONE]
    met = tuple(_met(versions, report.id))
    changes = tuple(_changes(met, report, view, kept=kept))
    if page.state is not PageState.GONE and not changes:
        return None
    return PageHistory(
        gone=gone[-1] if gone and page.state is PageState.GONE else None, versions=met, changes=changes
    )


def _met(versions: Sequence[Version], id: str) -> Iterator[PageVersion]:
    """Give the versions that say something else than the one before."""
    before: str | None = None
    for one in versions:
        if one.state in _READ and one.report is not None and one.report != before:
            yield PageVersion(
                report=one.report, met=one.fetched.isoformat(timespec="minutes"), is_this=one.report == id
            )
            before = one.report


def _changes(met: Sequence[PageVersion], report: Report, view: View, *, kept: Remembered) -> Iterator[PageChange]:
    """Say what the version that is shown changed, and what the next one changed in it."""
    for before, after in pairwise(met):
        if report.id in (before.report, after.report):
            other = after if before.is_this else before
            one, then = (view.report(each.report) for each in (before, after))
            yield PageChange(
                other=other.report, met=after.met, is_later=before.is_this,
                paragraphs=kept.get(("edit", one.id, then.id), partial(_compare, one, then)),
            )


def _compare(before: Report, after: Report) -> tuple[Paragraph, ...] | None:
    if max(len(before.text), len(after.text)) > LONGEST_COMPARED:
        return None
    return difference(before.title or "", after.title or "") + difference(before.text, after.text)
