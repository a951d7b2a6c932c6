"""What the tests of speed compare with can tell a line from a square, on a machine that does other things as well."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle
from types import SimpleNamespace

import pytest

import proportion


class Machine:
    """A machine with a clock of its own; ``load`` says how many times as long each run takes, in turn."""

    def __init__(self, seconds: Callable[[int], float], *load: float) -> None:
        self.now = 0.0
        self._seconds = seconds
        self._load = cycle(load)

    def run(self, size: int) -> None:
        self.now += self._seconds(size) * next(self._load)


def line(size: int) -> float:
    return size / 100_000


def square(size: int) -> float:
    return (size / 10_000) ** 2


@pytest.mark.parametrize("load", [(1,), (1, 5, 1), (9, 1, 1, 1, 7), (3, 3, 1, 9)])
@pytest.mark.parametrize(("seconds", "in_proportion"), [(line, True), (square, False)])
def test_load_changes_no_answer(
    monkeypatch: pytest.MonkeyPatch, seconds: Callable[[int], float], in_proportion: bool, load: tuple[float, ...]
) -> None:
    machine = Machine(seconds, *load)
    monkeypatch.setattr(proportion, "time", SimpleNamespace(process_time=lambda: machine.now))

    assert proportion.grows_in_proportion(machine.run, 300) is in_proportion
