"""Which pages of an archive a desk relies on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from vedette.store.connection import connect
from vedette.store.faults import explained

_PLACES = 'SELECT file, "offset", length, sha256 FROM page_versions WHERE file IS NOT NULL ORDER BY number'
# What waits to be read may yet hold a claim.
_NEEDED = """
SELECT file, "offset" FROM page_versions AS version WHERE file IS NOT NULL AND (
    state = 'received' OR EXISTS (SELECT 1 FROM claims WHERE claims.report = version.report)
)"""
_ADDRESSES = """
SELECT DISTINCT url FROM reports WHERE url IS NOT NULL
AND EXISTS (SELECT 1 FROM claims WHERE claims.report = reports.id)"""


@dataclass(frozen=True, slots=True)
class ReliedOn:
    """The pages that claims of a desk rest on: by address, and by place (file, offset) in the archive."""

    addresses: frozenset[str]
    places: frozenset[tuple[str, int]]

    def needs(self, file: str, offset: int, address: str) -> bool:
        """Say whether a claim rests on the page at a place, or on any page of its address."""
        return (file, offset) in self.places or address in self.addresses


def relied_on(file: Path) -> ReliedOn:
    """Give the pages that claims of a desk rest on, and those that are still to be read.

    Raises:
        StoreError: The desk cannot be read, or was made by an older Vedette.
    """
    with explained(file), closing(connect(file, mode="ro")) as connection:
        connection.execute("BEGIN")
        addresses = frozenset(str(url) for (url,) in connection.execute(_ADDRESSES))
        places = frozenset((str(name), int(offset)) for name, offset in connection.execute(_NEEDED))
    return ReliedOn(addresses, places)


def known_places(file: Path) -> Iterator[tuple[str, int, int, str]]:
    """Give every place in the archive that a desk knows: file, offset, length, SHA-256 of the page.

    Raises:
        StoreError: The desk cannot be read, or was made by an older Vedette.
    """
    with explained(file), closing(connect(file, mode="ro")) as connection:
        yield from connection.execute(_PLACES)
