"""News that is read already, for filling large desks: words by the law of Zipf, one report in ten on our subjects.

Not news and not gold: nothing but load. The same number always makes the same reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import cycle

import numpy as np
from numpy.typing import NDArray

from vedette.evaluation.growth import CLAIMS_PER_REPORT, make_read_reports
from vedette.evaluation.made_reports import ONE_IN, WORDS
from vedette.model import ReadReport, Report
from vedette.model.codec import name_claim

VOCABULARY = 60_000
_OUTLETS = 400
_FLATTER = 2.7  # as Mandelbrot has it: the commonest words are less common than Zipf alone says
_SYLLABLES = tuple(f"{first}{last}" for first in "bdfgklmnprstvz" for last in "aeiou")


def make_news(count: int) -> Iterator[ReadReport]:
    """Make reports with what was read in them.

    Args:
        count: How many. A larger number begins with the same reports.

    Example:
        >>> [len(item.claims) for item in make_news(12)]
        [4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0]
    """
    ours = make_read_reports(-(-count // ONE_IN) * CLAIMS_PER_REPORT)
    day = date(1990, 1, 1).isoformat()
    for number, ordinary in zip(range(count), cycle([False, *[True] * (ONE_IN - 1)]), strict=False):
        text = made_text(number)
        if ordinary:
            outlet = f"Outlet {number % _OUTLETS}"
            yield ReadReport(report=Report.of(text, ref=str(number), outlet=outlet, published=day), claims=())
        else:
            item = _told(next(ours), text)
            day = item.report.published or day
            yield item


def made_text(number: int) -> str:
    """Make the text of a report: as many words as a report of news has, common ones often, others seldom."""
    draw = np.random.default_rng(number)
    return " ".join(word(int(rank)) for rank in np.searchsorted(_shares(), draw.random(WORDS)))


def word(rank: int) -> str:
    """Give the word of a rank; 0 is the commonest.

    Example:
        >>> word(0), word(69), word(70)
        ('baba', 'bazu', 'beba')
    """
    rest, written = rank, ""
    while rest or len(written) < 4:
        rest, last = divmod(rest, len(_SYLLABLES))
        written = _SYLLABLES[last] + written
    return written


def _told(item: ReadReport, text: str) -> ReadReport:
    """Give a report other words; its claims become those of the report that it then is."""
    report = Report.of(text, ref=item.report.ref, outlet=item.report.outlet, published=item.report.published)
    moved = (replace(claim, report=report.id) for claim in item.claims)
    return ReadReport(report=report, claims=tuple(replace(claim, id=name_claim(claim)) for claim in moved))


@cache
def _shares() -> NDArray[np.float64]:
    weights = 1 / (np.arange(VOCABULARY) + _FLATTER)
    return np.cumsum(weights / weights.sum())
