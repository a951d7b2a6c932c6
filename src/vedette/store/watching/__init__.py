"""The lists that a watch works through: feeds, pages with their versions, and hosts.

An open store gives them as ``store.watching``.
"""

from vedette.store.watching.nouns import (
    ArchivePlace,
    Backlog,
    Edit,
    Errand,
    FeedEntry,
    HostEntry,
    NewPage,
    Outcome,
    PageEntry,
    PageState,
    Received,
    Settled,
    Version,
    VersionState,
    Waiting,
    Wanted,
)
from vedette.store.watching.ports import WatchBook
from vedette.store.watching.rows import host_of
from vedette.store.watching.sql_book import SqlWatchBook

__all__ = [
    "ArchivePlace", "Backlog", "Edit", "Errand", "FeedEntry", "HostEntry", "NewPage", "Outcome",
    "PageEntry", "PageState", "Received", "Settled", "SqlWatchBook", "Version", "VersionState", "Waiting", "Wanted",
    "WatchBook", "host_of",
]
