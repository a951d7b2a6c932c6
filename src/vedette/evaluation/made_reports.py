"""Many reports out of a few: the samples, repeated and varied, for measuring speed.

Not news and not gold: nothing but load. The same count always makes the same reports.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from vedette.evaluation.eventless import EventlessParagraph
from vedette.model import Report
from vedette.samples import sample_files
from vedette.sources import collect

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# A day beside its month; else two to six digits that are neither a year nor part of a name such as MiG-31.
_NUMBER = re.compile(
    rf"\b(?P<before>(?:{_MONTH}) )(?P<day>[12]?\d|3[01])\b|\b(?P<first>[12]?\d|3[01])(?P<after> (?:{_MONTH}))\b"
    r"|(?<![-\w.,:])(?!(?:19|20)\d\d\b)(?P<figure>\d{1,3}(?:,?\d{3}|\d))(?![-\w:]|[.,]\d)"
)
_LAST_DAY = 28  # of every month
ONE_IN = 10  # reports of mixed news that is on our subjects
WORDS = 350  # of a report of news, about
_ENOUGH = WORDS * 15 // 16
_FIRST_DAY = date(2025, 9, 1)
_DAYS = 60
_OUTLETS = 40


def make_reports(count: int) -> Iterator[Report]:
    """Make reports by repeating the English samples with other dates, figures, order and outlets.

    The first round is the samples as they are. In every later one each day and
    figure is moved, the paragraphs after the first are turned, and the outlet is
    another one.

    Args:
        count: How many.

    Example:
        >>> [report.ref for report in make_reports(80)][::39]
        ['airports-night', 'airports-night-1', 'airports-night-2']
    """
    samples = _english_samples()
    for number in range(count):
        lap, place = divmod(number, len(samples))
        yield _varied(samples[place], lap)


def make_subject(count: int) -> Iterator[Report]:
    """Make reports on our subjects that are as long as news: samples, varied, one behind the other in one report.

    Args:
        count: How many.
    """
    samples = make_reports(count * WORDS)  # more than enough: each has some words
    for number in range(count):
        first, *others = _as_long_as_news(samples)
        text = "\n\n".join([first.text, *(other.text for other in others)])
        yield Report.of(
            text, ref=f"subject-{number}", title=first.title, outlet=first.outlet or "Outlet", language="en",
            published=first.published or _FIRST_DAY.isoformat(),
        )


def make_mixed(count: int, ordinary: Sequence[EventlessParagraph]) -> Iterator[Report]:
    """Make reports as a day's news mixes them: one in ten is on our subjects, the others are of ordinary paragraphs.

    Args:
        count: How many.
        ordinary: Paragraphs off our subjects, at least one; each report takes others, in another order, until it is
            as long as news.
    """
    ours = make_subject(-(-count // ONE_IN))
    for number in range(count):
        if number % ONE_IN == 0:
            yield next(ours)
            continue
        draw = random.Random(number)
        paragraphs = draw.sample(ordinary, len(ordinary))
        yield Report.of(
            "\n\n".join(_moved(one, number) for one in _until_long(one.text for one in paragraphs)),
            ref=f"ordinary-{number}", outlet=f"Outlet {draw.randrange(_OUTLETS)}", language="en",
            published=(_FIRST_DAY + timedelta(days=draw.randrange(_DAYS))).isoformat(),
        )


def write_reports(file: Path, reports: Iterable[Report]) -> None:
    """Write reports as JSON Lines, as ``vedette read`` and ``vedette add`` take them."""
    lines = (json.dumps(_line(report), ensure_ascii=False) for report in reports)
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _as_long_as_news(reports: Iterator[Report]) -> list[Report]:
    """Take the next reports until they have as many words as one of the news; the last may make it longer."""
    taken = [next(reports)]
    while sum(len(one.text.split()) for one in taken) < _ENOUGH:
        taken.append(next(reports))
    return taken


def _until_long(paragraphs: Iterable[str]) -> Iterator[str]:
    words = 0
    for one in paragraphs:
        yield one
        words += len(one.split())
        if words >= _ENOUGH:
            return


def _english_samples() -> list[Report]:
    collected = collect([str(file) for file in sample_files()], outlets=())
    return [item for item in collected if isinstance(item, Report) and item.language == "en"]


def _line(report: Report) -> dict[str, str | None]:
    return {
        "id": report.ref, "title": report.title, "outlet": report.outlet, "published": report.published,
        "lang": report.language, "text": report.text,
    }


def _varied(sample: Report, lap: int) -> Report:
    if lap == 0:
        return sample
    first, *others = sample.text.split("\n\n")
    turn = lap % len(others) if others else 0
    text = "\n\n".join([first, *others[turn:], *others[:turn]])
    return Report.of(
        _moved(text, lap), ref=f"{sample.ref}-{lap}", title=sample.title and _moved(sample.title, lap),
        outlet=f"{sample.outlet or 'Outlet'} {lap}", language="en",
        published=sample.published and _moved_date(sample.published, lap),
    )


def _moved(text: str, lap: int) -> str:
    return _NUMBER.sub(lambda found: _moved_number(found, lap), text)


def _moved_number(found: re.Match[str], lap: int) -> str:
    if found["figure"]:
        return _figure(found["figure"], lap)
    if found["day"]:
        return f"{found['before']}{_day(int(found['day']), lap)}"
    return f"{_day(int(found['first']), lap)}{found['after']}"


def _moved_date(date: str, lap: int) -> str:
    return f"{date[:8]}{_day(int(date[8:10]), lap):02d}{date[10:]}"


def _day(day: int, lap: int) -> int:
    return (day - 1 + lap) % _LAST_DAY + 1


def _figure(written: str, lap: int) -> str:
    value = int(written.replace(",", "")) + lap
    return f"{value:,}" if "," in written else str(value)
