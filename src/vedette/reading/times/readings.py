"""What a single token may stand for: a day, a year, a month, a unit ..."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vedette.reading.times.tokens import Shape, Token
from vedette.reading.times.words import TimeWords

Reading = tuple[str, object, int]
"""Class, value, and how many tokens it takes."""

_FIRST_YEAR, _LAST_YEAR = 1800, 2099
_LEAP_YEAR = 2024


def readings_of(tokens: Sequence[Token], position: int, words: TimeWords) -> list[Reading]:
    """List what the tokens from here on may be, by their digits and by the tables of the language."""
    token = tokens[position]
    if token.shape in (Shape.WORD, Shape.MARK):
        return _worded(tokens, position, words)
    if token.shape is Shape.NUMBER:
        return _numbered(token)
    if token.shape is Shape.ORDINAL:
        return [*_ordinal(token, words), *_worded(tokens, position, words)]
    if token.shape in (Shape.CLOCK, Shape.DECIMAL):
        return [*_clocked(token), *_dotted_day(token)]
    written = _written_date(token, words)
    return [("FULLDATE", written, 1)] if written else []


def _worded(tokens: Sequence[Token], position: int, words: TimeWords) -> list[Reading]:
    token = tokens[position]
    entries = words.by_first.get(token.key)
    if entries is None:
        return []
    # The "nacht" of "Montagnacht" is written small where "Nacht" alone is not.
    compound = position > 0 and not token.gap and tokens[position - 1].shape is Shape.WORD
    if token.key in words.guards.capital and not token.text[:1].isupper() and not compound:
        return []
    found: list[Reading] = []
    for name, keys, value in entries:
        if len(keys) == 1 or tuple(later.key for later in tokens[position : position + len(keys)]) == keys:
            found.append((name, value, len(keys)))
    return found


def _ordinal(token: Token, words: TimeWords) -> list[Reading]:
    """Read "12th" as a day or an hour, "2014-го" as a year, "90-х" as a decade; which it is, the rules say."""
    digits = "".join(letter for letter in token.text if letter.isdigit())
    number = int(digits)
    if token.key.removeprefix(digits) in words.decades and number % 10 == 0:
        return [("DECADE", _decade(number), 1)]
    if len(digits) == 4 and _FIRST_YEAR <= number <= _LAST_YEAR:
        return [("YEAR", number, 1), ("NTHYEAR", number, 1)]
    if len(digits) > 2:
        return []
    found: list[Reading] = [("NTH", number, 1), ("DAY", number, 1)] if 1 <= number <= 31 else []
    if number <= 24:
        found.append(("HOUR", number, 1))
    return found


def _decade(number: int) -> int:
    """Give the year that a decade begins with: the 40s are those of the last century, the tens and 20s of this one."""
    if number > 99:
        return number
    return number + (1900 if number > 20 else 2000)


def _numbered(token: Token) -> list[Reading]:
    length = len(token.text)
    if length > 4:
        return []
    number = int(token.text)
    found: list[Reading] = [("DAY", number, 1)] if 1 <= number <= 31 and length <= 2 else []
    if length == 4 and _FIRST_YEAR <= number <= _LAST_YEAR:
        found.append(("YEAR", number, 1))
    elif number > 0:
        found.append(("COUNT", number, 1))
    if number <= 24 and length <= 2:
        found.append(("HOUR", number, 1))
    if number <= 59 and length == 2:
        found.append(("MINUTE", number, 1))
    if length == 2 and number % 10 == 0 and number:
        found.append(("DECADE_BARE", _decade(number), 1))
    return found


def _clocked(token: Token) -> list[Reading]:
    mark = ":" if token.shape is Shape.CLOCK else "."
    pieces = token.text.split(mark)
    if len(pieces) < 2 or not (len(pieces[0]) <= 2 and len(pieces[1]) == 2 and all(p.isdigit() for p in pieces[:2])):
        return []
    hour, minute = int(pieces[0]), int(pieces[1])
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return []
    return [("CLOCK" if mark == ":" else "DOTCLOCK", (hour % 24, minute), 1)]


def _dotted_day(token: Token) -> list[Reading]:
    """Read the day and month of "12.9.", which a clock may write in the same way."""
    day, mark, month = token.text.partition(".")
    if not mark or not (day.isdigit() and month.isdigit() and len(day) <= 2 and len(month) <= 2):
        return []
    fields = _fields(_LEAP_YEAR, int(month), int(day))
    return [("DOTDAY", {"month": int(month), "day": int(day)}, 1)] if fields else []


def _written_date(token: Token, words: TimeWords) -> dict[str, object] | None:
    """Read 2025-09-12, 12.09.2025 or 12/09/2025; the last in the order of the language where both would do."""
    if token.shape is Shape.ISO:
        fields = _fields(*(int(piece) for piece in token.text[:10].split("-")))
        if fields and "T" in token.text:
            fields |= {"hour": int(token.text[11:13]), "minute": int(token.text[14:16])}
            return fields if int(token.text[11:13]) < 24 and int(token.text[14:16]) < 60 else None
        return fields
    mark = "." if token.shape is Shape.DOTTED else "/"
    first, second, year = (int(piece) for piece in token.text.split(mark))
    year += 2000 if year < 100 else 0
    if mark == ".":
        return _fields(year, second, first)
    day_first, month_first = _fields(year, second, first), _fields(year, first, second)
    preferred, other = (day_first, month_first) if words.slashed == "dmy" else (month_first, day_first)
    if preferred and other and preferred != other:
        return preferred | {"doubt": "day and month may be the other way round"}
    return preferred or other


def _fields(year: int, month: int, day: int) -> dict[str, object] | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return {"year": year, "month": month, "day": day} if _FIRST_YEAR <= year <= _LAST_YEAR else None
