"""What jobs do to a desk, and which ones follow."""

from datetime import timedelta

import pytest

from vedette.errors import StoreError
from vedette.knowledge import load_knowledge
from vedette.store import open_store
from vedette.store.watching import PageState, VersionState
from vedette.watching import What
from vedette.working.jobs import Job, Kind
from vedette.working.steps import TRIES, Steps, Tools
from watched_doubles import MemoryArchive
from working_doubles import ListOfJobs, Outlets, WordsReader


class Scene:
    """A desk on which a worker does one job after the other."""

    def __init__(self, store, **outlets):
        self.store, self.book, self.jobs, self.told = store, store.watching, ListOfJobs(), []
        self.outlets, self.archive, self.linked = Outlets(**outlets), MemoryArchive(), 0
        self.tools = Tools(
            store=store, knowledge=load_knowledge(), archive=self.archive, fetch=self.outlets, reader=WordsReader(),
            link=self._link, tell=self.told.append,
        )
        self.steps = Steps(self.tools, self.jobs)
        self.book.follow(self.outlets.wanted(), at=self.jobs.moment)

    def _link(self):
        self.linked += 1

    def do(self, job, tried=0):
        match job.kind:
            case Kind.LOOK:
                self.steps.look()
            case Kind.ASK:
                self.steps.ask(job.host)
            case Kind.READ:
                self.steps.read(job.versions, tried=tried)
            case _:
                self.steps.link()

    def run(self, *kinds):
        """Look, and do all jobs of these kinds until none is left."""
        self.do(Job(kind=Kind.LOOK))
        while jobs := self.jobs.take(*kinds):
            for job in jobs:
                self.do(job)
            self.do(Job(kind=Kind.LOOK))

    def page(self, number, host=0):
        return self.book.page_at(f"https://o{host}.example/{number}")

    def what(self, kind):
        return [one for one in self.told if one.what is kind]


@pytest.fixture
def store(tmp_path):
    with open_store(str(tmp_path / "desk.sqlite")) as opened:
        yield opened


@pytest.fixture
def scene(store):
    return Scene(store)


def test_all_that_is_due_is_asked_read_and_linked(scene):
    scene.run(Kind.ASK, Kind.READ, Kind.LOOK)
    assert {page.url for page, _ in scene.archive.pages} == scene.outlets.addresses()
    assert [scene.book.versions(scene.page(n).number)[0].state for n in range(3)] == [VersionState.READ] * 3
    assert [job.key for job in scene.jobs.take()] == ["link"]


def test_what_somebody_has_in_hand_is_put_on_the_list_no_second_time(scene):
    for _ in range(2):
        scene.do(Job(kind=Kind.LOOK))
    assert [job.key for job in scene.jobs.take()] == ["ask o0.example"]


def test_versions_are_handed_out_in_portions_and_each_once(store):
    scene = Scene(store, articles=40)
    scene.run(Kind.ASK)
    scene.do(Job(kind=Kind.LOOK))
    first = [job.versions for job in scene.jobs.take(Kind.READ)]
    assert sorted(number for versions in first for number in versions) == list(range(1, 41))
    assert max(map(len, first)) <= 16


def test_a_host_that_may_be_asked_again_soon_is_asked_when_it_may_be(store):
    scene = Scene(store, pause=7)
    scene.do(Job(kind=Kind.ASK, host="o0.example"))  # robots.txt
    [(job, at)] = [(job, at) for job, at in scene.jobs.waiting if job.kind is Kind.ASK]
    assert (job.host, at) == ("o0.example", scene.jobs.moment + timedelta(seconds=7))
    scene.do(job)  # too early: nothing is asked
    assert [url for _, url, _, _ in scene.outlets.asked] == ["https://o0.example/robots.txt"]


def test_a_host_that_is_due_later_is_left_to_a_look(scene):
    scene.run(Kind.ASK, Kind.READ)
    scene.jobs.take()
    scene.do(Job(kind=Kind.ASK, host="o0.example"))
    assert scene.jobs.waiting == []
    scene.jobs.moment += timedelta(hours=2)
    scene.do(Job(kind=Kind.LOOK))
    assert "ask o0.example" in [job.key for job in scene.jobs.take()]


def test_what_cannot_be_read_is_in_quarantine_and_the_rest_goes_on(store):
    scene = Scene(store, words="{} torn", articles=1)
    scene.run(Kind.ASK, Kind.READ)
    assert [one.reason for one in store.quarantined()] == ["It is torn."]
    assert scene.book.versions(scene.page(0).number)[0].state is VersionState.REFUSED


def test_a_portion_over_which_a_worker_ended_is_read_one_by_one(scene):
    scene.run(Kind.ASK)
    scene.jobs.take()
    scene.do(Job(kind=Kind.READ, versions=scene.book.unread(9)), tried=1)
    assert [one.versions for one in scene.jobs.take(Kind.READ)] == [(1,), (2,), (3,)]
    assert len(scene.book.unread(9)) == 3


def test_a_version_that_ended_worker_after_worker_is_in_quarantine(scene):
    scene.run(Kind.ASK)
    scene.do(Job(kind=Kind.READ, versions=(2,)), tried=TRIES - 1)
    assert scene.book.unread(9) == (1, 3)
    scene.do(Job(kind=Kind.READ, versions=(3,)), tried=TRIES)
    assert scene.book.unread(9) == (1,)
    [item] = scene.store.quarantined()
    assert (item.source, f"{TRIES} times" in item.reason) == ("https://o0.example/2", True)
    assert b"Words of o0.example 2." in item.content
    assert [one.address for one in scene.what(What.REFUSED)] == [item.source]


def test_what_was_read_already_is_not_read_again(scene):
    scene.run(Kind.ASK, Kind.READ)
    before = list(scene.store.dump())
    scene.do(Job(kind=Kind.READ, versions=(1, 2, 3)))
    scene.do(Job(kind=Kind.READ, versions=(1,)), tried=TRIES)
    assert list(scene.store.dump()) == before


def test_an_archive_that_cannot_be_written_leaves_the_page_due(scene):
    for _ in range(2):  # robots.txt, the feed
        scene.do(Job(kind=Kind.ASK, host="o0.example"))
        scene.jobs.take()
    scene.archive.trouble = StoreError("The disk is full.")
    with pytest.raises(StoreError, match="full"):
        scene.do(Job(kind=Kind.ASK, host="o0.example"))
    scene.archive.trouble = None
    assert scene.page(0).state is PageState.AWAITED
    scene.jobs.moment += timedelta(seconds=91)  # whoever took it is left the time to answer
    scene.run(Kind.ASK)
    assert scene.page(0).state is PageState.KEPT


def test_linking_is_left_to_the_desk(scene):
    scene.do(Job(kind=Kind.LINK))
    assert scene.linked == 1
