"""A worker in a process of its own, which is killed: it shares the world of the watch that is killed with others."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

from vedette.knowledge import load_knowledge
from vedette.sources.archive import Archive
from vedette.store import open_store
from vedette.watching import Stop, SystemClock
from vedette.working.job_list import JobList
from vedette.working.place import place_of
from vedette.working.steps import Tools
from vedette.working.tasks import Pace
from vedette.working.worker import Orders, work
from watched_child import SteadyWorld
from watched_world import START, WorldClock
from working_doubles import WordsReader

OUTLETS = 3
QUICK = Pace(look=1, poll=0.05, beat=0.3, silence=2.0, patience=1.0, pause=0.05, longest=0.2)


class SetClock(WorldClock):
    """Stands still until whoever leads the test sets it for all."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file

    @property
    def seconds(self) -> float:
        return float(self.file.read_text() or 0) if self.file.exists() else 0.0

    @seconds.setter
    def seconds(self, _: float) -> None:
        """Time passes only as the file says."""

    def set(self, seconds: float) -> None:
        fresh = self.file.with_suffix(".next")
        fresh.write_text(f"{seconds:f}")
        fresh.replace(self.file)


class WorldJobs(JobList):
    """The list of jobs in a world whose clock is set: a job that is to wait for that clock is left to a look."""

    def __init__(self, place, clock):
        self.clock = clock
        super().__init__(place)

    def now(self):
        return START + timedelta(seconds=self.clock.seconds)

    def put(self, job, *, after=timedelta(0)):
        if after <= timedelta(seconds=0.5):
            super().put(job)


def share(folder: Path, address: str, ready) -> None:
    """Work until killed, or asked to end by SIGTERM."""
    clock, stop = SetClock(folder / "clock"), Stop()
    signal.signal(signal.SIGTERM, lambda *_: stop.ask())
    with ExitStack() as held:
        store = held.enter_context(open_store(address))
        archive = held.enter_context(Archive.open(folder / "archive", shared=True))
        jobs = held.enter_context(WorldJobs(place_of(address), clock))
        ready()
        tools = Tools(
            store=store, knowledge=load_knowledge(), archive=archive, fetch=NotedWorld(clock, folder / "asked"),
            reader=WordsReader(), link=_link(store), tell=lambda _: None,
        )
        work(tools, jobs, stop, orders=Orders(clock=SystemClock(), hands=4, pace=QUICK))


class SmallWorld(SteadyWorld):
    """So many outlets of a steady world."""

    def __init__(self, clock):
        super().__init__(clock)
        self.outlets = dict(list(self.outlets.items())[:OUTLETS])


class NotedWorld(SmallWorld):
    """Notes in a file which host is asked at which moment of the world."""

    def __init__(self, clock, file):
        super().__init__(clock)
        self._file = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def get(self, url, *, known=None, limit=None):
        os.write(self._file, f"asked {url.split('/')[2]} {self.clock.seconds}\n".encode())
        return super().get(url, known=known, limit=limit)


def _link(store):
    from vedette.desk import Desk

    return Desk(store, load_knowledge()).relink


def run(folder: Path, address: str, mouth: int) -> None:
    """Work in this process, say when it has begun, and end it."""
    ending = 1
    try:
        share(folder, address, lambda: os.write(mouth, b"."))
        ending = 0
    finally:
        os._exit(ending)


def main() -> None:
    """Fork a worker for each line of standard input, which names folder and address; all is imported only once."""
    for line in sys.stdin:
        folder, address = line.rstrip().split("|")
        ear, mouth = os.pipe()
        child = os.fork()
        if child == 0:
            run(Path(folder), address, mouth)
        os.close(mouth)
        os.read(ear, 1)
        os.close(ear)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever was killed is gone at once
    main()
