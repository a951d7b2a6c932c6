"""Speakers that the tagger passed over: names that we know, where the opening of a sentence shows that they speak.

"As Example Wire reported, ...", "According to the border guard, ...", "writes
Example Wire": what stands there is a source, whatever the tagger made of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vedette.model import LinkKind, Span, fold
from vedette.reading.document import Mention, MentionKind
from vedette.reading.facts.page import Line, Page
from vedette.reading.facts.sayings import SayingWords
from vedette.reading.tags import TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role, SpanKind

_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_LONGEST = 8  # words up to the comma behind "According to ..."
_BETWEEN = 10  # characters between an outlet and the verb beside it: "writes the daily Example"


def with_passed_over(page: Page, words: SayingWords) -> Tags:
    """Give the tags of a page with the sources that nobody tagged, each with the word that shows that it speaks."""
    spans: list[TaggedSpan] = []
    links: list[TaggedLink] = []
    for line in page.lines:
        for name, word in _speaking(line, page, words):
            source = TaggedSpan(kind=SpanKind.SOURCE, span=name.span, score=1.0, value=_kind(name))
            cue = TaggedSpan(kind=SpanKind.CUE, span=word, score=1.0, value=None)
            spans += [source, cue]
            links.append(TaggedLink(role=Role.CUED, left=source, right=cue, score=1.0))
        for agency, cue, organ in _told_to(line, page, words):
            source = TaggedSpan(kind=SpanKind.SOURCE, span=organ.span, score=1.0, value=LinkKind.OFFICIAL)
            heard = [link for link in page.tags.links if link.role is Role.SAYS and link.right == agency]
            spans.append(source)
            links += [TaggedLink(role=Role.CUED, left=source, right=cue, score=1.0),
                      TaggedLink(role=Role.CITES, left=agency, right=source, score=1.0)]
            links += [replace(link, right=source) for link in heard]
    ordered = sorted([*page.tags.spans, *spans], key=lambda tag: (tag.span, tag.kind))
    return replace(page.tags, spans=tuple(ordered), links=(*page.tags.links, *links)) if spans else page.tags


def _speaking(line: Line, page: Page, words: SayingWords) -> Iterator[tuple[Mention, Span]]:
    """Give the names of a sentence that speak and are no sources yet, each with its word of saying."""
    tagged = [tag.span for tag in page.tags.of(SpanKind.SOURCE)]
    if any(line.span.overlaps(span) for span in tagged):
        return
    found = [Span(*match.span()) for match in _WORD.finditer(page.text, line.span.start, line.span.end)]
    opening = _opening(found, page, words)
    name = _name_in(opening, page) if opening is not None else None
    if opening is not None and name is not None:
        says = [word for word in opening if word not in _words_of(name, opening) and _says(word, page, words)]
        yield from [(name, says[0])] if says else []
        return
    for outlet in page.named(line.span, MentionKind.OUTLET):
        beside = [word for word in found if word.gap(outlet.span) <= _BETWEEN and not word.overlaps(outlet.span)]
        verb = next((word for word in beside if words.publishes.match(fold(word.of(page.text)))), None)
        if verb is not None:
            yield outlet, verb
            return


def _told_to(line: Line, page: Page, words: SayingWords) -> Iterator[tuple[TaggedSpan, TaggedSpan, Mention]]:
    """Give who told an agency, where that was tagged alone: "..., the army confirmed to Example Wire".

    Many languages have the agency first, then the verb, then who speaks, and no word for "to".
    """
    sources = page.tags.of(SpanKind.SOURCE)
    for link in page.tags.links:
        agency, cue = link.left, link.right
        if link.role is not Role.CUED or not isinstance(agency, TaggedSpan) or not isinstance(cue, TaggedSpan):
            continue
        beside = 0 < cue.span.start - agency.span.end <= 1
        if agency.value != LinkKind.AGENCY or not beside or not line.span.holds(agency.span):
            continue
        for organ in page.named(Span(cue.span.end, line.span.end), MentionKind.ACTOR, MentionKind.BODY):
            between = [fold(word) for word in _WORD.findall(page.text[cue.span.end : organ.span.start])]
            speaks = organ.actor is None or organ.actor.kind != "state"
            if speaks and all(word in words.before for word in between) and page.text[cue.span.end] == " ":
                if not any(source.span.overlaps(organ.span) for source in sources):
                    yield agency, cue, organ
                break


def _opening(found: Sequence[Span], page: Page, words: SayingWords) -> list[Span] | None:
    """Give the words up to the first comma, where a sentence opens with "As ... reported," or "According to ...,"."""
    for number, word in enumerate(found[: _LONGEST + 1]):
        if number and "," in page.text[found[number - 1].end : word.start]:
            opening = list(found[:number])
            folded = [fold(each.of(page.text)) for each in opening]
            return opening if folded[0] in words.as_told or words.by & {*folded[:2], folded[-1]} else None
    return None


def _name_in(opening: Sequence[Span], page: Page) -> Mention | None:
    """Give the first body or outlet that an opening names; a state alone may be where, and not who."""
    stretch = Span(opening[0].start, opening[-1].end)
    for name in page.named(stretch, MentionKind.OUTLET, MentionKind.BODY, MentionKind.ACTOR):
        if name.actor is None or name.actor.kind != "state":
            return name
    return None


def _words_of(name: Mention, opening: Sequence[Span]) -> list[Span]:
    return [word for word in opening if word.overlaps(name.span)]


def _says(word: Span, page: Page, words: SayingWords) -> bool:
    folded = fold(word.of(page.text))
    return folded in words.by or bool(words.says.match(folded))


def _kind(name: Mention) -> LinkKind:
    return name.outlet.kind if name.outlet is not None else LinkKind.OFFICIAL
