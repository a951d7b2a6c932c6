"""All waiting goes through a clock, so that a test can let a year pass in seconds."""

from __future__ import annotations

import select
import socket
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import Protocol


class Stop:
    """How a watch that waits is woken: because something came, or to end.

    Asking for the end does no more than set a mark and send one byte, so that a signal may do it at any moment.
    """

    def __init__(self) -> None:
        self._ear, self._bell = socket.socketpair()
        self._ear.setblocking(False)
        self._bell.setblocking(False)
        self.asked = False

    def ask(self) -> None:
        """Ask for the end."""
        self.asked = True
        self.ring()

    def ring(self) -> None:
        """Wake whoever waits: there is something to look at."""
        with suppress(OSError):  # full: it was rung already; closed: nobody waits any more
            self._bell.send(b".")

    def wait(self, seconds: float) -> None:
        """Wait until somebody rings, or so long."""
        if not self.asked and select.select([self._ear], [], [], max(0.0, seconds))[0]:
            with suppress(OSError):
                self._ear.recv(4096)

    def close(self) -> None:
        """Let go of the line. Ringing later does no harm."""
        self._ear.close()
        self._bell.close()


class Clock(Protocol):
    """Tells the time and waits."""

    def now(self) -> datetime:
        """Give this moment in UTC, as the computer has it."""
        ...

    def steady(self) -> float:
        """Give seconds that pass evenly, whatever the clock is set to."""
        ...

    def wait(self, seconds: float, stop: Stop) -> None:
        """Wait so long, or until somebody rings."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Give this moment in UTC."""
        return datetime.now(UTC)

    def steady(self) -> float:
        """Give the seconds since some moment; where the system counts them, also those in which it slept."""
        return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()

    def wait(self, seconds: float, stop: Stop) -> None:
        """Wait so long, or until somebody rings."""
        stop.wait(seconds)
