"""The loop: what it does where something is wrong, and what it tells of it."""

import sqlite3
from contextlib import ExitStack, closing, contextmanager
from datetime import timedelta

import pytest

from vedette.errors import ArchiveAway, StoreError
from vedette.sources.web import Fault, Unfetched
from vedette.store import open_store
from vedette.store.watching import PageState, VersionState
from vedette.watching import OneHand, Stop, Watch, What
from watched_doubles import MemoryArchive, taking_words
from watched_world import DAY, HOUR, Article, Outlet, World, WorldClock, page

WRITES = ("errand", "put_feed", "put_page", "put_host", "settle")
ADDRESS = "https://o0.example/news/0"


class Scene:
    """One outlet with one article, watched for some time."""

    def __init__(self, store, *, stands=((0.0, "Shut."),), farewell=404, jumps=(), articles=1):
        self.store, self.clock, self.told = store, WorldClock(jumps), []
        self.world = World(1, outlets=0, hours=0, clock=self.clock)
        self.articles = [
            Article(address=f"https://o0.example/news/{n}", listed_as=f"https://o0.example/news/{n}", published=0.0,
                    title=f"o0 {n}", stands=list(stands), farewell=farewell)
            for n in range(articles)
        ]
        self.outlet = Outlet(name="o0", pause=None, articles=self.articles, troubles=[])
        self.world.outlets = {"o0.example": self.outlet}
        self.world._by_address = {one.address: one for one in self.articles}
        self.archive, self.fetch = MemoryArchive(), self.world
        self.take_in = taking_words(store)
        self.book = store.watching
        self.tell = self.told.append

    def run(self, hours):
        watch = Watch(
            book=self.book, hands=OneHand(self.fetch), archive=self.archive, clock=_Until(self.clock, hours * HOUR),
            take_in=self.take_in, tell=self.tell, wanted=self.world.wanted(),
        )
        with closing(Stop()) as stop:
            watch.run(stop)
        return self

    def what(self, *kinds):
        return [one for one in self.told if one.what in kinds]

    def page(self):
        return self.store.watching.page_at(ADDRESS)

    def versions(self):
        return [one.state for one in self.store.watching.versions(self.page().number)]


class _Until:
    """A clock that asks for the end at a moment."""

    def __init__(self, clock, seconds):
        self._clock, self._end = clock, clock.seconds + seconds

    def now(self):
        return self._clock.now()

    def steady(self):
        return self._clock.steady()

    def wait(self, seconds, stop):
        self._clock.wait(seconds, stop)
        if self._clock.seconds >= self._end:
            stop.ask()


@pytest.fixture
def store(tmp_path):
    with open_store(str(tmp_path / "desk.sqlite")) as opened:
        yield opened


def test_what_is_listed_is_fetched_read_and_looked_at_again(store):
    scene = Scene(store).run(8 * 24)
    assert scene.versions() == [VersionState.READ]
    assert [one.text for one in store.reports()] == ["Shut."]
    assert len(scene.what(What.FETCHED)) == 1
    assert len(scene.what(What.UNCHANGED)) == 5
    assert scene.page().due is None
    assert (scene.told[0].what, scene.told[-1].what) == (What.BEGUN, What.ENDED)


def test_an_edit_is_told_and_both_versions_stay(store):
    scene = Scene(store, stands=((0.0, "Shut."), (3 * HOUR, "Shut at noon."))).run(24)
    assert scene.versions() == [VersionState.READ, VersionState.READ]
    assert sorted(one.text for one in store.reports()) == ["Shut at noon.", "Shut."]
    assert [one.address for one in scene.what(What.EDITED)] == [ADDRESS]


@pytest.mark.parametrize("farewell", [404, 410, 302])
def test_gone_is_said_after_the_second_answer_and_since_the_first(store, farewell):
    scene = Scene(store, stands=((0.0, "Shut."), (3 * HOUR, None)), farewell=farewell).run(24)
    [missing], [gone] = scene.what(What.MISSING), scene.what(What.GONE)
    assert gone.at - missing.at >= timedelta(hours=1)
    versions = store.watching.versions(scene.page().number)
    assert [one.state for one in versions] == [VersionState.READ, VersionState.GONE]
    assert versions[1].fetched == missing.at
    assert [one.text for one in store.reports()] == ["Shut."]


def test_missing_once_is_not_gone(store):
    stands = ((0.0, "Shut."), (5.9 * HOUR, None), (6.5 * HOUR, "Shut."))
    scene = Scene(store, stands=stands).run(24)
    assert len(scene.what(What.MISSING)) == 1
    assert scene.what(What.GONE) == []
    assert scene.page().state is PageState.KEPT


def test_what_comes_back_is_told(store):
    scene = Scene(store, stands=((0.0, "Shut."), (3 * HOUR, None), (20 * HOUR, "Shut."))).run(30)
    assert scene.versions() == [VersionState.READ, VersionState.GONE, VersionState.READ]
    assert len(scene.what(What.BACK)) == 1
    assert scene.page().state is PageState.KEPT


@pytest.mark.parametrize(("answer", "reason"), [
    (page("https://o0.example/rss", 200, "text/html", b"<!doctype html><html><p>Back soon.</p></html>"), "feed"),
    (page("https://o0.example/rss", 200, "application/rss+xml", b""), ""),
    (page("https://o0.example/rss", 503, "text/html", b""), "503"),
    (Unfetched(Fault.TOO_LARGE, "It is larger than 20 MB.", source="https://o0.example/rss"), "larger than 20 MB"),
    (Unfetched(Fault.SLOW, "It took longer than 60 seconds.", source="https://o0.example/rss"), "60 seconds"),
    (RuntimeError("a library fell over"), "a library fell over"),
])
def test_a_feed_that_is_none_is_a_streak_of_errors_with_the_reason(store, answer, reason):
    scene = Scene(store)

    class Wrong:
        def get(self, url, *, known=None, limit=None):
            if not url.endswith("/rss"):
                return scene.world.get(url, known=known)
            if isinstance(answer, Exception):
                raise answer
            return answer

    scene.fetch = Wrong()
    scene.run(24)
    [feed] = store.watching.feeds()
    assert feed.streak > 2
    assert reason in feed.reason
    assert [one.number for one in scene.what(What.FEED_FAILED)] == list(range(1, feed.streak + 1))
    assert store.source_health(at=scene.clock.now())[0].state == "failing"


def test_while_the_desk_cannot_be_written_that_is_told_and_then_all_goes_on(store):
    scene = Scene(store)
    since, until = 30 * 60, 3 * HOUR

    class Book:
        """A book whose disk is full for some hours."""

        def __getattr__(self, name):
            if name in WRITES and since <= scene.clock.seconds < until:
                raise StoreError("The disk that holds desk.sqlite is full.")
            return getattr(store.watching, name)

    scene.book = Book()
    scene.run(24)
    troubles = scene.what(What.DESK_TROUBLE)
    assert {one.why for one in troubles} == {"The disk that holds desk.sqlite is full."}
    assert 3 <= len(troubles) < 60
    assert len(scene.what(What.DESK_WRITES)) == 1
    assert scene.versions() == [VersionState.READ]


@contextmanager
def locked(store, file):
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def read_only(store, file):
    with store._book.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    yield
    with store._book.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = OFF")


@contextmanager
def full(store, file):
    with store._book.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    yield
    with store._book.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


@pytest.mark.parametrize(("fault", "line"), [
    (locked, "in use by another process that is writing"), (read_only, "cannot be written to"), (full, "is full"),
])
def test_each_fault_of_the_database_is_a_clear_line_and_ends_with_it(tmp_path, monkeypatch, fault, line):
    monkeypatch.setattr("vedette.store.sqlite.connection.PATIENCE", 0.05)
    file = tmp_path / "desk.sqlite"
    with open_store(str(file)) as store, ExitStack() as wrong:
        # Long texts, since a database that is full has room for short ones.
        scene = Scene(store, stands=((0.0, "Shut. " * 20_000),))
        scene.run(0.001)
        held = wrong.enter_context(ExitStack())
        held.enter_context(fault(store, file))
        troubles = []

        def tell(happening):
            scene.told.append(happening)
            if happening.what is What.DESK_TROUBLE:
                troubles.append(happening)
                if len(troubles) == 2:
                    held.close()

        scene.tell = tell
        scene.run(6)
        assert len(troubles) == 2
        assert all(line in one.why for one in troubles)
        assert [one.what for one in scene.told].count(What.DESK_WRITES) == 1
        assert scene.versions() == [VersionState.READ]


def test_while_the_archive_is_full_nothing_is_taken_in_without_it(store):
    scene = Scene(store)
    scene.archive.trouble = StoreError("The disk that holds the archive is full.")
    scene.run(2)
    assert list(store.reports()) == []
    assert scene.page().state is PageState.AWAITED
    assert scene.what(What.DESK_TROUBLE)
    scene.archive.trouble = None
    scene.run(2)
    assert [one.text for one in store.reports()] == ["Shut."]
    assert scene.world.violations == []


def test_one_page_that_reading_falls_over_costs_no_other(store):
    scene = Scene(store, articles=3)
    reads = scene.take_in

    def take_in(arrived):
        if any(one.entry.address == ADDRESS for one in arrived):
            raise ValueError("a page of a new kind")
        return reads(arrived)

    scene.take_in = take_in
    scene.run(2)
    assert scene.versions() == [VersionState.REFUSED]
    assert "a page of a new kind" in scene.what(What.REFUSED)[0].why
    assert len(list(store.reports())) == 2
    assert len(scene.what(What.READ)) == 2


@pytest.mark.parametrize(("jump", "told"), [(5 * HOUR, What.CLOCK_AHEAD), (-9 * HOUR, What.CLOCK_BACK)])
def test_a_clock_that_is_set_is_told_and_brings_no_flood(store, jump, told):
    scene = Scene(store, articles=8, jumps=[(2 * DAY + 100, jump)]).run(50)
    before = len([at for at in scene.outlet.asked if 2 * DAY - HOUR < at < 2 * DAY])
    after = len([at for at in scene.outlet.asked if 2 * DAY < at < 2 * DAY + HOUR])
    assert len(scene.what(What.CLOCK_AHEAD, What.CLOCK_BACK)) == 1
    [line] = scene.what(told)
    assert line.seconds == pytest.approx(abs(jump), abs=1)
    assert after <= before + 1 + 8  # each of eight articles once, and the feed
    assert scene.world.violations == []


def test_a_watch_that_begins_with_a_clock_behind_the_desk_does_not_wait_for_it(store):
    scene = Scene(store).run(3)
    scene.clock._off -= 30 * DAY
    asked = len(scene.outlet.asked)
    scene.run(7)
    assert [one.what for one in scene.told].count(What.CLOCK_BACK) == 1
    assert len(scene.outlet.asked) > asked


def test_what_only_the_archive_has_is_taken_up(store):
    scene = Scene(store)

    class Book:
        """A book that is killed after the archive has the first page."""

        def __getattr__(self, name):
            if name == "put_page":
                raise KeyboardInterrupt
            return getattr(store.watching, name)

    scene.book = Book()
    with pytest.raises(KeyboardInterrupt):
        scene.run(1)
    assert len(scene.archive.pages) == 1
    assert store.watching.waiting(1) == ()
    scene.book = store.watching
    scene.outlet.troubles = [(0, 1e12, "down")]  # it can never be had again
    scene.run(1)
    assert [one.address for one in scene.what(What.TAKEN_UP)] == [ADDRESS]
    assert [one.text for one in store.reports()] == ["Shut."]


def of_a_disk(what, cause):
    """Make an error as the archive makes it from one of the file system."""
    error = StoreError(f"The disk that holds the archive {what}.")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize("why", [
    of_a_disk("does not answer", OSError(5, "Input/output error")), ArchiveAway("The archive does not answer."),
])
def test_what_the_archive_cannot_give_back_just_now_waits_and_holds_up_no_other(store, why):
    scene = Scene(store, articles=3)
    load = scene.archive.load

    def falters(kept):
        if scene.archive.pages[kept.offset][0].url == ADDRESS and scene.clock.seconds < HOUR:
            raise why
        return load(kept)

    scene.archive.load = falters
    scene.run(0.9)
    assert scene.versions() == [VersionState.RECEIVED]
    assert len(list(store.reports())) == 2
    assert "does not answer" in scene.what(What.DESK_TROUBLE)[0].why
    scene.run(2)
    assert scene.versions() == [VersionState.READ]
    assert len(list(store.reports())) == 3


def test_a_full_archive_is_not_said_to_be_over_before_a_page_was_kept(store):
    scene = Scene(store)
    keep = scene.archive.keep

    def fills_up(page, *, at):
        if scene.clock.seconds < 3 * HOUR:
            raise of_a_disk("is full", OSError(28, "No space left on device"))
        return keep(page, at=at)

    scene.archive.keep = fills_up
    scene.run(6)
    troubles = [one.at for one in scene.what(What.DESK_TROUBLE)]
    listed = [one.at for one in scene.what(What.LISTED) if one.at > troubles[0]]
    [over], [fetched] = scene.what(What.DESK_WRITES), scene.what(What.FETCHED)
    assert 3 < len(troubles) < 60
    assert min(listed) < over.at  # the desk could be written all along
    assert over.at >= fetched.at > troubles[-1]
    assert scene.versions() == [VersionState.READ]


def test_a_host_that_cannot_be_asked_for_its_rules_is_told_of_with_the_reason(store):
    scene = Scene(store)
    scene.outlet.troubles = [(0, 30 * 60, "down")]
    scene.run(0.4)
    [feed] = store.watching.feeds()
    assert feed.reason == "robots.txt could not be had, so nothing is asked there. Nobody answers there."
    scene.outlet.troubles = [(0, 8 * HOUR, "broken")]
    scene.run(2)
    assert "It answered 503." in store.watching.feeds()[0].reason


def test_what_is_told_of_a_feed_that_wants_to_be_left_alone_is_when_it_is_asked_again(store):
    scene = Scene(store).run(3)
    scene.outlet.troubles = [(3 * HOUR, 4 * HOUR, "busy")]
    scene.run(1)
    told = next(one for one in scene.what(What.FEED_FAILED) if "less often" in one.why)
    assert told.next - told.at >= timedelta(hours=2)
    assert scene.world.violations == []
