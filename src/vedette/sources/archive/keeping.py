"""The archive: pages are appended, reach the disk, and are found again by their place."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from vedette import __version__
from vedette.closing import Closing
from vedette.errors import ArchiveAway, InputError, StoreError, VedetteError
from vedette.sources.archive.folder import (
    LOOK_FOR_IT,
    Lock,
    archive_files,
    complete_files,
    explained,
    files_by_writer,
    place_to_write,
    sync_folder,
)
from vedette.sources.archive.kept import Kept, file_name, first_number, number_of, writer_of
from vedette.sources.archive.members import RECORD_BYTES, Break, read_member
from vedette.sources.archive.records import NoRecord, file_record, page_of, page_record, read_record, sha256
from vedette.sources.archive.recovery import mend_end, pages_of
from vedette.sources.archive.removed import removed_files
from vedette.sources.archive.stamps import DigestList, Stamper, file_digest
from vedette.sources.web import FetchedPage

_LOG = logging.getLogger(__name__)
FILE_BYTES = 1_000_000_000
_HEAD_BYTES = 1_000_000


class Archive(Closing):
    """Every page as it was received, in files that only grow.

    Each process that writes has files of its own, any number may read. What :meth:`keep` has returned stays,
    whatever happens to the process or to the power.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> page = FetchedPage(url="https://post.example/1", status=200, content_type="text/plain", body=b"Shut.")
        >>> with TemporaryDirectory() as folder, Archive.open(Path(folder)) as archive:
        ...     kept = archive.keep(page, at="2025-09-12T08:00:00+00:00")
        ...     archive.load(kept).body
        b'Shut.'
    """

    def __init__(
        self, folder: Path, *, limit: int, lock: Lock | None, writer: int, shared: bool, stamper: Stamper | None
    ) -> None:
        self.folder = folder
        self._shared = shared
        self._writer = writer
        self._limit = limit
        self._lock = lock
        self._stamper = stamper
        self._turn = threading.Lock()
        self._handle = -1
        self._file = folder
        self._end = 0

    @classmethod
    def open(
        cls, folder: Path, *, limit: int = FILE_BYTES, read_only: bool = False, shared: bool = False,
        stamper: Stamper | None = None,
    ) -> Archive:
        """Open an archive; to write, make the folder where there is none and keep others out of our files.

        Args:
            folder: Where its files lie.
            limit: After how many bytes a new file is begun.
            read_only: Change nothing, and let others write.
            shared: Write beside others who do so, too: each takes over the files that nobody of them has just now.
            stamper: Who stamps files that are complete, besides the list of their digests that lies beside them.

        Raises:
            StoreError: There is none (to read), it cannot be written, or another process writes it.
        """
        with explained(folder):
            if not read_only:
                folder.mkdir(parents=True, exist_ok=True)
            archive_files(folder)  # a folder that is not there, or cannot be read, is better told of now
            writer, lock = (0, None) if read_only else place_to_write(folder, shared=shared)
        opened = cls(folder, limit=limit, lock=lock, writer=writer, shared=shared, stamper=stamper)
        if lock is not None:
            opened._stamp_complete()
        return opened

    def keep(self, page: FetchedPage, *, at: str) -> Kept:
        """Append a page; when this returns, it has reached the disk.

        Args:
            page: What the server answered.
            at: When it was received (ISO 8601; UTC where it names no zone).

        Raises:
            InputError: The page is larger than any that the archive could give back.
            ArchiveAway: The folder is not where it was when this began, or another one is there.
            StoreError: The disk is full, or the archive cannot be written. Nothing of the page stays.
        """
        if len(page.body) > RECORD_BYTES - _HEAD_BYTES:
            raise InputError(
                f"It is larger than {(RECORD_BYTES - _HEAD_BYTES) // 1_000_000} MB, which the archive does not keep.",
                source=page.url, advice="Save the article as a file and add the file.",
            )
        with self._turn, explained(self.folder):
            self._be_ready(at)
            offset = self._end
            data = page_record(page, at=at, place=f"{self._file.name}:{offset}")
            self._append(data)
            return Kept(file=self._file.name, offset=offset, length=len(data), sha256=sha256(page.body))

    def load(self, kept: Kept) -> FetchedPage:
        """Give a page back, once all of its digests were found right.

        Raises:
            ArchiveAway: The folder or the file is not there, though nobody removed it on record: it may come back.
            StoreError: It was removed, or it is not what was kept.
        """
        with explained(self.folder):
            if number_of(kept.file) is None:
                raise StoreError(f"{kept.file} is no file of an archive. Places look like {file_name(1)}:512.")
            if not (self.folder / kept.file).exists():
                raise self._missing(kept)
            with (self.folder / kept.file).open("rb") as stream:
                member = read_member(stream, kept.offset)
        try:
            if isinstance(member, Break):
                raise NoRecord(member.reason)
            record = read_record(member.content)
            wrong = record.wrong_digests()
            if wrong or member.length != kept.length or sha256(record.body) != kept.sha256:
                raise NoRecord(f"{' and '.join(wrong) or 'what lies there'} is not what was kept")
            return page_of(record)
        except ValueError as error:
            self._be_in_place()
            raise StoreError(
                f"The archive {self.folder} is damaged at {kept.place}: {error}. "
                "Bring the file back from a backup; 'vedette archive verify' looks at all of it."
            ) from error

    def rest(self, *known: Kept) -> Iterator[tuple[Kept, FetchedPage, str]]:
        """Give the pages behind the places that are known, with their moments: what was kept and not written down.

        Where this archive may be written, it speaks of the files that it writes, and half a record at their end is cut
        off first.

        Args:
            known: Places that are known, of any files; of each writer the last one counts.

        Raises:
            ArchiveAway: None of the files that are known is there: this is no archive of theirs.
        """
        last = {writer_of(one.file): one for one in sorted(known, key=lambda one: (one.file, one.offset))}
        with explained(self.folder):
            self._be_theirs(known)
            if self._lock is not None:
                with self._turn:
                    self._settle(last.get(self._writer))
            written = files_by_writer(self.folder)
        for writer, files in written.items():
            if self._lock is None or writer == self._writer:
                yield from _behind(last.get(writer), files)

    def close(self) -> None:
        """Let go of the files and let others write. Closing twice does no harm."""
        with self._turn:
            self._let_go()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def _missing(self, kept: Kept) -> StoreError:
        gone = removed_files(self.folder).get(kept.file)
        if gone is not None:
            return StoreError(f"{kept.place} was removed from the archive on {gone.get('removed')}: {gone.get('why')}.")
        return ArchiveAway(f"The archive {self.folder} has no file {kept.file}. {LOOK_FOR_IT}")

    def _be_in_place(self) -> None:
        if self._lock is not None and not self._lock.is_in_place():
            raise ArchiveAway(f"The archive {self.folder} is not the folder that it was when this began. {LOOK_FOR_IT}")

    def _be_theirs(self, known: Iterable[Kept]) -> None:
        """See to it that this is the archive of whoever knows these places; a disk that came late is looked at anew."""
        if self._lock is not None and not self._lock.is_in_place():
            with self._turn:
                self._let_go()
                before, (self._writer, self._lock) = self._lock, place_to_write(self.folder, shared=self._shared)
                before.release()
        names = {one.file for one in known} - removed_files(self.folder).keys()
        if names and not any((self.folder / name).exists() for name in names):
            what = f"none of the files that the desk names, such as {min(names)}"
            raise ArchiveAway(f"The archive {self.folder} has {what}. {LOOK_FOR_IT}")

    def _be_ready(self, at: str) -> None:
        """See to it that the last file is open, ends in a whole record, and has room."""
        if self._lock is None:
            raise StoreError(f"The archive {self.folder} is open to read only, or closed: nothing can be kept in it.")
        if self._handle < 0 or not self._is_as_left():
            self._be_in_place()
            if self._handle >= 0:
                _LOG.error("%s was changed by another program.", self._file)
            self._settle(None)
        if self._handle < 0 or self._end >= self._limit:
            self._begin_file()
        if self._end == 0:
            software = f"Vedette/{__version__}"
            self._append(file_record(self._file.name, at=at, software=software))
            sync_folder(self.folder)

    def _is_as_left(self) -> bool:
        there, ours = self._file.stat() if self._file.exists() else None, os.fstat(self._handle)
        return there is not None and os.path.samestat(there, ours) and ours.st_size == self._end

    def _settle(self, after: Kept | None) -> None:
        """Open the last file to write on, once half a record at its end is cut off; none, where it is damaged."""
        self._let_go()
        files = files_by_writer(self.folder).get(self._writer, ())
        if not files:
            return
        start = after.offset + after.length if after is not None and after.file == files[-1].name else 0
        if mend_end(files[-1], start=start):
            self._open_file(files[-1])

    def _begin_file(self) -> None:
        self._let_go()
        self._open_file(self.folder / file_name(self._last_number() + 1))
        self._stamp_complete()

    def _last_number(self) -> int:
        """Give our highest number that ever was: a place must never mean two pages, also after files were removed."""
        names = [path.name for path in self.folder.iterdir()]
        names += [*removed_files(self.folder), *DigestList(self.folder).stamped()]
        ours = (number_of(name) or 0 for name in names if writer_of(name) == self._writer)
        return max(ours, default=0) or first_number(self._writer)

    def _open_file(self, file: Path) -> None:
        self._handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        self._file, self._end = file, os.fstat(self._handle).st_size

    def _append(self, data: bytes) -> None:
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[os.write(self._handle, rest):]
            os.fsync(self._handle)
        except BaseException:
            self._take_back()
            raise
        self._end += len(data)

    def _take_back(self) -> None:
        """Leave the file as it was before a record that could not be written; else, look at its end anew."""
        try:
            os.ftruncate(self._handle, self._end)
        except OSError:
            self._let_go()

    def _stamp_complete(self) -> None:
        """Stamp the files to which nobody adds any more. What failed is tried again next time."""
        digests = DigestList(self.folder)
        known = digests.stamped()
        for file in complete_files(self.folder):
            if file.name in known:
                continue
            try:
                digest = file_digest(file)
                if self._stamper is not None:
                    self._stamper.stamp(file, digest)
                digests.stamp(file, digest)
            except (VedetteError, OSError) as error:
                _LOG.warning("%s has no stamp yet: %s", file, error)

    def _let_go(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _behind(last: Kept | None, files: tuple[Path, ...]) -> Iterator[tuple[Kept, FetchedPage, str]]:
    for file in files:
        if last is None or file.name >= last.file:
            yield from pages_of(file, start=last.offset + last.length if last and file.name == last.file else 0)
