"""The briefing: what became known, on one page, every line with its sources.

Composed once (:func:`brief`), written as Markdown, as one self-contained HTML file or as a PDF
(:func:`render_briefing`). The same desk gives the same briefing: the day it speaks of is
that of the newest report, not today.
"""

from __future__ import annotations

from pathlib import Path

from vedette.errors import UsageError
from vedette.presentation.briefing.compose import brief
from vedette.presentation.briefing.form import BriefingForm
from vedette.presentation.briefing.markdown import to_markdown
from vedette.presentation.briefing.outline import Briefing
from vedette.presentation.briefing.page import to_html
from vedette.presentation.briefing.pdf import to_pdf

__all__ = ["Briefing", "BriefingForm", "brief", "render_briefing", "to_html", "to_markdown", "to_pdf", "write_briefing"]


def render_briefing(briefing: Briefing, form: BriefingForm) -> bytes:
    """Write a briefing in a form; text is UTF-8.

    Raises:
        MissingExtra: The form needs a library that is not installed.
    """
    if form is BriefingForm.PDF:
        return to_pdf(briefing)
    text = to_html(briefing) if form is BriefingForm.HTML else to_markdown(briefing)
    return text.encode("utf-8", "replace")


def write_briefing(briefing: Briefing, file: Path, *, form: BriefingForm = BriefingForm.HTML) -> None:
    """Write a briefing into a file.

    Raises:
        UsageError: The file cannot be written.

    """
    page = render_briefing(briefing, form)
    try:
        file.write_bytes(page)
    except OSError as error:
        reason = f"the briefing cannot be written there ({error.strerror})"
        raise UsageError(f"{file}: {reason}. Choose another --output.") from error
