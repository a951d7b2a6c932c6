"""A world of outlets is watched for months; the desk then holds what the world knows to be true."""

import os
from itertools import groupby

import pytest

from vedette.store import open_store
from vedette.store.watching import VersionState
from vedette.watching import OneHand, Stop, Watch
from watched_doubles import MemoryArchive, taking_words
from watched_world import DAY, HOUR, World, WorldClock

# A version is sure to be seen where a look was planned while it stood, and it stood so much longer: troubles last up
# to three hours, and after them a host is left alone for as long again, or longer.
SLACK = 14 * HOUR
LOOKS = (HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY)


def watch_through(world, store, archive):
    watch = Watch(
        book=store.watching, hands=OneHand(world), archive=archive, clock=world.clock, take_in=taking_words(store)
    )
    stop, clock = Stop(), world.clock
    store.watching.follow(world.wanted(), at=clock.now())
    watch.begin()
    while clock.steady() < world.hours * HOUR:
        due = watch.step()
        if due is not None and due > clock.now():
            clock.wait((due - clock.now()).total_seconds(), stop)
        elif due is None:
            break
    stop.close()


def kept_words(store, article):
    page = store.watching.page_at(article.listed_as)
    if page is None:
        return []
    number = page.number if page.alias_of is None else page.alias_of
    return [
        None if version.state is VersionState.GONE else store.report(version.report).text
        for version in store.watching.versions(number) if version.state in (VersionState.READ, VersionState.GONE)
    ]


def seen_words(article):
    """What the world showed of an article, each state once, from the first words on."""
    shown = [words for words, _ in groupby(words for _, words in article.served)]
    return shown[1:] if shown and shown[0] is None else shown


def stood_long(article, *, end):
    """Whether an article could be met: it stood for a day and more, and so did its feed."""
    since = max(article.published, 0.0)
    gone = next((at for at, words in article.stands if words is None), end)
    return article.words(since) is not None and min(gone, end) - since > 2 * SLACK


def must_be_seen(article, since, until, *, end, off):
    """Whether a look was planned while some words stood; a clock that is off moves looks by so much."""
    first = next((at for at, shown in article.served if shown is not None), None)
    if first is None:
        return False
    return any(since <= first + look - off and first + look + off + SLACK < min(until, end) for look in (0, *LOOKS))


# Outlets and hours; VEDETTE_WORLD=200x2000 is what a long test takes, about ten minutes.
SIZES = os.environ.get("VEDETTE_WORLD", "10x2200 100x30").split()
CLOCKS = {"steady": (), "set": ((20 * HOUR, 5 * HOUR), (40 * HOUR, -9 * HOUR))}


@pytest.fixture(params=[(size, clock) for size in SIZES for clock in CLOCKS][1:3] if len(SIZES) > 1 else [
    (SIZES[0], clock) for clock in CLOCKS
], ids="-".join)
def watched(request, tmp_path):
    size, clock = request.param
    outlets, hours = map(int, size.split("x"))
    world = World(11, outlets=outlets, hours=hours, clock=WorldClock(CLOCKS[clock]), steady=clock == "steady")
    with open_store(str(tmp_path / "desk.sqlite")) as store:
        watch_through(world, store, MemoryArchive())
        yield world, store


def test_the_desk_holds_what_the_world_knows(watched):
    world, store = watched
    end, off = world.hours * HOUR, 0 if world.steady else 14 * HOUR
    assert world.violations == []
    seen_late, wrong, unseen = [], [], []
    for article in world.articles():
        if not article.allowed:
            assert article.served == []
            continue
        if not article.served and stood_long(article, end=end):
            seen_late.append(article.address)
        if kept_words(store, article) != seen_words(article):
            wrong.append((article.address, kept_words(store, article), seen_words(article)))
        spans = zip(article.stands, [*article.stands[1:], (float("inf"), None)], strict=True)
        shown = {words for _, words in article.served}
        unseen += [
            (article.address, words) for (since, words), (until, _) in spans
            if words not in shown and must_be_seen(article, since, until, end=end, off=off)
        ]
    assert (seen_late, wrong, unseen) == ([], [], [])
    texts = [report.text for report in store.reports()]
    assert len(texts) == len(set(texts))
