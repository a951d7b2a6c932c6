"""The list of jobs: what is put on it, what is held already, what failed and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from procrastinate import App, SyncPsycopgConnector
from procrastinate.jobs import Job as Deferred
from psycopg import Connection
from psycopg_pool import ConnectionPool

from vedette.closing import Closing
from vedette.errors import StoreError
from vedette.working.jobs import PRIORITIES, QUEUES, GivenUp, Held, Job, Kind, Load
from vedette.working.place import SILENCE, Place, explained

# Jobs that somebody has in hand; what was given up stays so until a person tries it again.
_IN_HAND = "status IN ('todo', 'doing', 'failed')"
_GIVEN_UP = """
SELECT id, task_name, args, attempts, told.at, coalesce(told.why, '')
FROM procrastinate_jobs
LEFT JOIN LATERAL (SELECT at, why FROM vedette_troubles WHERE job = id ORDER BY at DESC LIMIT 1) told ON true
WHERE status = 'failed' ORDER BY id
"""
_LOAD = """
SELECT (SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => %s)),
       count(*) FILTER (WHERE status = 'todo'), count(*) FILTER (WHERE status = 'doing'),
       count(*) FILTER (WHERE status = 'failed')
FROM procrastinate_jobs
"""
# Each worker is two to procrastinate: one for each queue.
_EACH = 2
_CONNECTIONS = 4

Row = tuple[Any, ...]


class JobList(Closing):
    """The jobs of a desk. Fit for several threads at a time.

    Args:
        place: Where it is; it has to be there.
    """

    def __init__(self, place: Place) -> None:
        self.place = place
        with explained(place.shown):
            self._pool: ConnectionPool[Connection[Row]] = ConnectionPool(
                place.conninfo, min_size=1, max_size=_CONNECTIONS, open=True, timeout=20.0,
                check=ConnectionPool.check_connection,
            )
            connector = SyncPsycopgConnector()
            connector.open(self._pool)
            self._manager = App(connector=connector).job_manager
            try:
                self._ahead = self._measured()
            except BaseException:
                self._pool.close()  # which else goes on trying
                raise

    def close(self) -> None:
        """Let go of the database."""
        self._pool.close()

    def now(self) -> datetime:
        """Give this moment by the clock of the database, which is one for all workers."""
        return datetime.now(UTC) + self._ahead

    def compare_clocks(self) -> None:
        """See anew how far the clock of this computer is from that of the database."""
        with explained(self.place.shown):
            self._ahead = self._measured()

    def put(self, job: Job, *, after: timedelta = timedelta(0)) -> None:
        """Have a job done after so long, unless one with the same key waits already."""
        with self._connection() as connection:
            waiting = "SELECT 1 FROM procrastinate_jobs WHERE lock = %s AND status = 'todo' LIMIT 1"
            if connection.execute(waiting, [job.key]).fetchone() is None:
                self._defer(job, connection, at=self.now() + after if after > timedelta(0) else None)

    def held(self) -> Held:
        """Give what jobs have in hand."""
        with self._connection() as connection:
            rows = connection.execute(
                f"SELECT lock, args FROM procrastinate_jobs WHERE {_IN_HAND} AND lock IS NOT NULL"
            ).fetchall()
        return Held(
            keys=frozenset(lock for lock, _ in rows),
            versions=frozenset(number for _, args in rows for number in args.get("versions", ())),
        )

    def note(self, job: int, why: str) -> None:
        """Note why a job failed this time."""
        with self._connection() as connection:
            connection.execute(
                "INSERT INTO vedette_troubles (job, why) SELECT id, %s FROM procrastinate_jobs WHERE id = %s",
                [why.replace("\x00", " "), job],
            )

    def noted(self, job: int, why: str) -> int:
        """Give how often a job failed for this reason."""
        counting = "SELECT count(*) FROM vedette_troubles WHERE job = %s AND why = %s"
        with self._connection() as connection:
            found = connection.execute(counting, [job, why]).fetchone()
        return int(found[0]) if found else 0

    def given_up(self) -> tuple[GivenUp, ...]:
        """Give the jobs that failed each time they were tried: what people have to look at."""
        with self._connection() as connection:
            rows = connection.execute(_GIVEN_UP).fetchall()
        return tuple(
            GivenUp(id=number, job=job_of(kind, args), tries=tries, at=at, why=why)
            for number, kind, args, tries, at, why in rows
        )

    def retry(self, id: int) -> Job:
        """Put a job that was given up on the list again, as if it had never been tried.

        Raises:
            StoreError: No job that was given up has this number.
        """
        with self._connection() as connection, connection.transaction():
            found = connection.execute(
                "DELETE FROM procrastinate_jobs WHERE id = %s AND status = 'failed' RETURNING task_name, args", [id]
            ).fetchone()
            if found is None:
                raise StoreError(f"No job that was given up has the number {id}. 'vedette worker failed' lists them.")
            job = job_of(*found)
            self._defer(job, connection, at=None)
        return job

    def load(self) -> Load:
        """Count workers and jobs."""
        with self._connection() as connection:
            workers, waiting, doing, given_up = connection.execute(_LOAD, [SILENCE]).fetchone() or (0, 0, 0, 0)
        return Load(workers=-(-workers // _EACH), waiting=waiting, doing=doing, given_up=given_up)

    def _defer(self, job: Job, connection: Connection[Row], *, at: datetime | None) -> None:
        self._manager.defer_job(
            Deferred(
                task_name=str(job.kind), queue=str(QUEUES[job.kind]), priority=PRIORITIES[job.kind], lock=job.key,
                queueing_lock=None, task_kwargs={**job.rows}, scheduled_at=at,
            ),
            connection=connection,
        )

    def _measured(self) -> timedelta:
        before = datetime.now(UTC)
        with self._pool.connection() as connection:
            found = connection.execute("SELECT clock_timestamp()").fetchone()
        moment: datetime = found[0] if found else before
        return moment - (before + (datetime.now(UTC) - before) / 2)

    @contextmanager
    def _connection(self) -> Iterator[Connection[Row]]:
        with explained(self.place.shown), self._pool.connection() as connection:
            yield connection


def job_of(kind: str, rows: Mapping[str, Any]) -> Job:
    """Give the job that a row of the list is."""
    return Job(kind=Kind(kind), host=rows.get("host", ""), versions=tuple(rows.get("versions", ())))
