"""Which thing an incident told of before was, where a sentence says no more: "The minister said it was a Gerbera".

The tagger knows such a sentence as somebody's words that mean what was told before; that they
tell of the event, too, it passes over. Whoever says so makes a claim of the event.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vedette.model import Factuality, Section, Span, Stage, fold
from vedette.reading.document import MentionKind
from vedette.reading.facts.page import Line, Page
from vedette.reading.facts.sayings import SayingWords
from vedette.reading.incident_words import FLIES, INCIDENTS, NamingWords
from vedette.reading.tags import TaggedEvent, TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role, SpanKind

FARTHEST = 3  # paragraphs back to what was told: news puts each sentence into a paragraph of its own


def name_things(page: Page, words: NamingWords, *, says: SayingWords, sure: float) -> Tags:
    """Give the tags of a page with those tellings of an incident that only say which thing it was.

    Args:
        page: Of the report.
        words: How its language says what something was.
        says: How it says that somebody only judges.
        sure: From which score on an event counts, 0..1.
    """
    told = [event for event in page.tags.events if event.score >= sure]
    events, links = list(page.tags.events), list(page.tags.links)
    for line in page.lines:
        before = _told_before(line, told, page)
        own = [event for event in told if line.span.holds(event.span)]
        if before is None or line.section is not Section.BODY or not _is_said(line, page):
            continue
        if any(not _speaks_of_before(event.span, line, page) for event in own):
            continue  # it tells something of its own
        for gear in _things(line, page, words):
            event = next((event for event in own if event.type in INCIDENTS), None) or replace(
                before, span=gear.span, stage=Stage.HAPPENED, factuality=_how_sure(line, page, says)
            )
            links.append(TaggedLink(role=Role.GEAR, left=event, right=gear, score=event.score))
            if event not in events:
                events.append(event)
                links.append(TaggedLink(role=Role.SAME, left=event, right=before, score=event.score))
    return replace(page.tags, events=tuple(sorted(events, key=lambda event: event.span)), links=tuple(links))


def _told_before(line: Line, told: list[TaggedEvent], page: Page) -> TaggedEvent | None:
    """Give the incident told of last, unless it is far away."""
    before = [
        event for event in told
        if event.span.end <= line.span.start and event.type in INCIDENTS and event.factuality is not Factuality.DENIED
    ]
    near = [event for event in before if line.paragraph - page.line_of(event.span).paragraph <= FARTHEST]
    return near[-1] if near else None


def _is_said(line: Line, page: Page) -> bool:
    """Say whether somebody speaks in a sentence, and of what was told before."""
    spoken = any(link.role is Role.CUED and line.span.holds(link.left.span) for link in page.tags.links)
    return spoken and any(_means_before(link, line) for link in page.tags.links)


def _speaks_of_before(span: Span, line: Line, page: Page) -> bool:
    return any(link.left.span == span and _means_before(link, line) for link in page.tags.links)


def _means_before(link: TaggedLink, line: Line) -> bool:
    return link.role is Role.SAME and line.span.holds(link.left.span) and link.right.span.end <= line.span.start


def _things(line: Line, page: Page, words: NamingWords) -> Iterator[TaggedSpan]:
    """Give what a sentence says that it was; a thing that flies, by a name that a pack knows."""
    for mention in page.named(line.span, MentionKind.EQUIPMENT):
        known = mention.equipment
        if known is not None and known.kind in FLIES and words.say_so(page.text, mention.span, within=line.span):
            yield TaggedSpan(kind=SpanKind.EQUIPMENT, span=mention.span, score=1.0, value=known.kind)


def _how_sure(line: Line, page: Page, says: SayingWords) -> Factuality:
    judged = {fold(word) for word in line.span.of(page.text).split()} & says.perhaps
    return Factuality.PROBABLE if judged else Factuality.ASSERTED
