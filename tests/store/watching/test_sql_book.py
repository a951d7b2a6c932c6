"""The lists of a watch: who is asked next, and nothing twice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from stores import ON_SQLITE
from vedette.errors import Overtaken
from vedette.model import ReadReport, Report
from vedette.model.watched import Feed, FeedKind
from vedette.store.watching import (
    ArchivePlace,
    NewPage,
    PageState,
    Received,
    Settled,
    VersionState,
    Wanted,
)

NOW = datetime(2025, 9, 12, 6, tzinfo=UTC)
FEED = "https://post.example/rss"


def later(**passed):
    return NOW + timedelta(**passed)


def wanted(address, outlet="post", kind=FeedKind.RSS):
    return Wanted(outlet=outlet, feed=Feed(address=address, kind=kind))


def page(name, host="post.example", **fields):
    return NewPage(address=f"https://{host}/{name}", **{"state": PageState.AWAITED, "due": NOW} | fields)


def place(number):
    return ArchivePlace(file="pages-00000001.warc.gz", offset=100 * number, length=100, sha256=f"{number:064x}")


def received(entry, number, **fields):
    return Received(**{"place": place(number), "fetched": later(minutes=number), "answered_as": entry.address} | fields)


@pytest.fixture
def book(store):
    return store.watching


@pytest.fixture
def listed(book):
    """A book whose one feed has listed two pages."""
    book.follow([wanted(FEED)], at=NOW)
    errand = book.errand(at=NOW, until=NOW)
    book.put_feed(
        replace(errand.feed, polled=NOW, due=later(hours=1)), errand.host, pages=[page("a"), page("b")]
    )
    return book


def of(book, name):
    return book.page_at(f"https://post.example/{name}")


def test_what_is_wanted_is_due_at_once(book):
    assert book.next_due() is None
    book.follow([wanted(FEED)], at=NOW)
    assert book.next_due() == NOW
    assert book.errand(at=later(seconds=-1), until=NOW) is None
    assert book.errand(at=NOW, until=later(minutes=1)).address == FEED


def test_a_host_that_is_being_asked_is_left_alone(book):
    book.follow([wanted(FEED), wanted("https://post.example/sport"), wanted("https://other.example/rss")], at=NOW)
    asked = [book.errand(at=NOW, until=later(minutes=1)).address for _ in range(2)]
    assert {address.split("/")[2] for address in asked} == {"post.example", "other.example"}
    assert book.errand(at=NOW, until=NOW) is None
    assert book.next_due() == later(minutes=1)


def test_what_is_due_at_one_host_can_be_taken_there(book):
    book.follow([wanted(FEED), wanted("https://other.example/rss")], at=NOW)
    assert book.due_hosts(at=NOW, limit=5) == ("other.example", "post.example")
    assert book.due_hosts(at=NOW, limit=1) == ("other.example",)
    assert book.errand(at=NOW, until=later(minutes=1), host="post.example").address == FEED
    assert book.errand(at=NOW, until=later(minutes=1), host="post.example") is None
    assert book.errand(at=NOW, until=later(minutes=1), host="nobody.example") is None
    assert book.due_hosts(at=NOW, limit=5) == ("other.example",)
    assert [book.wake(f"{name}.example") for name in ("post", "other", "nobody")] == [later(minutes=1), NOW, None]


def test_an_answer_that_comes_after_somebody_else_asked_changes_nothing(listed):
    slow = listed.errand(at=NOW, until=later(seconds=90))
    quick = listed.errand(at=later(minutes=2), until=later(minutes=4))
    assert quick.page == slow.page
    came = replace(slow.page, state=PageState.KEPT, due=None)
    with pytest.raises(Overtaken, match="somebody else is asking"):
        listed.put_page(came, replace(slow.host, ready=NOW), received=received(came, 1))
    with pytest.raises(Overtaken):
        listed.put_host(replace(slow.host, ready=NOW))
    assert (listed.unread(9), listed.wake("post.example")) == ((), later(minutes=4))
    listed.put_page(came, replace(quick.host, asked=later(minutes=3)), received=received(came, 2))
    assert [one.version.place for one in listed.waiting(9)] == [place(2)]


def test_what_waits_to_be_read_is_known_by_its_number(listed):
    for name, number in (("a", 1), ("b", 2)):
        put(listed, name, number)
    numbers = listed.unread(9)
    assert [one.version.number for one in listed.waiting(9)] == list(numbers)
    assert listed.unread(1) == numbers[:1]
    assert [one.page.address for one in listed.waiting_among(numbers[1:])] == ["https://post.example/b"]
    listed.settle([Settled(version=numbers[0], report=None, reason="no words")])
    assert [one.version.number for one in listed.waiting_among(numbers)] == list(numbers[1:])
    assert listed.waiting_among(()) == ()


def test_the_last_place_of_each_file_is_known(listed):
    other = replace(place(1), file="pages-01000001.warc.gz")
    put(listed, "a", 7)
    put(listed, "b", 3)
    put(listed, "a", 1, place=other)
    assert listed.last_places() == (place(7), other)


def test_a_feed_goes_before_a_flood_of_pages(listed):
    errand = listed.errand(at=later(minutes=5), until=later(minutes=5))
    assert errand.page is not None
    assert listed.errand(at=later(hours=2), until=later(hours=2)).page is None


def test_no_page_twice(listed):
    feed = listed.feeds()[0]
    host = listed.errand(at=NOW, until=NOW).host
    listed.put_feed(feed, host, pages=[page("b"), page("c"), page("c")])
    assert listed.backlog(at=NOW).pages == 3
    assert set(listed.known([f"https://post.example/{name}" for name in "abcd"])) == {
        f"https://post.example/{name}" for name in "abc"
    }


def test_a_feed_that_is_not_wanted_any_more_rests_and_comes_back(listed):
    listed.follow([wanted("https://other.example/rss", outlet="other")], at=later(hours=1))
    due = {feed.address: feed.due for feed in listed.feeds()}
    assert due == {FEED: None, "https://other.example/rss": later(hours=1)}
    listed.follow([wanted(FEED)], at=later(hours=2))
    assert {feed.address: feed.due for feed in listed.feeds()}[FEED] == later(hours=2)


def test_a_feed_is_due_by_its_plan_unless_all_are_asked_anew(listed):
    listed.follow([wanted(FEED)], at=later(minutes=5))
    assert [feed.due for feed in listed.feeds()] == [later(hours=1)]
    listed.follow([wanted(FEED)], at=later(minutes=5), anew=True)
    assert [feed.due for feed in listed.feeds()] == [later(minutes=5)]


def test_lists_that_an_index_leads_to_are_watched_with_it(listed):
    feed, host = listed.feeds()[0], listed.errand(at=NOW, until=NOW).host
    child = wanted("https://post.example/sitemap-1.xml", kind=FeedKind.SITEMAP)
    listed.put_feed(feed, host, lists=[child, child])
    listed.put_feed(feed, host, lists=[child])
    assert [(one.address, one.parent) for one in listed.feeds()] == [(FEED, None), (child.feed.address, feed.number)]
    listed.follow([], at=NOW)
    assert listed.next_due() is not None  # pages are looked at to the end
    assert [one.due for one in listed.feeds()] == [None, None]


def report_on(store, words):
    report = Report.of(words, ref="a")
    store.add([ReadReport(report=report, claims=())])
    return report.id


def put(book, name, number, **fields):
    entry = of(book, name)
    host = book.errand(at=later(days=number), until=NOW).host
    book.put_page(replace(entry, state=PageState.KEPT, due=None), host, received=received(entry, number, **fields))


def test_a_version_is_another_report_and_no_other_is(listed, store):
    first, second = report_on(store, "The gate was shut."), report_on(store, "The gate was shut at noon.")
    states = []
    for number, report in enumerate([first, first, second, None, second, first]):
        put(listed, "a", number)
        [waiting] = listed.waiting(10)
        reason = "" if report else "no words"
        [outcome] = listed.settle([Settled(version=waiting.version.number, report=report, reason=reason)])
        states.append((outcome.version.state, outcome.is_edit))
    assert states == [
        ("read", False), ("same", False), ("read", True), ("refused", False), ("same", False), ("read", True),
    ]
    assert [one.report for one in listed.versions(of(listed, "a").number)] == [first, second, None, first]


def test_settling_twice_changes_nothing(listed, store):
    report = report_on(store, "The gate was shut.")
    put(listed, "a", 1)
    number = listed.waiting(1)[0].version.number
    listed.settle([Settled(version=number, report=report)])
    [again] = listed.settle([Settled(version=number, report=None, reason="late")])
    assert (again.version.state, again.version.report) == ("read", report)


def test_what_was_gone_and_comes_back_is_a_version_again(listed, store):
    report = report_on(store, "The gate was shut.")
    put(listed, "a", 1)
    listed.settle([Settled(version=listed.waiting(1)[0].version.number, report=report)])
    entry = of(listed, "a")
    host = listed.errand(at=later(days=2), until=NOW).host
    listed.put_page(replace(entry, state=PageState.GONE), host, gone=later(days=1))
    put(listed, "a", 3)
    [back] = listed.settle([Settled(version=listed.waiting(1)[0].version.number, report=report)])
    assert not back.is_edit
    assert [(one.state, one.fetched) for one in listed.versions(entry.number)] == [
        (VersionState.READ, later(minutes=1)), (VersionState.GONE, later(days=1)),
        (VersionState.READ, later(minutes=3)),
    ]


def test_an_address_that_another_page_answers_is_one_page_with_it(listed, store):
    put(listed, "a", 1, answered_as="https://post.example/story-a")
    put(listed, "b", 2, answered_as="https://post.example/story-a")
    assert of(listed, "story-a").state is PageState.ALIAS
    assert of(listed, "b").state is PageState.ALIAS
    assert of(listed, "b").due is None
    assert {one.page.address for one in listed.waiting(10)} == {"https://post.example/a"}
    assert len(listed.waiting(10)) == 2


def test_a_post_is_a_version_with_each_text_of_its_own(listed):
    feed, host = listed.feeds()[0], listed.errand(at=NOW, until=NOW).host
    post = page("p/1", state=PageState.KEPT, due=None, digest="d1", post=place(1))
    listed.put_feed(feed, host, pages=[post])
    listed.put_feed(replace(feed, polled=later(hours=1)), host, pages=[replace(post, digest="d2", post=place(2))])
    assert [one.version.place for one in listed.waiting(10)] == [place(1), place(2)]
    assert listed.known(["https://post.example/p/1"]) == {"https://post.example/p/1": "d2"}
    assert listed.last_places() == (place(2),)


def test_moments_that_lie_ahead_move_with_the_clock(listed):
    listed.shift(timedelta(hours=-3), after=later(minutes=30))
    assert [one.due for one in listed.feeds()] == [later(hours=-2)]
    assert of(listed, "a").due == NOW


@ON_SQLITE
@pytest.mark.parametrize("pages", [10, 3000])
def test_finding_the_next_errand_takes_as_many_steps_in_a_long_queue_as_in_a_short_one(listed, store, pages):
    feed, host = listed.feeds()[0], listed.errand(at=NOW, until=later(days=1)).host
    listed.put_feed(feed, replace(host, ready=later(days=1)), pages=[page(f"{n}") for n in range(pages)])
    listed.put_feed(feed, replace(host, ready=later(days=1)), pages=[page("x", host="other.example")])
    steps = 0

    def count():
        nonlocal steps
        steps += 1

    # SQLite calls back every so many steps of its machine.
    with store._book.engine.connect() as connection:
        connection.connection.driver_connection.set_progress_handler(count, 10)
    assert listed.errand(at=later(minutes=1), until=later(days=1)).address == "https://other.example/x"
    with store._book.engine.connect() as connection:
        connection.connection.driver_connection.set_progress_handler(None, 10)
    assert 0 < steps < 120


def test_edits_are_told_newest_first_and_what_came_back_the_same_is_none(listed, store):
    first, second = report_on(store, "The gate was shut."), report_on(store, "The gate was shut at noon.")
    for number, (name, report) in enumerate([("a", first), ("b", second), ("a", second), ("b", first)]):
        put(listed, name, number)
        listed.settle([Settled(version=listed.waiting(1)[0].version.number, report=report)])
    assert [(one.address, one.before, one.after, one.met) for one in store.edits()] == [
        ("https://post.example/b", second, first, later(minutes=3)),
        ("https://post.example/a", first, second, later(minutes=2)),
    ]
    assert len(store.edits(limit=1)) == 1
