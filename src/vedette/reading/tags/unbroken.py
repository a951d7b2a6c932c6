"""Abbreviations with full stops kept whole in what is tagged: "U.S. Central Command", not "S. Central Command".

The network reads each full stop as a word of its own, and now and then begins or
ends a stretch inside "U.S.".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from vedette.model import Span
from vedette.reading.tags.tagged import Tagged, TaggedLink, TaggedSpan, Tags

_ABBREVIATION = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}")


def unbroken(tags: Tags, text: str) -> Tags:
    """Give the tags with stretches that begin and end where words do; two that are one then are one."""
    abbreviations = [Span(*match.span()) for match in _ABBREVIATION.finditer(text)]
    if not abbreviations:
        return tags
    widened = {span: replace(span, span=_widened(span.span, abbreviations)) for span in tags.spans}
    changed = [wide for span, wide in widened.items() if wide != span]
    whole = {span: _longest(wide, widened.values()) if changed else wide for span, wide in widened.items()}
    spans = sorted(dict.fromkeys(whole.values()), key=lambda tag: (tag.span, tag.kind))
    return replace(tags, spans=tuple(spans), links=tuple(_links(tags.links, whole)))


def _widened(span: Span, abbreviations: Sequence[Span]) -> Span:
    for other in abbreviations:
        if other.overlaps(span):
            span = Span(min(span.start, other.start), max(span.end, other.end))
    return span


def _longest(span: TaggedSpan, others: Iterable[TaggedSpan]) -> TaggedSpan:
    """Give the longest stretch of its kind that holds this one."""
    holding = [other for other in others if other.kind is span.kind and other.span.holds(span.span)]
    return max(holding, key=lambda other: (other.span.end - other.span.start, other.score))


def _links(links: Sequence[TaggedLink], whole: dict[TaggedSpan, TaggedSpan]) -> list[TaggedLink]:
    def now(tag: Tagged) -> Tagged:
        return whole.get(tag, tag) if isinstance(tag, TaggedSpan) else tag

    moved = (replace(link, left=now(link.left), right=now(link.right)) for link in links)
    return list(dict.fromkeys(link for link in moved if link.left != link.right))
