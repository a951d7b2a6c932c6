"""Seconds on the clock, and of processor time of a process and of its children that have ended."""

from __future__ import annotations

import os
import time
from types import TracebackType
from typing import Self


class Clock:
    """Runs while its block runs, or from ``start`` to ``stop``.

    Example:
        >>> with Clock() as clock:
        ...     total = sum(range(1000))
        >>> clock.seconds > 0
        True
    """

    def __init__(self) -> None:
        self.seconds = self.processor_seconds = 0.0
        self.is_started = False
        self._began = self._worked = 0.0

    def start(self) -> None:
        """Begin."""
        self.is_started = True
        self._began, self._worked = time.perf_counter(), _worked()

    def stop(self) -> None:
        """End."""
        self.seconds = time.perf_counter() - self._began
        self.processor_seconds = _worked() - self._worked

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def _worked() -> float:
    times = os.times()
    return time.process_time() + times.children_user + times.children_system
