"""The reading half of the lists of a watch."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, func, select

from vedette.store import tables
from vedette.store.book import Book
from vedette.store.event_rows import portions
from vedette.store.tables import feeds, hosts, page_versions, pages
from vedette.store.watching import statements as st
from vedette.store.watching.nouns import (
    ArchivePlace,
    Backlog,
    Edit,
    FeedEntry,
    PageEntry,
    PageState,
    Version,
    VersionState,
    Waiting,
)
from vedette.store.watching.rows import Row, feed_of, page_of, version_of

_READ = str(VersionState.READ)


class SqlReading:
    """Reads the lists: see :class:`vedette.store.watching.ports.WatchBook`."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def next_due(self) -> datetime | None:
        """Say when the next errand is due, ``None`` where nothing is watched."""
        with self._book.reading() as connection:
            return connection.execute(st.NEXT_WAKE).scalar()

    def has_work(self, *, feeds: datetime, pages: datetime) -> bool:
        """Say whether feeds or pages are due up to a moment, or something waits to be read."""
        due = (
            select(tables.feeds.c.number).where(tables.feeds.c.due <= feeds),
            # By state, since that is what the index of moments begins with.
            select(tables.pages.c.number).where(tables.pages.c.state.in_(list(PageState)), tables.pages.c.due <= pages),
            select(page_versions.c.number).where(page_versions.c.state == str(VersionState.RECEIVED)),
        )
        with self._book.reading() as connection:
            return any(connection.execute(query.limit(1)).first() is not None for query in due)

    def known(self, addresses: Collection[str]) -> Mapping[str, str | None]:
        """Give those of these addresses that are known as pages, each with the digest of its post."""
        wanted = sorted(set(addresses))
        found: dict[str, str | None] = {}
        with self._book.reading() as connection:
            for some in portions(wanted):
                found |= {row.address: row.digest for row in connection.execute(
                    select(pages.c.address, pages.c.digest).where(pages.c.address.in_(some))
                )}
        return found

    def feed(self, number: int) -> FeedEntry:
        """Give one feed."""
        with self._book.reading() as connection:
            return feed_of(connection.execute(st.FEED, {"which": number}).mappings().one())

    def page_at(self, address: str) -> PageEntry | None:
        """Give the page of an address, if it is known."""
        with self._book.reading() as connection:
            row = connection.execute(select(pages).where(pages.c.address == address)).mappings().first()
        return None if row is None else page_of(row)

    def last_version(self, page: int) -> Version | None:
        """Give what was last received of a page."""
        with self._book.reading() as connection:
            row = connection.execute(st.LAST_KEPT, {"page": page}).mappings().first()
        return None if row is None else version_of(row)

    def due_hosts(self, *, at: datetime, limit: int) -> tuple[str, ...]:
        """Give the hosts at which an errand is due and that may be asked, those that waited longest first."""
        with self._book.reading() as connection:
            return tuple(connection.execute(st.READY_HOSTS, {"at": at, "most": limit}).scalars())

    def wake(self, host: str) -> datetime | None:
        """Say when the next errand at a host is due and the host may be asked; ``None`` where nothing is."""
        with self._book.reading() as connection:
            return connection.execute(st.WAKE, {"name": host}).scalar()

    def waiting(self, limit: int) -> tuple[Waiting, ...]:
        """Give what is in the archive and waits to be read, in the order in which it came."""
        with self._book.reading() as connection:
            return _waiting(connection, connection.execute(st.WAITING, {"most": limit}).mappings())

    def waiting_among(self, versions: Collection[int]) -> tuple[Waiting, ...]:
        """Give those of these versions that still wait to be read, in the order in which they came."""
        with self._book.reading() as connection:
            found = connection.execute(st.WAITING_AMONG, {"numbers": sorted(versions)})
            return _waiting(connection, found.mappings())

    def unread(self, limit: int) -> tuple[int, ...]:
        """Give the numbers of the versions that are in the archive and wait to be read, in the order of coming."""
        with self._book.reading() as connection:
            return tuple(connection.execute(st.UNREAD, {"most": limit}).scalars())

    def last_places(self) -> tuple[ArchivePlace, ...]:
        """Give the last place on record in each file of the archive."""
        with self._book.reading() as connection:
            return tuple(ArchivePlace(**row) for row in connection.execute(st.LAST_PLACES).mappings())

    def newest_moment(self) -> datetime | None:
        """Give the latest moment at which anything was asked."""
        with self._book.reading() as connection:
            return connection.execute(select(func.max(hosts.c.asked))).scalar()

    def feeds(self) -> tuple[FeedEntry, ...]:
        """Give every feed that was ever watched, by outlet and address."""
        query = select(feeds).order_by(feeds.c.outlet, feeds.c.address)
        with self._book.reading() as connection:
            return tuple(feed_of(row) for row in connection.execute(query).mappings())

    def backlog(self, *, at: datetime) -> Backlog:
        """Count what waits."""
        versions, count = page_versions.c, func.count()
        with self._book.reading() as connection:
            def number(query: object) -> int:
                return int(connection.execute(query).scalar_one())  # type: ignore[call-overload]

            oldest = connection.execute(
                select(func.min(pages.c.due)).where(pages.c.state == str(PageState.AWAITED), pages.c.due <= at)
            ).scalar()
            return Backlog(
                awaited=number(select(count).select_from(pages).where(pages.c.state == str(PageState.AWAITED))),
                received=number(
                    select(count).select_from(page_versions).where(versions.state == str(VersionState.RECEIVED))
                ),
                pages=number(select(count).select_from(pages)),
                versions=number(select(count).select_from(page_versions)), oldest_due=oldest,
            )

    def edits(self, limit: int) -> tuple[Edit, ...]:
        """Give the pages that said something else before, those that were met last first."""
        later, earlier = page_versions.alias("later"), page_versions.alias("earlier")
        before = (
            select(earlier.c.report)
            .where(earlier.c.page == later.c.page, earlier.c.number < later.c.number, earlier.c.state == _READ)
            .order_by(earlier.c.number.desc()).limit(1).scalar_subquery()
        )
        query = (
            select(pages.c.address, before.label("before"), later.c.report.label("after"), later.c.fetched.label("met"))
            .join(pages, pages.c.number == later.c.page)
            .where(later.c.state == _READ, before.is_not(None), before != later.c.report)
            .order_by(later.c.number.desc()).limit(limit)
        )
        with self._book.reading() as connection:
            return tuple(Edit(**row) for row in connection.execute(query).mappings())

    def versions(self, page: int) -> tuple[Version, ...]:
        """Give what a page was, oldest first, without what was the same again."""
        table = page_versions
        query = select(table).where(table.c.page == page, table.c.state != str(VersionState.SAME))
        with self._book.reading() as connection:
            rows = connection.execute(query.order_by(table.c.number)).mappings()
            return tuple(version_of(row) for row in rows)


def _waiting(connection: Connection, rows: Iterable[Row]) -> tuple[Waiting, ...]:
    """Give versions with their pages and feeds."""
    found = [version_of(row) for row in rows]
    if not found:
        return ()
    of = {one.page for one in found}
    here = {
        row["number"]: page_of(row)
        for row in connection.execute(select(pages).where(pages.c.number.in_(of))).mappings()
    }
    lists = {page.feed for page in here.values()}
    asked = connection.execute(select(feeds).where(feeds.c.number.in_(lists))).mappings()
    named = {row["number"]: feed_of(row) for row in asked}
    return tuple(Waiting(version=one, page=here[one.page], feed=named[here[one.page].feed]) for one in found)
