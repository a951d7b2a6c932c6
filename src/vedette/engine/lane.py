"""One worker of a pool: a thread that keeps its process busy, and knows which item it is at."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Sequence
from threading import Thread
from time import monotonic
from typing import Generic, Protocol

from vedette.engine.step import Done, Failed, Item, Limits, Outcome, Result, failed_by
from vedette.engine.task import Task
from vedette.engine.worker import Gone, Worker
from vedette.errors import EngineFailed

# Items that are quick are sent so many ahead: while its owner is busy elsewhere, the worker has something to do.
_AHEAD = 16
_QUICK = 0.1  # seconds
# So often in a row a worker may end before it is ready; loading takes most memory of all.
_STARTS = 3


class Tasks(Protocol[Item, Result]):
    """Where a lane gets tasks, and where they go: the pool."""

    @property
    def is_closed(self) -> bool:
        """Whether no lane should begin anything."""
        ...

    def take(self, most: int, *, wait: bool) -> Sequence[Task[Item, Result]]:
        """Give some tasks; none once the pool is closed."""
        ...

    def finish(self, task: Task[Item, Result], outcome: Outcome[Item, Result]) -> None:
        """Take an outcome."""
        ...

    def give_back(self, tasks: Sequence[Task[Item, Result]]) -> None:
        """Take tasks back that were not done."""
        ...

    def break_off(self, fault: BaseException) -> None:
        """Tell that nothing will come any more."""
        ...


class Lane(Generic[Item, Result]):
    """Keeps one worker process busy. If the process ends, the item that it was at is to blame, and no other.

    A worker replies to its items in their order, so it is at the first that has no reply. That item is tried again
    in a new process; the others that were sent with it go back to the pool and were not tried at all.
    """

    def __init__(self, pool: Tasks[Item, Result], step: bytes, *, limits: Limits) -> None:
        self._pool, self._step, self._limits = pool, step, limits
        self._worker: Worker | None = None
        self._hand: deque[Task[Item, Result]] = deque()
        self._at: tuple[Task[Item, Result], float] | None = None  # the first of the hand, and since when
        self._late: Task[Item, Result] | None = None
        self._depth = 1
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def end_if_too_slow(self) -> None:
        """End the worker if it has been at one item for longer than that may take."""
        at, limit = self._at, self._limits.seconds
        if at is not None and limit is not None and monotonic() - at[1] > limit:
            self._late = at[0]
            self._kill()

    def stop(self) -> None:
        """End the worker and the thread; the pool is closed already."""
        while self._thread.is_alive():
            self._kill()
            self._thread.join(0.1)

    def _run(self) -> None:
        try:
            while not self._pool.is_closed:
                self._go_on()
        except Exception as error:
            self._pool.break_off(error)
        finally:
            if self._worker is not None:
                self._worker.end()

    def _go_on(self) -> None:
        tasks = self._pool.take(self._depth - len(self._hand), wait=not self._hand)
        if not tasks and not self._hand:
            return
        worker = self._worker or self._start()
        self._hand.extend(tasks)
        try:
            for task in tasks:
                self._send(worker, task)
            if self._hand:
                self._at = self._at or (self._hand[0], monotonic())
                self._receive(worker, since=self._at[1])
        except Gone as gone:
            self._bury(worker, str(gone))

    def _send(self, worker: Worker, task: Task[Item, Result]) -> None:
        try:
            data = pickle.dumps(task.item, pickle.HIGHEST_PROTOCOL)
        except Exception as error:
            self._hand.remove(task)
            self._pool.finish(task, failed_by(task.item, error))
        else:
            worker.send(data)

    def _receive(self, worker: Worker, *, since: float) -> None:
        result, fault = worker.receive()
        task, now = self._hand.popleft(), monotonic()
        self._at = (self._hand[0], now) if self._hand else None
        self._depth = min(_AHEAD, self._depth * 2) if now - since < _QUICK else 1
        self._pool.finish(task, Done(task.item, result) if fault is None else Failed(task.item, fault, task.tries + 1))

    def _start(self) -> Worker:
        """Start a worker, and once more where it ends before it is ready."""
        reason = ""
        for _ in range(0 if self._pool.is_closed else _STARTS):
            self._worker = worker = Worker(self._step)
            try:
                worker.wait_ready()
            except Gone as gone:
                reason = str(gone)
                worker.end()
            else:
                return worker
        raise EngineFailed(f"No worker could begin: {reason}. Try fewer workers; each holds all models in memory.")

    def _bury(self, worker: Worker, reason: str) -> None:
        """Note whose fault it was that the worker is gone, and give the others back."""
        worker.end()
        self._worker, self._at = None, None
        guilty, *others = self._hand
        self._hand.clear()
        guilty.tries += 1
        late, self._late = guilty is self._late, None
        if late:  # what took so long once would do so again
            reason = f"it took longer than {self._limits.seconds:g} seconds"
        if guilty.tries < self._limits.tries and not late:
            self._pool.give_back([guilty, *others])
        else:
            self._pool.give_back(others)
            self._pool.finish(guilty, Failed(guilty.item, reason, guilty.tries))

    def _kill(self) -> None:
        worker = self._worker
        if worker is not None:
            worker.kill()
