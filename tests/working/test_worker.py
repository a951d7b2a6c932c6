"""Workers on one desk: nothing twice, nobody asked twice at a time, and what one had in hand others go on with."""

import threading
import time
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from itertools import pairwise

import psycopg
import pytest

from vedette.errors import ArchiveAway, StoreError
from vedette.knowledge import load_knowledge
from vedette.sources.archive import Archive, verify
from vedette.store import open_store
from vedette.store.watching import VersionState
from vedette.watching import Stop, SystemClock, What
from vedette.working.job_list import JobList
from vedette.working.jobs import Job, Kind
from vedette.working.place import place_of, see_to
from vedette.working.steps import TRIES, Tools
from vedette.working.tasks import Pace
from vedette.working.worker import Orders, work
from working_doubles import Outlets, WordsReader

QUICK = Pace(look=1, poll=0.1, beat=0.2, silence=1.5, patience=0.5, pause=0.05, longest=0.2)
LONGEST = 30.0


class Yard:
    """A desk on PostgreSQL, its jobs, an archive, and whoever works there; each worker is a thread here."""

    def __init__(self, address, folder, held):
        self.address, self.folder, self._held = address, folder, held
        self.place = place_of(address)
        see_to(self.place)
        self.store = held.enter_context(open_store(address))
        self.jobs = held.enter_context(JobList(self.place))
        self.book, self.told = self.store.watching, []

    @contextmanager
    def worker(self, outlets, *, link=lambda: None, reader=None, fetch=None):
        with ExitStack() as held:
            store = held.enter_context(open_store(self.address))
            archive = held.enter_context(Archive.open(self.folder, shared=True))
            jobs = held.enter_context(JobList(self.place))
            stop = Stop()
            held.callback(stop.close)
            tools = Tools(
                store=store, knowledge=load_knowledge(), archive=archive, fetch=fetch or outlets,
                reader=reader or WordsReader(), link=link, tell=self.told.append,
            )
            orders = Orders(clock=SystemClock(), hands=4, pace=QUICK)
            thread = threading.Thread(target=work, args=(tools, jobs, stop), kwargs={"orders": orders})
            thread.start()
            try:
                yield
            finally:
                stop.ask()
                thread.join(LONGEST)
                assert not thread.is_alive()

    def wait(self, until):
        end = time.monotonic() + LONGEST
        while not until():
            assert time.monotonic() < end, (self.listed(), self.told[-20:])
            time.sleep(0.05)

    def listed(self):
        """The list of jobs, for whoever wonders what hangs."""
        with psycopg.connect(self.place.conninfo) as connection:
            return connection.execute(
                "SELECT id, task_name, lock, status, attempts, worker_id, scheduled_at FROM procrastinate_jobs"
            ).fetchall()

    def read(self, outlets):
        """Say whether all articles of these outlets were read."""
        pages = [self.book.page_at(address) for address in outlets.addresses()]
        return all(one and [v.state for v in self.book.versions(one.number)] == [VersionState.READ] for one in pages)

    def read_in_the_end(self, outlets):
        """Say the same; whoever was asked in vain is left alone for 90 seconds, which pass quickly here."""
        self.book.shift(timedelta(seconds=-85), after=self.jobs.now() + timedelta(seconds=60), hosts_only=True)
        return self.read(outlets)

    def what(self, kind):
        return [one for one in self.told if one.what is kind]


@pytest.fixture
def yard(postgres_desk, tmp_path):
    with ExitStack() as held:
        found = Yard(postgres_desk, tmp_path / "archive", held)
        yield found
    with psycopg.connect(postgres_desk, autocommit=True) as connection:
        connection.execute("DROP SCHEMA vedette_jobs CASCADE")


def test_two_workers_share_what_is_to_do_and_no_host_is_asked_twice_at_a_time(yard):
    outlets = Outlets(hosts=4, articles=4, takes=0.05)
    yard.book.follow(outlets.wanted(), at=yard.jobs.now())
    with yard.worker(outlets), yard.worker(outlets):
        yard.wait(lambda: yard.read(outlets))
    asked = [url for _, url, _, _ in outlets.asked]
    assert sorted(asked) == sorted(set(asked))
    for host in outlets.hosts:
        turns = sorted((begin, end) for at, _, begin, end in outlets.asked if at == host)
        assert all(later - ended >= 0.9 for (_, ended), (later, _) in pairwise(turns))  # the least pause is a second
    assert {file.name for file in yard.folder.glob("pages-*")} == {"pages-01000001.warc.gz", "pages-02000001.warc.gz"}
    assert list(verify(yard.folder)) == []
    assert yard.jobs.given_up() == ()


def test_what_is_read_is_linked_by_one_worker_at_a_time(yard):
    outlets, linking, most = Outlets(hosts=3, articles=2), [], []

    def link():
        linking.append(1)
        most.append(len(linking))
        time.sleep(0.1)
        linking.pop()

    yard.book.follow(outlets.wanted(), at=yard.jobs.now())
    with yard.worker(outlets, link=link), yard.worker(outlets, link=link):
        yard.wait(lambda: yard.read(outlets) and len(most) >= 3)
    assert set(most) == {1}


def test_a_job_that_fails_is_tried_again_and_then_given_up_until_somebody_says_so(yard):
    outlets, falls = Outlets(articles=1), [ValueError("No.")] * TRIES

    def link():
        if falls:
            raise falls.pop()

    yard.book.follow(outlets.wanted(), at=yard.jobs.now())
    with yard.worker(outlets, link=link):
        yard.wait(yard.jobs.given_up)
        [one] = yard.jobs.given_up()
        assert (one.job, one.tries, one.why) == (Job(kind=Kind.LINK), TRIES, "ValueError: No.")
        assert yard.read(outlets)  # the rest went on
        yard.jobs.retry(one.id)
        yard.wait(lambda: not yard.jobs.held().keys - {"look"})
    assert yard.jobs.given_up() == ()
    assert len(yard.what(What.JOB_FAILED)) == TRIES - 1
    assert [one.address for one in yard.what(What.JOB_GIVEN_UP)] == ["link"]


def test_a_desk_that_cannot_be_written_is_waited_for_however_long(yard):
    outlets, falls = Outlets(articles=1), [StoreError("The disk is full.")] * (TRIES + 2)

    def link():
        if falls:
            raise falls.pop()

    yard.book.follow(outlets.wanted(), at=yard.jobs.now())
    with yard.worker(outlets, link=link):
        yard.wait(lambda: yard.what(What.DESK_WRITES))
    assert falls == []
    assert yard.jobs.given_up() == ()


def test_pages_wait_for_an_archive_whose_disk_is_away_however_long(yard):
    outlets, elsewhere = Outlets(articles=3), yard.folder.with_name("unmounted")
    yard.book.follow(outlets.wanted(), at=yard.jobs.now())

    class Unmounts(WordsReader):
        """A reader at whose first batch the disk of the archive goes."""

        def reports(self, received):
            if not elsewhere.exists() and not yard.what(What.DESK_TROUBLE):
                yard.folder.rename(elsewhere)
                yard.folder.mkdir()
                raise ArchiveAway("The archive is away.")
            return super().reports(received)

    def troubles():
        return [one for one in yard.what(What.DESK_TROUBLE) if one.address.startswith("read")]

    with yard.worker(outlets, reader=Unmounts()):
        yard.wait(lambda: len(troubles()) > 2 * TRIES)
        assert "--archive" in troubles()[-1].why
        assert len(yard.book.unread(9)) >= 1
        yard.folder.rmdir()
        elsewhere.rename(yard.folder)
        yard.wait(lambda: yard.read_in_the_end(outlets))
    assert yard.what(What.REFUSED) == []
    assert list(yard.store.quarantined()) == []
    assert yard.jobs.given_up() == ()
    assert list(verify(yard.folder)) == []


def test_a_worker_that_is_shown_another_folder_does_nothing_until_the_right_one_is_there(yard):
    outlets, right = Outlets(articles=2), yard.folder.with_name("right")
    yard.book.follow(outlets.wanted(), at=yard.jobs.now())
    with yard.worker(outlets):
        yard.wait(lambda: yard.read(outlets))
    yard.folder.rename(right)
    later = Outlets(hosts=2, articles=2)
    yard.book.follow(later.wanted(), at=yard.jobs.now())
    with yard.worker(later):
        yard.wait(lambda: yard.what(What.DESK_TROUBLE))
        assert later.asked == []
        assert list(yard.folder.glob("pages-*")) == []
    assert "such as pages-01000001" in yard.what(What.DESK_TROUBLE)[0].why


def test_what_a_worker_had_in_hand_is_taken_over_once_it_is_silent(yard):
    outlets = Outlets(articles=1)
    yard.book.follow(outlets.wanted(), at=yard.jobs.now())
    yard.jobs.put(Job(kind=Kind.ASK, host="o0.example"))
    yard.jobs.put(Job(kind=Kind.LOOK))
    with psycopg.connect(yard.place.conninfo) as connection:
        connection.execute(
            "WITH gone AS (INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour')"
            " RETURNING id) UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT id FROM gone)"
        )
    with yard.worker(outlets):
        yard.wait(lambda: yard.read(outlets))
    assert [one.address for one in yard.what(What.JOB_TAKEN_OVER)] == ["ask o0.example"]


def cut_all(address):
    """Cut all connections to a database, as a server does that is restarted."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid()"
        )


def test_the_server_may_go_away_and_come_back(yard):
    outlets = Outlets(hosts=2, articles=3)
    yard.book.follow(outlets.wanted(), at=yard.jobs.now())

    with yard.worker(outlets):
        yard.wait(lambda: len(outlets.asked) > 3)
        cut_all(yard.address)
        yard.wait(lambda: yard.read_in_the_end(outlets))
    assert list(verify(yard.folder)) == []


def test_a_job_whose_end_could_not_be_written_down_is_done_again(yard):
    outlets, linked = Outlets(articles=1), []

    def link():
        linked.append(1)
        if len(linked) == 1:
            cut_all(yard.address)

    yard.book.follow(outlets.wanted(), at=yard.jobs.now())
    with yard.worker(outlets, link=link):
        yard.wait(lambda: linked)
        yard.wait(lambda: len(linked) > 1 and "link" not in yard.jobs.held().keys)
    assert yard.jobs.given_up() == ()
