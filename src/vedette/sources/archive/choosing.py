"""Which pages of an archive somebody wants to see, and handing them on as an archive of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vedette.sources.archive.folder import archive_files, explained
from vedette.sources.archive.kept import Kept
from vedette.sources.archive.members import Member, read_member
from vedette.sources.archive.records import Record
from vedette.sources.archive.recovery import records_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One page of an archive, as a list shows it; ``status`` is what the server answered, 0 where nobody can tell."""

    kept: Kept
    at: str
    address: str
    status: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which pages: every field that is set must hold.

    ``address`` stands somewhere in the page's address. ``since`` and ``until`` are days (``YYYY-MM-DD``, UTC) between
    which it was received, both of them included.
    """

    address: str = ""
    since: str | None = None
    until: str | None = None

    def takes(self, record: Record) -> bool:
        """Say whether a record is a page that is wanted."""
        day = record.at[:10]
        return (
            record.kind == "response" and self.address.lower() in record.address.lower()
            and (self.since is None or day >= self.since) and (self.until is None or day <= self.until)
        )


def list_pages(folder: Path, choice: Choice) -> Iterator[Held]:
    """Give the pages of an archive that a choice takes, in the order in which they were kept.

    Raises:
        StoreError: There is no archive.
    """
    for kept, record in _records(folder):
        if choice.takes(record):
            status = record.block[:13].split(b" ")[1:2]
            yield Held(
                kept=kept, at=record.at, address=record.address, size=len(record.body),
                status=int(status[0]) if status and status[0].isdigit() else 0,
            )


def export_pages(folder: Path, choice: Choice) -> Iterator[bytes]:
    """Give the pages that a choice takes as they lie in the archive, byte by byte: together they are a WARC file.

    Raises:
        StoreError: There is no archive.
    """
    for kept, record in _records(folder):
        if choice.takes(record):
            with explained(folder), (folder / kept.file).open("rb") as stream:
                stream.seek(kept.offset)
                yield stream.read(kept.length)


def find_page(folder: Path, file: str, offset: int) -> Kept | None:
    """Give the page that begins at a place; ``None`` where none does."""
    path = folder / file
    if not path.is_file():
        return None
    with explained(folder), path.open("rb") as stream:
        whole = isinstance(read_member(stream, offset), Member)
    first = next(records_of(path, start=offset), None) if whole else None
    return first[0] if first is not None and first[0].offset == offset and first[1].kind == "response" else None


def _records(folder: Path) -> Iterator[tuple[Kept, Record]]:
    with explained(folder):
        files = archive_files(folder)
    for file in files:
        yield from records_of(file)
