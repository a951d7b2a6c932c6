"""One source of the parts of a name: an office and its holder, an initial and a surname, a name and its short form.

The tagger marks words, and often stops at a bracket, a full stop or a quotation
mark, or takes the name of a person for that of an outlet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vedette.model import LinkKind, Span, fold
from vedette.reading.facts.sayings import SayingWords
from vedette.reading.tags import TaggedSpan

PUBLISHING = (LinkKind.OUTLET, LinkKind.AGENCY)
_GIVEN = re.compile(r"[ \u00a0](?:[^\W\d_]+[ \u00a0]){0,2}")  # between an office and a name: given names, at most
_DESCRIBED = re.compile(r"[ \u00a0](?:[^\W\d_]+[ \u00a0])?[\"“„«]?")  # between what an outlet is and its name
_QUOTED = re.compile(r"[ \u00a0][\"“„«]")
_CLOSING = "\"”“»"
_SHORT_FORM = re.compile(r"[^\W\d_]{2,8}")
_OF_OFFICE = re.compile(r"[ \u00a0](?:[^\W\d_]+[ \u00a0]){0,3}")  # "ambassador | in Riga | A. Person"
_APPOSED = re.compile(r",[ \u00a0](?:[^\W\d_]{1,3}[ \u00a0])?")  # between a name and an office: an article, at most
_INITIAL = re.compile(r"(?:\A|[ \u00a0])[^\W\d_]\Z")
_PERSON = re.compile(r"(?:[^\W\d_]\.[ \u00a0]?)?[^\W\d_]+(?:[ \u00a0-][^\W\d_]+){0,2}")
_NEXT = re.compile(r"[ \u00a0]([^\W\d_]{2,})")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class NameParts:
    """Puts two tagged parts of one name together.

    Args:
        text: Where they stand.
        words: How its language says who said something.
        spoken: The words of saying that were tagged; none of them stands within a name.
        outlets: The outlets that the text names, as far as they are known.
        capitals: Whether every noun of the language is written with a capital.
    """

    text: str
    words: SayingWords
    spoken: Sequence[Span] = ()
    outlets: Sequence[Span] = ()
    capitals: bool = False

    def joined(self, before: TaggedSpan, source: TaggedSpan) -> TaggedSpan | None:
        """Make one of two that follow one another, where they are one; else ``None``."""
        gap = self.text[before.span.end : source.span.start]
        if before.span.overlaps(source.span) or "\n" in gap:
            return None
        return (
            self._short_form(before, source, gap) or self._initial(before, source, gap)
            or self._outlet(before, source, gap) or self._office(before, source, gap)
            or self._group(before, source, gap) or self._described(before, source, gap)
        )

    def _short_form(self, before: TaggedSpan, source: TaggedSpan, gap: str) -> TaggedSpan | None:
        """Join "State Border Service" and the "SBS" in brackets behind it."""
        name = source.span.of(self.text)
        end = source.span.end
        bracketed = gap.strip() == "(" and self.text[end : end + 1] == ")"
        short = name.isupper() and _SHORT_FORM.fullmatch(name) and not before.span.of(self.text).isupper()
        if not bracketed or not short:
            return None
        return replace(before, span=Span(before.span.start, end + 1))

    def _initial(self, before: TaggedSpan, source: TaggedSpan, gap: str) -> TaggedSpan | None:
        """Join "(minister) J" and "Surname", which a full stop parts; whoever has an initial is a person."""
        named = is_name(source.span.of(self.text)) and _INITIAL.search(before.span.of(self.text))
        if gap not in (".", ". ", ".\u00a0") or not named:
            return None
        speaks = next((part.value for part in (before, source) if part.value not in PUBLISHING), LinkKind.OFFICIAL)
        return replace(before, span=Span(before.span.start, source.span.end), value=speaks)

    def _outlet(self, before: TaggedSpan, source: TaggedSpan, gap: str) -> TaggedSpan | None:
        """Give the name of an outlet alone, without what it is: "the daily | Example"."""
        if before.value not in PUBLISHING:
            return None
        described = source.value in PUBLISHING and before.span.of(self.text).islower() and _DESCRIBED.fullmatch(gap)
        return source if described and not source.span.of(self.text).islower() else None

    def _office(self, before: TaggedSpan, source: TaggedSpan, gap: str) -> TaggedSpan | None:
        """Join an office and the name behind it: "the spokesman | A. Person", "the Polish | Ministry of Defence"."""
        if before.value in PUBLISHING:
            return None
        whole = replace(before, span=Span(before.span.start, source.span.end))
        small = before.span.of(self.text).islower() and self.text[source.span.start].isupper()
        if gap == " " and small and before.value == source.value:
            return whole
        given = gap.split()
        named = _GIVEN.fullmatch(gap) and is_name(" ".join([*given, source.span.of(self.text)]))
        if named and (source.value not in PUBLISHING or given):
            return whole
        return whole if self._is_holder(before, source, gap) else None

    def _is_holder(self, before: TaggedSpan, source: TaggedSpan, gap: str) -> bool:
        """Say whether what was taken for an outlet behind an office is the person who holds it.

        It has the form of a name of several words, no quotation marks, and nobody knows it as an outlet; and no word
        of saying stands between the two: "the spokesman told Example Wire".
        """
        name, own = source.span.of(self.text), before.span.of(self.text)
        if before.value != LinkKind.OFFICIAL or source.value not in PUBLISHING or fold(own) in self.words.pronouns:
            return False
        behind = _NEXT.match(self.text, source.span.end)
        several = len(_WORD.findall(name)) > 1 or (behind is not None and is_name(behind.group(1)))
        person = several and _PERSON.fullmatch(name) and is_name(name)
        quoted = self.text[source.span.start - 1] in "«„“\""
        if not person or quoted or any(outlet.overlaps(source.span) for outlet in self.outlets):
            return False
        between = Span(before.span.end, source.span.start)
        if any(cue.overlaps(between) for cue in self.spoken):
            return False
        says = any(self.words.says.match(fold(word)) for word in _WORD.findall(gap))
        # "The minister, A. Person, said"
        beside = gap == ", " and self.text[source.span.end : source.span.end + 1] == ","
        return not says and (gap == " " or beside or (not self.capitals and bool(_OF_OFFICE.fullmatch(gap))))

    def _described(self, before: TaggedSpan, source: TaggedSpan, gap: str) -> TaggedSpan | None:
        """Join a person who was taken for an outlet and the office behind the name: "A. Person, a | spokesman"."""
        name, own = before.span.of(self.text), source.span.of(self.text)
        apposed = _APPOSED.fullmatch(gap) and own[:1].islower() and fold(own) not in self.words.pronouns
        if before.value not in PUBLISHING or source.value != LinkKind.OFFICIAL or not apposed:
            return None
        person = len(_WORD.findall(name)) > 1 and _PERSON.fullmatch(name) and is_name(name)
        quoted = self.text[: before.span.start][-1:] in tuple("«„“\"")
        if not person or quoted or any(outlet.overlaps(before.span) for outlet in self.outlets):
            return None
        return replace(source, span=Span(before.span.start, source.span.end))

    def _group(self, before: TaggedSpan, source: TaggedSpan, gap: str) -> TaggedSpan | None:
        """Join what a group is and its name in quotation marks: "the monitoring group «Example»"."""
        small = before.span.of(self.text).islower() and self.text[source.span.start].isupper()
        if before.value != source.value or before.value in PUBLISHING or not small or not _QUOTED.fullmatch(gap):
            return None
        end = source.span.end + (self.text[source.span.end : source.span.end + 1] in tuple(_CLOSING))
        return replace(before, span=Span(before.span.start, end))


def is_name(words: str) -> bool:
    """Say whether all words begin with a capital, and go on in small letters: no abbreviation, no office.

    Example:
        >>> is_name("Jonas Pavyzdys"), is_name("Ministry of Defence"), is_name("BNS")
        (True, False, False)
    """
    return all(word[:1].isupper() and not word[1:].isupper() for word in words.split())
