"""The lists of a watch in a SQL database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Table, select, update

from vedette.store.event_rows import portions
from vedette.store.tables import feeds, hosts, page_versions, pages
from vedette.store.watching import queue
from vedette.store.watching import statements as st
from vedette.store.watching.nouns import (
    Errand,
    FeedEntry,
    HostEntry,
    NewPage,
    Outcome,
    PageEntry,
    PageState,
    Received,
    Settled,
    VersionState,
    Wanted,
)
from vedette.store.watching.rows import host_of, place_row, row_of, version_of
from vedette.store.watching.sql_reading import SqlReading


class SqlWatchBook(SqlReading):
    """Reads and writes the lists: see :class:`vedette.store.watching.ports.WatchBook`.

    Example:
        >>> from datetime import UTC, datetime
        >>> from tempfile import TemporaryDirectory
        >>> from vedette.model.watched import Feed
        >>> from vedette.store import open_store
        >>> now = datetime(2025, 9, 12, tzinfo=UTC)
        >>> with TemporaryDirectory() as folder, open_store(f"{folder}/desk.sqlite") as store:
        ...     wanted = Wanted(outlet="post", feed=Feed(address="https://post.example/rss"))
        ...     store.watching.follow([wanted], at=now)
        ...     store.watching.errand(at=now, until=now).address
        'https://post.example/rss'
    """

    def follow(self, wanted: Sequence[Wanted], *, at: datetime, anew: bool = False) -> None:
        """Watch these feeds, with the lists that they lead to, and no others; with ``anew``, each is due at once."""
        addresses = {one.feed.address for one in wanted}
        with self._book.writing() as connection:
            before = {row["address"]: row for row in connection.execute(select(feeds)).mappings()}
            numbers = {row["number"] for row in before.values() if row["address"] in addresses}
            for row in before.values():
                stays = row["address"] in addresses or row["parent"] in numbers
                if stays != (row["due"] is not None) or (stays and anew):
                    due = at if stays else None
                    connection.execute(update(feeds).where(feeds.c.number == row["number"]).values(due=due))
            self._meet_feeds(connection, [one for one in wanted if one.feed.address not in before], at=at)
            queue.wake_hosts(connection, {row["host"] for row in before.values()})

    def errand(self, *, at: datetime, until: datetime, host: str | None = None) -> Errand | None:
        """Take what is due at the host that waited longest, or at this one; leave the host alone until a moment."""
        with self._book.writing() as connection:
            return queue.take_errand(connection, at=at, until=until, host=host)

    def put_feed(
        self, feed: FeedEntry, host: HostEntry, *, pages: Sequence[NewPage] = (), lists: Sequence[Wanted] = ()
    ) -> None:
        """Put on record what asking a feed gave."""
        at = feed.polled or feed.added
        with self._book.writing() as connection:
            connection.execute(st.PUT_FEED, {"which": feed.number, **row_of(feed)})
            if lists:
                known = self._addresses(connection, feeds, [one.feed.address for one in lists])
                new = [one for one in lists if one.feed.address not in known]
                self._meet_feeds(connection, new, at=at, parent=feed.number)
            if pages:
                self._add_pages(connection, pages, feed=feed, at=at)
            queue.put_host(connection, host)

    def put_page(
        self, page: PageEntry, host: HostEntry | None, *, received: Received | None = None, gone: datetime | None = None
    ) -> None:
        """Put on record what asking for a page gave."""
        with self._book.writing() as connection:
            owner = page.number
            if received is not None and received.answered_as != page.address:
                page, owner = _joined(connection, page, received)
            connection.execute(st.PUT_PAGE, {"which": page.number, **row_of(page)})
            if received is not None:
                _add_version(connection, owner, VersionState.RECEIVED, received.fetched, place_row(received.place))
            if gone is not None:
                _add_version(connection, owner, VersionState.GONE, gone, {})
            if host is None:
                queue.wake_hosts(connection, [page.host])
            else:
                queue.put_host(connection, host)

    def put_host(self, host: HostEntry) -> None:
        """Put on record what is known of a host."""
        with self._book.writing() as connection:
            queue.put_host(connection, host)

    def settle(self, settled: Sequence[Settled]) -> tuple[Outcome, ...]:
        """Put on record what versions turned out to be. One that was settled before stays as it is."""
        with self._book.writing() as connection:
            return tuple(_settle(connection, one) for one in settled)

    def shift(self, by: timedelta, *, after: datetime, hosts_only: bool = False) -> None:
        """Move every moment after another one that something waits for, or only those of hosts."""
        waits: list[tuple[Column[Any], Column[Any]]] = [(hosts.c.ready, hosts.c.host)]
        if not hosts_only:
            waits += [(feeds.c.due, feeds.c.number), (pages.c.due, pages.c.number)]
        with self._book.writing() as connection:
            for column, key in waits:
                for name, moment in connection.execute(select(key, column).where(column > after)).all():
                    connection.execute(update(column.table).where(key == name).values({column: moment + by}))
            if not hosts_only:
                _age_rules(connection, by)
            queue.wake_hosts(connection, connection.execute(select(hosts.c.host)).scalars().all())

    @staticmethod
    def _meet_feeds(
        connection: Connection, wanted: Sequence[Wanted], *, at: datetime, parent: int | None = None
    ) -> None:
        new = {one.feed.address: one for one in wanted}
        if not new:
            return
        queue.meet_hosts(connection, map(host_of, new), at=at)
        connection.execute(feeds.insert(), [
            {"address": address, "outlet": one.outlet, "kind": str(one.feed.kind), "parent": parent,
             "host": host_of(address), "due": at, "added": at, "streak": 0, "reason": "", "items": 0}
            for address, one in new.items()
        ])
        queue.wake_hosts(connection, map(host_of, new))

    def _add_pages(
        self, connection: Connection, found: Sequence[NewPage], *, feed: FeedEntry, at: datetime
    ) -> None:
        new = {page.address: page for page in found}
        known = self._addresses(connection, pages, list(new))
        queue.meet_hosts(connection, map(host_of, new), at=at)
        fresh = [page for page in new.values() if page.address not in known]
        if fresh:
            connection.execute(pages.insert(), [_page_row(page, feed=feed, at=at) for page in fresh])
        for page in new.values():
            if page.post is not None:
                _add_post(connection, page, at=at)
        queue.wake_hosts(connection, map(host_of, new))

    @staticmethod
    def _addresses(connection: Connection, table: Table, addresses: Sequence[str]) -> set[str]:
        found: set[str] = set()
        for some in portions(addresses):
            found |= set(connection.execute(select(table.c.address).where(table.c.address.in_(some))).scalars())
        return found


def _age_rules(connection: Connection, by: timedelta) -> None:
    """Let the rules of hosts stay as old as they are."""
    read = connection.execute(select(hosts.c.host, hosts.c.robots_at).where(hosts.c.robots_at.is_not(None))).all()
    for name, moment in read:
        connection.execute(st.PUT_HOST, {"name": name, "robots_at": moment + by})


def _page_row(page: NewPage, *, feed: FeedEntry, at: datetime) -> dict[str, Any]:
    return {
        "address": page.address, "feed": feed.number, "host": host_of(page.address), "state": str(page.state),
        "due": page.due, "listed": at, "title": page.title, "published": page.published, "digest": page.digest,
        "streak": 0, "reason": "", "misses": 0,
    }


def _add_post(connection: Connection, page: NewPage, *, at: datetime) -> None:
    """Write that a listing holds a text of a post, which may be another one than before."""
    if page.post is None:
        return
    number = connection.execute(select(pages.c.number).where(pages.c.address == page.address)).scalar_one()
    values: dict[str, Any] = {"digest": page.digest, "seen": at, "state": str(page.state)}
    connection.execute(update(pages).where(pages.c.number == number).values(**values))
    connection.execute(
        update(pages).where(pages.c.number == number, pages.c.first.is_(None)).values(first=at)
    )
    _add_version(connection, number, VersionState.RECEIVED, at, place_row(page.post))


def _joined(connection: Connection, page: PageEntry, received: Received) -> tuple[PageEntry, int]:
    """Join a page with the one that answered in its place; give it as it then is, and whose the version is."""
    query = select(pages.c.number, pages.c.alias_of).where(pages.c.address == received.answered_as)
    other = connection.execute(query).first()
    if other is None:
        queue.meet_hosts(connection, [host_of(received.answered_as)], at=received.fetched)
        connection.execute(pages.insert(), {
            "address": received.answered_as, "feed": page.feed, "host": host_of(received.answered_as),
            "state": str(PageState.ALIAS), "listed": received.fetched, "streak": 0, "reason": "", "misses": 0,
            "alias_of": page.number,
        })
        return page, page.number
    owner = other.number if other.alias_of is None else other.alias_of
    if owner == page.number:
        return page, owner
    now = {"state": PageState.ALIAS, "alias_of": owner, "due": None}
    return PageEntry(**row_of(page) | now), owner


def _add_version(
    connection: Connection, page: int, state: VersionState, fetched: datetime, place: dict[str, Any]
) -> None:
    row = {"page": page, "state": str(state), "fetched": fetched, "reason": "", **place}
    connection.execute(page_versions.insert(), row)


def _settle(connection: Connection, settled: Settled) -> Outcome:
    table = page_versions
    found = connection.execute(select(table).where(table.c.number == settled.version)).mappings().one()
    here = version_of(found)
    counted = table.c.state.in_([VersionState.READ, VersionState.GONE])
    earlier = select(table).where(table.c.page == here.page, table.c.number < here.number, counted)
    last = connection.execute(earlier.order_by(table.c.number.desc()).limit(1)).mappings().first()
    before = None if last is None else version_of(last)
    if here.state is not VersionState.RECEIVED:
        return Outcome(version=here, before=before)
    state = VersionState.READ if settled.report is not None else VersionState.REFUSED
    if settled.report is not None and before is not None and before.report == settled.report:
        state = VersionState.SAME
    values = {"state": str(state), "report": settled.report, "reason": settled.reason}
    connection.execute(update(table).where(table.c.number == here.number).values(**values))
    return Outcome(version=version_of({**found, **values}), before=before)
