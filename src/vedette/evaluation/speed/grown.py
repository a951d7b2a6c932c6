"""How a desk answers, and what adding to it costs, when it holds so many reports."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any, Self

from vedette.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """How long a question of a page took, in milliseconds: half were quicker than ``p50``, 99 of 100 than ``p99``.

    Example:
        >>> Answered.of("search", [0.003, 0.001, 0.002, 0.010])
        Answered(question='search', times=4, p50=2.0, p99=10.0)
    """

    question: str
    times: int
    p50: float
    p99: float

    @classmethod
    def of(cls, question: str, seconds: Sequence[float]) -> Self:
        """Make it of the seconds that each answer took."""
        ordered = sorted(seconds)
        return cls(
            question=question, times=len(ordered), p50=round(_quantile(ordered, 0.5) * 1000, 3),
            p99=round(_quantile(ordered, 0.99) * 1000, 3),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """A desk of a size: what is on it, what the next thousand reports cost, how it answers.

    ``storing`` and ``linking`` are seconds of processor time for a thousand reports, one number for each thousand that
    was added; ``size_mb`` is the file, ``peak_mb`` the most memory of the process so far.
    """

    reports: int
    claims: int
    events: int
    storing: tuple[float, ...]
    linking: tuple[float, ...]
    size_mb: float
    peak_mb: float
    answered: tuple[Answered, ...]

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Make it of what JSON holds."""
        lists = {key: tuple(plain[key]) for key in ("storing", "linking")}
        answered = tuple(Answered(**one) for one in plain["answered"])
        return cls(**{**plain, **lists, "answered": answered})


def load_grown(file: Path) -> tuple[Grown, ...]:
    """Read what ``python -m vedette.evaluation.speed.sizes`` printed: a line of JSON for each size.

    Raises:
        InputError: There is no such file, or a line of it is something else.
    """
    advice = "Make it with 'python -m vedette.evaluation.speed.sizes > FILE'."
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InputError(f"It cannot be opened: {error.strerror}.", source=str(file), advice=advice) from error
    return tuple(_of_line(line, number, file, advice) for number, line in enumerate(lines, start=1))


def _of_line(line: str, number: int, file: Path, advice: str) -> Grown:
    try:
        return Grown.from_plain(json.loads(line))
    except (ValueError, KeyError, TypeError) as error:
        raise InputError("It is no size that was measured.", source=str(file), line=number, advice=advice) from error


def _quantile(ordered: Sequence[float], share: float) -> float:
    return ordered[max(0, ceil(share * len(ordered)) - 1)]
