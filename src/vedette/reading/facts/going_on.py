"""Who goes on speaking: words that are said, in a sentence that names nobody who says them.

"He added that ..." is tagged as said and by nobody; a German "Die Straße sei frei"
shows by its verb that it is not the narrator who says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vedette.model import Span, fold
from vedette.reading.facts.page import Line, Page
from vedette.reading.facts.sayings import SayingWords
from vedette.reading.tags import TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role, SpanKind

_WORD = re.compile(r"[^\W\d_]+")


def go_on(page: Page, words: SayingWords) -> Tags:
    """Give the tags of a page with links from what somebody goes on to say to who spoke last."""
    links = [
        TaggedLink(role=Role.SAYS, left=event, right=source, score=source.score)
        for event in page.tags.events if not page.linked(event, Role.SAYS)
        for source in _speaking_at(event.span, page, words)
    ]
    return replace(page.tags, links=(*page.tags.links, *links))


def _speaking_at(span: Span, page: Page, words: SayingWords) -> list[TaggedSpan]:
    """Give who speaks where some words stand that nobody is named for; nobody where the narrator tells."""
    line = page.line_of(span)
    if any(said.span.holds(span) for said in page.tags.of(SpanKind.CONTENT)):
        return _with_relays(_last_speaker(span, page, line.paragraph), page)
    named = any(line.span.overlaps(source.span) for source in page.tags.of(SpanKind.SOURCE))
    if named or not _is_reported(line, page, words):
        return []
    last = _last_speaker(span, page, line.paragraph) or _last_speaker(span, page, line.paragraph - 1)
    return _with_relays(last, page)


def _is_reported(line: Line, page: Page, words: SayingWords) -> bool:
    return any(fold(word) in words.reported for word in _WORD.findall(line.span.of(page.text)))


def _last_speaker(span: Span, page: Page, paragraph: int) -> TaggedSpan | None:
    before = [
        source for source in page.tags.of(SpanKind.SOURCE)
        if source.span.end <= span.start and page.line_of(source.span).paragraph == paragraph
    ]
    return before[-1] if before else None


def _with_relays(speaker: TaggedSpan | None, page: Page) -> list[TaggedSpan]:
    """Give a speaker with who passes the words on, as far as the same sentence says so."""
    if speaker is None:
        return []
    line = page.line_of(speaker.span).span
    return [*(relay for relay in _citing(speaker, page) if line.holds(relay.span)), speaker]


def _citing(speaker: TaggedSpan, page: Page) -> Iterator[TaggedSpan]:
    for link in page.tags.links:
        if link.role is Role.CITES and link.right == speaker and isinstance(link.left, TaggedSpan):
            yield link.left
