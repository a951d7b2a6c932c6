"""What the lists of a watch hold: hosts, feeds, pages, versions. Moments are in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vedette.model.watched import Feed, FeedKind


class PageState(StrEnum):
    """What is known of a page that a feed listed."""

    AWAITED = "awaited"  # listed, and not received yet
    KEPT = "kept"  # received at least once
    GONE = "gone"  # was received, and is not there any more
    ALIAS = "alias"  # another address of a page that stands beside it
    PASSED = "passed"  # older than the watch: known, so that it is never taken for new
    LOST = "lost"  # it could never be had, and nobody tries any longer


class VersionState(StrEnum):
    """What became of one thing that was received."""

    RECEIVED = "received"  # in the archive, not read yet
    READ = "read"  # a report of its own
    SAME = "same"  # the same report as before
    REFUSED = "refused"  # it could not be read; it is in quarantine
    GONE = "gone"  # no bytes: from then on the page was not there


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePlace:
    """Where the archive has what was received: file, first byte, number of bytes, SHA-256 of what was sent."""

    file: str
    offset: int
    length: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HostEntry:
    """A host as the watch knows it; ``ready`` is the moment before which it is not asked again.

    ``taken`` is when whoever holds this took an errand there, ``None`` where nobody did.
    """

    host: str
    ready: datetime
    asked: datetime | None = None
    failures: int = 0
    robots: bytes | None = None
    robots_status: int | None = None
    robots_at: datetime | None = None
    taken: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """A feed with all that was learned by asking it.

    ``answered`` is when it last was what it should be, ``newest`` when it last listed something new, ``streak``
    how often in a row it failed since, ``rhythm`` the usual pause between two new things, in seconds.
    """

    number: int
    address: str
    outlet: str
    kind: FeedKind
    host: str
    added: datetime
    parent: int | None = None
    due: datetime | None = None
    polled: datetime | None = None
    answered: datetime | None = None
    newest: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    streak: int = 0
    reason: str = ""
    rhythm: float | None = None
    items: int = 0

    @property
    def feed(self) -> Feed:
        """The feed as the outlet's file names it."""
        return Feed(address=self.address, kind=self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """A page with all that was learned by asking for it.

    ``first`` is when it was first received, ``misses`` how many answers in a row said that it is not there, ``missed``
    when the first of them came. ``digest`` is set where the feed carries the text itself: such a page is never asked.
    """

    number: int
    address: str
    feed: int
    host: str
    state: PageState
    listed: datetime
    due: datetime | None = None
    title: str | None = None
    published: str | None = None
    digest: str | None = None
    first: datetime | None = None
    seen: datetime | None = None
    etag: str | None = None
    last_modified: str | None = None
    streak: int = 0
    reason: str = ""
    misses: int = 0
    missed: datetime | None = None
    alias_of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Whom to ask next, and for what: a page, or else the feed itself."""

    host: HostEntry
    feed: FeedEntry
    page: PageEntry | None = None

    @property
    def address(self) -> str:
        """The address to ask for."""
        return self.feed.address if self.page is None else self.page.address


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One thing that a page was at a moment: what was received, and the report that it is; or that it was gone."""

    number: int
    page: int
    state: VersionState
    fetched: datetime
    place: ArchivePlace | None = None
    report: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A version that is in the archive and waits to be read."""

    version: Version
    page: PageEntry
    feed: FeedEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A feed that somebody wants watched, of an outlet (its id in the packs)."""

    outlet: str
    feed: Feed


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPage:
    """Something that a feed lists and nobody knew; ``due`` is when to fetch it, ``None`` for never.

    ``post`` is where the archive has the listing, where that holds the text itself (``digest``).
    """

    address: str
    state: PageState
    due: datetime | None = None
    title: str | None = None
    published: str | None = None
    digest: str | None = None
    post: ArchivePlace | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What came for a page: its place in the archive, when, and the address that answered in the end."""

    place: ArchivePlace
    fetched: datetime
    answered_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a version turned out to be: a report, or why it could not be read."""

    version: int
    report: str | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a version was put on record; ``before`` is the report that the page was until then, if any."""

    version: Version
    before: Version | None = None

    @property
    def is_edit(self) -> bool:
        """Say whether the page said something else before."""
        return self.version.state is VersionState.READ and self.before is not None and self.before.report is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A page that said something else before: the reports that it was and then was (ids), and when that was met."""

    address: str
    before: str
    after: str
    met: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """How much waits: pages to be fetched, versions to be read, and since when the oldest of what is due is due."""

    awaited: int
    received: int
    pages: int
    versions: int
    oldest_due: datetime | None
