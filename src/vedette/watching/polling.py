"""What the answer of a feed means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from vedette.errors import InputError
from vedette.model.watched import Feed, FeedKind
from vedette.sources.listings import Listed, read_listing
from vedette.sources.web import FetchedPage
from vedette.store.watching import ArchivePlace, FeedEntry, NewPage, PageState, Wanted
from vedette.watching import schedule

# What was published longer before the watch began is known from then on, and not fetched.
BACKLOG = timedelta(days=7)
# Of what has no day, the first look takes so much: a sitemap holds all that a site ever published.
_UNDATED = 50
# A list so long that is all new at a later look has lost something, most likely.
_OVERRUN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a feed listed: posts whose text stands in the list itself, pages, and further lists."""

    posts: tuple[Listed, ...] = ()
    pages: tuple[Listed, ...] = ()
    lists: tuple[Wanted, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all posts and pages."""
        return tuple(one.address for one in (*self.posts, *self.pages))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """What of it is new to the desk; ``all_new`` says that nothing of a long list was known."""

    posts: tuple[Listed, ...]
    pages: tuple[Listed, ...]
    new: int
    all_new: bool


def found_in(feed: FeedEntry, page: FetchedPage) -> Found:
    """Read what a feed lists. Raises InputError where it is something else than it should be."""
    try:
        listed = read_listing(page.body, feed.feed, charset=page.charset)
    except InputError:
        raise
    except Exception as error:  # hostile bytes must not end the watch
        reason = f"It could not be read ({type(error).__name__}: {error})."
        raise InputError(reason, source=feed.address) from error
    articles = [one for one in listed if one.leads_to is None]
    return Found(
        posts=tuple(one for one in articles if one.text is not None),
        pages=tuple(one for one in articles if one.text is None),
        lists=tuple(
            Wanted(outlet=feed.outlet, feed=Feed(address=one.address, kind=one.leads_to))
            for one in listed if one.leads_to is not None and one.address != feed.address
        ),
    )


def fresh_of(found: Found, known: Mapping[str, str | None], *, first: bool) -> Fresh:
    """Tell what is new from what is known; a post is new, too, where its words are others than before."""
    posts = tuple(one for one in found.posts if known.get(one.address) != digest(one.text or ""))
    pages = tuple(one for one in found.pages if one.address not in known)
    new = sum(one.address not in known for one in (*posts, *pages))
    listed = len(found.posts) + len(found.pages)
    return Fresh(posts=posts, pages=pages, new=new, all_new=not first and new == listed >= _OVERRUN)


def digest(text: str) -> str:
    """Give the mark by which two texts of a post are told apart."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def new_pages(fresh: Fresh, feed: FeedEntry, now: datetime, *, place: ArchivePlace | None) -> list[NewPage]:
    """Give what is new as it goes on the list.

    Args:
        fresh: What is new.
        feed: The feed as it was before.
        now: The moment.
        place: Where the archive has the list itself, where it holds posts.
    """
    rows = [
        NewPage(
            address=one.address, state=PageState.KEPT, title=one.title, published=one.published,
            digest=digest(one.text or ""), post=place,
        )
        for one in fresh.posts if place is not None
    ]
    undated = 0
    for one in fresh.pages:
        day = moment_of(one.published or one.updated)
        undated += day is None
        passed = feed.answered is None and _is_passed(feed, day, now, undated=undated)
        rows.append(NewPage(
            address=one.address, state=PageState.PASSED if passed else PageState.AWAITED, due=None if passed else now,
            title=one.title, published=one.published,
        ))
    return rows


def _is_passed(feed: FeedEntry, day: datetime | None, now: datetime, *, undated: int) -> bool:
    if day is not None:
        return day < now - BACKLOG
    return feed.kind is FeedKind.SITEMAP or undated > _UNDATED


def answered(feed: FeedEntry, page: FetchedPage, now: datetime, *, new: int) -> FeedEntry:
    """Give a feed as it stands once it answered as it should."""
    fresh = page.status == 200
    learned = replace(
        feed, polled=now, answered=now, streak=0, reason="", items=feed.items + new,
        rhythm=schedule.learned(feed, now, new=new), newest=now if new else feed.newest,
        etag=page.validators.etag if fresh else feed.etag,
        last_modified=page.validators.last_modified if fresh else feed.last_modified,
    )
    return replace(learned, due=schedule.next_poll(learned, now))


def failed(feed: FeedEntry, reason: str, now: datetime, *, not_before: datetime | None = None) -> FeedEntry:
    """Give a feed as it stands once it did not."""
    worse = replace(feed, polled=now, streak=feed.streak + 1, reason=reason)
    then = schedule.next_try(worse, now)
    return replace(worse, due=then if not_before is None else max(then, not_before))


def wrong_status(page: FetchedPage) -> str | None:
    """Say what is wrong with the status of an answer, if anything."""
    if page.status in (200, 304):
        return None
    return {
        401: "The server wants a login (401).", 403: "The server refuses us (403).", 404: "It is not there (404).",
        410: "It is gone (410).", 429: "The server wants us to ask less often (429).",
        451: "The server may not show it (451).",
    }.get(page.status, f"The server answered {page.status}.")


def moment_of(text: str | None) -> datetime | None:
    """Understand a day or moment of a feed; one without a zone counts as UTC.

    Example:
        >>> moment_of("2025-09-12").isoformat(), moment_of("soon")
        ('2025-09-12T00:00:00+00:00', None)
    """
    try:
        read = datetime.fromisoformat(text or "")
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def overrun_reason(listed: Sequence[object]) -> str:
    """Say why something may have been missed."""
    return f"All {len(listed)} things that it lists are new: others may have come and gone between two looks."
