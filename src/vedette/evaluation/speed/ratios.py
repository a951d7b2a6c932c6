"""What a run says apart from its machine: how one work stands to another in the same round.

A ratio is made within each round, and of the rounds' ratios the median counts: what slows a machine for a minute slows
both sides of a ratio. All ratios are so that more is better.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from vedette.evaluation.speed.result import Measured, Result, Work
from vedette.evaluation.speed.rounds import REFERENCE

_PAGES = ("collect", "add pages")
_ALL = "add"


@dataclass(frozen=True, slots=True)
class Spread:
    """The least, the median and the most of some numbers.

    Example:
        >>> str(Spread.of([3.0, 1.0, 2.0]))
        '2.00 (1.00-3.00)'
    """

    least: float
    median: float
    most: float

    @classmethod
    def of(cls, values: list[float]) -> Spread:
        """Make it of at least one number."""
        return cls(min(values), median(values), max(values))

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.least:.2f}-{self.most:.2f})"


def ratios(result: Result) -> dict[str, Spread]:
    """Give every ratio of a run, by a name that says it."""
    return dict(_named(result))


def noise(result: Result) -> float:
    """Say how far the same work was from itself within one round: the largest share by which it differed.

    Example:
        >>> from vedette.evaluation.machine import Machine
        >>> machine = Machine(processor="", cores=1, python="", spacy="", commit="")
        >>> took = [Measured(reports=9, seconds=s, processor_seconds=s, peak_mb=1, found=1) for s in (2.0, 1.9)]
        >>> rounds = (tuple((REFERENCE, one) for one in took),)
        >>> round(noise(Result(machine=machine, at="", texts=(), rounds=rounds)), 3)
        0.05
    """
    shares = [
        1 - min(one.seconds for one in twice) / max(one.seconds for one in twice) for twice in result.of(REFERENCE)
    ]
    return max(shares, default=0.0)


def rates(result: Result, work: Work) -> Spread:
    """Give the reports a second of a work."""
    return Spread.of([_rate(measured) for measured in result.of(work)])


def memory(result: Result, work: Work) -> Spread:
    """Give the peak of memory of a work, in MB."""
    return Spread.of([one.peak_mb for measured in result.of(work) for one in measured])


def against(result: Result, work: Work, other: Work) -> Spread:
    """Say how many times as fast a work is as another, round by round."""
    pairs = zip(result.of(work), result.of(other), strict=True)
    return Spread.of([_rate(one) / _rate(two) for one, two in pairs])


def compared_with(result: Result, work: Work) -> Iterator[Work]:
    """Name what a work is compared with: spaCy on the same texts and cores; with pages, trafilatura, too."""
    known = result.works()
    if work.what in _PAGES or (work.what == _ALL and work.cores == 1):
        yield from (one for one in known if one.what == "trafilatura" and one.texts == work.texts)
    if work.what not in ("spacy", "trafilatura"):
        yield from (one for one in known if one == Work(what="spacy", texts=work.texts, cores=work.cores))


def _named(result: Result) -> Iterator[tuple[str, Spread]]:
    for work in result.works():
        for other in compared_with(result, work):
            yield f"{work}: speed, {other.what} = 1", against(result, work, other)
        one_core = Work(what=work.what, texts=work.texts)
        if work.cores > 1 and one_core in result.works():
            yield f"{work}: speed, 1 core = 1", against(result, work, one_core)
        spacy = Work(what="spacy", texts=work.texts, cores=work.cores)
        if work.what == _ALL and spacy in result.works():
            both = zip(_peaks(result, work), _peaks(result, spacy), strict=True)
            yield f"{work}: spaCy's memory, ours = 1", Spread.of([theirs / ours for ours, theirs in both])
    for small, large in pairwise(result.grown):
        for name, before, now in (
            ("storing", small.storing, large.storing), ("linking", small.linking, large.linking),
        ):
            yield (
                f"{name} at {large.reports:,} reports: speed, at {small.reports:,} = 1",
                Spread.of([median(before) / one for one in now]),
            )


def _peaks(result: Result, work: Work) -> list[float]:
    return [fmean(one.peak_mb for one in measured) for measured in result.of(work)]


def _rate(measured: tuple[Measured, ...]) -> float:
    return sum(one.reports for one in measured) / sum(one.seconds for one in measured)
