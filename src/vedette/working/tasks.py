"""Steps as tasks of procrastinate: how often each is tried, with which pauses, and who is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from procrastinate import App, BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.connector import BaseAsyncConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job as Row
from procrastinate.jobs import Status

from vedette.errors import StoreError
from vedette.watching import Happening, Tell, What
from vedette.working.job_list import JobList, job_of
from vedette.working.jobs import PRIORITIES, QUEUES, Kind
from vedette.working.place import SILENCE
from vedette.working.steps import TRIES, Steps

_CUT_OFF = "The worker that had it in hand ended."


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How quickly workers do what is not said by the work itself; all in seconds.

    Args:
        look: A look through the lists, whatever happens, each so often; from 1 to 60.
        poll: So often it is seen whether a job is due; new jobs are told of at once.
        beat: So often a worker says that it is alive.
        silence: After how long one that does not say so is no more.
        patience: How long the end of a job may take to be written down.
        pause: Before a job that failed is tried again; twice as long with each time.
        longest: The longest such pause.
    """

    look: int = 5
    poll: float = 1.0
    beat: float = 5.0
    silence: float = SILENCE
    patience: float = 5.0
    pause: float = 5.0
    longest: float = 300.0

    def pause_after(self, failures: int) -> timedelta:
        """Give how long a job waits that has failed so often, from 1 on.

        Example:
            >>> [Pace().pause_after(failures).total_seconds() for failures in (1, 2, 3, 9)]
            [5.0, 10.0, 20.0, 300.0]
        """
        return timedelta(seconds=min(self.pause * 2.0 ** min(failures - 1, 20), self.longest))


class Patience(BaseRetryStrategy):
    """Tries again after a pause: for ever where the desk cannot be written, else as often as ``TRIES`` says."""

    def __init__(self, pace: Pace, now: Callable[[], datetime]) -> None:
        self._pace, self._now = pace, now

    def get_retry_decision(self, *, exception: BaseException, job: Row) -> RetryDecision | None:
        """Say whether and when a job that failed is tried again."""
        if job.attempts + 1 >= TRIES and not isinstance(exception, StoreError):
            return None
        return RetryDecision(retry_at=self._now() + self._pace.pause_after(job.attempts + 1))


class Tasks:
    """The tasks of a worker: each does a step, and tells what failed.

    Args:
        steps: What is done.
        jobs: The list, on which the reasons of failures go.
        tell: Is told of failures.
        pace: How quickly.
    """

    def __init__(self, steps: Steps, jobs: JobList, *, tell: Tell, pace: Pace) -> None:
        self._steps, self._jobs, self._tell, self._pace = steps, jobs, tell, pace
        self._patience = Patience(pace, jobs.now)
        self._troubled: set[str] = set()  # the kinds of jobs that could not write the desk when tried last

    def app(self, connector: BaseAsyncConnector) -> App:
        """Give an app of procrastinate with all tasks."""
        app = App(connector=connector)
        self._add_work(app)
        for kind, task in ((Kind.LOOK, self._look), (Kind.TAKE_OVER, self._take_over)):
            every = f"* * * * * */{self._pace.look}"
            # One that waits is enough; who does it locks nothing, so that nobody who is killed can hold it up.
            app.periodic(cron=every)(app.task(
                name=str(kind), queue=str(QUEUES[kind]), priority=PRIORITIES[kind], queueing_lock=str(kind),
                pass_context=True,
            )(task))
        return app

    def _add_work(self, app: App) -> None:
        steps = self._steps

        def ask(context: JobContext, host: str) -> None:
            self._do(context, lambda: steps.ask(host))

        def read(context: JobContext, versions: list[int]) -> None:
            self._do(context, lambda: steps.read(versions, tried=self._cut_off(context.job)))

        def link(context: JobContext) -> None:
            self._do(context, steps.link)

        for kind, work in ((Kind.ASK, ask), (Kind.READ, read), (Kind.LINK, link)):
            # No lock of the queue here: where a job fails while the next one like it waits, it could not go back
            # on the list. Whoever puts a job there looks first, and two of them do no harm.
            app.task(name=str(kind), queue=str(QUEUES[kind]), retry=self._patience, pass_context=True)(work)

    def _cut_off(self, job: Row) -> int:
        """Say how many workers ended with a job in hand: that desk or archive were away tells nothing of its pages."""
        return self._jobs.noted(job.id or 0, _CUT_OFF) if job.attempts else 0

    def _look(self, context: JobContext, timestamp: int = 0) -> None:
        try:
            self._jobs.compare_clocks()
            self._do(context, self._steps.look)
        except StoreError:
            return  # it was told; the next look comes by itself

    async def _take_over(self, context: JobContext, timestamp: int = 0) -> None:
        """Put back on the list what workers had in hand that are no more."""
        manager = context.app.job_manager
        for job in await manager.get_stalled_jobs(seconds_since_heartbeat=self._pace.silence):
            try:
                await self._put_back(context.app, job)
            except ConnectorException:
                continue  # somebody else was quicker

    async def _put_back(self, app: App, job: Row) -> None:
        assert job.id is not None  # it comes from the list
        if job.task_name in (Kind.LOOK, Kind.TAKE_OVER):
            await app.job_manager.finish_job_by_id_async(job.id, status=Status.ABORTED, delete_job=True)
            return
        await asyncio.to_thread(self._jobs.note, job.id, _CUT_OFF)
        # Reading judges by itself what has ended so many workers, and puts it into quarantine.
        if job.attempts + 1 >= TRIES and job.task_name != Kind.READ:
            await app.job_manager.finish_job_by_id_async(job.id, status=Status.FAILED, delete_job=False)
            self._tell(self._told(What.JOB_GIVEN_UP, job, _CUT_OFF))
            return
        # Once, it is surely not to blame.
        again = self._jobs.now() + (self._pace.pause_after(job.attempts) if job.attempts else timedelta(0))
        await app.job_manager.retry_job(job=job, retry_at=again)
        self._tell(self._told(What.JOB_TAKEN_OVER, job, _CUT_OFF, again=again))

    def _do(self, context: JobContext, work: Callable[[], None]) -> None:
        """Do a step; what fails is told and noted, and goes back on the list, or is given up."""
        try:
            work()
        except StoreError as error:
            self._troubled.add(context.job.task_name)
            self._tell(self._told(What.DESK_TROUBLE, context.job, str(error)))
            raise
        except Exception as error:
            why = f"{type(error).__name__}: {error}"
            given_up = self._patience.get_retry_decision(exception=error, job=context.job) is None
            self._tell(self._told(What.JOB_GIVEN_UP if given_up else What.JOB_FAILED, context.job, why))
            self._jobs.note(context.job.id or 0, why)
            raise
        before = bool(self._troubled)
        self._troubled.discard(context.job.task_name)
        if before and not self._troubled:
            self._tell(Happening(what=What.DESK_WRITES, at=self._jobs.now()))

    def _told(self, what: What, job: Row, why: str, *, again: datetime | None = None) -> Happening:
        here = job_of(job.task_name, job.task_kwargs)
        return Happening(what=what, at=self._jobs.now(), address=here.key, why=why, next=again, number=job.attempts + 1)
