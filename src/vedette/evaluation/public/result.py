"""One line of the table of public benchmarks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one metric came out as, on one part of one benchmark.

    ``value`` is ``None`` where it could not be measured; ``note`` then says why.
    ``count`` is on how many things it was measured (times, toponyms, sources ...).
    ``aim`` and ``baseline`` are on the scale of the metric; the baseline is what
    a simple method reaches, measured by the same rule.

    Example:
        >>> Result(benchmark="places", part="some", metric="within 161 km", value=0.5, count=2, aim=0.85).reached
        False
        >>> Result(benchmark="certainty", part="some", metric="MAE", value=0.4, count=9, aim=0.42).reached
        True
    """

    benchmark: str
    part: str
    metric: str
    value: float | None
    count: int
    aim: float | None = None
    baseline: float | None = None
    note: str = ""

    @property
    def reached(self) -> bool | None:
        """Say whether the aim is reached; of errors less is better. ``None`` without an aim or a value."""
        if self.aim is None or self.value is None:
            return None
        return self.value <= self.aim if self.metric.startswith("MAE") else self.value >= self.aim


def skipped(benchmark: str, *, part: str = "all", why: str) -> Result:
    """Say that something was not measured, and why."""
    return Result(benchmark=benchmark, part=part, metric="-", value=None, count=0, note=why)
