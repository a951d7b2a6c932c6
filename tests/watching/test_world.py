"""A world of outlets is watched for months; the desk then holds what the world knows to be true."""

from itertools import groupby

import pytest

from watched_doubles import MemoryArchive, taking_words
from vedette.store import open_store
from vedette.store.watching import PageState, VersionState
from vedette.watching import OneHand, Stop, Watch
from watched_world import DAY, HOUR, START, World, WorldClock

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


def must_be_seen(article, words, since, until, end):
    first = next((at for at, shown in article.served if shown is not None), None)
    if first is None:
        return False
    return any(since <= first + look and first + look + SLACK < min(until, end) for look in (0, *LOOKS))


@pytest.fixture(params=[(11, 40, 2000, ()), (12, 200, 400, ((90 * HOUR, 5 * HOUR), (200 * HOUR, -9 * HOUR)))])
def watched(request, tmp_path):
    seed, outlets, hours, jumps = request.param
    world = World(seed, outlets=outlets, hours=hours, clock=WorldClock(jumps))
    with open_store(str(tmp_path / "desk.sqlite")) as store:
        watch_through(world, store, MemoryArchive())
        yield world, store


def test_the_desk_holds_what_the_world_knows(watched):
    world, store = watched
    end = world.hours * HOUR
    assert world.violations == []
    seen_late, wrong, unseen = [], [], []
    for article in world.articles():
        if not article.allowed:
            assert article.served == []
            continue
        if article.published < end - 2 * DAY and not article.served:
            seen_late.append(article.address)
        if kept_words(store, article) != seen_words(article):
            wrong.append((article.address, kept_words(store, article), seen_words(article)))
        spans = zip(article.stands, [*article.stands[1:], (float("inf"), None)], strict=True)
        shown = {words for _, words in article.served}
        unseen += [
            (article.address, words) for (since, words), (until, _) in spans
            if words not in shown and must_be_seen(article, words, since, until, end)
        ]
    assert (seen_late, wrong, unseen) == ([], [], [])
    texts = [report.text for report in store.reports()]
    assert len(texts) == len(set(texts))
