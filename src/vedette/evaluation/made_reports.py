"""Many reports out of a few: the samples, repeated and varied, for measuring speed.

Not news and not gold: nothing but load. The same count always makes the same reports.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from vedette.evaluation.ordinary import OrdinaryParagraph
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
_PARAGRAPHS = 5  # of an ordinary report


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


def make_mixed(count: int, ordinary: Sequence[OrdinaryParagraph]) -> Iterator[Report]:
    """Make reports as a day's news mixes them: one in ten of the samples, the others of ordinary paragraphs.

    Args:
        count: How many.
        ordinary: Paragraphs off our subjects, at least one; each report takes the next ones, round and round.
    """
    ours = make_reports(-(-count // ONE_IN))
    for number in range(count):
        if number % ONE_IN == 0:
            yield next(ours)
            continue
        paragraphs = [ordinary[(number * _PARAGRAPHS + step) % len(ordinary)].text for step in range(_PARAGRAPHS)]
        yield Report.of(
            "\n\n".join(paragraphs), ref=f"ordinary-{number}", outlet="Outlet", language="en", published="2026-05-13"
        )


def write_reports(file: Path, reports: Iterable[Report]) -> None:
    """Write reports as JSON Lines, as ``vedette read`` and ``vedette add`` take them."""
    lines = (json.dumps(_line(report), ensure_ascii=False) for report in reports)
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


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
