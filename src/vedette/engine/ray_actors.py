"""Actors of a Ray cluster, by Ray Data; needs the extra ``cluster``."""

from __future__ import annotations

import logging
import os
import pickle
import threading
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

from vedette.engine.pool import Pool
from vedette.engine.step import Done, Item, Limits, Outcome, Result, Step
from vedette.errors import EngineFailed, MissingExtra

_READS_AHEAD = "iter_threaded"
"""So Ray Data names the threads that fetch the next results. (Its "Prefetcher" sleeps until it is asked.)"""
_LONGEST = 60.0  # seconds that such a thread is waited for


def spread_over_ray(
    step: Step[Item, Result], items: Iterable[Item | Done[Item, Result]], *, workers: int, limits: Limits
) -> Generator[Outcome[Item, Result], None, None]:
    """Do a step for each item in a pool of actors; each has a worker process of its own, so that none dies of an item.

    The cluster is the one that runs already or that ``RAY_ADDRESS`` names, else one on this machine that ends with the
    work. All items are taken up at once and lie in Ray's store, which goes to disk where memory ends.
    """
    taken = list(items)
    rows = [
        {"number": number, "item": pickle.dumps(item, pickle.HIGHEST_PROTOCOL)}
        for number, item in enumerate(taken) if not isinstance(item, Done)
    ]
    with ray_cluster(workers) as ray:
        size = workers or int(ray.cluster_resources().get("CPU", 1))
        with closing(_outcomes(ray, rows, step=step, workers=size, limits=limits)) as outcomes:
            for item in taken:
                yield item if isinstance(item, Done) else next(outcomes)
            next(outcomes, None)  # to its end, so that Ray Data ends before the cluster does


def _outcomes(
    ray: Any, rows: Sequence[dict[str, Any]], *, step: Any, workers: int, limits: Limits
) -> Generator[Any, None, None]:
    if not rows:
        return
    # One item is one task: what Ray hands out, and does again where a machine is lost.
    dataset = ray.data.from_items(rows, override_num_blocks=len(rows)).map_batches(
        _Actor, fn_constructor_args=(pickle.dumps(step), limits), batch_size=1, batch_format="pyarrow",
        compute=ray.data.ActorPoolStrategy(size=min(workers, len(rows)), max_tasks_in_flight_per_actor=2),
        num_cpus=1, max_restarts=limits.tries, max_task_retries=limits.tries,
    )
    with closing(iter(dataset.iter_rows())) as told:
        for row in told:
            yield pickle.loads(row["outcome"])


class _Actor:
    """What runs in each actor: the step, in a process beside it."""

    def __init__(self, step: bytes, limits: Limits) -> None:
        self._pool: Pool[Any, Any] = Pool(pickle.loads(step), workers=1, limits=limits)

    def __call__(self, batch: Any) -> Any:
        """Do the items of a table, each a pickle."""
        import pyarrow  # noqa: PLC0415 (an extra)

        items = [pickle.loads(item) for item in batch.column("item").to_pylist()]
        done = [pickle.dumps(outcome) for outcome in self._pool.each(items)]
        return pyarrow.table({"number": batch.column("number"), "outcome": pyarrow.array(done, pyarrow.large_binary())})


@contextmanager
def ray_cluster(workers: int) -> Iterator[Any]:
    """Give Ray, joined to its cluster, with results in the order of the items; as it was before, afterwards.

    A cluster that runs already, or that a call around this one began, is used and left alone.
    """
    try:
        import ray  # noqa: PLC0415 (an extra)
        import ray.data  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtra("The engine 'ray'", "cluster") from error
    ours = not ray.is_initialized()
    if ours:
        _begin(ray, workers)
    context, log = ray.data.DataContext.get_current(), logging.getLogger("ray.data")
    before = context.execution_options.preserve_order, context.enable_progress_bars, log.level
    context.execution_options.preserve_order, context.enable_progress_bars = True, False
    log.setLevel(logging.WARNING)
    try:
        yield ray
    finally:
        context.execution_options.preserve_order, context.enable_progress_bars, level = before
        log.setLevel(level)
        if ours:
            _wait_for_readers()
            ray.shutdown()


def _wait_for_readers() -> None:
    """Wait until nothing reads ahead any more: a thread that asks a cluster that has ended ends the whole process."""
    for thread in threading.enumerate():
        if thread.name == _READS_AHEAD:
            thread.join(_LONGEST)


def _begin(ray: Any, workers: int) -> None:
    named = bool(os.environ.get("RAY_ADDRESS"))
    own: dict[str, Any] = {} if named else {"num_cpus": workers or None, "include_dashboard": False}
    try:
        ray.init(log_to_driver=False, configure_logging=False, **own)
    except Exception as error:  # Ray has no one name for what may go wrong here
        where = f"to the cluster at {os.environ['RAY_ADDRESS']}" if named else "on this machine"
        raise EngineFailed(
            f"Ray does not answer {where} ({error}). Try again, or use the engine 'processes'."
        ) from error
