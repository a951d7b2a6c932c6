"""What each job does to the desk. Doing one twice, or half of it and then all, changes nothing that is on record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from threading import Lock
from typing import Protocol

from vedette.arrivals import take_in
from vedette.errors import InputError, StoreError
from vedette.inputs.readers import Reader
from vedette.model import Knowledge, QuarantinedInput
from vedette.sources import Fetcher
from vedette.store import Store
from vedette.store.watching import Settled, Waiting
from vedette.watching import Happening, PageArchive, Tell, What
from vedette.watching.asking import ask
from vedette.watching.errands import Errands
from vedette.watching.intake import BATCH, Intake
from vedette.watching.keeping import is_of_disk, kept_at
from vedette.working.jobs import Held, Job, Kind

# So many hosts and versions are put on the list at a time; the next look finds the rest.
_HOSTS, _VERSIONS = 200, 64 * BATCH
# A host that may be asked again so soon has its next job at once; others are found by a look.
_SOON = timedelta(seconds=30)
# What comes within so long is looked for together.
_GATHER = timedelta(seconds=0.3)
# A version that was in the hands of so many workers which ended is not tried again.
TRIES = 4


class Jobs(Protocol):
    """Where jobs are put: see :class:`vedette.working.job_list.JobList`."""

    def now(self) -> datetime:
        """Give this moment."""
        ...

    def put(self, job: Job, *, after: timedelta = timedelta(0)) -> None:
        """Have a job done after so long, unless one like it waits already."""
        ...

    def held(self) -> Held:
        """Give what jobs have in hand."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What a worker works with; ``link`` brings the events of the desk up to date."""

    store: Store
    knowledge: Knowledge
    archive: PageArchive
    fetch: Fetcher
    reader: Reader
    link: Callable[[], None]
    tell: Tell


class Steps:
    """Does jobs. Fit for several threads at a time.

    Args:
        tools: What is worked with.
        jobs: Where further jobs go.
    """

    def __init__(self, tools: Tools, jobs: Jobs) -> None:
        self._tools = tools
        self._jobs = jobs
        self._book = tools.store.watching
        self._errands = Errands(self._book, tools.archive, tools.tell)
        # What is kept in the archive is put on record in the same order: what a killed worker left lies behind it.
        self._turn = Lock()

    def look(self) -> None:
        """Put on the list what has become due and nobody has in hand."""
        held = self._jobs.held()
        for host in self._book.due_hosts(at=self._jobs.now(), limit=_HOSTS):
            self._put_new(Job(kind=Kind.ASK, host=host), held)
        unread = [number for number in self._book.unread(_VERSIONS) if number not in held.versions]
        for start in range(0, len(unread), BATCH):
            self._jobs.put(Job(kind=Kind.READ, versions=tuple(unread[start:start + BATCH])))
        if not self._tools.store.is_linked():
            self._put_new(Job(kind=Kind.LINK), held)

    def ask(self, host: str) -> None:
        """Ask a host for what is due there, keep what it answers, and put it on record."""
        request = self._errands.take(self._jobs.now(), host=host)
        if request is not None:
            answer = ask(self._tools.fetch, request)
            with self._turn:
                self._errands.put(answer, self._jobs.now())
            self._jobs.put(Job(kind=Kind.LOOK), after=_GATHER)
        wake = self._book.wake(host)
        if wake is not None and (pause := wake - self._jobs.now()) <= _SOON:
            self._jobs.put(Job(kind=Kind.ASK, host=host), after=pause)

    def read(self, versions: Sequence[int], *, tried: int) -> None:
        """Read versions that still wait; one by one, where a worker ended over all of them.

        Args:
            versions: Their numbers.
            tried: How often somebody began with just these.
        """
        waiting = [one.version.number for one in self._book.waiting_among(versions)]
        if tried and len(waiting) > 1:
            for number in waiting:
                self._jobs.put(Job(kind=Kind.READ, versions=(number,)))
        elif tried >= TRIES:
            self._give_up(waiting, tried)
        elif waiting:
            tools = self._tools
            taking = partial(take_in, store=tools.store, knowledge=tools.knowledge, reader=tools.reader)
            intake = Intake(book=self._book, archive=tools.archive, take_in=taking, tell=tools.tell)
            intake.step(self._jobs.now(), versions=waiting)
            self._jobs.put(Job(kind=Kind.LOOK), after=_GATHER)  # which finds that there is something to link

    def link(self) -> None:
        """Bring the events up to date with what was read. One worker does so at a time."""
        self._tools.link()

    def _put_new(self, job: Job, held: Held) -> None:
        if job.key not in held.keys:
            self._jobs.put(job)

    def _give_up(self, versions: Sequence[int], tried: int) -> None:
        """Put versions into quarantine: whoever began to read them did not live to tell."""
        reason = f"Reading it ended the worker, or was cut off, {tried} times."
        for one in self._book.waiting_among(versions):
            advice = "The page is in the archive as it was received. Please report this, with the log of the worker."
            error = InputError(reason, source=one.page.address, advice=advice)
            self._tools.store.add([QuarantinedInput.of(error, content=self._body(one))])
            self._book.settle([Settled(version=one.version.number, report=None, reason=reason)])
            self._tools.tell(Happening(
                what=What.REFUSED, at=self._jobs.now(), feed=one.feed.address, address=one.page.address, why=reason
            ))

    def _body(self, waiting: Waiting) -> bytes:
        place = waiting.version.place
        try:
            return b"" if place is None else self._tools.archive.load(kept_at(place)).body
        except StoreError as error:
            if is_of_disk(error):
                raise
            return b""
