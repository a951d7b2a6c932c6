"""Runs of the bench that were never run: seconds are made up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from vedette.evaluation.machine import Machine
from vedette.evaluation.speed.grown import Answered, Grown
from vedette.evaluation.speed.result import Measured, Result, Told, Work
from vedette.evaluation.speed.rounds import REFERENCE

MACHINE = Machine(processor="Example 9000", cores=2, python="3.11.7", spacy="3.8.18", commit="0123456789")
Rounds = Sequence[Mapping[str, float]]
MakeRun = Callable[..., Result]


@pytest.fixture
def make_run() -> MakeRun:
    """Make a run of the seconds that each work took in each round, on 100 reports of mixed news."""
    return _run


def _run(
    rounds: Rounds, *, cores: int = 1, last: float | None = None, peaks: Mapping[str, float] | None = None,
    grown: tuple[Grown, ...] = (), machine: Machine = MACHINE,
) -> Result:
    """``last`` is what spaCy took at the end of each round, where it was measured there, too."""
    made = []
    for seconds in rounds:
        works = [(Work(what=what, texts="mixed", cores=cores), took) for what, took in seconds.items()]
        works += [(REFERENCE, last)] if last is not None else []
        made.append(tuple((work, _measured(took, (peaks or {}).get(work.what, 400))) for work, took in works))
    texts = (Told(name="mixed", reports=100, words=350),)
    return Result(machine=machine, at="2026-11-22T06:00:00+00:00", texts=texts, rounds=tuple(made), grown=grown)


def _measured(seconds: float, peak: float) -> Measured:
    return Measured(reports=100, seconds=seconds, processor_seconds=seconds, peak_mb=peak, found=7)


@pytest.fixture
def make_grown() -> Callable[..., Grown]:
    """Make what was measured of a desk of a size: so many seconds for each thousand."""
    def made(reports: int, *, storing: float, linking: float) -> Grown:
        return Grown(
            reports=reports, claims=reports // 2, events=reports // 10, storing=(storing,) * 3,
            linking=(linking, linking, linking * 9), size_mb=reports / 100, peak_mb=300,
            answered=(Answered.of("search: a rare word", [0.001, 0.002, 0.009]),),
        )

    return made
