"""Score what is read about times against a corpus annotated with TIMEX3.

The corpus stays where its owner keeps it: the loader takes a path. A document
is one JSON object a line, ``{"dct", "text", "timexes": [{"start", "end",
"value"}]}``, plain or gzipped. Two scores, as TempEval-3 gives them: *relaxed*
asks whether a time was found (spans overlap), *value* whether it also means the
same.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vedette.errors import InputError
from vedette.model.period import Period, Precision
from vedette.model.span import Span
from vedette.reading.times import Tense, TimeExpression, TimeKind, TimeWords, anchors_of, find_times, resolve_time

_UNIT_CODES = {"day": "D", "weekend": "WE", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
               "hour": "H", "minute": "M", "second": "S"}  # fmt: skip
_PART_CODES = {"00": "MO", "04": "MO", "06": "MO", "12": "AF", "18": "EV", "22": "NI"}
_SEASON_CODES = {"03": "SP", "06": "SU", "09": "FA", "12": "WI"}
_LONG_UNITS = {"decade": ("year", 10), "century": ("year", 100)}
_CLOCK_UNITS = ("hour", "minute", "second")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One annotated time: where, and its TIMEX3 value."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexDocument:
    """One annotated text, with the date it was written."""

    text: str
    written: str
    times: tuple[Timex, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexScore:
    """How many times were annotated, found, found in the right place, and read rightly.

    Example:
        >>> score = TimexScore(annotated=10, found=10, overlapping=9, same_value=8)
        >>> score.relaxed_f1, score.value_f1
        (0.9, 0.8)
    """

    annotated: int
    found: int
    overlapping: int
    same_value: int

    @property
    def relaxed_f1(self) -> float:
        """Agreement on which words are times, 0 to 1."""
        return self._f1(self.overlapping)

    @property
    def value_f1(self) -> float:
        """Agreement on which words are times and what they mean, 0 to 1."""
        return self._f1(self.same_value)

    def _f1(self, right: int) -> float:
        return 2 * right / (self.annotated + self.found) if self.annotated + self.found else 0.0


def load_timex(path: Path) -> list[TimexDocument]:
    """Read an annotated corpus.

    Raises:
        InputError: A line is no document; the message names it.
    """
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    documents = []
    for number, line in enumerate(content.decode("utf-8").splitlines(), start=1):
        try:
            entry = json.loads(line)
            times = tuple(Timex(span=Span(t["start"], t["end"]), value=t["value"]) for t in entry["timexes"])
            documents.append(TimexDocument(text=entry["text"], written=entry["dct"], times=times))
        except (KeyError, TypeError, ValueError) as wrong:
            raise InputError(f"this is no annotated document ({wrong}).", source=str(path), line=number) from wrong
    return documents


def no_tense(text: str, span: Span) -> Tense:
    """Know nothing of the tense: what a date grammar does on its own."""
    return Tense.NONE


def score_times(
    documents: Iterable[TimexDocument], *, words: TimeWords, tense_of: Callable[[str, Span], Tense] = no_tense
) -> TimexScore:
    """Read the documents and count what agrees with the annotation; each time is paired once, in order.

    ``tense_of`` says which way the sentence around a span looks, for whoever can tell.
    """
    annotated = found = overlapping = same = 0
    for document in documents:
        read = read_values(document.text, written=document.written, words=words, tense_of=tense_of)
        pairs = _paired(document.times, read)
        annotated += len(document.times)
        found += len(read)
        overlapping += len(pairs)
        same += sum(1 for gold, ours in pairs if same_value(gold.value, ours.value))
    return TimexScore(annotated=annotated, found=found, overlapping=overlapping, same_value=same)


def read_values(
    text: str, *, written: str, words: TimeWords, tense_of: Callable[[str, Span], Tense] = no_tense
) -> list[Timex]:
    """Give what is found in a text as TIMEX3 has it: the two ends of a range are two times.

    Example:
        >>> from vedette.reading.times import load_time_words
        >>> times = read_values("from Monday to 16 September", written="2025-09-12", words=load_time_words("en"))
        >>> [time.value for time in times]
        ['2025-09-08', '2025-09-16']
    """
    found: list[Timex] = []
    times = find_times(text, words=words)
    for expression, anchor in zip(times, anchors_of(times, published=written), strict=True):
        period = resolve_time(expression, anchor=anchor, tense=tense_of(text, expression.span))
        if expression.kind is TimeKind.RANGE and period is not None:
            found.extend(_ends(expression, period))
        else:
            found.append(Timex(span=expression.span, value=timex_value(expression, period) or ""))
    return found


def _ends(expression: TimeExpression, period: Period) -> Iterator[Timex]:
    for part, end in zip(expression.parts, (period.start, period.end or period.start), strict=True):
        whole = Period(start=end, precision=period.precision)
        yield Timex(span=part.span, value=timex_value(part, whole) or "")


def timex_value(expression: TimeExpression, period: Period | None) -> str | None:
    """Write a period as the value of a TIMEX3; ``None`` where there is nothing to write.

    Example:
        >>> from vedette.reading.times import load_time_words
        >>> (time,) = find_times("in late July 2025", words=load_time_words("en"))
        >>> timex_value(time, resolve_time(time, anchor=None))
        '2025-07'
    """
    if expression.kind in (TimeKind.DURATION, TimeKind.DISTANCE, TimeKind.WINDOW, TimeKind.SET):
        return _duration(expression)
    if expression.kind is TimeKind.NOW:
        return "PRESENT_REF"
    if expression.kind is TimeKind.BOUND:
        return timex_value(expression.parts[0], period)
    if period is None:
        return None
    if period.precision is Precision.VAGUE:
        return "FUTURE_REF" if expression.direction == 1 else "PAST_REF"
    return _moment(expression, period)


def _duration(expression: TimeExpression) -> str | None:
    if expression.unit is None:
        return None
    unit, times = _LONG_UNITS.get(expression.unit, (expression.unit, 1))
    count = "X" if expression.count is None else str(expression.count * times)
    if expression.kind is TimeKind.SET and expression.count is None:
        count = "1"
    return f"P{'T' if unit in _CLOCK_UNITS else ''}{count}{_UNIT_CODES[unit]}"


def _moment(expression: TimeExpression, period: Period) -> str | None:
    """Write the start, cut to what the precision promises."""
    start = period.start or period.end
    if start is None:
        return None
    if period.precision in (Precision.WEEK, Precision.WEEKEND):
        return _week(start, period.precision)
    if period.precision is Precision.SEASON:
        return _months(expression, start)
    if period.precision is Precision.PART_OF_DAY:
        # TIMEX3 has early and late as a modifier of the day.
        whole_day = expression.part in ("early", "late") or len(start) == 10
        return start[:10] if whole_day else f"{start[:10]}T{_PART_CODES.get(start[11:13], 'DT')}"
    if expression.kind is TimeKind.DECADE or expression.unit == "decade":
        return start[:3]
    return start[: {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}.get(period.precision, 16)]


def _week(start: str, precision: Precision) -> str:
    year, week, _ = date.fromisoformat(start[:10]).isocalendar()
    return f"{year:04d}-W{week:02d}{'-WE' if precision is Precision.WEEKEND else ''}"


def _months(expression: TimeExpression, start: str) -> str:
    if expression.kind is TimeKind.SEASON:
        return f"{start[:4]}-{_SEASON_CODES.get(f'{expression.season or 0:02d}', 'XX')}"
    return f"{start[:4]}-Q{(int(start[5:7]) + 2) // 3}"


def same_value(annotated: str, read: str) -> bool:
    """Say whether two values mean the same; seconds and a trailing zone are not compared.

    Example:
        >>> same_value("1998-02-06T22:19:00", "1998-02-06T22:19")
        True
    """
    return annotated == read or (len(annotated) > 16 and annotated[:16] == read)


def _paired(annotated: Sequence[Timex], read: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Pair the times that overlap, each at most once, from left to right."""
    pairs = []
    waiting = list(read)
    for gold in annotated:
        ours = next((time for time in waiting if time.span.overlaps(gold.span)), None)
        if ours is not None:
            waiting.remove(ours)
            pairs.append((gold, ours))
    return pairs
