"""Places and parties in a list: what is linked to one of them is linked to all.

"Troops from Latvia, Poland and Portugal", "in the Kursk, Belgorod and Tula regions": the tagger
often links an act with one or two of a list only. Whoever stands in the list has the same role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from vedette.model import fold
from vedette.reading.facts.page import Page
from vedette.reading.tags import TaggedEvent, TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role, SpanKind

_ROLES = {
    SpanKind.ACTOR: (Role.WHO, Role.WHOM, Role.WITH),
    SpanKind.PLACE: (Role.AT, Role.FROM, Role.TO),
}
_JOINT = re.compile(r"(?P<comma>,)?[ \u00a0](?:(?P<word>[^\W\d_]+)[ \u00a0])?")


def with_listed(page: Page, joins: frozenset[str]) -> Tags:
    """Give the tags of a page with each event linked to all of a list of which it is linked to some.

    Args:
        page: Of the report.
        joins: The words for "and" of its language.
    """
    lists = list(_lists(page, joins))
    links = [link for event in page.tags.events for listed in lists for link in _shared(event, listed, page)]
    return replace(page.tags, links=(*page.tags.links, *links))


def _lists(page: Page, joins: frozenset[str]) -> Iterator[list[TaggedSpan]]:
    """Give the lists of places, and of parties: an "and" joins the last two, a comma those before."""
    for kind in _ROLES:
        run: list[TaggedSpan] = []
        closed = False
        for before, tag in pairwise(sorted(page.tags.of(kind), key=lambda tag: tag.span)):
            joint = _joint(before, tag, page, joins)
            if joint is None or (closed and joint == ","):
                if closed:
                    yield run
                run, closed = [], False
            if joint is not None:
                run, closed = [*(run or [before]), tag], joint != ","
        if closed:
            yield run


def _joint(before: TaggedSpan, tag: TaggedSpan, page: Page, joins: frozenset[str]) -> str | None:
    """Give the comma or the word for "and" between two; ``None`` where something else stands there."""
    gap = _JOINT.fullmatch(page.text, before.span.end, max(before.span.end, tag.span.start))
    if gap is None:
        return None
    word = gap["word"]
    return fold(word) if word and fold(word) in joins else gap["comma"] if not word else None


def _shared(event: TaggedEvent, listed: Sequence[TaggedSpan], page: Page) -> Iterator[TaggedLink]:
    """Give the links that an event lacks to those of a list, by the role of the one it is most surely linked to."""
    own = [link for link in page.linked(event, *_ROLES[listed[0].kind]) if link.right in listed]
    if own and page.line_of(event.span) == page.line_of(listed[0].span):
        linked = {link.right for link in own}
        yield from (replace(own[0], right=tag) for tag in listed if tag not in linked)
