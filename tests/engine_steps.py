"""Steps for tests of the engines: a worker imports them by name."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vedette.model import Gazetteer, Place, Report


@dataclass(frozen=True)
class Square:
    """Squares numbers; -1 raises, -2 is killed, -3 leaves, -4 never ends, -5 prints."""

    def open(self) -> Callable[[int], int]:
        return square


def square(number: int) -> int:
    if number == -1:
        raise ValueError("no root")
    if number == -2:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == -3:
        os._exit(7)
    if number == -4:
        time.sleep(600)
    if number == -5:
        sys.stdout.write("noise that must not be taken for a reply\n")
        sys.stdout.flush()
    return number * number


@dataclass(frozen=True)
class FailsOnce:
    """Ends its process the first time that it meets an item, and does it the second time."""

    folder: str

    def open(self) -> Callable[[str], str]:
        def work(name: str) -> str:
            mark = Path(self.folder, name)
            if not mark.exists():
                mark.touch()
                os._exit(1)
            return name.upper()

        return work


@dataclass(frozen=True)
class CannotOpen:
    """Fails before the first item."""

    def open(self) -> Callable[[int], int]:
        raise LookupError("the models are not there")


@dataclass(frozen=True)
class DiesOpening:
    """Ends its process before the first item."""

    def open(self) -> Callable[[int], int]:
        os._exit(9)


@dataclass(frozen=True)
class Answers:
    """Says where it works."""

    def open(self) -> Callable[[str], object]:
        facts: dict[str, Callable[[], object]] = {
            "pid": os.getpid, "threads": lambda: os.environ.get("OMP_NUM_THREADS"), "lambda": lambda: (lambda: None),
            "input": sys.stdin.read, "blob": lambda: b"x" * 5_000_000,
            "torch": lambda: sys.modules.get("torch", self) is None,
        }
        return lambda name: facts[name]()


@dataclass(frozen=True)
class Deadly:
    """Ends its process, whatever it is given."""

    knowledge: object

    def open(self) -> Callable[[object], object]:
        return lambda _: os._exit(7)


@dataclass(frozen=True)
class NothingRead:
    """What reading gives where nothing is told."""

    claims: tuple[()] = ()
    note: None = None


@dataclass(frozen=True)
class Choosy:
    """Reads pages and reports, but ends over what says "deadly", raises over "wrong", and never ends over "endless".

    A worker that only does this need not import what reads in earnest.
    """

    knowledge: object

    def open(self) -> Callable[[Any], object]:
        import vedette.sources.received  # noqa: F401 (before the clock of the first item runs)

        return _choose


def _choose(item: Any) -> object:
    text = item.text if isinstance(item, Report) else item.page.body.decode()
    if "deadly" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "wrong" in text:
        raise ValueError("No.")
    while "endless" in text:
        pass
    return NothingRead() if isinstance(item, Report) else Report.of(text, ref="page")


@dataclass(frozen=True)
class Poisonous:
    """A gazetteer that ends the process which asks it for one name: a report with that name is poison."""

    gazetteer: Gazetteer
    name: str

    def find(self, name: str) -> tuple[Place, ...]:
        if name == self.name:
            os.kill(os.getpid(), signal.SIGKILL)
        return self.gazetteer.find(name)

    def border(self, first: str, second: str) -> Place | None:
        return self.gazetteer.border(first, second)

    def country(self, code: str) -> Place | None:
        return self.gazetteer.country(code)
