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
from vedette.reading.facts.sayings import SayingWords
from vedette.reading.inflection import Inflection
from vedette.reading.tags import Tagged, TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.labels import Role, SpanKind

PUBLISHING = (LinkKind.OUTLET, LinkKind.AGENCY)
_EDGES = " \u00a0\t\"'“”„«»‘’,;:()–—"
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_GAP = re.compile(r"[ \u00a0](?:[^\W\d_]+[ \u00a0]){0,2}")  # between an office and a name: given names, at most
_DESCRIBED = re.compile(r"[ \u00a0](?:[^\W\d_]+[ \u00a0])?[\"“„«]?")  # between what an outlet is and its name
_PAIRS = (("«", "»"), ("„", "“"), ("„", "”"), ("“", "”"))
_SHORTEST = 3  # letters of a word that tells who is meant
_SAME_START = 5  # letters that two forms of one name begin with, where no paradigm joins them
_MOST_ENDING = 3  # letters by which they then differ at most


@dataclass(frozen=True, slots=True)
class SourceMender:
    """Puts the sources of a text right, by what its language knows of sayings and endings."""

    words: SayingWords
    inflection: Inflection

    def mend(self, tags: Tags, text: str) -> Tags:
        """Give the tags with sources that are whole, and with links to who a short name or an office stands for."""
        meant = {source: _trimmed(source, text) for source in tags.of(SpanKind.SOURCE)}
        cites = {frozenset((link.left.span, link.right.span)) for link in tags.links if link.role is Role.CITES}
        for before, source in pairwise(list(meant)):
            if (one := meant[before]) is None or (other := meant[source]) is None:
                continue
            apart = frozenset((before.span, source.span)) in cites and one.value not in PUBLISHING
            if not apart and (whole := _joined(one, other, text)) is not None:
                meant |= {old: whole for old, new in meant.items() if new in (one, other)}
        mended = _with_sources(tags, meant)
        return replace(mended, links=(*mended.links, *self._standing_for(mended, text)))

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
        one, two = fold(word), fold(other)
        start = max(_SAME_START, len(one) - _MOST_ENDING, len(two) - _MOST_ENDING)
        return len(one) >= _SAME_START and one[:start] == two[:start]

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
        for other in people:
            full = other.span.of(text)
            longer = len(_telling_words(full)) > len(_telling_words(short))
            if longer and other.value == source.value and self.is_part(short, full):
                return other
        return None

    def _is_pronoun(self, source: TaggedSpan, text: str) -> bool:
        return fold(source.span.of(text)) in self.words.pronouns


def _telling_words(name: str) -> list[str]:
    return [word for word in _WORD.findall(name) if len(word) >= _SHORTEST]


def _trimmed(source: TaggedSpan, text: str) -> TaggedSpan | None:
    """Take quotation marks off the edges of a source; ``None`` of what is no word, or only the end of one."""
    words = source.span.of(text)
    inner = words.strip(_EDGES)
    if words[:1] == "-" or len(_WORD.findall(inner)) == 0 or (len(inner) < 2 and not inner.isupper()):
        return None
    start = source.span.start + words.index(inner)
    end = start + len(inner)
    behind = text[end : end + 1]
    end += any(behind == last and inner.count(first) > inner.count(last) for first, last in _PAIRS)
    return replace(source, span=Span(start, end))


def _joined(before: TaggedSpan, source: TaggedSpan, text: str) -> TaggedSpan | None:
    """Make one of an office and the name behind it, and of what an outlet is and how it is called; else ``None``."""
    gap = text[before.span.end : source.span.start]
    if before.span.overlaps(source.span) or "\n" in gap:
        return None
    if before.value in PUBLISHING and source.value in PUBLISHING:
        lower = before.span.of(text).islower()
        return source if lower and not source.span.of(text).islower() and _DESCRIBED.fullmatch(gap) else None
    named = [*gap.split(), source.span.of(text)]
    if before.value != source.value or not _GAP.fullmatch(gap) or not all(word[:1].isupper() for word in named):
        return None
    return replace(before, span=Span(before.span.start, source.span.end))


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


