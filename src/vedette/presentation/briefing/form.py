"""The forms in which a briefing is written."""

from enum import StrEnum


class BriefingForm(StrEnum):
    """How a briefing is written."""

    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
