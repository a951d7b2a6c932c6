"""Sources as they were tagged, put right: one for each who speaks, linked to the words that name them in full.

The tagger marks words, and now and then cuts a name in two, takes a quotation
mark for one, or leaves open that "the spokesman" is he who was named before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from vedette.model import LinkKind, Span, fold
from vedette.reading.facts.name_parts import PUBLISHING, NameParts, is_name
from vedette.reading.facts.sayings import SayingWords, StandIn
from vedette.reading.inflection import Inflection, begin_alike
from vedette.reading.tags import Tagged, TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role, SpanKind

_EDGES = " \u00a0\t\"'“”„«»‘’,;:()–—"
_STOP = ". \u00a0"  # behind the initial of a name that was cut
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+(?:-[^\W\d_]+)*)(?![\w-])")
_ONE_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)[ \u00a0]")
_MOST_NAMES = 3  # behind an office
_LAST_WORD = re.compile(r"[^\W\d_]+(?=[ \u00a0]$)")
_PAIRS = (("«", "»"), ("„", "“"), ("„", "”"), ("“", "”"), ("(", ")"))
_MOST_DESCRIBING = 2  # words before the name of an outlet: "news agency"
_SHORTEST = 3  # letters of a word that tells who is meant


@dataclass(frozen=True, slots=True)
class SourceMender:
    """Puts the sources of a text right, by what its language knows of sayings and endings."""

    words: SayingWords
    inflection: Inflection

    def mend(self, tags: Tags, text: str, *, outlets: Sequence[Span] = ()) -> Tags:
        """Give the tags with sources that are whole, and with links to who a short name or an office stands for.

        ``outlets`` are the known outlets that the text names: none of them is a person.
        """
        spoken = [cue.span for cue in tags.of(SpanKind.CUE)]
        parts = NameParts(text, self.words, spoken=spoken, outlets=outlets, capitals=self.inflection.capitals)
        meant = {
            source: self._whole(self._with_outlet(source, text, outlets), tags, text, outlets)
            for source in tags.of(SpanKind.SOURCE)
        }
        for before, source in pairwise(list(meant)):
            if (one := meant[before]) is None or (other := meant[source]) is None:
                continue
            if (joined := parts.joined(one, other) or self._cut_in_two(one, other, tags, text)) is not None:
                meant |= {old: joined for old, new in meant.items() if new in (one, other)}
        mended = _with_sources(tags, meant)
        return replace(mended, links=(*mended.links, *self._standing_for(mended, text)))

    def _whole(
        self, source: TaggedSpan, tags: Tags, text: str, outlets: Sequence[Span]
    ) -> TaggedSpan | None:
        """Give a source without marks at its edges, with the name behind an office, the noun before "in the army"."""
        trimmed = _trimmed(source, text)
        if trimmed is None or self._is_told_of(trimmed, text):
            return None
        if trimmed.value in PUBLISHING:
            return trimmed
        span = trimmed.span
        first = _WORD.match(text, span.start)
        noun = _LAST_WORD.search(text, 0, span.start)
        if trimmed.value == LinkKind.UNNAMED and first and noun and fold(first.group()) in self.words.before:
            span = Span(noun.start(), span.end)
        others = [tag.span for tag in tags.spans if not tag.span.overlaps(span)]
        taken = [*others, *(event.span for event in tags.events), *outlets]
        named = Span(span.start, self._end_of_name(text, span.end))
        free = not any(named.overlaps(other) and not span.overlaps(other) for other in taken)
        return replace(trimmed, span=named if free else span)

    def _is_told_of(self, source: TaggedSpan, text: str) -> bool:
        """Say whether something is told of somebody, and not by him: Finnish "Unkarin kerrotaan ...", of Hungary."""
        verb = _NEXT.match(text, source.span.end)
        heard = verb is not None and fold(verb.group(1)) in self.words.heard
        return heard and source.span.of(text).endswith(self.words.heard_of)

    def _with_outlet(self, source: TaggedSpan, text: str, outlets: Sequence[Span]) -> TaggedSpan:
        """Tell an outlet from who speaks, where the words of one tag end with its name.

        "The public broadcaster Example" is that outlet; behind a person it is whom he told, in languages that have no
        word for "to": "J. Surname Example".
        """
        ends = (outlet for outlet in outlets if outlet.end == source.span.end and outlet.start > source.span.start)
        name = next(ends, None)
        if source.value in PUBLISHING or name is None or text[name.start - 1] not in " \u00a0":
            return source
        before = text[source.span.start : name.start].split()
        described = source.value != LinkKind.UNNAMED and self.words.papers.match(fold(before[-1]))
        if described and all(word.islower() for word in before):
            return replace(source, span=name, value=LinkKind.OUTLET)
        if described and (teller := _up_to_name(source, before, text)) is not None:
            return teller
        return replace(source, span=Span(source.span.start, name.start - 1)) if is_name(before[-1]) else source

    def _cut_in_two(self, before: TaggedSpan, source: TaggedSpan, tags: Tags, text: str) -> TaggedSpan | None:
        """Make one of two parts of a name with one word between them that was not tagged: "Riga | port | police"."""
        gap = _ONE_WORD.fullmatch(text, before.span.end, max(before.span.end, source.span.start))
        if gap is None or before.value != source.value or fold(gap.group(1)) in self.words.behind:
            return None
        between = Span(*gap.span())
        if any(tag.kind is SpanKind.CUE and tag.span.overlaps(between) for tag in tags.spans):
            return None
        return replace(before, span=Span(before.span.start, source.span.end))

    def _end_of_name(self, text: str, end: int) -> int:
        """Say where the name ends that stands behind an office."""
        count, last = 0, end
        while count < _MOST_NAMES and (word := _NEXT.match(text, last)) is not None and is_name(word.group(1)):
            count, last = count + 1, word.end()
        # Where any noun has a capital, only a given name with a surname is a name.
        return last if not self.inflection.capitals or count == 2 else end

    def is_part(self, short: str, full: str) -> bool:
        """Say whether all words of a short name are words of a full one, in whichever form they stand.

        Example:
            >>> from vedette.reading.facts.sayings import load_saying_words
            >>> from vedette.reading.inflection import load_inflection
            >>> mender = SourceMender(load_saying_words("uk"), load_inflection("uk"))
            >>> mender.is_part("Демченка", "речник Андрій Демченко"), mender.is_part("міністр", "Андрій Демченко")
            (True, False)
        """
        own, others = _telling_words(short), _telling_words(full)
        return bool(own) and all(any(self._is_form(word, other) for other in others) for word in own)

    def _is_form(self, word: str, other: str) -> bool:
        """Say whether two words may be forms of one; a name is none of a word without a capital."""
        if word[:1].isupper() and not other[:1].isupper():
            return False
        if {fold(base) for base in self.inflection.bases(word)} & {fold(base) for base in self.inflection.bases(other)}:
            return True
        return begin_alike(word, other)

    def _standing_for(self, tags: Tags, text: str) -> list[TaggedLink]:
        """Link what names nobody in full to who was named before: "he", "the spokesman", a surname."""
        known = {link.left for link in tags.links if link.role is Role.SAME}
        sources = tags.of(SpanKind.SOURCE)
        found: list[TaggedLink] = []
        for index, source in enumerate(sources):
            full = self._named_before(source, sources[:index], text) if source not in known else None
            if full is not None:
                found.append(TaggedLink(role=Role.SAME, left=source, right=full, score=source.score))
        return found

    def _named_before(self, source: TaggedSpan, earlier: Sequence[TaggedSpan], text: str) -> TaggedSpan | None:
        short = source.span.of(text)
        people = [
            other for other in reversed(earlier)
            if other.value not in PUBLISHING and not self._is_pronoun(other, text)
        ]
        if self._is_pronoun(source, text):
            return next((other for other in people if other.value != LinkKind.UNNAMED), None)
        if (noun := self.words.stands_for(_telling_words(short))) is not None:
            return self._meant_by(noun, earlier, text)
        for other in people:
            full = other.span.of(text)
            longer = len(_telling_words(full)) > len(_telling_words(short))
            alike = other.value == source.value or self._is_surname(short, full)
            if longer and alike and self.is_part(short, full):
                return other
        return None

    def _is_surname(self, short: str, full: str) -> bool:
        """Say whether a short name is the one word with which a full one ends: "Example", of "officer A. Example"."""
        words = full.split()
        return len(short.split()) == 1 and is_name(short) and is_name(words[-1]) and self.is_part(short, words[-1])

    def _meant_by(self, noun: StandIn, earlier: Sequence[TaggedSpan], text: str) -> TaggedSpan | None:
        """Give the outlet, or the speaker, whom "the newspaper", "the agency", "the diplomat" stands for."""
        wanted = PUBLISHING if noun is StandIn.OUTLET else (LinkKind.OFFICIAL,)
        for other in reversed(earlier):
            nobody = self._is_pronoun(other, text) or self.words.stands_for(_telling_words(other.span.of(text)))
            if other.value in wanted and not nobody:
                return other
        return None

    def _is_pronoun(self, source: TaggedSpan, text: str) -> bool:
        return fold(source.span.of(text)) in self.words.pronouns


def _up_to_name(source: TaggedSpan, before: Sequence[str], text: str) -> TaggedSpan | None:
    """Cut off what describes an outlet behind a person: "minister A. Person | (told) the news agency (Example)"."""
    small = next((number for number, word in enumerate(reversed(before)) if word[0].isupper()), 0)
    if not 0 < small <= _MOST_DESCRIBING or not is_name(before[-small - 1]):
        return None
    end = text.index(before[-small - 1], source.span.start) + len(before[-small - 1])
    return replace(source, span=Span(source.span.start, end))


def _telling_words(name: str) -> list[str]:
    return [word for word in _WORD.findall(name) if len(word) >= _SHORTEST]


def _trimmed(source: TaggedSpan, text: str) -> TaggedSpan | None:
    """Take quotation marks off the edges of a source; ``None`` of what is no word, or only the end of one."""
    words = source.span.of(text)
    inner = words.strip(_EDGES).lstrip(_STOP)
    if words[:1] == "-" or len(_WORD.findall(inner)) == 0 or (len(inner) < 2 and not inner.isupper()):
        return None
    start = source.span.start + words.index(inner)
    end = start + len(inner)
    behind = text[end : end + 1]
    end += any(behind == last and inner.count(first) > inner.count(last) for first, last in _PAIRS)
    return replace(source, span=Span(start, end))


def _with_sources(tags: Tags, meant: Mapping[TaggedSpan, TaggedSpan | None]) -> Tags:
    """Give the tags with each source as it is meant, links and all; links of what is dropped are dropped."""
    def now(tag: Tagged) -> Tagged | None:
        return meant.get(tag, tag) if isinstance(tag, TaggedSpan) else tag

    links: dict[tuple[Role, Tagged, Tagged], TaggedLink] = {}
    for link in tags.links:
        left, right = now(link.left), now(link.right)
        if left is None or right is None or left == right:
            continue
        known = links.get((link.role, left, right))
        if known is None or known.score < link.score:
            links[link.role, left, right] = replace(link, left=left, right=right)
    spans = dict.fromkeys(span for each in tags.spans if (span := now(each)) is not None)
    ordered = sorted((span for span in spans if isinstance(span, TaggedSpan)), key=lambda tag: (tag.span, tag.kind))
    return replace(tags, spans=tuple(ordered), links=tuple(links.values()))


