"""The day a report was published: what its metadata says, else what its own words tell.

The rule for a text without metadata, in this order:

1. a line that holds a full date and next to nothing else ("Friday, 12 September 2025, 10:40");
2. the latest day named in the lead, which is the title and the first two paragraphs;
3. the latest day named after that, up to a part headed "Background:" or the like;
4. a day in the lead of which the words leave open whether it has come ("from 12 September").

Days after "until", "scheduled for", "will" and their like, and days of a range, never count. A day without a year takes
the latest year that the text names ("Zapad 2025" counts); a day of an earlier year is background. Nothing found is
``None``: no day is invented.
"""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from vedette.sources.date_words import (
    BACKGROUND_LABELS,
    CLOSE_END_WORDS,
    END_WORDS,
    END_WORDS_AFTER,
    PLAN_STEMS,
    SOURCE_LABELS,
    SPEECH_STEMS,
    START_WORDS,
)
from vedette.sources.day_names import LETTER, NamedDay, any_of, find_days

_BETWEEN = rf"(?:\s+{LETTER}+){{0,3}}\s+$"
_PLAN = re.compile(rf"(?<!{LETTER})(?:{any_of(PLAN_STEMS)})", re.IGNORECASE)
_SPEECH = re.compile(rf"(?<!{LETTER})(?:{any_of(SPEECH_STEMS)})", re.IGNORECASE)
_END = re.compile(
    rf"(?<!{LETTER})(?:(?:{any_of(END_WORDS)}){_BETWEEN}|(?:{any_of(CLOSE_END_WORDS)})\s+$)", re.IGNORECASE
)
_START = re.compile(rf"(?<!{LETTER})(?:{any_of(START_WORDS)}){_BETWEEN}", re.IGNORECASE)
_END_AFTER = re.compile(rf"\s*(?:{any_of(END_WORDS_AFTER)})(?!{LETTER})", re.IGNORECASE)
_SENTENCE_END = re.compile(rf"(?:{LETTER}{{3}}|[)\"»”])[.!?]\s+|\n")
_YEAR = re.compile(r"(?<![\d.,])(?:199\d|200[1-9]|20[1-4]\d)(?![.,]?\d)")
# What stands before and behind a label is of its line: many empty lines would else be looked through from each of them.
_BACKGROUND = re.compile(rf"^[^\w\n]*(?:{any_of(BACKGROUND_LABELS)})[^\w\n]*:", re.IGNORECASE | re.MULTILINE)
_SOURCE_LINE = re.compile(rf"^\W*(?:{any_of(SOURCE_LABELS)})\W*:", re.IGNORECASE)
_WORD = re.compile(rf"{LETTER}{{2,}}")
_MONTH_OR_YEAR = re.compile(r"(\d{4})(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)
_LEAD_PARAGRAPHS = 2
_SENTENCE_REACH = 160
_LOOK = 20_000
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def iso_moment(value: str) -> str | None:
    """Give an outlet's own date, or date and time, in the form of ISO 8601.

    Read are ISO dates and times, the date at the beginning of a longer value,
    the dates of mail and feeds ("Fri, 12 Sep 2025 08:00:00 GMT"), and a full
    date in words or figures. Anything else is ``None``.

    Example:
        >>> iso_moment("2025-09-12T08:00:00Z"), iso_moment("12. syyskuuta 2025"), iso_moment("last Friday")
        ('2025-09-12T08:00:00+00:00', '2025-09-12', None)
    """
    value = value.strip()[:100]
    for parse in (_iso, _mail_date, _worded):
        found = parse(value)
        if found and _FIRST_YEAR <= int(found[:4]) <= _LAST_YEAR:
            return found
    return None


def month_or_year(value: str) -> str | None:
    """Give a date that names no day in the form of ISO 8601: a month ("2025-09"), or a year.

    Example:
        >>> month_or_year("2025-09"), month_or_year("2025"), month_or_year("2025-13"), month_or_year("12/2025")
        ('2025-09', '2025', None, None)
    """
    said = _MONTH_OR_YEAR.fullmatch(value.strip())
    return said[0] if said and _FIRST_YEAR <= int(said[1]) <= _LAST_YEAR else None


def published_in(text: str, *, within: str | None = None) -> str | None:
    """Tell from a text's own words on which day it was published, as an ISO date, or ``None``.

    The rule stands at the head of this module.

    Args:
        text: The text.
        within: The month ("2025-09") or year ("2025") in which the outlet says it was published: other days do not
            count, and a day without a year is of that year.

    Example:
        >>> published_in("Poland shut the crossing on 12 September. The drills last until 16 September 2025.")
        '2025-09-12'
        >>> published_in("Poland shut the crossing on Friday.") is None
        True
    """
    head = text[:_LOOK]
    background = _BACKGROUND.search(head)
    body = head[: background.start()] if background and background.start() else head
    year = int(within[:4]) if within else latest_year(head)
    days = [day for day in find_days(body) if not within or (day.iso(year) or "").startswith(within)]
    lead_end = _lead_end(body)
    lead = [day for day in days if day.start < lead_end]
    rest = [day for day in days if day.start >= lead_end]
    line = _date_line(body)
    return (
        (line if line and line.startswith(within or "") else None)
        or _latest(lead, body, year=year)
        or _latest(rest, body, year=year)
        or _latest(lead, body, year=year, open_start=True)
    )


def latest_year(text: str) -> int | None:
    """Give the latest year that a text names as something other than a plan.

    Example:
        >>> latest_year("Zapad-2025 follows Zapad 2021; the base is planned for 2030.")
        2025
    """
    years = [int(match[0]) for match in _YEAR.finditer(text[:_LOOK]) if not is_ahead(text, match.start(), match.end())]
    return max(years, default=None)


def is_source_line(line: str) -> bool:
    """Say whether a line names who an item is taken from ("Source: ...", "Джерело: ...").

    Example:
        >>> is_source_line("Šaltinis: BNS"), is_source_line("The source of the Nemunas")
        (True, False)
    """
    return bool(_SOURCE_LINE.match(line))


def is_ahead(text: str, start: int, end: int) -> bool:
    """Say whether the words before a date make it an end, a term or a plan.

    Example:
        >>> text = "It will close on 12 May, he said on 9 May."
        >>> is_ahead(text, 17, 23), is_ahead(text, 36, 41)
        (True, False)
    """
    before = _sentence_before(text, start)
    if _END.search(before) or _END_AFTER.match(text, end):
        return True
    plan = list(_PLAN.finditer(before))
    return bool(plan) and not _SPEECH.search(before, plan[-1].end())


def _latest(days: list[NamedDay], text: str, *, year: int | None, open_start: bool = False) -> str | None:
    come = [
        day.iso(year)
        for day in days
        if not day.in_range
        and not (day.year and year and day.year < year)
        and (open_start or not _START.search(_sentence_before(text, day.start)))
        and not is_ahead(text, day.start, day.end)
        and (day.year or year)
    ]
    return max((day for day in come if day), default=None)


def _sentence_before(text: str, start: int) -> str:
    window = text[max(0, start - _SENTENCE_REACH) : start]
    ends = list(_SENTENCE_END.finditer(window))
    return window[ends[-1].end() :] if ends else window


def _lead_end(text: str) -> int:
    counted, place = 0, 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        place += len(line)
        # A title, a source line and a by-line are no paragraphs.
        if line.strip() and not is_source_line(line) and not (number == 0 and is_headline(line)):
            counted += len(line.split()) > 5
        if counted == _LEAD_PARAGRAPHS:
            return place
    return len(text)


def is_headline(line: str) -> bool:
    """Say whether a line is short and open enough to be a title: under 200 characters, no full stop at its end.

    Example:
        >>> is_headline("Border closed"), is_headline("The border was closed.")
        (True, False)
    """
    line = line.strip()
    return 0 < len(line) < 200 and not line.endswith((".", ":", ";", ","))


def _date_line(text: str) -> str | None:
    lines = [line for line in text.splitlines() if line.strip()]
    return next((day for line in (*lines[:6], *lines[6:][-2:]) if (day := find_date_line(line))), None)


def find_date_line(line: str) -> str | None:
    """Give the day of a line that holds one full date and next to nothing else.

    Example:
        >>> find_date_line("Friday, 12 September 2025, 10:40"), find_date_line("The drills began on 12 September 2025")
        ('2025-09-12', None)
    """
    days = find_days(line) if len(line) <= 80 else []
    if len(days) != 1 or not days[0].year or days[0].in_range or is_ahead(line, days[0].start, days[0].end):
        return None
    others = _WORD.findall(line[: days[0].start] + " " + line[days[0].end :])
    return days[0].iso() if len(others) <= 3 else None


def _iso(value: str) -> str | None:
    # A bare year, or figures that only look like a date, say too little.
    if not re.match(r"\d{4}-?\d{2}-?\d{2}(?!\d)", value):
        return None
    for candidate in (value, value[:10]):
        try:
            moment = datetime.fromisoformat(candidate.replace(" Z", "Z").replace(" UTC", "Z"))
        except ValueError:
            continue
        return moment.isoformat() if len(candidate) > 10 else moment.date().isoformat()
    return None


def _mail_date(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _worded(value: str) -> str | None:
    days = [day for day in find_days(value) if day.year and not day.in_range]
    return days[0].iso() if len(days) == 1 else None
