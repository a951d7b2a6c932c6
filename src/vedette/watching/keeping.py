"""What a watch needs of an archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from vedette.errors import ArchiveAway, StoreError
from vedette.sources.archive import Kept
from vedette.sources.web import FetchedPage
from vedette.store.watching import ArchivePlace


class PageArchive(Protocol):
    """Keeps pages as they were received: see :class:`vedette.sources.archive.Archive`."""

    def keep(self, page: FetchedPage, *, at: str) -> Kept:
        """Append a page; when this returns, it has reached the disk."""
        ...

    def load(self, kept: Kept) -> FetchedPage:
        """Give a page back."""
        ...

    def rest(self, *known: Kept) -> Iterator[tuple[Kept, FetchedPage, str]]:
        """Give the pages behind the places that are known, with the moment of each."""
        ...


def place_of(kept: Kept) -> ArchivePlace:
    """Give a place as the desk writes it down."""
    return ArchivePlace(file=kept.file, offset=kept.offset, length=kept.length, sha256=kept.sha256)


def kept_at(place: ArchivePlace) -> Kept:
    """Give a place as the archive knows it."""
    return Kept(file=place.file, offset=place.offset, length=place.length, sha256=place.sha256)


def is_of_disk(error: StoreError) -> bool:
    """Say whether the files of an archive could not be read or written just now; else it is about what lies in them."""
    return isinstance(error, ArchiveAway) or isinstance(error.__cause__, OSError)
