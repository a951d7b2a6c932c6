"""Sentences that only say who said what was told before them, as in "The ministry announced this".

Much news is written so that the first sentence tells and the second one says who
says so. Such a sentence is known by its form, which is nearly the same in every
language: words for what was told, a verb of saying, and a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vedette.model import LinkKind, Span, fold
from vedette.reading.document import Mention, MentionKind
from vedette.reading.facts.page import Line, Page
from vedette.reading.facts.sayings import SayingWords
from vedette.reading.tags import TaggedEvent, TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role, SpanKind

LONGEST = 30  # words of such a sentence
_FARTHEST = 4  # words between what was told and the verb: "about this on Friday reported"
_MOST = 8  # words of who says so
_LONGEST_SIGNATURE = 15  # words of a line that only says who spoke
_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_STOPS = re.compile(r"[,.;:!?()\n–—]")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a sentence, as they stand and folded."""

    spans: tuple[Span, ...]
    folded: tuple[str, ...]
    names: frozenset[int]  # which of them begin with a capital

    @classmethod
    def of(cls, text: str, sentence: Span) -> _Words:
        found = list(_WORD.finditer(text, sentence.start, sentence.end))
        return cls(
            tuple(Span(*word.span()) for word in found), tuple(fold(word.group()) for word in found),
            frozenset(number for number, word in enumerate(found) if word.group()[:1].isupper()),
        )


def point_back(page: Page, words: SayingWords) -> Tags:
    """Give the tags of a page with links from what was told to who is said to have said it in a later sentence."""
    tags = page.tags
    links: list[TaggedLink] = []
    spans: list[TaggedSpan] = []
    for line in page.lines:
        if any(event.span.overlaps(line.span) for event in tags.events):
            continue
        own = [source for source in tags.of(SpanKind.SOURCE) if line.span.holds(source.span)]
        signed = bool(own) and _is_signature(line, page)
        behind = 0 if signed else _behind_verb(_Words.of(page.text, line.span), words)
        if behind is None:
            continue
        if not own:
            own = list(_who(behind, line.span, page, words))
            spans += own
        links += [
            TaggedLink(role=Role.SAYS, left=event, right=source, score=source.score)
            for event in _told_before(line.span, page) if not _has_speaker(event, page) for source in own
        ]
    ordered = sorted([*tags.spans, *spans], key=lambda tag: (tag.span, tag.kind))
    return replace(tags, spans=tuple(ordered), links=(*tags.links, *links))


def _has_speaker(event: TaggedEvent, page: Page) -> bool:
    """Say whether somebody tells of an event already, besides the outlet of the report: ", Example Wire reports"."""
    outlet = page.report.outlet
    told = [link.right.span.of(page.text) for link in page.linked(event, Role.SAYS)]
    return any(outlet is None or name.casefold() != outlet.casefold() for name in told)


def _is_signature(line: Line, page: Page) -> bool:
    """Say whether a paragraph only names the speaker of the words set above it: "— said the minister"."""
    alone = sum(other.paragraph == line.paragraph for other in page.lines) == 1
    cued = any(link.role is Role.CUED and line.span.holds(link.right.span) for link in page.tags.links)
    short = len(_WORD.findall(line.span.of(page.text))) <= _LONGEST_SIGNATURE
    return alone and cued and short and page.text[line.span.start].islower()  # its dash is no part of it


def _behind_verb(sentence: _Words, words: SayingWords) -> int | None:
    """Give the word behind "this" and its verb of saying, as a number; ``None`` of any other sentence."""
    folded = sentence.folded
    if len(folded) > LONGEST:
        return None
    for start in range(len(folded)):
        for this in words.this:
            if folded[start : start + len(this)] != this:
                continue
            end = start + len(this)
            if start and words.says.match(folded[start - 1]) and _ends(folded, end, len(this), words):
                return end
            for verb in range(end, min(len(folded), end + _FARTHEST + 1)):
                if words.says.match(folded[verb]):
                    return verb + 1
                told = start == 0 and verb in sentence.names  # "This he told Example Wire", in other orders of words
                if len(this) == 1 and folded[verb] not in words.between and not told:
                    break  # "this" before a noun: "this month"
    return None


def _ends(folded: Sequence[str], end: int, length: int, words: SayingWords) -> bool:
    """Say whether "this" is all that is announced: not "announced this week"."""
    return length > 1 or end == len(folded) or folded[end] in words.behind


def _told_before(sentence: Span, page: Page) -> list[TaggedEvent]:
    """Give the events that such a sentence speaks of: those of its paragraph so far, else of the one before."""
    here = page.line_of(sentence).paragraph
    before = [line for line in page.lines if line.span.end <= sentence.start and line.paragraph in (here, here - 1)]
    own = [line for line in before if line.paragraph == here] or before
    return [event for event in page.tags.events if any(line.span.overlaps(event.span) for line in own)]


def _who(start: int, sentence: Span, page: Page, words: SayingWords) -> Iterator[TaggedSpan]:
    """Give who says so, from the words behind the verb; nobody where they name nobody."""
    found = _Words.of(page.text, sentence)
    index = _behind_time(start, found, page)
    while index < len(found.spans) and found.folded[index] in words.before:
        index += 1
    last = index
    while last < len(found.spans) and last < index + _MOST and found.folded[last] not in words.behind:
        if last > index and _STOPS.search(page.text, found.spans[last - 1].end, found.spans[last].start):
            break
        last += 1
    if last == index:
        return
    span = Span(found.spans[index].start, found.spans[last - 1].end)
    named = page.named(span, MentionKind.OUTLET, MentionKind.ACTOR, MentionKind.BODY)
    if named or any(page.text[each.start].isupper() for each in found.spans[index:last]):
        published = bool(words.publishes.match(found.folded[start - 1]))
        yield TaggedSpan(kind=SpanKind.SOURCE, span=span, score=1.0, value=_kind(named, published=published))


def _behind_time(start: int, found: _Words, page: Page) -> int:
    """Pass over a time behind the verb: "reported on Friday the ministry"."""
    for index in range(start, min(start + 2, len(found.spans))):
        time = next((time for time in page.times if time.span.overlaps(found.spans[index])), None)
        if time is not None:
            return next((at for at in range(index, len(found.spans)) if found.spans[at].start >= time.span.end), start)
    return start


def _kind(named: Sequence[Mention], *, published: bool) -> LinkKind:
    outlet = next((mention.outlet for mention in named if mention.outlet is not None), None)
    if outlet is not None:
        return outlet.kind
    return LinkKind.OUTLET if published and not named else LinkKind.OFFICIAL
