"""Who says so, through whom: the chain of a claim, from its tagged sources."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.model import Attribution, LinkKind
from vedette.reading.document import MentionKind
from vedette.reading.facts.page import Page
from vedette.reading.facts.who import known_actors
from vedette.reading.tags import TaggedEvent, TaggedSpan
from vedette.reading.tags.labels import Role

Chain = tuple[Attribution, ...]
_PUBLISHING = (LinkKind.OUTLET, LinkKind.AGENCY)


def find_chain(event: TaggedEvent, page: Page, *, base: Chain = ()) -> Chain:
    """Give the sources of an event, the one nearest the reader first, its origin last.

    Args:
        event: Whose.
        page: What the report says.
        base: Who the whole of the report is taken from.
    """
    sources = [link.right for link in page.linked(event, Role.SAYS) if isinstance(link.right, TaggedSpan)]
    chain = list(base)
    for source in _in_order(sources, page):
        link = link_of(source, page)
        if link is not None and all(link.name != other.name for other in chain) and not _publishes(link, page):
            chain.append(link)
    own = sorted(chain[len(base) :], key=lambda link: link.kind not in _PUBLISHING)
    return (*base, *own)


def _in_order(sources: Sequence[TaggedSpan], page: Page) -> list[TaggedSpan]:
    """Put who passes on before whom it cites; else as the text has them."""
    ordered: list[TaggedSpan] = []
    waiting = sorted(sources, key=lambda source: source.span)
    cites = {(link.left.span, link.right.span) for link in page.tags.links if link.role is Role.CITES}
    while waiting:
        free = [one for one in waiting if not any((other.span, one.span) in cites for other in waiting if other != one)]
        following = (free or waiting)[0]
        ordered.append(following)
        waiting.remove(following)
    return ordered


def link_of(source: TaggedSpan, page: Page) -> Attribution | None:
    """Make a link of a chain of the words that name a source, or of what they stand for ("it", "the ministry")."""
    cue = next((link.right.span.of(page.text) for link in page.linked(source, Role.CUED)), None)
    mentions = page.mentions_of(source)
    for mention in mentions:
        outlets = page.named(mention.span, MentionKind.OUTLET)
        if outlets and outlets[0].outlet is not None:
            known = outlets[0].outlet
            name = outlets[0].span.of(page.text)
            return Attribution(name=name, kind=known.kind, cue=cue, span=source.span, id=known.id, party=known.owner)
    fullest = max(mentions, key=lambda mention: (mention.value != LinkKind.UNNAMED, len(known_actors(mention, page)),
                                                 mention.span.end - mention.span.start))
    kind = LinkKind(fullest.value or source.value or LinkKind.UNNAMED)
    actors = known_actors(source, page)
    alone = [actor for actor in actors if actor.kind != "state" or _is_whole(source, page)]
    name = alone[0].name if alone and kind is LinkKind.OFFICIAL else fullest.span.of(page.text)
    return Attribution(
        name=name, kind=kind, cue=cue, span=source.span, id=alone[0].id if alone else None,
        party=actors[0].party if actors else page.country_of(source.span) if kind is LinkKind.OFFICIAL else None,
    )


def _is_whole(source: TaggedSpan, page: Page) -> bool:
    """Say whether a source is named by a state's name alone: "Warsaw", not "the Polish minister"."""
    return any(
        mention.span.start <= source.span.start and mention.span.end >= source.span.end
        for each in page.mentions_of(source) for mention in page.named(each.span, MentionKind.ACTOR)
    )


def _publishes(link: Attribution, page: Page) -> bool:
    outlet = page.report.outlet
    return outlet is not None and link.kind in _PUBLISHING and link.name.casefold() == outlet.casefold()
