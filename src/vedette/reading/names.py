"""Names in a text: actors, outlets, exercises, equipment, found by the words of the knowledge packs.

Case matters where the pack writes a capital ("Polish", "US"); accents, hyphens
and typographic quotes do not. The longest name wins. In a language that inflects,
each word may stand in another form than the pack has ("Польщею").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from vedette.model import Bodies, Knowledge, KnownExercise, Span, fold
from vedette.reading.aliases import WORD, Alias, aliases_of, folded_words
from vedette.reading.bodies import BodyJoiner
from vedette.reading.document import Mention, MentionKind
from vedette.reading.drill_words import load_drill_words
from vedette.reading.inflection import Inflection
from vedette.reading.whole_names import is_whole

_GAP = re.compile(r"[ \u00a0\-‑–/'’.\"“”«»„]{0,3}")
_YEAR_AFTER = re.compile(r"[\"”»]?[ \u00a0\-‑–/'’]{1,2}[\"“«]?((?:19|20)\d\d|\d\d)(?!\d|[.,]\d|\s*[%°])")
_GAP_RUN = re.compile(r"[ \u00a0\-‑–\"“”«»„]+")
_MOST_REMEMBERED = 50_000  # words; then it begins anew
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:…\n])[\s\"“”«»„–—-]*$")
_LONGEST_BESIDE = 4  # words of a name beside that of an exercise
OLDEST_EDITION = 1990  # exercises of before are history, not situations


Stem = tuple[tuple[str, ...], KnownExercise]
"""The folded words of a name of an exercise without its year."""


class _Word(NamedTuple):
    start: int
    end: int
    forms: tuple[str, ...]  # folded: as it stands, then its possible dictionary forms
    starts: tuple[Alias, ...]  # names that may begin with it
    stems: tuple[Stem, ...]  # likewise, of exercises


class NameIndex:
    """Finds the names of a knowledge pack in a text of one language.

    Args:
        knowledge: The packs.
        language: Whose names of actors are used, besides the English ones that are canonical.
        ordinary: Folded names of exercises that are words as well, and no names without a year or quotes.
        inflection: How the language inflects; without it a name stands as in the pack, or with a plural -s.
    """

    def __init__(
        self, knowledge: Knowledge, *, language: str, ordinary: frozenset[str] = frozenset(),
        inflection: Inflection | None = None,
    ) -> None:
        self._inflection = inflection
        self._ordinary = ordinary | (inflection.ordinary if inflection else frozenset())
        self._drills = load_drill_words(language).beside
        self._known: dict[str, tuple[tuple[str, ...], tuple[Alias, ...], tuple[Stem, ...]]] = {}
        self._by_first: dict[str, list[Alias]] = {}
        self._stems: dict[str, list[Stem]] = {}
        bodies = Bodies.known(knowledge)
        self._joiner = BodyJoiner(bodies, language=language, forms=self._forms)
        for alias in aliases_of(knowledge, bodies, language=language):
            self._by_first.setdefault(alias.words[0], []).append(alias)
        for aliases in self._by_first.values():
            aliases.sort(key=lambda alias: alias.order)
        self._exercises = tuple(sorted(knowledge.exercises, key=lambda known: (known.year is None, known.id)))
        for exercise in self._exercises:
            for stem in exercise.stems:
                words = folded_words(stem)
                if words:
                    self._stems.setdefault(words[0], []).append((words, exercise))
        self._pieces = frozenset(word for stems in self._stems.values() for stem, _ in stems for word in stem[:-1])

    def find(
        self, text: str, *, published: str | None, editions: Mapping[str, int] | None = None, bare: bool = False
    ) -> list[Mention]:
        """Find all names, left to right, none inside another.

        Args:
            text: Any text.
            published: Date of the report; it tells which edition "Zapad" alone is, and who holds an office.
            editions: What :meth:`editions_named` says of the whole report, where this is a part.
            bare: Whether words for a body alone ("the defence ministry") are wanted as well.
        """
        words = self._words(text)
        found: list[Mention] = []
        index = 0
        named = self.editions_named(text) if editions is None else editions
        while index < len(words):
            best = self._exercise_at(text, words, index, named, published) if words[index].stems else None
            best = best or self._alias_at(text, words, index, published)
            if best is None:
                index += 1
                continue
            found.append(best)
            while index < len(words) and words[index].start < best.span.end:
                index += 1
        found = self._joiner.join(text, found)
        return found if bare else [mention for mention in found if mention.kind is not MentionKind.BODY]

    def _words(self, text: str) -> list[_Word]:
        """Give the words of a text, each with the folded forms under which it may stand in a pack."""
        words: list[_Word] = []
        for match in WORD.finditer(text):
            word = match.group()
            known = self._known.get(word)
            if known is None:
                if len(self._known) >= _MOST_REMEMBERED:
                    self._known.clear()
                forms = self._forms(word)
                known = self._known[word] = forms, self._starts(forms), self._stems_of(forms)
            forms, starts, stems = known
            words.append(_Word(match.start(), match.end(), forms, starts, stems))
        return words

    def _forms(self, word: str) -> tuple[str, ...]:
        if self._inflection is not None:
            return tuple(fold(base) for base in self._inflection.bases(word))
        return tuple(dict.fromkeys((fold(word), _singular(fold(word)))))

    def _starts(self, forms: tuple[str, ...]) -> tuple[Alias, ...]:
        """Give the names that may begin with a word of these forms, in the order in which they are tried."""
        found = [(rank, alias) for rank, form in enumerate(forms) for alias in self._by_first.get(form, ())]
        if self._inflection is not None:
            found.sort(key=lambda item: (-len(item[1].words), item[0], item[1].order))
        return tuple(alias for _, alias in found)

    def _alias_at(self, text: str, words: list[_Word], index: int, published: str | None) -> Mention | None:
        behind = words[index + 1].forms if index + 1 < len(words) else ()
        for alias in words[index].starts:
            if len(alias.words) > 1 and alias.words[1] not in behind:
                continue  # many names begin alike: "Ministry of ..."
            span = self._match(text, words, index, alias.words)
            if span is None or not alias.is_meant(published):
                continue
            written = alias.is_written(span.of(text), inflected=self._inflection is not None)
            if written and not self._is_ordinary(text, span, alias):
                return replace(alias.mention, span=span)
        return None

    def _is_ordinary(self, text: str, span: Span, alias: Alias) -> bool:
        """Say whether the capital may be that of a sentence: "Того дня" is not Togo."""
        if self._inflection is None or len(alias.words) > 1 or fold(span.of(text)) not in self._inflection.ordinary:
            return False
        return alias.capital and _SENTENCE_BEFORE.search(text, 0, span.start) is not None

    def _match(self, text: str, words: list[_Word], index: int, wanted: tuple[str, ...]) -> Span | None:
        """Give the span where the wanted words stand from an index on, next to one another."""
        if index + len(wanted) > len(words):
            return None
        for offset, name in enumerate(wanted):
            word = words[index + offset]
            # Without inflection, the last word alone may have a plural.
            forms = word.forms if self._inflection is not None or offset == len(wanted) - 1 else word.forms[:1]
            if name not in forms or (offset and not _adjoin(text, words[index + offset - 1], word)):
                return None
        return Span(words[index].start, words[index + len(wanted) - 1].end)

    def editions_named(self, text: str) -> dict[str, int]:
        """Give the series that a text names with a year, and the latest year: there the bare name is a name, too."""
        words = self._words(text)
        named: dict[str, int] = {}
        for index, word in enumerate(words):
            for stem, exercise in word.stems:
                span = self._match(text, words, index, stem)
                dated = _edition_year(text, span) if span is not None and text[span.start].isupper() else None
                if dated and span and self._is_whole(text, words, index, Span(span.start, dated[1])):
                    named[exercise.series] = max(dated[0], named.get(exercise.series, 0))
        return named

    def _stems_of(self, forms: tuple[str, ...]) -> tuple[Stem, ...]:
        meant = forms if self._inflection is not None else forms[:1]
        return tuple(stem for form in meant for stem in self._stems.get(form, ()))

    def _exercise_at(
        self, text: str, words: list[_Word], index: int, named: Mapping[str, int], published: str | None
    ) -> Mention | None:
        best: tuple[int, Span, KnownExercise, int | None] | None = None
        for stem, exercise in words[index].stems:
            span = self._match(text, words, index, stem)
            if span is None or not text[span.start].isupper():
                continue
            dated = _edition_year(text, span)
            year = dated[0] if dated else named.get(exercise.series)
            if dated:
                span = Span(span.start, dated[1])
            elif exercise.series not in named and not self._is_name_alone(stem, text, span):
                continue
            if not self._is_whole(text, words, index, span):
                continue
            if best is None or span.end - span.start > best[0]:
                best = (span.end - span.start, span, exercise, year)
        if best is None:
            return None
        _, span, exercise, year = best
        edition = self._edition(exercise.series, year, published)
        name = edition.name if edition else f"{exercise.series} {year}" if year else exercise.series
        written = _GAP_RUN.sub(" ", span.of(text)).strip()
        other = fold(written).split()[0] not in fold(name).split()
        return Mention(MentionKind.EXERCISE, span, name, exercise=edition or exercise, alias=written if other else None)

    def _is_whole(self, text: str, words: list[_Word], index: int, span: Span) -> bool:
        return is_whole(
            text, span, free=lambda beside: self._is_free(text, words, index, beside),
            piece=lambda word: not self._pieces.isdisjoint(self._forms(word)),
        )

    def _is_free(self, text: str, words: list[_Word], index: int, beside: Span) -> bool:
        """Say whether the word beside the name of an exercise is a name itself, or only says that it is an exercise."""
        if not self._drills.isdisjoint(self._forms(beside.of(text))):
            return True
        near = range(max(0, index - _LONGEST_BESIDE), min(len(words), index + _LONGEST_BESIDE))
        named = (self._alias_at(text, words, at, None) for at in near if at != index)
        return any(mention is not None and mention.span.overlaps(beside) for mention in named)

    def _is_name_alone(self, stem: tuple[str, ...], text: str, span: Span) -> bool:
        if text[max(0, span.start - 1) : span.start] in {'"', "“", "«", "„"}:
            return True
        # Names of exercises that are ordinary words, or a form of one, need their year or quotes to be names.
        exact = self._inflection is None or fold(span.of(text)) == stem[0]
        return len(stem) > 1 or (stem[0] not in self._ordinary and exact)

    def _edition(self, series: str, year: int | None, published: str | None) -> KnownExercise | None:
        wanted = year or (int(published[:4]) if published else None)
        return next((known for known in self._exercises if known.series == series and known.year == wanted), None)


def _edition_year(text: str, span: Span) -> tuple[int, int] | None:
    """Read the year that belongs to a name, and where it ends: "Zapad-2025", «Запад»-25, West 2025."""
    match = _YEAR_AFTER.match(text, span.end)
    if match is None:
        return None
    digits = match.group(1)
    if len(digits) == 2 and not re.search(r"[\-‑–'’]", text[span.end : match.start(1)]):
        return None
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    return (year, match.end(1)) if year >= OLDEST_EDITION else None


def _adjoin(text: str, before: _Word, word: _Word) -> bool:
    gap = text[before.end : word.start]
    if gap == " ":
        return True
    return bool(_GAP.fullmatch(gap)) and not (". " in gap and before.end - before.start > 1)


def _singular(word: str) -> str:
    """Take off the plural of a name: "S-400s", "Gerberas"."""
    return word[:-1] if len(word) > 3 and word.endswith("s") else word
