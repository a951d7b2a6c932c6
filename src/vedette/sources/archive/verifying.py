"""Looks at every byte of an archive, and tells what is not as it was kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vedette.sources.archive.folder import explained, files_by_writer, is_ours, is_written
from vedette.sources.archive.kept import Kept, file_name, first_number, number_of, writer_of
from vedette.sources.archive.members import Break, Member, is_torn, read_members
from vedette.sources.archive.records import NoRecord, Record, page_of, read_record
from vedette.sources.archive.recovery import kept_of
from vedette.sources.archive.removed import removed_files
from vedette.sources.archive.stamps import DigestList, file_digest


class Flaw(StrEnum):
    """What can be wrong with an archive."""

    TRUNCATED = "truncated"  # the last file ends in half a record
    DAMAGED = "damaged"  # bytes that are no record, or cannot be unpacked
    DIGEST = "digest"  # a record whose digests do not fit what lies in it
    MISSING = "missing"  # a file, or a page that the desk knows, is not there
    CHANGED = "changed"  # a complete file is not what its stamp says
    FOREIGN = "foreign"  # a file or a record that Vedette did not write
    ORDER = "order"  # a moment before that of the record before it: a clock went back
    UNSTAMPED = "unstamped"  # a complete file is not on the list of digests


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is not as it should be: where, what, and in words."""

    file: str
    offset: int | None
    flaw: Flaw
    detail: str

    @property
    def is_harm(self) -> bool:
        """Whether evidence is lost or cannot be trusted: not where a clock went back, or a stamp is missing."""
        return self.flaw not in (Flaw.ORDER, Flaw.UNSTAMPED)


def _unseen(_: int) -> None:
    """Tell nobody how far it is."""


def verify(
    folder: Path, *, known: Iterable[Kept] = (), progress: Callable[[int], None] = _unseen
) -> Iterator[Finding]:
    """Look at every record of an archive: its bytes, length and digests, the order of moments, and its file.

    Nothing is changed. Half a record at the end is no finding while its writer is at work.

    Args:
        folder: Where the files lie.
        known: Places that somebody relies on, such as the desk; each has to be there, unless its file was removed
            on record.
        progress: Told of the bytes of each record that was looked at.

    Raises:
        StoreError: There is no archive.
    """
    with explained(folder):
        written = files_by_writer(folder)
        yield from _strangers(folder)
    wanted = _by_file(known)
    for writer in sorted(written.keys() | _writers_on_record(folder)):
        yield from _gaps(folder, writer, written.get(writer, ()))
    for writer, files in written.items():
        writing, last_moment = is_written(folder, writer), ""
        for file in files:
            pages = _Pages(file, wanted.pop(file.name, {}), last_moment, is_open=writing and file == files[-1])
            yield from pages.findings(progress)
            last_moment = pages.last
            yield from _stamp_of(file, DigestList(folder), is_complete=file != files[-1])
    for name in sorted(wanted.keys() - removed_files(folder).keys()):
        yield from (_lost(name, kept) for kept in wanted[name].values())


class _Pages:
    """The records of one file, one after the other."""

    def __init__(self, file: Path, wanted: dict[int, Kept], last: str, *, is_open: bool) -> None:
        self.last = last
        self._file = file
        self._wanted = wanted
        self._is_open = is_open

    def findings(self, progress: Callable[[int], None]) -> Iterator[Finding]:
        """Look at each record, and whether all that is wanted was among them."""
        with explained(self._file.parent), self._file.open("rb") as stream:
            end = self._file.stat().st_size
            for found in read_members(stream, 0, end=end):
                if isinstance(found, Member):
                    yield from self._member(found)
                    progress(found.length)
                elif is_torn(stream, found.offset, end=end):
                    yield from () if self._is_open else self._torn(found, end)
                else:
                    yield self._finding(found.offset, Flaw.DAMAGED, found.reason)
        yield from (_lost(self._file.name, kept) for kept in self._wanted.values())

    def _torn(self, found: Break, end: int) -> Iterator[Finding]:
        yield self._finding(
            found.offset, Flaw.TRUNCATED,
            f"{end - found.offset:,} bytes of a record that was never whole; the next writer cuts them off",
        )

    def _member(self, member: Member) -> Iterator[Finding]:
        try:
            record = read_record(member.content)
        except NoRecord as error:
            yield self._finding(member.offset, Flaw.DAMAGED, str(error))
            return
        if record.kind not in ("response", "warcinfo"):
            yield self._finding(member.offset, Flaw.FOREIGN, f"a record of the kind '{record.kind}'")
        yield from self._content(member, record)
        yield from self._order(member, record)

    def _content(self, member: Member, record: Record) -> Iterator[Finding]:
        wrong = record.wrong_digests()
        if wrong:
            yield self._finding(member.offset, Flaw.DIGEST, f"{' and '.join(wrong)} does not fit {record.address}")
        elif record.kind == "response":
            try:
                page_of(record)
            except ValueError as error:
                yield self._finding(member.offset, Flaw.DAMAGED, f"{error} ({record.address})")
        wanted = self._wanted.get(member.offset)
        if wanted is not None and wanted == kept_of(self._file, member, record):
            del self._wanted[member.offset]

    def _order(self, member: Member, record: Record) -> Iterator[Finding]:
        if not record.at:
            yield self._finding(member.offset, Flaw.DAMAGED, f"no moment stands on {record.address}")
        elif record.at < self.last:
            yield self._finding(
                member.offset, Flaw.ORDER, f"received at {record.at}, the one before it at {self.last}"
            )
        self.last = record.at or self.last

    def _finding(self, offset: int, flaw: Flaw, detail: str) -> Finding:
        return Finding(file=self._file.name, offset=offset, flaw=flaw, detail=detail)


def _strangers(folder: Path) -> Iterator[Finding]:
    """Name what does not belong here: files of others, and links that could lead anywhere."""
    for path in sorted(folder.iterdir()):
        if not is_ours(path.name) or path.is_symlink() or not path.is_file():
            yield Finding(file=path.name, offset=None, flaw=Flaw.FOREIGN, detail="no file that Vedette put here")


def _writers_on_record(folder: Path) -> set[int]:
    """Give the writers of complete files, also of those that are gone."""
    return {writer_of(name) for name in DigestList(folder).stamped()}


def _gaps(folder: Path, writer: int, files: tuple[Path, ...]) -> Iterator[Finding]:
    """Name the files of a writer that are gone and that nobody removed on record."""
    there = {number for file in files if (number := number_of(file.name))}
    stamped = [name for name in DigestList(folder).stamped() if writer_of(name) == writer]
    listed = {number for name in stamped if (number := number_of(name))}
    gone = {number_of(name) for name in removed_files(folder)}
    before = first_number(writer)
    for number in range(before + 1, max(there | listed, default=before) + 1):
        if number not in there and number not in gone:
            yield Finding(
                file=file_name(number), offset=None, flaw=Flaw.MISSING,
                detail="it is gone, and nobody removed it with 'vedette archive retain'",
            )


def _stamp_of(file: Path, digests: DigestList, *, is_complete: bool) -> Iterator[Finding]:
    said = digests.stamped().get(file.name)
    if said is None and is_complete:
        yield Finding(
            file=file.name, offset=None, flaw=Flaw.UNSTAMPED,
            detail="it is not on the list of digests; the next writer puts it there",
        )
    elif said is not None:
        with explained(file.parent):
            is_same = file_digest(file) == said
        if not is_same:
            yield Finding(
                file=file.name, offset=None, flaw=Flaw.CHANGED, detail="it is not what it was when it was complete"
            )


def _by_file(known: Iterable[Kept]) -> dict[str, dict[int, Kept]]:
    grouped: dict[str, dict[int, Kept]] = {}
    for kept in known:
        grouped.setdefault(kept.file, {})[kept.offset] = kept
    return grouped


def _lost(file: str, kept: Kept) -> Finding:
    return Finding(
        file=file, offset=kept.offset, flaw=Flaw.MISSING, detail=f"the page with the SHA-256 {kept.sha256} is not there"
    )


