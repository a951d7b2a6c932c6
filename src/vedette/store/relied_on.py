"""Which pages of an archive a desk relies on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import or_, select

from vedette.store.book import Book, streamed
from vedette.store.tables import claims, page_versions, reports
from vedette.store.watching.nouns import VersionState

_PORTION = 1000
_KEPT = page_versions.c.file.is_not(None)
_PLACES = select(
    page_versions.c.file, page_versions.c.offset, page_versions.c.length, page_versions.c.sha256
).where(_KEPT).order_by(page_versions.c.number)
_IS_TOLD = select(claims.c.id).where(claims.c.report == page_versions.c.report).exists()
# What waits to be read may yet hold a claim.
_NEEDED = select(page_versions.c.file, page_versions.c.offset).where(
    _KEPT, or_(page_versions.c.state == str(VersionState.RECEIVED), _IS_TOLD)
)
_ADDRESSES = select(reports.c.url).distinct().where(
    reports.c.url.is_not(None), select(claims.c.id).where(claims.c.report == reports.c.id).exists()
)


@dataclass(frozen=True, slots=True)
class ReliedOn:
    """The pages that claims of a desk rest on: by address, and by place (file, offset) in the archive."""

    addresses: frozenset[str]
    places: frozenset[tuple[str, int]]

    def needs(self, file: str, offset: int, address: str) -> bool:
        """Say whether a claim rests on the page at a place, or on any page of its address."""
        return (file, offset) in self.places or address in self.addresses


def relied_on(book: Book) -> ReliedOn:
    """Give the pages that claims of a desk rest on, and those that are still to be read.

    Raises:
        StoreError: The desk cannot be read.
    """
    with book.reading() as connection:
        addresses = frozenset(str(url) for (url,) in connection.execute(_ADDRESSES))
        places = frozenset((str(name), int(offset)) for name, offset in connection.execute(_NEEDED))
    return ReliedOn(addresses, places)


def known_places(book: Book) -> Iterator[tuple[str, int, int, str]]:
    """Give every place in the archive that a desk knows: file, offset, length, SHA-256 of the page.

    Raises:
        StoreError: The desk cannot be read.
    """
    with book.reading() as connection:
        for row in streamed(connection, _PLACES, most=_PORTION):
            yield row.file, row.offset, row.length, row.sha256
