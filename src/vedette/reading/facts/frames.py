"""The frame of a saying: who speaks and the verb that shows it, and which words of the sentence it holds.

News puts the two behind what is said (", said the ministry.") or before it ("The
ministry said that ..."). What stands between a frame and the edge of its sentence,
or the next frame, is said, in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vedette.model import Span, fold
from vedette.reading.facts.page import Line, Page
from vedette.reading.facts.sayings import SayingWords
from vedette.reading.tags import TaggedSpan
from vedette.reading.tags.labels import Role

_MOST_BETWEEN = 4  # words between verb and speaker: "said on Friday evening the"
_MOST_BEFORE_THAT = 6  # words between a frame and "that": "said on Friday in the capital that"
_MOST_OPENING = 2  # words before "according to" and whom: "And by the data of"
_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_STOP = re.compile(r"[!?;:](?=\s)")
_CUT_OFF = re.compile(r"[,!?–—-][\"”“»’]?\s*(?:[–—-]\s*)?\Z")  # what ends the words before a frame
_QUOTED = re.compile(r"\s*[,:]?\s*[\"“„«](?P<said>[^\"“”„«»]*)")


@dataclass(frozen=True, slots=True)
class Frame:
    """A speaker with the verb beside him: their words, and those that they frame."""

    speaker: TaggedSpan
    span: Span
    said: Span


def find_frames(page: Page, words: SayingWords) -> list[Frame]:
    """Give the frames of a page, with what each of them holds."""
    return [frame for line in page.lines for frame in _frames_of(line, page, words)]


def _frames_of(line: Line, page: Page, words: SayingWords) -> Iterator[Frame]:
    pairs = sorted(_pairs(line.span, page), key=lambda pair: pair[1])
    for number, (speaker, span) in enumerate(pairs):
        before = pairs[number - 1][1].end if number else line.span.start
        behind = pairs[number + 1][1].start if number + 1 < len(pairs) else line.span.end
        if (opened := _opened(Span(span.end, line.span.end), page.text, words)) is not None:
            stop = _STOP.search(page.text, opened.start, opened.end)
            end = min(behind, stop.start() if stop else opened.end)
            yield Frame(speaker, span, Span(opened.start, max(opened.start, end)))
        elif _leads(Span(line.span.start, span.start), span, page.text, words):
            yield Frame(speaker, span, Span(span.end, max(span.end, behind)))
        elif _CUT_OFF.search(page.text, before, span.start):
            breaks = [stop.end() for stop in _STOP.finditer(page.text, before, span.start)]
            yield Frame(speaker, span, Span(max([before, *breaks]), span.start))


def _leads(before: Span, pair: Span, text: str, words: SayingWords) -> bool:
    """Say whether a sentence opens with "According to the ministry" or "As the ministry said"."""
    opening = [fold(word) for word in _WORD.findall(before.of(text))]
    if len(opening) > _MOST_OPENING:
        return False
    own = [fold(word) for word in _WORD.findall(pair.of(text))]
    return bool(words.as_told & set(opening[:1])) or bool(words.by & {*opening, own[0], own[-1]})


def _pairs(line: Span, page: Page) -> Iterator[tuple[TaggedSpan, Span]]:
    """Give the speakers of a sentence, each with the stretch from him to his verb."""
    for link in page.tags.links:
        speaker, cue = link.left, link.right.span
        if link.role is not Role.CUED or not isinstance(speaker, TaggedSpan):
            continue
        if not line.holds(speaker.span) or not line.holds(cue) or speaker.span.overlaps(cue):
            continue
        first, last = sorted((speaker.span, cue))
        between = page.text[first.end : last.start]
        if not _STOP.search(between) and len(_WORD.findall(between)) <= _MOST_BETWEEN:
            yield speaker, Span(first.start, last.end)


def _opened(rest: Span, text: str, words: SayingWords) -> Span | None:
    """Give the words that a frame has behind it: in quotation marks, or behind a colon or "that"."""
    if (quoted := _QUOTED.match(text, rest.start, rest.end)) is not None:
        return Span(*quoted.span("said"))
    if rest.of(text).lstrip().startswith(":"):
        return Span(text.index(":", rest.start) + 1, rest.end)
    for number, word in enumerate(_WORD.finditer(text, rest.start, rest.end)):
        if number > _MOST_BEFORE_THAT or _STOP.search(text, rest.start, word.start()):
            return None
        if fold(word.group()) in words.that:
            return Span(word.end(), rest.end)
    return None


def framed_by(span: Span, frames: Sequence[Frame]) -> TaggedSpan | None:
    """Give who says some words, as the frame shows that holds them."""
    return next((frame.speaker for frame in frames if frame.said.holds(span)), None)
