"""What a text dates by an exercise: "during the drills", "on the first day of the exercise", "after Zapad ended"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from vedette.model import Period, Span, Stage, fold
from vedette.reading.aliases import WORD
from vedette.reading.dated import ISO_DAY
from vedette.reading.drill_words import DrillMoment, DrillPhrase, DrillWords, load_drill_words
from vedette.reading.inflection import Inflection, load_inflection

WITHIN_DRILL = "the text names no day, only that it was during an exercise"
BY_DRILL = "the text names no day; it is counted from the days of an exercise"
_BETWEEN = 4  # words between "during" and "exercise": "the joint Belarusian-Russian"
_SOON = 31  # days: what was later than that is not told as "after the exercise"
_PART_ENDS = re.compile(r"[.,;:!?()]")
_CLOSED = re.compile(r"[\s\"“”«»„]*(?:[.,;:!?()–—]|$)")


class _Word(NamedTuple):
    start: int
    end: int
    folded: str
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class DrillTime:
    """Words that date by an exercise: what they say of its days, and which words name it."""

    phrase: DrillPhrase
    span: Span
    words: tuple[str, ...]  # folded, between the first and the last of them


class DrillTimes:
    """Finds in texts of one language what they date by an exercise.

    Args:
        words: How the language speaks of exercises.
        inflection: How it inflects.
    """

    def __init__(self, words: DrillWords, inflection: Inflection) -> None:
        self._words, self._inflection = words, inflection

    @classmethod
    def of(cls, language: str) -> DrillTimes:
        """Load what is needed for a language.

        Example:
            >>> text = "During the drills a drone came down."
            >>> [found.span.of(text) for found in DrillTimes.of("en").find(text, Span(0, len(text)))]
            ['During the drills']
        """
        return cls(load_drill_words(language), load_inflection(language))

    def find(self, text: str, within: Span, *, names: frozenset[str] = frozenset()) -> list[DrillTime]:
        """Find them in a sentence; of several that fit one mention of an exercise, the one of the most words.

        Args:
            text: Of the report.
            within: The sentence.
            names: Folded first words of the names of exercises that the report dates.
        """
        words = list(self._split(text, within))
        heads = [at for at, word in enumerate(words) if word.forms & (self._words.nouns | names)]
        found = (next(self._around(text, words, at), None) for at in heads)
        return [time for time in found if time is not None]

    def _split(self, text: str, within: Span) -> Iterator[_Word]:
        for match in WORD.finditer(text, within.start, within.end):
            forms = frozenset(map(fold, self._inflection.bases(match.group())))
            yield _Word(match.start(), match.end(), fold(match.group()), forms)

    def _around(self, text: str, words: Sequence[_Word], head: int) -> Iterator[DrillTime]:
        for phrase in self._words.phrases:
            first = self._before(text, words, head, phrase.before)
            last = _behind(text, words, head, phrase.behind)
            if first is None or last is None or (phrase.closes and not _closes(text, words, head)):
                continue
            span = Span(words[first].start, words[last].end)
            yield DrillTime(phrase, span, tuple(word.folded for word in words[first : last + 1]))

    def _before(self, text: str, words: Sequence[_Word], head: int, wanted: tuple[str, ...]) -> int | None:
        """Give where the words before an exercise begin; the exercise itself where there need be none."""
        if not wanted:
            return head
        for between in range(min(_BETWEEN, head - len(wanted)) + 1):
            first = head - between - len(wanted)
            if between and words[head - between].folded in self._words.not_between:
                return None
            if _stand(words, first, wanted):
                apart = _PART_ENDS.search(text, words[first].start, words[head].start)
                return first if apart is None else None
        return None


def _behind(text: str, words: Sequence[_Word], head: int, wanted: tuple[str, ...]) -> int | None:
    """Give where the words behind an exercise, and behind its name, end."""
    if not wanted:
        return head
    first = _behind_name(text, words, head)
    near = next((at for at in (head + 1, first) if _stand(words, at, wanted)), None)
    return near + len(wanted) - 1 if near is not None else None


def _behind_name(text: str, words: Sequence[_Word], head: int) -> int:
    """Give the first word behind the name that follows a word for an exercise: "the drill Zapad-2025 ended"."""
    at = head + 1
    while at < len(words) and (text[words[at].start].isupper() or text[words[at].start].isdigit()):
        at += 1
    return at


def _closes(text: str, words: Sequence[_Word], head: int) -> bool:
    last = words[_behind_name(text, words, head) - 1]
    return _CLOSED.match(text, last.end) is not None


def _stand(words: Sequence[_Word], first: int, wanted: tuple[str, ...]) -> bool:
    return first >= 0 and tuple(word.folded for word in words[first : first + len(wanted)]) == wanted


def period_by_drill(time: DrillTime, drill: Period, *, stage: Stage, day: str | None) -> Period | None:
    """Give the period of what is dated by an exercise, with a doubt; ``None`` where the days do not allow it.

    Args:
        time: What the words say.
        drill: The days of the exercise.
        stage: Of what is dated: what was done, was before the report.
        day: Of the report.
    """
    other = {word for word in time.words if len(word) == len("2025") and word.isdigit()}
    if other and not any((drill.start or "").startswith(year) for year in other):
        return None  # an edition of another year
    if time.phrase.moment is DrillMoment.WITHIN:
        return _within(drill, stage=stage, day=day)
    if time.phrase.moment is DrillMoment.AFTER:
        return _after(drill, stage=stage, day=day)
    return _on_day(drill, time.phrase.number, stage=stage, day=day)


def _within(drill: Period, *, stage: Stage, day: str | None) -> Period | None:
    if stage in (Stage.HAPPENED, Stage.UNDER_WAY) and day is not None:
        if (drill.first_day or "") > day:
            return None
        if stage is Stage.HAPPENED and drill.end is not None and drill.end > day:
            drill = replace(drill, end=day if day != drill.start else None)
    return replace(drill, text=None, span=None, doubt=WITHIN_DRILL)


def _after(drill: Period, *, stage: Stage, day: str | None) -> Period | None:
    last = drill.last_day
    if last is None or (drill.end is None and len(drill.start or "") < ISO_DAY):
        return None
    if stage is not Stage.HAPPENED:
        return Period(start=last, open_end=True, doubt=BY_DRILL) if stage is Stage.PLANNED else None
    if day is None or not 0 <= (date.fromisoformat(day) - date.fromisoformat(last)).days <= _SOON:
        return None
    return Period(start=last, end=day if day != last else None, doubt=BY_DRILL)


def _on_day(drill: Period, number: int | None, *, stage: Stage, day: str | None) -> Period | None:
    first, last = drill.start, drill.end
    if first is None or len(first) < ISO_DAY or (number is None and last is None):
        return None
    meant = (last or first)[:ISO_DAY] if number is None else _later(first, number - 1)
    ahead = stage is Stage.HAPPENED and day is not None and meant > day
    return None if ahead or (last is not None and meant > last) else Period(start=meant, doubt=BY_DRILL)


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day[:ISO_DAY]) + timedelta(days=days)).isoformat()
