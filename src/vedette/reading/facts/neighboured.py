"""Tags of who and where that name a state only to say who borders on it are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vedette.model import Span
from vedette.reading.document import Mention
from vedette.reading.tags import Tagged, TaggedSpan, Tags
from vedette.reading.tags.labels import SpanKind

_WHO_OR_WHERE = (SpanKind.ACTOR, SpanKind.PLACE)
_WORD_BEFORE = re.compile(r"[^\W\d_]+[\s,]+\Z")
_WORD_BEHIND = re.compile(r"[\s,]+[^\W\d_]+")


def without_neighboured(tags: Tags, text: str, around: Sequence[Span], mentions: Sequence[Mention]) -> Tags:
    """Leave out who and where, if the words only say on whom somebody borders.

    Args:
        tags: Of the report.
        text: Of the report.
        around: The words that say so, with the name.
        mentions: The names of the report that are meant themselves.
    """
    if not around:
        return tags
    wide = [_with_words_beside(span, text) for span in around]
    gone = {
        tag for tag in tags.spans
        if tag.kind in _WHO_OR_WHERE and any(span.overlaps(tag.span) for span in wide)
        and not any(mention.span.overlaps(tag.span) for mention in mentions) and not _is_named(tag, text, around)
    }
    kept: list[Tagged] = [*tags.events, *(tag for tag in tags.spans if tag not in gone)]
    links = tuple(link for link in tags.links if link.left in kept and link.right in kept)
    return replace(tags, spans=tuple(tag for tag in tags.spans if tag not in gone), links=links)


def _with_words_beside(span: Span, text: str) -> Span:
    before, behind = _WORD_BEFORE.search(text, 0, span.start), _WORD_BEHIND.match(text, span.end)
    return Span(before.start() if before else span.start, behind.end() if behind else span.end)


def _is_named(tag: TaggedSpan, text: str, around: Sequence[Span]) -> bool:
    """Say whether a stretch has a name besides that of whom it borders on: "the Brest region, bordering on Poland"."""
    words = tag.span.of(text)
    for span in around:
        if span.overlaps(tag.span):
            words = text[tag.span.start : max(tag.span.start, span.start)] + " " + text[span.end : tag.span.end]
    return any(letter.isupper() for letter in words[1:])
