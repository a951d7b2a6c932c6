"""What a watch asks of the lists it works through.

Each call is one transaction: whoever kills the process leaves an entry as it was before a call or after it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from vedette.store.watching.nouns import (
    ArchivePlace,
    Backlog,
    Errand,
    FeedEntry,
    HostEntry,
    NewPage,
    Outcome,
    PageEntry,
    Received,
    Settled,
    Version,
    Waiting,
    Wanted,
)


class WatchBook(Protocol):
    """The lists of what is watched. Writing raises StoreError where the desk cannot be written.

    Several may work through them at once: a host is left alone while an errand there is taken. Where somebody else has
    taken one there since, putting on record what came of the first one raises Overtaken, and nothing is written.
    """

    def follow(self, wanted: Sequence[Wanted], *, at: datetime, anew: bool = False) -> None:
        """Watch these feeds and no others; one that is new, or comes back, is due at once; with ``anew``, each is."""
        ...

    def errand(self, *, at: datetime, until: datetime, host: str | None = None) -> Errand | None:
        """Take what is due at the host that waited longest, or at this one; leave the host alone until a moment."""
        ...

    def due_hosts(self, *, at: datetime, limit: int) -> tuple[str, ...]:
        """Give the hosts at which an errand is due and that may be asked, those that waited longest first."""
        ...

    def wake(self, host: str) -> datetime | None:
        """Say when the next errand at a host is due and the host may be asked; ``None`` where nothing is."""
        ...

    def next_due(self) -> datetime | None:
        """Say when the next errand is due, ``None`` where nothing is watched."""
        ...

    def has_work(self, *, feeds: datetime, pages: datetime) -> bool:
        """Say whether feeds or pages are due up to a moment, or something waits to be read."""
        ...

    def put_feed(
        self, feed: FeedEntry, host: HostEntry, *, pages: Sequence[NewPage] = (), lists: Sequence[Wanted] = ()
    ) -> None:
        """Put on record what asking a feed gave: the feed and its host as they are now, pages and lists nobody knew."""
        ...

    def put_page(
        self, page: PageEntry, host: HostEntry | None, *, received: Received | None = None, gone: datetime | None = None
    ) -> None:
        """Put on record what asking for a page gave: itself and its host as they are now, and a version.

        Without a host, nobody was asked: the page was in the archive. Where another page answered, the two become
        one. ``gone`` is a version without bytes, from that moment on.
        """
        ...

    def put_host(self, host: HostEntry) -> None:
        """Put on record what is known of a host."""
        ...

    def known(self, addresses: Collection[str]) -> Mapping[str, str | None]:
        """Give those of these addresses that are known as pages, each with the digest of its post."""
        ...

    def feed(self, number: int) -> FeedEntry:
        """Give one feed."""
        ...

    def page_at(self, address: str) -> PageEntry | None:
        """Give the page of an address, if it is known."""
        ...

    def last_version(self, page: int) -> Version | None:
        """Give what was last received of a page."""
        ...

    def waiting(self, limit: int) -> tuple[Waiting, ...]:
        """Give what is in the archive and waits to be read, in the order in which it came."""
        ...

    def unread(self, limit: int) -> tuple[int, ...]:
        """Give the numbers of the versions that are in the archive and wait to be read, in the order of coming."""
        ...

    def waiting_among(self, versions: Collection[int]) -> tuple[Waiting, ...]:
        """Give those of these versions that still wait to be read, in the order in which they came."""
        ...

    def settle(self, settled: Sequence[Settled]) -> tuple[Outcome, ...]:
        """Put on record what versions turned out to be. One that was settled before stays as it is."""
        ...

    def last_places(self) -> tuple[ArchivePlace, ...]:
        """Give the last place on record in each file of the archive."""
        ...

    def newest_moment(self) -> datetime | None:
        """Give the latest moment at which anything was asked: no clock that is right stands before it."""
        ...

    def shift(self, by: timedelta, *, after: datetime, hosts_only: bool = False) -> None:
        """Move every moment after another one that something waits for, or only those of hosts: the clock was set."""
        ...

    def feeds(self) -> tuple[FeedEntry, ...]:
        """Give every feed that was ever watched, by outlet and address."""
        ...

    def backlog(self, *, at: datetime) -> Backlog:
        """Count what waits."""
        ...

    def versions(self, page: int) -> tuple[Version, ...]:
        """Give what a page was, oldest first, without what was the same again."""
        ...
