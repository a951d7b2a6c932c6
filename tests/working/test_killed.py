"""Workers that are killed (kill -9) at any moment end up with the record of a watch that never was."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from datetime import timedelta

import psycopg
import pytest

import watched_child
import working_child
from vedette.sources.archive import Archive, verify
from vedette.store import open_store
from vedette.store.watching import VersionState
from vedette.watching import OneHand, Stop, Watch
from vedette.working.job_list import JobList
from vedette.working.jobs import Job, Kind
from vedette.working.place import place_of, see_to
from watched_doubles import taking_words
from watched_world import DAY, HOUR, START, WorldClock
from working_child import SmallWorld

WORKERS, KILLS = 3, 5
# So many requests are made between two kills: by what is done, since computers differ in how quickly they do it.
BETWEEN = (8, 32)
# The changes of this world come within two days; the looks that see them within three.
DAYS = 3.2
STEP = 2 * HOUR
LONGEST = 400.0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only where a process can be killed at once")
def test_workers_that_are_killed_again_and_again_lose_nothing_and_have_nothing_twice(postgres_desk, tmp_path):
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    killed.mkdir()
    whole.mkdir()
    see_to(place_of(postgres_desk))
    try:
        kills = lead(postgres_desk, killed, random.Random(8))
        watch_whole(whole)
        assert kills >= KILLS  # else this test has tested too little
        assert held(postgres_desk, killed) == held(str(whole / "desk.sqlite"), whole)
        assert [finding for finding in verify(killed / "archive") if finding.is_harm] == []
        assert asked_twice(killed / "asked") == []
    finally:
        with psycopg.connect(postgres_desk, autocommit=True) as connection:
            connection.execute("DROP SCHEMA vedette_jobs CASCADE")


def lead(address, folder, luck):
    """Let workers follow the world for some days, and kill one after the other; give how many were killed."""
    clock, kills, end = working_child.SetClock(folder / "clock"), 0, time.monotonic() + LONGEST
    with forker() as fork, open_store(address) as store, JobList(place_of(address)) as jobs:
        store.watching.follow(SmallWorld(WorldClock()).wanted(), at=START)
        workers = [fork(folder, address) for _ in range(WORKERS)]
        next_kill = luck.randint(*BETWEEN)
        while clock.seconds < DAYS * DAY:
            assert time.monotonic() < end, (clock.seconds, kills, jobs.load(), jobs.given_up())
            if requests(folder) >= next_kill:
                time.sleep(luck.uniform(0, 0.05))
                victim = workers.pop(luck.randrange(len(workers)))
                os.kill(victim, signal.SIGKILL)
                workers.append(fork(folder, address))
                kills += 1
                next_kill = requests(folder) + luck.randint(*BETWEEN)
            if is_done(store, jobs, START + timedelta(seconds=clock.seconds)):
                due = store.watching.next_due()
                ahead = 0.0 if due is None else (due - START).total_seconds()
                clock.set(max(clock.seconds + STEP / 24, min(ahead, clock.seconds + STEP)))
                jobs.put(Job(kind=Kind.LOOK))
            time.sleep(0.02)
        wait_for(lambda: is_done(store, jobs, START + timedelta(seconds=clock.seconds)))
        for worker in workers:
            os.kill(worker, signal.SIGTERM)
        assert jobs.given_up() == ()
    return kills


def requests(folder):
    """Count the requests that were made so far."""
    file = folder / "asked"
    return file.read_bytes().count(b"\n") if file.exists() else 0


def is_done(store, jobs, now):
    """Say whether nothing is left to do at this moment of the world."""
    book = store.watching
    if book.due_hosts(at=now, limit=1) or book.unread(1) or not store.is_linked():
        return False
    return not {key for key in jobs.held().keys if key != "look"}


def wait_for(until):
    end = time.monotonic() + 30
    while not until():
        assert time.monotonic() < end
        time.sleep(0.05)


def watch_whole(folder):
    """Follow the same world with one watch that nobody kills, on a desk in a file."""
    clock = WorldClock()
    with open_store(str(folder / "desk.sqlite")) as store, Archive.open(folder / "archive") as archive:
        world, stop = SmallWorld(clock), Stop()
        watch = Watch(
            book=store.watching, hands=OneHand(world), archive=archive, clock=clock, take_in=taking_words(store),
            wanted=world.wanted(),
        )
        watch.begin()
        while clock.seconds < DAYS * DAY:
            due = watch.step()
            clock.wait(HOUR if due is None else max(0.0, (due - clock.now()).total_seconds()), stop)
        stop.close()


@contextmanager
def forker():
    """Give what starts a worker; all of them are children of a process that has imported everything."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, working_child.__file__]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env) as process:

        def fork(folder, address):
            process.stdin.write(f"{folder}|{address}\n")
            process.stdin.flush()
            return int(process.stdout.readline())

        yield fork
        process.stdin.close()


def held(address, folder):
    """What a desk holds, without the moments: pages with their versions, and the words of all reports."""
    with open_store(address) as store, Archive.open(folder / "archive", read_only=True) as archive:
        book, pages = store.watching, {}
        assert book.unread(1) == ()
        for article in SmallWorld(WorldClock()).articles():
            page = book.page_at(article.listed_as)
            versions = book.versions(page.number)
            for version in versions:
                if version.place is not None:
                    archive.load(version.place)
            pages[article.address] = (page.state, [
                None if version.state is VersionState.GONE else store.report(version.report).text
                for version in versions
            ])
        return pages, sorted(report.text for report in store.reports())


def asked_twice(file):
    """Give the hosts that were asked twice at one moment of the world: whoever asks leaves a host alone for a while."""
    seen = Counter(tuple(line.split()[1:3]) for line in file.read_text().splitlines())
    return [asked for asked, times in seen.items() if times > 1]


assert watched_child.HOURS >= DAYS * 24  # the world goes on for that long
