"""Who says so, through whom: the chain of a claim, from its tagged sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from vedette.model import Attribution, LinkKind, Span, fold
from vedette.reading.document import Form, Mention, MentionKind
from vedette.reading.facts.name_parts import PUBLISHING
from vedette.reading.facts.page import Page
from vedette.reading.facts.who import known_actors
from vedette.reading.inflection import begin_alike
from vedette.reading.names import NameIndex
from vedette.reading.outlets import is_one_voice, is_outlet_of, is_publishing, outlet_link
from vedette.reading.tags import TaggedEvent, TaggedSpan
from vedette.reading.tags.labels import Role

Chain = tuple[Attribution, ...]
_PEOPLE = (LinkKind.UNNAMED, LinkKind.WITNESS, LinkKind.EXPERT)
_ONE_BREATH = 6  # characters between two who speak together: "the ministry and the army"
_WORD = re.compile(r"[^\W\d_]{3,}")
_APPOSED = " \u00a0,–—-"


def find_chain(event: TaggedEvent, page: Page, *, base: Chain = ()) -> Chain:
    """Give the sources of an event, the one nearest the reader first, its origin last.

    Args:
        event: Whose.
        page: What the report says.
        base: Who the whole of the report is taken from.
    """
    linked = [link.right for link in page.linked(event, Role.SAYS) if isinstance(link.right, TaggedSpan)]
    sources = [source for source in linked if fold(source.span.of(page.text)).strip()]
    chain = list(base)
    speakers = _in_order(_heard(_speakers(sources, page), page), page)
    for link in (link for source in speakers for link in links_of(source, page)):
        if not any(is_one_voice(link, other) for other in chain) and not is_outlet_of(link, page.report.outlet):
            chain.append(link)
    own = sorted(chain[len(base) :], key=lambda link: not is_publishing(link))
    return (*base, *own)


def _speakers(sources: Sequence[TaggedSpan], page: Page) -> list[TaggedSpan]:
    """Leave out what only describes the speaker before it: "the chief of staff, first deputy minister, A. Person"."""
    ordered = sorted(sources, key=lambda source: source.span)
    kept = ordered[:1]
    for before, source in pairwise(ordered):
        if page.text[before.span.end : source.span.start].strip(_APPOSED) or not _is_described(before, source, page):
            kept.append(source)
    return kept


def _heard(sources: Sequence[TaggedSpan], page: Page) -> list[TaggedSpan]:
    """Leave out an office beside one that speaks, without a word of saying that is its own.

    "Said A. Person after a meeting of the council": the council says nothing. Two that are named in one breath both do.
    """
    offices = [source for source in sources if source.value == LinkKind.OFFICIAL]
    mute = {
        office for office in offices for other in offices
        if page.line_of(other.span) == page.line_of(office.span) and office.span.gap(other.span) > _ONE_BREATH
        and _speaks(other, office, page) and not _speaks(office, other, page)
    }
    return [source for source in sources if source not in mute]


def _speaks(source: TaggedSpan, other: TaggedSpan, page: Page) -> bool:
    """Say whether a word of saying in its sentence is rather that of a source than of the other."""
    own = [link.right.span for link in page.linked(source, Role.CUED)]
    others = {link.right.span for link in page.linked(other, Role.CUED)}
    return any(
        page.line_of(cue) == page.line_of(source.span)
        and (cue not in others or cue.gap(source.span) < cue.gap(other.span)) for cue in own
    )


def _is_described(before: TaggedSpan, source: TaggedSpan, page: Page) -> bool:
    """Say whether an office and what stands right behind it are one: two offices, or its holder taken for an outlet."""
    if before.value != LinkKind.OFFICIAL:
        return False
    if source.value in PUBLISHING:
        cues = {link.right for link in page.linked(before, Role.CUED)[:1]}
        shared = any(link.right in cues for link in page.linked(source, Role.CUED)[:1])
        return shared and not page.named(source.span, MentionKind.OUTLET)
    cited = any({before, source} == {link.left, link.right} for link in page.tags.links if link.role is Role.CITES)
    return source.value == LinkKind.OFFICIAL and not cited


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


def links_of(source: TaggedSpan, page: Page) -> Iterator[Attribution]:
    """Make links of a chain of the words that name a source, or of what they stand for ("it", "the ministry").

    Somebody whom an outlet is named with ("a source of Example Wire") speaks through that outlet.
    """
    cue = next((link.right.span.of(page.text) for link in page.linked(source, Role.CUED)), None)
    mentions = page.mentions_of(source)
    outlets = [named for mention in mentions for named in page.named(mention.span, MentionKind.OUTLET)]
    link = outlet_link(outlets[0], page.text, cue=cue) if outlets else None
    if link is not None:
        yield replace(link, span=source.span)
    named = link is not None and (link.kind == source.value or _is_covered(source, outlets, page))
    if link is None or (source.value in _PEOPLE and not named):
        yield _speaking(source, mentions, page, cue=cue)


def _is_covered(source: TaggedSpan, names: Sequence[Mention], page: Page) -> bool:
    """Say whether names are all that the words of a source hold."""
    rest = source.span.of(page.text)
    for name in names:
        rest = rest.replace(name.span.of(page.text), "")
    return not any(letter.isalpha() for letter in rest)


def _speaking(source: TaggedSpan, mentions: Sequence[TaggedSpan], page: Page, *, cue: str | None) -> Attribution:
    """Make a link of who speaks and does not publish, in the fullest words that the text has for him."""
    named = [mention for mention in mentions if _may_be_called(mention, source, page)]
    fullest = max(named, key=lambda mention: (
        mention.value != LinkKind.UNNAMED, len(known_actors(mention, page)), _has_name(mention, page),
        mention.span.end - mention.span.start,
    ))
    kind = _kind(LinkKind(fullest.value or source.value or LinkKind.UNNAMED), mentions, page)
    actors = known_actors(source, page)
    alone = [actor for actor in actors if actor.kind != "state" or _is_whole(source, page, bare=True)]
    country = page.spoken_of(source.span) or page.country_of(source.span)
    speaks = alone[0] if alone and kind is LinkKind.OFFICIAL else None  # "sources in the ministry" are not the ministry
    # Shown in the words of the text; who it is, the identity tells.
    return Attribution(
        name=fullest.span.of(page.text), kind=kind, cue=cue, span=source.span,
        id=speaks.id if speaks is not None else None,
        party=actors[0].party if actors else country if kind is LinkKind.OFFICIAL else None,
    )


def _may_be_called(mention: TaggedSpan, source: TaggedSpan, page: Page) -> bool:
    """Say whether words may name one who has a name himself: "Prime Minister A. Sample" and "Sample" share a word.

    An abbreviation shares none with what it is short for.
    """
    own, other = (_WORD.findall(each.span.of(page.text)) for each in (source, mention))
    name = [word for word in own if word[0].isupper()]
    if mention == source or not name or len(name) < len(own) or any(word.isupper() for word in (*own, *other)):
        return True
    return any(
        fold(word) == fold(each) or begin_alike(word, each) for word in name for each in other if each[0].isupper()
    )


def _has_name(source: TaggedSpan, page: Page) -> bool:
    """Say whether words have a capital that is not only that of a sentence: "the ministry" has none."""
    opens = page.line_of(source.span).span.start == source.span.start
    return any(letter.isupper() for letter in source.span.of(page.text)[opens:])


def _kind(kind: LinkKind, mentions: Sequence[TaggedSpan], page: Page) -> LinkKind:
    """Say what a source is: what is called after a body of a state, and is no outlet, is an office."""
    if kind not in PUBLISHING:
        return kind
    named = [name for mention in mentions for name in page.named(mention.span, MentionKind.ACTOR, MentionKind.BODY)]
    office = any(name.body is not None or (name.actor is not None and name.actor.kind != "state") for name in named)
    return LinkKind.OFFICIAL if office else kind


def _is_whole(source: TaggedSpan, page: Page, *, bare: bool = False) -> bool:
    """Say whether a source is a name alone, or, where ``bare``, a word for a body: "Warsaw", not "from Warsaw"."""
    kinds = (MentionKind.ACTOR, MentionKind.BODY) if bare else (MentionKind.ACTOR,)
    return any(
        mention.span.start <= source.span.start and mention.span.end >= source.span.end
        for each in page.mentions_of(source) for mention in page.named(each.span, *kinds)
    )


def heading_link(span: Span, cue: str, page: Page, *, names: NameIndex) -> Attribution:
    """Make a link of what a "Source:" line names: a body of a state, or an outlet that we do not know.

    Such a line speaks as its own country does: "Source: General Staff" is that of home, whatever the text tells of.
    """
    found = names.find(span.of(page.text), published=page.report.published, bare=True)
    actors = [mention.actor for mention in found if mention.actor is not None and mention.form is not Form.ADJECTIVE]
    body = next((mention.body for mention in found if mention.kind is MentionKind.BODY), None)
    state = page.home or page.country_of(span)
    bare = page.bodies.of(state, body) if body is not None and state is not None else None
    speaks = next((actor for actor in [*actors, bare] if actor is not None and actor.kind != "state"), None)
    if speaks is None:
        return Attribution(name=span.of(page.text), kind=LinkKind.OUTLET, cue=cue, span=span)
    return Attribution(
        name=span.of(page.text), kind=LinkKind.OFFICIAL, cue=cue, span=span, id=speaks.id, party=speaks.party
    )
