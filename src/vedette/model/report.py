"""One published item, as read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vedette.model.identity import content_id


class FieldSource(StrEnum):
    """Where a field of a report was learned from."""

    INPUT = "input"  # a key of the JSONL line, or an argument of the caller
    METADATA = "metadata"  # feed entry, HTML meta or JSON-LD, WARC header
    PAGE = "page"  # the visible page
    DATELINE = "dateline"  # "VILNIUS, August 5 (BNS) -"
    SOURCE_LINE = "source_line"  # "Source: ..."
    TEXT = "text"  # a date or name in the running text
    DETECTED = "detected"  # the language, from the words
    NONE = "none"  # not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One item that an outlet published, with its text exactly as read.

    ``text`` is stored once and never changes: every offset of every claim
    counts code points in it. ``published`` is what the outlet says (an ISO
    8601 date, or date and time), ``first_seen`` is when this desk first met
    it (ISO 8601, UTC); neither is ever filled from the other.

    ``ref`` is the id that the input gave, else the stem of the file name.
    Each ``..._from`` says where its field was learned.

    Example:
        >>> report = Report.of(text="Poland closed its border.", ref="b", outlet="Example Post")
        >>> report.id == Report.of(text="Poland closed its border.", ref="x", outlet="Example Post").id
        True
    """

    id: str
    ref: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    file: str | None = None
    language: str | None = None
    published: str | None = None
    first_seen: str | None = None
    title_from: FieldSource = FieldSource.NONE
    outlet_from: FieldSource = FieldSource.NONE
    author_from: FieldSource = FieldSource.NONE
    language_from: FieldSource = FieldSource.NONE
    published_from: FieldSource = FieldSource.NONE

    @property
    def may_be_later(self) -> bool:
        """Say whether ``published`` is only the latest day that the text names: it was published then or later."""
        return self.published_from is FieldSource.TEXT

    @classmethod
    def of(
        cls,
        text: str,
        *,
        ref: str,
        title: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        published: str | None = None,
        **fields: object,
    ) -> Report:
        """Make a report and name it by what was published: text, title, outlet, address, date.

        The file it came from, the ``ref`` and the moment we saw it are not part
        of its identity: the same item met twice is one report.
        """
        content = {"text": text, "title": title, "outlet": outlet, "url": url, "published": published}
        return cls(
            id=content_id("r", content), ref=ref, text=text, title=title, outlet=outlet,
            url=url, published=published, **fields,  # type: ignore[arg-type]
        )
