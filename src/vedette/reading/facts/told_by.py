"""Who tells of each event: the links from events to sources, as far as they are sure.

The tagger links each event with all sources that it might be told by, and says how
sure it is. The frame of a saying is surer than any such link. Where there is none, who
is named in another sentence, or without a word of saying, has to be surer than who
speaks in the sentence of the event itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vedette.model import Span
from vedette.reading.facts.frames import Frame, framed_by
from vedette.reading.facts.name_parts import PUBLISHING
from vedette.reading.facts.page import Page
from vedette.reading.tags import TaggedEvent, TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role

# On the corpus, of the links below these one in five is right; of those above them four in five are.
SURE_FROM_AFAR = 0.7  # of a source in another sentence, that passes nobody on and that nobody passes on
SURE_WITHOUT_CUE = 0.9  # of such a source without a word that shows that it speaks
SURE_FROM_BEFORE = 0.9  # of a source in an earlier paragraph; none in a later one is right

Pairs = Sequence[tuple[Span, Span]]


def settle_who_tells(page: Page, frames: Sequence[Frame]) -> Tags:
    """Give the tags of a page with each event linked to who is sure to tell of it, and to nobody else."""
    cites = [(link.left.span, link.right.span) for link in page.tags.links if link.role is Role.CITES]
    links: dict[TaggedLink, None] = dict.fromkeys(link for link in page.tags.links if link.role is not Role.SAYS)
    for event in page.tags.events:
        links |= dict.fromkeys(_settled(event, page, framed_by(event.span, frames), cites))
    return replace(page.tags, links=tuple(links))


def _settled(event: TaggedEvent, page: Page, speaker: TaggedSpan | None, cites: Pairs) -> list[TaggedLink]:
    """Give the links of an event: to the speaker of its frame, else of its sentence, and who passes him on."""
    line = page.line_of(event.span).span
    joined = {span for pair in cites for span in pair}
    links = [link for link in page.linked(event, Role.SAYS) if _is_sure(link, page, joined)]
    if speaker is not None:
        framed = TaggedLink(role=Role.SAYS, left=event, right=speaker, score=speaker.score)
        links = [framed, *(link for link in links if link.right != speaker)]
    told = {link.right.span for link in links if line.overlaps(link.right.span)}
    near = told if speaker is None else {speaker.span, *(told & _speaking_with(speaker, page))}
    chain = _joined_to(near, cites)
    return [link for link in links if not near or link.right.span in chain or _publishes(link)]


def _speaking_with(speaker: TaggedSpan, page: Page) -> set[Span]:
    """Give who else stands right beside the verb of a speaker: "Example Wire | confirmed | the army", told to it."""
    cues = {link.right.span for link in page.linked(speaker, Role.CUED)}
    return {
        link.left.span for link in page.tags.links
        if link.role is Role.CUED and link.right.span in cues and link.left.span.gap(link.right.span) <= 1
    }


def _is_sure(link: TaggedLink, page: Page, joined: set[Span]) -> bool:
    source, own, its = link.right, page.line_of(link.left.span), page.line_of(link.right.span)
    if its.paragraph != own.paragraph:
        return its.paragraph < own.paragraph and link.score >= SURE_FROM_BEFORE
    if not isinstance(source, TaggedSpan) or source.span in joined:
        return True
    if link.score < SURE_WITHOUT_CUE and not page.linked(source, Role.CUED):
        return False
    return its == own or link.score >= SURE_FROM_AFAR


def _joined_to(spans: set[Span], cites: Pairs) -> set[Span]:
    """Give sources with all that they pass on or are passed on by, one through another."""
    chain = set(spans)
    while more := {span for pair in cites if chain & set(pair) for span in pair} - chain:
        chain |= more
    return chain


def _publishes(link: TaggedLink) -> bool:
    """Say whether a source passes words on, as it may do over several sentences."""
    return isinstance(link.right, TaggedSpan) and link.right.value in PUBLISHING
