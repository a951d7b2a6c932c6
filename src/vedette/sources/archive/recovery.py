"""What a file of the archive holds behind a place, and where it can be written on."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

from vedette.sources.archive.folder import explained
from vedette.sources.archive.kept import Kept
from vedette.sources.archive.members import Break, Member, is_torn, read_members
from vedette.sources.archive.records import NoRecord, Record, page_of, read_record, sha256
from vedette.sources.web import FetchedPage

_LOG = logging.getLogger(__name__)


def records_of(file: Path, *, start: int = 0) -> Iterator[tuple[Kept, Record]]:
    """Give the whole records of a file from an offset on; what is damaged is passed over, with a line in the log."""
    with explained(file.parent), file.open("rb") as stream:
        for found in read_members(stream, start, end=file.stat().st_size):
            record = _record(found, file)
            if record is not None and isinstance(found, Member):
                yield kept_of(file, found, record), record


def pages_of(file: Path, *, start: int = 0) -> Iterator[tuple[Kept, FetchedPage, str]]:
    """Give the pages of a file from an offset on, with the moment of each; one that is not as it was is passed over."""
    for kept, record in records_of(file, start=start):
        if record.kind != "response":
            continue
        try:
            if wrong := record.wrong_digests():
                raise NoRecord(f"{' and '.join(wrong)} is wrong")
            page = page_of(record)
        except ValueError as error:
            _LOG.error("%s, byte %d: %s; it is passed over.", file, kept.offset, error)
            continue
        yield kept, page, record.at


def kept_of(file: Path, member: Member, record: Record) -> Kept:
    """Give the place of a record that was read."""
    return Kept(file=file.name, offset=member.offset, length=member.length, sha256=sha256(record.body))


def mend_end(file: Path, *, start: int = 0) -> bool:
    """Cut half a record off the end of a file, and say whether the file can be written on.

    Only what was never whole is taken away. A file that is damaged otherwise stays as it is.

    Args:
        file: The last file of the archive.
        start: An offset up to which all is known to be whole.
    """
    with explained(file.parent), file.open("rb") as stream:
        size = file.stat().st_size
        if start > size:
            _LOG.error("%s is shorter than what was kept in it: %d bytes, not %d.", file, size, start)
            return False
        broken = next((found for found in read_members(stream, start, end=size) if isinstance(found, Break)), None)
        torn = broken is not None and is_torn(stream, broken.offset, end=size)
    if broken is None:
        return True
    if not torn:
        _LOG.error("%s is damaged at byte %d (%s). It stays as it is; go and look with 'vedette archive verify'.",
                   file, broken.offset, broken.reason)
        return False
    _cut(file, broken.offset)
    _LOG.warning("%s ended in half a record, of which nothing was promised: %d bytes were cut off at byte %d.",
                 file, size - broken.offset, broken.offset)
    return True


def _cut(file: Path, size: int) -> None:
    with explained(file.parent), file.open("r+b") as stream:
        stream.truncate(size)
        stream.flush()
        os.fsync(stream.fileno())


def _record(found: Member | Break, file: Path) -> Record | None:
    try:
        if isinstance(found, Member):
            return read_record(found.content)
        reason = found.reason
    except NoRecord as error:
        reason = str(error)
    _LOG.error("%s, byte %d: %s; it is passed over.", file, found.offset, reason)
    return None
