"""Sentences that other rooms put on record in English, said in the language that is spoken.

Linking gives the reasons of a grade, reading its doubts about a date: in English, since what is on record
must not hang on who looks at it. Here each of those sentences stands once more as a message with its gaps;
a sentence that fits none is shown as it is on record.
"""

from __future__ import annotations

import re
from functools import cache

from vedette.model import Conflict
from vedette.presentation.saying import gettext, marked
from vedette.presentation.wording import describe_conflict_field

# What comes first is tried first: the longer ones before those that they contain.
_SENTENCES = (
    marked("no reliability is recorded for its sources"),
    marked("asserted by %(parties)s, denied by %(others)s"),
    marked("no known origin says so"),
    marked("said to be probable or possible only, by %(parties)s"),
    marked("asserted by two independent parties: %(parties)s"),
    marked("asserted by %(parties)s, shown by %(evidence)s"),
    marked("asserted by %(parties)s alone, with details in conflict"),
    marked("asserted by %(parties)s alone"),
    marked("asserted by a single voice (%(parties)s)"),
    marked("asserted by %(parties)s"),
    marked("in conflict: %(fields)s"),
    marked("state-controlled: %(name)s"),
    marked("%(meaning)s, %(source)s, rated by %(by)s on %(day)s"),
    marked("the text names no day; that of the report is taken"),
    marked("the weekday contradicts the date: %(day)s is a %(weekday)s"),
    marked("it ends before it begins"),
    marked("then at the latest"),
    marked("its own words name no day; that of what it is told with is taken"),
    marked("its own words name no day; it is counted from that of what it is told with"),
    marked("the text names no day, only that it was during an exercise"),
    marked("the text names no day; it is counted from the days of an exercise"),
    marked("midnight may be the start or the end of the day"),
)
_CODE = re.compile(r"([A-F1-6]): (.+)", re.DOTALL)


def said_reason(reason: str) -> str:
    """Say a reason or a doubt that is on record in the language that is spoken.

    Example:
        >>> from vedette.presentation.saying import speaking
        >>> with speaking("uk"):
        ...     said_reason("3: asserted by BelTA alone")
        '3: стверджує лише BelTA'
        >>> said_reason("in conflict: quantity:people, period")
        'in conflict: how many people, when'

    """
    code = _CODE.fullmatch(reason)
    if code is not None:
        return f"{code[1]}: {said_reason(code[2])}"
    for sentence in _SENTENCES:
        found = _pattern(sentence).fullmatch(reason)
        if found is not None:
            return gettext(sentence) % {name: _part(name, words) for name, words in found.groupdict().items()}
    return reason


def _part(name: str, words: str) -> str:
    """Say what fills a gap: some of it has words of its own."""
    match name:
        case "meaning":
            return gettext(words)
        case "fields":
            return ", ".join(describe_conflict_field(Conflict(field=field, values=())) for field in words.split(", "))
    return words


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    parts = re.split(r"%\((\w+)\)s", sentence)
    written = (f"(?P<{part}>.+)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return re.compile("".join(written), re.DOTALL)
