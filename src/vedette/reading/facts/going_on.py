"""Who goes on speaking: words that are said, in a sentence that names nobody who says them.

"He added that ..." is tagged as said and by nobody; a German "Die Straße sei frei"
shows by its verb that it is not the narrator who says so. "According to him" and
"Added that" speak of who was named last, were it in a paragraph before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from vedette.model import LinkKind, Section, Span, fold
from vedette.reading.facts.name_parts import PUBLISHING
from vedette.reading.facts.page import Line, Page
from vedette.reading.facts.sayings import SayingWords, StandIn
from vedette.reading.tags import TaggedEvent, TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role, SpanKind

_WORD = re.compile(r"[^\W\d_]+")
_FARTHEST = 3  # paragraphs back to who spoke: news puts each sentence into a paragraph of its own
_LONGEST_OPENING = 8  # words up to "that": "In the ministry it was further said that"
_FEWEST_QUOTED = 4  # words that are a quotation, and not a name
_QUOTED = re.compile(r"[„“«\"](?P<said>[^„“”«»\"\n]*)[“”»\"]")


def go_on(page: Page, words: SayingWords) -> Tags:
    """Give the tags of a page with links from what somebody goes on to say to who spoke last."""
    ongoing = _Ongoing(page, words)
    links = [
        TaggedLink(role=Role.SAYS, left=event, right=source, score=source.score)
        for event in page.tags.events if not page.linked(event, Role.SAYS)
        for source in ongoing.speaking_at(event)
    ]
    return replace(page.tags, links=(*page.tags.links, *links))


@dataclass(frozen=True)
class _Ongoing:
    """What is needed to tell who goes on to speak."""

    page: Page
    words: SayingWords

    def speaking_at(self, event: TaggedEvent) -> list[TaggedSpan]:
        """Give who speaks where an event stands that nobody is named for; nobody where the narrator tells."""
        span, line = event.span, self.page.line_of(event.span)
        if any(said.span.holds(span) for said in self.page.tags.of(SpanKind.CONTENT)):
            found = self._last_speaker(span, line.paragraph)
            if found is not None:
                return self._with_relays(found)
        if any(line.span.overlaps(source.span) for source in self.page.tags.of(SpanKind.SOURCE)):
            return []
        if (named := self._by_noun(line, span)) is not None:
            return self._with_relays(named)
        if line.section is not Section.HEADLINE and self._without_subject(line, span):
            return self._with_relays(self._last_person(line))
        if (quoted := self._quoted(line, span)) is not None:
            return self._with_relays(quoted)
        if self._is_reported(line):
            last = self._last_speaker(span, line.paragraph) or self._last_speaker(span, line.paragraph - 1)
            return self._with_relays(last)
        return self._told_alike(event, line)

    def _without_subject(self, line: Line, event: Span) -> bool:
        """Say whether a sentence is said by somebody whom it does not name: "According to her", "Added that"."""
        found = list(_WORD.finditer(self.page.text, line.span.start, line.span.end))
        folded = [fold(word.group()) for word in found]
        for number, word in enumerate(found):
            opens = word.start() < event.start and all(before in self.words.before_verb for before in folded[:number])
            alone = any(cue.overlaps(Span(*word.span())) for cue in self._alone)
            beside = {*folded[max(0, number - 1) : number], *folded[number + 1 : number + 2]}
            if alone and (opens or beside & self.words.pronouns):
                return True
            cut_off = bool(number) and self.page.text[word.end() : word.end() + 1] == ","  # "As added, ..."
            that = cut_off or bool(set(folded[number + 1 : number + 2]) & self.words.that)
            if opens and that and self.words.says.match(folded[number]) and folded[number] not in self.words.recalled:
                return True
        return False

    def _by_noun(self, line: Line, event: Span) -> TaggedSpan | None:
        """Give who is meant where a sentence opens with "The newspaper added that", and that was not tagged."""
        words = [fold(word) for word in _WORD.findall(self.page.text[line.span.start : event.start])][:_LONGEST_OPENING]
        nouns = [(at, noun) for at in (0, 1) if (noun := self.words.stands_for(words[at : at + 1])) is not None]
        if not nouns or (nouns[0][0] and words[0] not in self.words.before):
            return None
        verb = next((at for at, word in enumerate(words) if at > nouns[0][0] and self.words.says.match(word)), None)
        if verb is None or not self.words.that & set(words[verb + 1 :]):
            return None
        wanted = PUBLISHING if nouns[0][1] is StandIn.OUTLET else (LinkKind.OFFICIAL,)
        return next((source for source in reversed(self._before(line)) if source.value in wanted), None)

    @cached_property
    def _alone(self) -> list[Span]:
        """Words of saying that belong to nobody."""
        spoken = {link.right.span for link in self.page.tags.links if link.role is Role.CUED}
        return [cue.span for cue in self.page.tags.of(SpanKind.CUE) if cue.span not in spoken]

    def _quoted(self, line: Line, span: Span) -> TaggedSpan | None:
        """Give who speaks in a quotation: who else spoke in its paragraph, or who spoke last if it ends "it was said".

        Nobody where somebody speaks behind it who was not tagged, nor in what is only a name or a title.
        """
        paragraph = [other.span for other in self.page.lines if other.paragraph == line.paragraph]
        for match in _QUOTED.finditer(self.page.text, paragraph[0].start, paragraph[-1].end):
            if not Span(*match.span("said")).holds(span) or len(_WORD.findall(match["said"])) < _FEWEST_QUOTED:
                continue
            line_end = self.page.line_of(Span(match.end() - 1, match.end())).span.end
            cue = next((cue for cue in self._alone if match.end() <= cue.start < line_end), None)
            behind = _WORD.search(self.page.text, cue.end, line_end) if cue is not None else None
            if behind is not None and fold(behind.group()) not in self.words.before:
                return None
            own = [source for source in self._sources if self.page.line_of(source.span).paragraph == line.paragraph]
            before = [source for source in own if source.span.end <= match.start()]
            following = [source for source in own if match.end() <= source.span.start < line_end]
            return next(iter(before[-1:] or following), self._last_person(line) if cue is not None else None)
        return None

    def _told_alike(self, event: TaggedEvent, line: Line) -> list[TaggedSpan]:
        """Give who told of the sentence before, of one that speaks of it still.

        Such a one begins with "it", judges ("probably"), or tells more of the same kind ("also"), the last
        in a paragraph of its own, too.
        """
        before = next((other for other in reversed(self.page.lines) if other.span.end <= line.span.start), None)
        if before is None or line.section is not Section.BODY or line.paragraph - before.paragraph > 1:
            return []
        told = {
            other: [link.right for link in self.page.linked(other, Role.SAYS) if isinstance(link.right, TaggedSpan)]
            for other in self.page.tags.events if before.span.holds(other.span)
        }
        own = [fold(word) for word in _WORD.findall(line.span.of(self.page.text))]
        alike = next((who for other, who in told.items() if who and other.type is event.type), [])
        if alike and self.words.also & set(own):
            return alike
        still = set(own[:1]) & self.words.still or set(own) & self.words.perhaps
        same = line.paragraph == before.paragraph and bool(told) and all(told.values())
        return next(reversed(told.values())) if still and same else []

    def _is_reported(self, line: Line) -> bool:
        return any(fold(word) in self.words.reported for word in _WORD.findall(line.span.of(self.page.text)))

    def _last_person(self, line: Line) -> TaggedSpan | None:
        """Give who spoke last before a sentence, rather than who passed the words on."""
        near = self._before(line)
        people = [source for source in near if source.value not in PUBLISHING]
        return next(reversed(people or near), None)

    def _before(self, line: Line) -> list[TaggedSpan]:
        """Give who was named before a sentence, not too far from it."""
        return [
            source for source in self._sources
            if source.span.end <= line.span.start
            and line.paragraph - self.page.line_of(source.span).paragraph <= _FARTHEST
        ]

    def _last_speaker(self, span: Span, paragraph: int) -> TaggedSpan | None:
        before = [
            source for source in self._sources
            if source.span.end <= span.start and self.page.line_of(source.span).paragraph == paragraph
        ]
        return before[-1] if before else None

    @cached_property
    def _sources(self) -> Sequence[TaggedSpan]:
        return self.page.tags.of(SpanKind.SOURCE)

    def _with_relays(self, speaker: TaggedSpan | None) -> list[TaggedSpan]:
        """Give a speaker with who passes the words on, as far as the same sentence says so."""
        if speaker is None:
            return []
        line = self.page.line_of(speaker.span).span
        return [*(relay for relay in self._citing(speaker) if line.holds(relay.span)), speaker]

    def _citing(self, speaker: TaggedSpan) -> Iterator[TaggedSpan]:
        for link in self.page.tags.links:
            if link.role is Role.CITES and link.right == speaker and isinstance(link.left, TaggedSpan):
                yield link.left
