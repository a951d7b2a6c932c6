"""The briefing: what became known, on one page, every line with its sources.

Composed once (:func:`brief`), written as Markdown or as one self-contained HTML file
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

__all__ = ["Briefing", "BriefingForm", "brief", "render_briefing", "to_html", "to_markdown", "write_briefing"]


def render_briefing(briefing: Briefing, form: BriefingForm) -> str:
    """Write a briefing as Markdown or HTML."""
    return to_html(briefing) if form is BriefingForm.HTML else to_markdown(briefing)


def write_briefing(briefing: Briefing, file: Path, *, form: BriefingForm = BriefingForm.HTML) -> None:
    """Write a briefing into a file.

    Raises:
        UsageError: The file cannot be written.

    """
    try:
        file.write_text(render_briefing(briefing, form), encoding="utf-8", newline="\n")
    except OSError as error:
        reason = f"the briefing cannot be written there ({error.strerror})"
        raise UsageError(f"{file}: {reason}. Choose another --output.") from error
