"""The days that a text names, in the ten languages and in figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from vedette.sources.date_words import MONTH_STEMS, MONTH_WORDS, RANGE_WORDS

LETTER = r"[^\W\d_]"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """A day as a text names it; ``year`` is ``None`` where the words have none.

    ``in_range`` says that it is one end of a range ("12-16 September").
    """

    year: int | None
    month: int
    day: int
    start: int
    end: int
    in_range: bool = False

    def iso(self, year: int | None = None) -> str | None:
        """Give the day as an ISO date, in its own year or else in ``year``; ``None`` where there is no such day."""
        try:
            return date(self.year or year or 0, self.month, self.day).isoformat()
        except ValueError:
            return None


def any_of(words: tuple[str, ...]) -> str:
    """Give a pattern for any of the words, the longest first.

    Example:
        >>> any_of(("to", "through"))
        'through|to'
    """
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


_STEM_MONTH = {stem: number for number, stems in enumerate(MONTH_STEMS, 1) for stem in stems}
_WORD_MONTH = {word: number for number, words in enumerate(MONTH_WORDS, 1) for word in words}
_MONTH = (
    rf"(?P<m>(?:(?:{any_of(tuple(_STEM_MONTH))}){LETTER}{{0,5}}|(?:{any_of(tuple(_WORD_MONTH))}))(?!{LETTER}))\.?"
)
_DAY = r"(?<![\d.,/:])(?P<d>[0-3]?\d)(?!\d)"
_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_ORDINAL = r"(?:st|nd|rd|th|-?(?:го|е|га|й))?"
_SPACE = r"[^\S\n]"
_FORMS = tuple(
    re.compile(form.replace(r"\s", _SPACE), re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<n>[01]?\d)(?P=s)(?P<d>[0-3]?\d)(?!\d)",
        r"(?<![\d.])(?P<d>[0-3]?\d)(?P<s>[./-])(?P<n>[01]?\d)(?P=s)(?P<y>(?:19|20)\d\d)(?!\.?\d)",
        rf"(?<!\d){_YEAR}\.?\s*(?:gada|aasta)\s+(?P<d>[0-3]?\d)\.?\s*{_MONTH}",
        rf"(?<!\d){_YEAR}\s*(?:m\.|metų)?\s*{_MONTH}\s+(?P<d>[0-3]?\d)(?!\d)(?:\s*d\.)?",
        rf"{_DAY}{_ORDINAL}\.?\s*(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?",
        rf"(?<!{LETTER}){_MONTH}\s+(?P<d>[0-3]?\d)(?!:?\d){_ORDINAL}(?:\s*d\.)?(?:,?\s+{_YEAR})?",
    )
)
_RANGE_BEFORE = re.compile(rf"\d\.?\s*(?:[-–—]|\s(?:{any_of(RANGE_WORDS)}))\s*$", re.IGNORECASE)
_RANGE_AFTER = re.compile(rf"\s*(?:[-–—]\s*|(?:{any_of(RANGE_WORDS)})\s)\d", re.IGNORECASE)


def find_days(text: str) -> list[NamedDay]:
    """Find the days that a text names, in the order of the text.

    Read are ISO dates, day.month.year, and days with a month in words. A date
    such as 05/06/2025, of which the order is not known, is left out.

    Example:
        >>> [day.iso() for day in find_days("Nuo 2025 m. rugsėjo 3 d. iki 16. September 2025")]
        ['2025-09-03', '2025-09-16']
        >>> [(day.day, day.month, day.year) for day in find_days("У ноч на 5 жніўня")]
        [(5, 8, None)]
    """
    found: list[NamedDay] = []
    for form in _FORMS:
        for match in form.finditer(text):
            day = _named(match, text)
            if day and not any(day.start < other.end and other.start < day.end for other in found):
                found.append(day)
    return sorted(found, key=lambda day: day.start)


def _named(match: re.Match[str], text: str) -> NamedDay | None:
    parts = match.groupdict()
    number, month = int(parts["d"]), _month_of(parts)
    year = int(parts["y"]) if parts.get("y") else None
    if parts.get("s") == "/" and match.start("d") < match.start("n") and number <= 12 and number != month:
        return None  # 09/12/2025 is read one way in London and the other in Washington
    day = NamedDay(
        year=year, month=month, day=number, start=match.start(), end=match.end(), in_range=_in_range(match, text)
    )
    return day if day.iso(2000) else None


def _month_of(parts: dict[str, str | None]) -> int:
    if parts.get("n"):
        return int(parts["n"] or 0)
    word = (parts["m"] or "").lower()
    if word in _WORD_MONTH:
        return _WORD_MONTH[word]
    return next(_STEM_MONTH[word[:cut]] for cut in range(len(word), 0, -1) if word[:cut] in _STEM_MONTH)


def _in_range(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 12) : match.start()]
    return bool(_RANGE_BEFORE.search(before) or _RANGE_AFTER.match(text, match.end()))
