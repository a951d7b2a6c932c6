"""``vedette worker``: what it says of jobs, and where it cannot work."""

from __future__ import annotations

import json
from typing import Any

import psycopg
import pytest

from vedette.working.job_list import JobList
from vedette.working.jobs import Job, Kind
from vedette.working.place import place_of, see_to


@pytest.fixture
def jobs(postgres_address: str) -> Any:
    place = place_of(postgres_address)
    see_to(place)
    with JobList(place) as opened:
        yield opened


def give_up(jobs: JobList, job: Job, why: str) -> int:
    jobs.put(job)
    with psycopg.connect(jobs.place.conninfo, autocommit=True) as connection:
        found = connection.execute(
            "UPDATE procrastinate_jobs SET status = 'failed', attempts = 4 WHERE status = 'todo' RETURNING id"
        ).fetchone()
    assert found is not None
    jobs.note(found[0], why)
    return int(found[0])


def test_a_desk_in_a_file_is_said_to_need_no_workers(vedette: Any) -> None:
    for command in ([], ["failed"], ["status"], ["retry", "1"]):
        done = vedette("worker", *command, "--desk", "desk.sqlite")
        assert done.code == 2
        assert "vedette copy" in done.err


def test_before_any_worker_there_is_no_list(vedette: Any, postgres_address: str) -> None:
    done = vedette("worker", "failed", "--desk", postgres_address)
    assert (done.code, "No worker has been at work" in done.err) == (1, True)


def test_what_was_given_up_is_listed_with_its_reason_and_tried_again(
    vedette: Any, jobs: JobList, postgres_address: str
) -> None:
    number = give_up(jobs, Job(kind=Kind.ASK, host="post.example"), "ValueError: \x1b[31mNo.")
    done = vedette("worker", "failed", "--desk", postgres_address)
    assert all(words in done.out for words in (str(number), "ask post.example", "ValueError: "))
    assert "\x1b[31m" not in done.out
    line = json.loads(vedette("worker", "failed", "--format", "jsonl", "--desk", postgres_address).out)
    assert (line["id"], line["job"], line["host"], line["tries"]) == (number, "ask", "post.example", 4)
    assert "1" in vedette("worker", "status", "--desk", postgres_address).out
    assert "post.example" in vedette("worker", "retry", str(number), "--desk", postgres_address).out
    assert jobs.given_up() == ()
    assert jobs.load().waiting == 1
    again = vedette("worker", "retry", str(number), "--desk", postgres_address)
    assert (again.code, "vedette worker failed" in again.err) == (1, True)


def test_all_can_be_tried_again_at_once(vedette: Any, jobs: JobList, postgres_address: str) -> None:
    for host in ("a.example", "b.example"):
        give_up(jobs, Job(kind=Kind.ASK, host=host), "No.")
    assert vedette("worker", "retry", "--desk", postgres_address).code == 2
    assert vedette("worker", "retry", "--all", "--desk", postgres_address).code == 0
    load = json.loads(vedette("worker", "status", "--format", "jsonl", "--desk", postgres_address).out)
    assert load == {"schema": 1, "workers": 0, "waiting": 2, "in_hand": 0, "given_up": 0}
