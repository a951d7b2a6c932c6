"""A process that does jobs until it is asked to stop. It may be killed at any moment: others go on with what it had."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

import psycopg
from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import ConnectorException

from vedette.errors import StoreError
from vedette.watching import Clock, Happening, Stop, Tell, What
from vedette.watching.errands import take_up
from vedette.working.job_list import JobList
from vedette.working.jobs import Job, Kind, Queue
from vedette.working.loose_ends import LooseEnds
from vedette.working.place import explained
from vedette.working.steps import Steps, Tools
from vedette.working.tasks import Pace, Tasks

# Threads besides the hands: reading or linking, what looks and takes over, who waits for the end.
_OTHERS = 6
_FIRST_PAUSE, _LONGEST_PAUSE = 5.0, 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """How a worker works: how many servers it asks at a time, how quickly, and by which clock it waits."""

    clock: Clock
    hands: int = 8
    pace: Pace = field(default_factory=Pace)


def work(tools: Tools, jobs: JobList, stop: Stop, *, orders: Orders) -> None:
    """Do jobs until somebody asks for the end; where the desk cannot be reached, wait and try again.

    A job that is in hand when the end is asked for is done to its end.

    Args:
        tools: What is worked with.
        jobs: The list of jobs.
        stop: How the end is asked for.
        orders: How to work.
    """
    tell, clock, troubles = tools.tell, orders.clock, 0
    tell(Happening(what=What.BEGUN, at=jobs.now()))
    while not stop.asked:
        began = clock.steady()
        try:
            take_up(tools.store.watching, tools.archive, now=jobs.now(), tell=tell)
            jobs.put(Job(kind=Kind.LOOK))
            with _quiet(), explained(jobs.place.shown):
                asyncio.run(_work(tools, jobs, stop, orders))
            troubles = 0
        except StoreError as error:
            troubles = troubles + 1 if clock.steady() - began < _LONGEST_PAUSE else 1
            _wait_out(error, troubles, stop, tell=tell, clock=clock)
    tell(Happening(what=What.ENDED, at=clock.now()))


async def _work(tools: Tools, jobs: JobList, stop: Stop, orders: Orders) -> None:
    """Do jobs until somebody asks for the end.

    Raises:
        StoreError: The database was lost.
    """
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(orders.hands + _OTHERS))
    connector = PsycopgConnector(
        conninfo=jobs.place.conninfo, min_size=1, max_size=4, timeout=20.0, reconnect_timeout=20.0
    )
    tasks = Tasks(Steps(tools, jobs), jobs, tell=tools.tell, pace=orders.pace)
    app = tasks.app(connector)
    async with app.open_async():
        await _run(app, stop, orders)


async def _run(app: App, stop: Stop, orders: Orders) -> None:
    queues, ends = {Queue.ASKING: orders.hands, Queue.READING: 1}, LooseEnds(app, patience=orders.pace.patience)
    running = [asyncio.create_task(_do_queue(app, queue, hands, orders.pace, ends)) for queue, hands in queues.items()]
    asked, tying = asyncio.create_task(_asked(stop, orders.clock)), asyncio.create_task(ends.tie_up())
    try:
        await asyncio.wait([*running, asked, tying], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for one in (*running, asked, tying):
            one.cancel()  # which lets each end what it has in hand
        ended = await asyncio.gather(*running, asked, tying, return_exceptions=True)
    if not stop.asked:
        lost = [one for one in ended if isinstance(one, ConnectorException | psycopg.Error)]
        raise lost[0] if lost else StoreError("The connection to the list of jobs was lost. It is tried again.")


async def _do_queue(app: App, queue: Queue, hands: int, pace: Pace, ends: LooseEnds) -> None:
    await app.run_worker_async(
        queues=[str(queue)], name=str(queue), concurrency=hands, delete_jobs="successful",
        install_signal_handlers=False, fetch_job_polling_interval=pace.poll, update_heartbeat_interval=pace.beat,
        stalled_worker_timeout=pace.silence, worker_middleware=[ends.note],
    )


async def _asked(stop: Stop, clock: Clock) -> None:
    """Wait until somebody asks for the end; each look at the clock is a sign of life."""
    while not stop.asked:
        clock.now()
        await asyncio.to_thread(stop.wait, 1.0)


def _wait_out(error: StoreError, troubles: int, stop: Stop, *, tell: Tell, clock: Clock) -> None:
    seconds = min(_FIRST_PAUSE * 2.0 ** min(troubles - 1, 10), _LONGEST_PAUSE)
    tell(Happening(what=What.DESK_TROUBLE, at=clock.now(), why=str(error), number=troubles, seconds=seconds))
    clock.wait(seconds, stop)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep procrastinate's own log off the screen: whatever matters of it, the tasks tell."""
    logger, held = logging.getLogger("procrastinate"), logging.NullHandler()
    before = logger.propagate
    logger.propagate = False
    logger.addHandler(held)
    try:
        yield
    finally:
        logger.propagate = before
        logger.removeHandler(held)
