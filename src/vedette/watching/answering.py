"""What each answer changes on the desk: one transaction for each, after the archive has what came."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from vedette.errors import InputError
from vedette.sources.web import FetchedPage
from vedette.store.watching import (
    Errand,
    FeedEntry,
    HostEntry,
    NewPage,
    PageEntry,
    PageState,
    Received,
    WatchBook,
)
from vedette.watching import looking, polling
from vedette.watching.asking import Answer
from vedette.watching.happenings import Happening, Tell, What
from vedette.watching.hosts import HostRules, after, with_rules
from vedette.watching.keeping import PageArchive, place_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Puts answers on record."""

    book: WatchBook
    archive: PageArchive
    rules: HostRules
    tell: Tell

    def put(self, answer: Answer, now: datetime) -> None:
        """Put what came of a request on record.

        Raises:
            StoreError: The desk or the archive cannot be written. The errand is as due as it was before.
        """
        errand, robots = answer.request.errand, answer.request.robots
        host = with_rules(errand.host, answer, now) if robots else errand.host
        host = after(host, answer, now, pause=self.rules.of(host).pause)
        if robots:
            self.book.put_host(host)
            why = answer.error.reason if answer.error else ""
            status = answer.page.status if answer.page else 0
            self.tell(Happening(what=What.ROBOTS, at=now, address=answer.request.address, why=why, number=status))
        elif errand.page is None:
            self._feed(errand.feed, answer, now, host=host)
        else:
            self._page(errand.page, answer, now, host=host)

    def refuse(self, errand: Errand, why: str, *, now: datetime, not_before: datetime | None = None) -> None:
        """Put on record that nothing was asked, and why."""
        if errand.page is None:
            self._feed_failed(errand.feed, why, now, host=errand.host, not_before=not_before)
        else:
            then = looking.failed(errand.page, why, now, not_before=not_before)
            self._page_failed(errand.page, then, now, host=errand.host)

    def _feed(self, feed: FeedEntry, answer: Answer, now: datetime, *, host: HostEntry) -> None:
        came = answer.page
        if came is None:
            why = answer.error.reason if answer.error else ""
            self._feed_failed(feed, why, now, host=host, not_before=host.ready)
            return
        wrong = polling.wrong_status(came)
        if wrong is not None:
            self._feed_failed(feed, wrong, now, host=host, not_before=host.ready)
            return
        try:
            found = polling.found_in(feed, came) if came.status == 200 else polling.Found()
        except InputError as error:
            self._feed_failed(feed, error.reason, now, host=host)
            return
        self._listed(feed, found, came, now, host=host)

    def _listed(
        self, feed: FeedEntry, found: polling.Found, came: FetchedPage, now: datetime, *, host: HostEntry
    ) -> None:
        known = self.book.known(found.addresses) if found.addresses else {}
        fresh = polling.fresh_of(found, known, first=feed.answered is None)
        place = place_of(self.archive.keep(came, at=_iso(now))) if fresh.posts else None
        pages: list[NewPage] = polling.new_pages(fresh, feed, now, place=place)
        then = polling.answered(feed, came, now, new=fresh.new)
        self.book.put_feed(then, host, pages=pages, lists=found.lists)
        self.tell(Happening(
            what=What.LISTED, at=now, feed=feed.address, number=fresh.new, next=then.due,
            why="" if came.status == 200 else "Nothing has changed there.",
        ))
        if came.gone_to is not None:
            self.tell(Happening(
                what=What.FEED_MOVED, at=now, feed=feed.address, address=came.gone_to,
                why="It has moved for good: write the new address into the file of the outlet.",
            ))
        if fresh.all_new:
            why = polling.overrun_reason(found.addresses)
            self.tell(Happening(what=What.OVERRUN, at=now, feed=feed.address, why=why))

    def _feed_failed(
        self, feed: FeedEntry, why: str, now: datetime, *, host: HostEntry, not_before: datetime | None = None
    ) -> None:
        then = polling.failed(feed, why, now, not_before=not_before)
        self.book.put_feed(then, host)
        self.tell(Happening(
            what=What.FEED_FAILED, at=now, feed=feed.address, why=why, next=then.due, number=then.streak
        ))

    def _page(self, page: PageEntry, answer: Answer, now: datetime, *, host: HostEntry) -> None:
        last = None if page.state is PageState.GONE else self.book.last_version(page.number)
        meant = looking.look(page, answer, last=last.place.sha256 if last and last.place else None)
        if meant.meaning is looking.Meaning.RECEIVED and answer.page is not None:
            self._received(page, answer.page, now, host=host, there=meant.answered_as)
        elif meant.meaning is looking.Meaning.SAME:
            then = looking.unchanged(page, now)
            self.book.put_page(then, host)
            self.tell(Happening(what=What.UNCHANGED, at=now, address=page.address, next=then.due))
        elif meant.meaning is looking.Meaning.MISSING and page.first is not None:
            self._missing(page, looking.missing(page, meant.why, now), now, host=host)
        else:
            self._page_failed(page, looking.failed(page, meant.why, now, not_before=host.ready), now, host=host)

    def _received(
        self, page: PageEntry, came: FetchedPage, now: datetime, *, host: HostEntry, there: str
    ) -> None:
        try:
            place = place_of(self.archive.keep(replace(came, asked=page.address), at=_iso(now)))
        except InputError as error:  # larger than anything that is kept
            self._page_failed(page, looking.failed(page, error.reason, now), now, host=host)
            return
        then = looking.received(page, came, now)
        self.book.put_page(then, host, received=Received(place=place, fetched=now, answered_as=there))
        self.tell(Happening(
            what=What.FETCHED, at=now, address=page.address, next=then.due, number=len(came.body),
            why="" if there == page.address else f"It was found at {there}.",
        ))

    def _missing(self, page: PageEntry, then: PageEntry, now: datetime, *, host: HostEntry) -> None:
        gone = then.state is PageState.GONE and page.state is not PageState.GONE
        self.book.put_page(then, host, gone=then.missed if gone else None)
        self.tell(Happening(
            what=What.GONE if gone else What.MISSING, at=now, address=page.address, why=then.reason, next=then.due,
            number=then.misses,
        ))

    def _page_failed(self, page: PageEntry, then: PageEntry, now: datetime, *, host: HostEntry) -> None:
        self.book.put_page(then, host)
        lost = then.state is PageState.LOST
        self.tell(Happening(
            what=What.PAGE_LOST if lost else What.PAGE_FAILED, at=now, address=page.address, why=then.reason,
            next=then.due, number=then.streak,
        ))


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
