"""The list of jobs, in the database of the desk: made where it is missing, and nothing on it twice."""

import threading
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from psycopg_pool import PoolTimeout

from vedette.errors import StoreError, UsageError
from vedette.working import place as places
from vedette.working.job_list import JobList
from vedette.working.jobs import Job, Kind
from vedette.working.place import is_there, place_of, see_to

ASK, LINK = Job(kind=Kind.ASK, host="post.example"), Job(kind=Kind.LINK)
READ = Job(kind=Kind.READ, versions=(4, 7))


@pytest.fixture
def place(postgres_address):
    found = place_of(postgres_address)
    see_to(found)
    return found


@pytest.fixture
def jobs(place):
    with JobList(place) as opened:
        yield opened


def run(place, statement):
    with psycopg.connect(place.conninfo, autocommit=True) as connection:
        found = connection.execute(statement)
        return found.fetchall() if found.description else []


def give_up(jobs, job):
    """Have a job fail for good."""
    jobs.put(job)
    [(number,)] = run(jobs.place, "UPDATE procrastinate_jobs SET status = 'failed', attempts = 4 "
                                  f"WHERE lock = '{job.key}' AND status = 'todo' RETURNING id")
    jobs.note(number, "It fell.")
    jobs.note(number, "It fell again.\x00")
    return number


def test_jobs_are_beside_the_desk_in_a_schema_of_their_own(postgres_address):
    place = place_of(postgres_address)
    assert (place.schema, is_there(place)) == ("vedette_jobs", False)
    see_to(place)
    see_to(place)
    assert is_there(place)
    assert run(place, "SELECT current_schema()") == [("vedette_jobs",)]
    assert run(place, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(0,)]


def test_two_desks_in_one_database_have_jobs_of_their_own(postgres_address):
    with psycopg.connect(postgres_address, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA north")
    place = place_of(f"{postgres_address}?options=-csearch_path%3Dnorth")
    see_to(place)
    assert place.schema == "north_jobs"
    assert not is_there(place_of(postgres_address))
    with JobList(place) as jobs:
        jobs.put(LINK)
        assert jobs.held().keys == {"link"}


def test_jobs_of_another_version_are_made_anew_once_its_workers_ended(place, monkeypatch):
    with JobList(place) as jobs:
        jobs.put(ASK)
    monkeypatch.setattr(places, "_TROUBLES", places._TROUBLES + "-- of a later version")
    run(place, "INSERT INTO procrastinate_workers DEFAULT VALUES")
    with pytest.raises(StoreError, match="1 workers of another version are at work"):
        see_to(place)
    run(place, "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")
    see_to(place)
    with JobList(place) as jobs:
        assert jobs.held().keys == frozenset()


def test_a_desk_in_a_file_has_no_workers(tmp_path):
    with pytest.raises(UsageError, match="vedette copy"):
        place_of(str(tmp_path / "desk.sqlite"))


def test_a_server_that_cannot_be_reached_is_said_to_be_so():
    with pytest.raises(StoreError, match="cannot be reached"):
        place_of("postgresql://ann:secret@127.0.0.1:1/desk")


def test_who_waited_in_vain_for_a_connection_is_told_that_the_server_cannot_be_reached():
    with pytest.raises(StoreError, match="ann@desk cannot be reached"), places.explained("ann@desk"):
        raise PoolTimeout("couldn't get a connection after 20.00 sec")


def test_a_list_that_cannot_be_opened_leaves_nobody_trying(place, monkeypatch):
    def refuse(_):
        raise psycopg.OperationalError("connection failed: nobody is there")

    before = set(threading.enumerate())
    monkeypatch.setattr(JobList, "_measured", refuse)
    with pytest.raises(StoreError, match="cannot be reached"):
        JobList(place)
    assert [one for one in threading.enumerate() if one not in before] == []


def test_who_may_not_make_the_list_is_told_what_to_ask_for(postgres_address, guarded_address):
    with pytest.raises(StoreError, match="GRANT CREATE ON DATABASE"):
        see_to(place_of(guarded_address))
    assert not is_there(place_of(postgres_address))


def test_a_job_that_waits_is_not_put_on_the_list_again(jobs):
    for job in (ASK, READ, ASK, LINK, LINK):
        jobs.put(job)
    assert jobs.held().keys == {"ask post.example", "read 4", "link"}
    assert jobs.held().versions == {4, 7}
    assert jobs.load().waiting == 3


def test_a_job_can_be_put_on_the_list_while_one_like_it_is_being_done(jobs):
    jobs.put(LINK)
    run(jobs.place, "UPDATE procrastinate_jobs SET status = 'doing'")
    jobs.put(LINK)
    assert (jobs.load().doing, jobs.load().waiting) == (1, 1)


def test_jobs_are_taken_by_priority_and_when_they_are_due(jobs):
    jobs.put(READ)
    jobs.put(LINK)
    jobs.put(ASK, after=timedelta(minutes=1))
    taken = [
        run(jobs.place, f"SELECT lock FROM procrastinate_fetch_job_v2('{queues}', NULL)")
        for queues in ("{reading}", "{reading}", "{asking}")
    ]
    assert taken == [[("link",)], [("read 4",)], [(None,)]]


def test_what_was_given_up_says_why_and_can_be_tried_again(jobs):
    number = give_up(jobs, READ)
    [one] = jobs.given_up()
    assert (one.id, one.job, one.tries, one.why) == (number, READ, 4, "It fell again. ")
    assert abs(one.at - datetime.now(UTC)) < timedelta(minutes=1)
    assert jobs.held().versions == {4, 7}  # nobody else takes it up meanwhile
    assert jobs.retry(number) == READ
    assert (jobs.given_up(), jobs.load().waiting) == ((), 1)
    assert run(jobs.place, "SELECT attempts FROM procrastinate_jobs") == [(0,)]
    with pytest.raises(StoreError, match=f"number {number}"):
        jobs.retry(number)


def test_all_workers_have_the_clock_of_the_database(jobs):
    jobs._ahead = timedelta(hours=3)
    assert jobs.now() - datetime.now(UTC) > timedelta(hours=2)
    jobs.compare_clocks()
    assert abs(jobs.now() - datetime.now(UTC)) < timedelta(seconds=2)
