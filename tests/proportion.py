"""Whether work grows in proportion to what it is done on, said so that a busy machine cannot change the answer."""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 10
"""How many times as much is given; work by the square then takes a hundred times as long."""
FAR_FROM_THE_SQUARE = 40
_ROUNDS, _SHORTS = 3, 3
_LEAST_SECONDS = 0.01  # of processor time: below, the clock is too coarse to compare


def grows_in_proportion(work: Callable[[int], object], size: int) -> bool:
    """Say whether ten times as much takes far less than a hundred times as long.

    A disturbance only ever makes a run longer. So the shortest of several runs are compared with one another, and
    more are run as long as they speak against the work: a load that comes and goes changes neither answer.

    Args:
        work: Does something on so much; it is given larger sizes until that takes long enough to be compared.
        size: To begin with.
    """
    while (short := _seconds(work, size)) < _LEAST_SECONDS:
        size *= 2
    long = float("inf")
    for _ in range(_ROUNDS):
        short = min(short, *(_seconds(work, size) for _ in range(_SHORTS)))
        long = min(long, _seconds(work, size * TIMES))
        if long < FAR_FROM_THE_SQUARE * short:
            return True
    return False


def _seconds(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start
