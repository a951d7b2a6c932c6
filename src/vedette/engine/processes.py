"""Several processes of this machine: items go in no further ahead than is allowed, outcomes come out in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from contextlib import closing

from vedette.engine.pool import Pool, Task
from vedette.engine.step import Done, Item, Limits, Outcome, Result, Step


def spread_over_processes(
    step: Step[Item, Result], items: Iterable[Item | Done[Item, Result]], *, workers: int, limits: Limits
) -> Generator[Outcome[Item, Result], None, None]:
    """Do a step for each item in processes, which are there from the first item to the last."""
    with closing(Pool[Item, Result](step, workers=workers, limits=limits)) as pool:
        yield from through(pool, items, limits=limits)


def through(
    pool: Pool[Item, Result], items: Iterable[Item | Done[Item, Result]], *, limits: Limits
) -> Generator[Outcome[Item, Result], None, None]:
    """Put items into a pool and take their outcomes out in order.

    How far ahead of its turn an item is taken up does not depend on how fast the workers are: whoever makes the items
    sees the same each time.
    """
    ahead: deque[tuple[Task[Item, Result] | Done[Item, Result], int]] = deque()
    rest, more, weight = iter(items), True, 0
    while more or ahead:
        while more and len(ahead) < limits.ahead * pool.workers and weight < limits.weight:
            for item in rest:
                heavy = 0 if isinstance(item, Done) else limits.weigh(item)
                ahead.append((item if isinstance(item, Done) else pool.put(item), heavy))
                weight += heavy
                break
            else:
                more = False
        if ahead:
            first, heavy = ahead.popleft()
            weight -= heavy
            yield first if isinstance(first, Done) else pool.get(first)
