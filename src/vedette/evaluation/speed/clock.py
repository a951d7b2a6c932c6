"""Seconds on the clock, and of processor time of a process and of its children that have ended."""

from __future__ import annotations

import os
import time
from types import TracebackType
from typing import Self


class Clock:
    """Runs while its block runs.

    Example:
        >>> with Clock() as clock:
        ...     total = sum(range(1000))
        >>> clock.seconds > 0
        True
    """

    def __init__(self) -> None:
        self.seconds = self.processor_seconds = 0.0
        self._began = self._worked = 0.0

    def __enter__(self) -> Self:
        self._began, self._worked = time.perf_counter(), _worked()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.seconds = time.perf_counter() - self._began
        self.processor_seconds = _worked() - self._worked


def _worked() -> float:
    times = os.times()
    return time.process_time() + times.children_user + times.children_system
