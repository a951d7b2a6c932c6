"""Keeps every page as it was received, and finds it again by its place.

The front door is :class:`Archive`; :func:`verify` looks at every byte of one, :func:`list_pages` and
:func:`export_pages` give what is in it, :func:`aged_files` and :func:`remove_file` are how it does not grow for ever.
"""

from vedette.sources.archive.choosing import Choice, Held, export_pages, find_page, list_pages
from vedette.sources.archive.copying import copy_archive
from vedette.sources.archive.folder import archive_size, is_archive_name, is_written
from vedette.sources.archive.keeping import Archive
from vedette.sources.archive.kept import Kept, read_place
from vedette.sources.archive.retention import Aged, aged_files, remove_file
from vedette.sources.archive.stamps import DigestList, Stamper
from vedette.sources.archive.verifying import Finding, Flaw, verify

__all__ = [
    "Aged", "Archive", "Choice", "DigestList", "Finding", "Flaw", "Held", "Kept", "Stamper", "aged_files",
    "archive_size", "copy_archive", "export_pages", "find_page", "is_archive_name", "is_written", "list_pages",
    "read_place", "remove_file", "verify",
]
