"""The front door of the engine room."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager, nullcontext
from enum import StrEnum

from vedette.engine.local import spread_here
from vedette.engine.pool import Pool
from vedette.engine.ray_actors import ray_cluster, spread_over_ray
from vedette.engine.step import Done, Item, Limits, Outcome, Result, Step


class Engine(StrEnum):
    """Where the work is done."""

    LOCAL = "local"  # in this process
    PROCESSES = "processes"  # in processes of this machine
    RAY = "ray"  # in actors of a Ray cluster


def cores() -> int:
    """Say how many cores this process may use, at least 1."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def kept(engine: Engine, *, workers: int) -> Iterator[None]:
    """Keep what an engine begins for as long as several calls of :func:`spread` need it: the cluster of ``ray``.

    Args:
        engine: Where the work is done.
        workers: How many at once; for ``ray``, 0 is as many as the cluster has cores.

    Raises:
        EngineFailed: The cluster does not answer.
        MissingExtra: Ray is not installed.
    """
    with ray_cluster(workers) if engine is Engine.RAY else nullcontext():
        yield


def spread(
    step: Step[Item, Result],
    items: Iterable[Item | Done[Item, Result]],
    *,
    engine: Engine = Engine.LOCAL,
    workers: int = 1,
    limits: Limits | None = None,
) -> Generator[Outcome[Item, Result], None, None]:
    """Do a step for each item and give the outcomes in the order of the items, whichever engine works.

    An item on which the step raises is :class:`Failed`, and the others go on. ``processes`` and ``ray`` outlive
    an item that kills its process or never ends, too; ``local`` dies with it. Items are taken
    up a little ahead of their turn and no further, so that memory is bounded however many there are (``ray``
    takes all of them up at once). Close what is given, or read it to its end: then no worker is left.

    Args:
        step: What to do.
        items: What to do it to; one that is :class:`Done` already passes through in its place.
        engine: Where.
        workers: How many at once; ``local`` is one. For ``ray``, 0 is as many as the cluster has cores.
        limits: Tries, time, and how far ahead.

    Raises:
        EngineFailed: The workers cannot be started.
        MissingExtra: Ray is not installed.

    Example:
        >>> class Halve:
        ...     def open(self):
        ...         return lambda number: 12 // number
        >>> [outcome.result if isinstance(outcome, Done) else outcome.reason for outcome in spread(Halve(), [6, 0, 4])]
        [2, 'ZeroDivisionError: integer division or modulo by zero', 3]
    """
    limits = limits or Limits()
    if engine is Engine.LOCAL:
        yield from spread_here(step, items)
    elif engine is Engine.PROCESSES:
        with closing(Pool[Item, Result](step, workers=workers, limits=limits)) as pool:
            yield from pool.each(items)
    else:
        yield from spread_over_ray(step, items, workers=workers, limits=limits)
