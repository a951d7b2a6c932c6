"""A pool of worker processes: items go in no further ahead than is allowed, outcomes come out in their order."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Generator, Iterable, Sequence
from math import ceil
from threading import Condition
from typing import Generic

from vedette.engine.lane import Lane
from vedette.engine.step import Done, Item, Limits, Outcome, Result, Step
from vedette.engine.task import Task
from vedette.errors import EngineFailed

# How often a worker that does nothing any more is looked for, in seconds.
_LOOK = 0.5


class Pool(Generic[Item, Result]):
    """Worker processes that do one step, started when the first item comes; they stay until the pool is closed.

    Args:
        step: What they do.
        workers: How many, 1 or more.
        limits: Tries and time of a task.
    """

    def __init__(self, step: Step[Item, Result], *, workers: int, limits: Limits) -> None:
        self.workers = max(1, workers)
        self._limits = limits
        self._todo: deque[Task[Item, Result]] = deque()
        self._changed = Condition()
        self._fault: BaseException | None = None
        self._closed = False
        self._step = pickle.dumps(step, pickle.HIGHEST_PROTOCOL)
        self._lanes: list[Lane[Item, Result]] = []

    def put(self, item: Item) -> Task[Item, Result]:
        """Have an item done at some time; :meth:`get` waits for it."""
        task: Task[Item, Result] = Task(item)
        with self._changed:
            self._todo.append(task)
            self._changed.notify_all()
        if len(self._lanes) < self.workers:  # one more with each task, so that few items do not start many workers
            self._lanes.append(Lane(self, self._step, limits=self._limits))
        return task

    def get(self, task: Task[Item, Result]) -> Outcome[Item, Result]:
        """Wait for what becomes of a task.

        Raises:
            EngineFailed: The workers cannot be started.
        """
        with self._changed:
            while task.outcome is None:
                if self._fault is not None:
                    raise self._fault
                self._changed.wait(_LOOK)
                for lane in self._lanes:
                    lane.end_if_too_slow()
        return task.outcome

    def each(self, items: Iterable[Item | Done[Item, Result]]) -> Generator[Outcome[Item, Result], None, None]:
        """Do the step for each item, and give the outcomes in the order of the items.

        How far ahead of its turn an item is taken up does not depend on how fast the workers are: whoever makes
        the items sees the same each time.
        """
        ahead: deque[tuple[Task[Item, Result] | Done[Item, Result], int]] = deque()
        rest, more, weight, limits = iter(items), True, 0, self._limits
        while more or ahead:
            while more and len(ahead) < limits.ahead * self.workers and weight < limits.weight:
                for item in rest:
                    heavy = 0 if isinstance(item, Done) else limits.weigh(item)
                    ahead.append((item if isinstance(item, Done) else self.put(item), heavy))
                    weight += heavy
                    break
                else:
                    more = False
            if ahead:
                first, heavy = ahead.popleft()
                weight -= heavy
                yield first if isinstance(first, Done) else self.get(first)

    def close(self) -> None:
        """End all workers at once, whatever they do."""
        with self._changed:
            self._closed = True
            self._todo.clear()
            self._changed.notify_all()
        for lane in self._lanes:
            lane.stop()

    def take(self, most: int, *, wait: bool) -> Sequence[Task[Item, Result]]:
        """Give a lane its share of what is to be done, in order; nothing where there is none or the pool is closed.

        Args:
            most: So many at most.
            wait: Wait until there is something.
        """
        with self._changed:
            while wait and not self._todo and not self._closed:
                self._changed.wait()
            share = min(most, ceil(len(self._todo) / self.workers))
            return [self._todo.popleft() for _ in range(share)]

    def finish(self, task: Task[Item, Result], outcome: Outcome[Item, Result]) -> None:
        """Take the outcome of a task from a lane."""
        with self._changed:
            task.outcome = outcome
            self._changed.notify_all()

    def give_back(self, tasks: Sequence[Task[Item, Result]]) -> None:
        """Take tasks back that a worker left undone; they come next."""
        with self._changed:
            if not self._closed:
                self._todo.extendleft(reversed(tasks))
            self._changed.notify_all()

    def break_off(self, fault: BaseException) -> None:
        """Tell whoever waits that nothing will come any more, and why."""
        with self._changed:
            self._fault = fault if isinstance(fault, EngineFailed) else EngineFailed(f"The workers failed: {fault!r}")
            self._changed.notify_all()

    @property
    def is_closed(self) -> bool:
        """Whether no lane should begin anything."""
        return self._closed
