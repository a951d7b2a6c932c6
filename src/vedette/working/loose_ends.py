"""Jobs that ended and whose end could not be written down, since the database was away just then.

To the list they would be in hand for as long as this worker lives, and nobody else could do them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any

from procrastinate import App, JobContext
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job as Row
from procrastinate.worker import Worker

# So long the end of a job may take to be written down.
_PATIENCE = 5.0


class LooseEnds:
    """Notes which jobs have ended here, and puts those back on the list that are still in hand there.

    Args:
        app: The app whose jobs these are.
        patience: After how many seconds the end of a job should be on the list.
    """

    def __init__(self, app: App, *, patience: float = _PATIENCE) -> None:
        self._app = app
        self._patience = patience
        self._ended: dict[int, tuple[Row, float]] = {}

    async def note(self, do: Callable[[], Awaitable[Any]], context: JobContext, worker: Worker) -> Any:
        """Do a job, and note that it ended, however it did: a middleware of procrastinate."""
        try:
            return await do()
        finally:
            if context.job.id is not None:
                self._ended[context.job.id] = (context.job, monotonic())

    async def tie_up(self) -> None:
        """Go on looking for ends that the list does not know of, until cancelled."""
        while True:
            await asyncio.sleep(self._patience / 2)
            for number, (job, ended) in list(self._ended.items()):
                if monotonic() - ended > self._patience and await self._is_known(job):
                    self._ended.pop(number, None)

    async def _is_known(self, job: Row) -> bool:
        """See to it that the list knows of an end; say whether it does."""
        manager = self._app.job_manager
        try:
            for here in await manager.list_jobs_async(id=job.id, status="doing"):
                if here.attempts == job.attempts and here.worker_id == job.worker_id:
                    await manager.retry_job(job=here)
        except ConnectorException:
            return False  # the database is away again
        return True
