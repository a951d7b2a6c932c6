"""What is watched as rows, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any
from urllib.parse import urlsplit

from vedette.model.watched import FeedKind
from vedette.store.watching.nouns import (
    ArchivePlace,
    FeedEntry,
    HostEntry,
    PageEntry,
    PageState,
    Version,
    VersionState,
)

Row = Mapping[Any, Any]

_FEED = tuple(field.name for field in fields(FeedEntry))
_PAGE = tuple(field.name for field in fields(PageEntry))
# Who holds a host just now, knows when they took it.
_HELD = "taken"
_HOST = tuple(field.name for field in fields(HostEntry) if field.name != _HELD)


def host_of(address: str) -> str:
    """Give the host, with its port where that is not the usual one, that an address is asked of.

    Example:
        >>> host_of("https://Post.example/a"), host_of("http://127.0.0.1:8080/feed")
        ('post.example', '127.0.0.1:8080')
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    usual = port in (None, {"http": 80, "https": 443}.get(parts.scheme))
    return (parts.hostname or "") + ("" if usual else f":{port}")


def feed_of(row: Row) -> FeedEntry:
    """Give the feed that a row holds."""
    held = {name: row[name] for name in _FEED}
    return FeedEntry(**held | {"kind": FeedKind(held["kind"])})


def page_of(row: Row) -> PageEntry:
    """Give the page that a row holds."""
    held = {name: row[name] for name in _PAGE}
    return PageEntry(**held | {"state": PageState(held["state"])})


def host_entry_of(row: Row) -> HostEntry:
    """Give the host that a row holds."""
    return HostEntry(**{name: row[name] for name in _HOST})


def version_of(row: Row) -> Version:
    """Give the version that a row holds."""
    place = None
    if row["file"] is not None:
        place = ArchivePlace(file=row["file"], offset=row["offset"], length=row["length"], sha256=row["sha256"])
    return Version(
        number=row["number"], page=row["page"], state=VersionState(row["state"]), fetched=row["fetched"], place=place,
        report=row["report"], reason=row["reason"],
    )


def row_of(entry: FeedEntry | PageEntry | HostEntry) -> dict[str, Any]:
    """Give the row of an entry."""
    row: dict[str, Any] = {field.name: getattr(entry, field.name) for field in fields(entry) if field.name != _HELD}
    return row | {name: str(row[name]) for name in ("kind", "state") if name in row}


def place_row(place: ArchivePlace) -> dict[str, Any]:
    """Give the columns of a place in the archive."""
    return {"file": place.file, "offset": place.offset, "length": place.length, "sha256": place.sha256}
