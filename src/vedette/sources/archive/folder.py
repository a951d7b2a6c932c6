"""The folder of an archive: which files belong to it, who may write there, and what reaches the disk."""

from __future__ import annotations

import errno
import os
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from vedette.errors import ArchiveAway, StoreError
from vedette.sources.archive.kept import WRITERS, number_of, writer_of

_LOCK = re.compile(r"\.writer(-\d{2})?\.lock")  # held by whoever keeps pages
KEEPER = ".keeper.lock"  # held by whoever copies or removes files
DIGESTS = "digests.sha256"
REMOVED = "removed.jsonl"
LOOK_FOR_IT = "Check --archive and that its disk is mounted, or bring it back from a backup."
_WAITS = (0.0, 0.02, 0.05, 0.1)  # seconds before each try
_OURS = (KEEPER, DIGESTS, REMOVED)


def is_ours(name: str) -> bool:
    """Say whether Vedette put a file of this name here: content, or a lock."""
    return name in _OURS or number_of(name) is not None or _LOCK.fullmatch(name) is not None


def lock_of(folder: Path, writer: int) -> Path:
    """Give the file that a writer holds while it keeps pages."""
    return folder / (f".writer-{writer:02d}.lock" if writer else ".writer.lock")


def is_archive_name(name: str) -> bool:
    """Say whether a file of this name belongs to the content of an archive: pages, digests, what was removed.

    Example:
        >>> is_archive_name("pages-00000001.warc.gz"), is_archive_name("digests.sha256"), is_archive_name("desk.sqlite")
        (True, True, False)
    """
    return name in (DIGESTS, REMOVED) or number_of(name) is not None


def archive_files(folder: Path) -> tuple[Path, ...]:
    """Give the files that hold pages, writer by writer, in the order in which each began them."""
    return tuple(
        sorted(path for path in folder.iterdir() if number_of(path.name) and path.is_file() and not path.is_symlink())
    )


def archive_size(folder: Path) -> tuple[int, int]:
    """Give how many files hold pages, and how many bytes they have together."""
    files = archive_files(folder)
    return len(files), sum(file.stat().st_size for file in files)


def files_by_writer(folder: Path) -> Mapping[int, tuple[Path, ...]]:
    """Map each writer to its files, in the order in which it began them."""
    found: dict[int, list[Path]] = defaultdict(list)
    for file in archive_files(folder):
        found[writer_of(file.name)].append(file)
    return {writer: tuple(files) for writer, files in found.items()}


def complete_files(folder: Path) -> tuple[Path, ...]:
    """Give the files to which nobody will add: all but the last one of each writer."""
    return tuple(file for files in files_by_writer(folder).values() for file in files[:-1])


def is_written(folder: Path, writer: int | None = None) -> bool:
    """Say whether somebody, or one writer, is keeping pages in an archive just now."""
    locks = folder.glob(".writer*.lock") if writer is None else [lock_of(folder, writer)]
    return any(_LOCK.fullmatch(lock.name) and is_locked(lock) for lock in locks)


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn an error of the file system into a :class:`StoreError` about this archive."""
    try:
        yield
    except OSError as error:
        away = isinstance(error, FileNotFoundError | NotADirectoryError)
        raise (ArchiveAway if away else StoreError)(_sentence(error, folder)) from error


def _sentence(error: OSError, folder: Path) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return (
            f"The disk that holds the archive {folder} is full. Nothing of this page was kept: make room; "
            "it is fetched again."
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"The archive {folder} cannot be written to. Check who may write the folder and its files."
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"There is no archive at {error.filename or folder}. 'vedette watch' makes one; check --archive."
    if isinstance(error, FileExistsError):
        return f"{folder} is a file, and an archive is a folder. Name one with --archive."
    return f"Reading or writing the archive {folder} failed: {error.strerror or error}. Check the disk."


def sync_folder(folder: Path) -> None:
    """See to it that the names in a folder survive a power cut, where the system has a way for that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def append_line(file: Path, line: str) -> None:
    """Put a line at the end of a file of ours; when this returns, it has reached the disk."""
    with explained(file.parent):
        handle = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
        try:
            size = os.fstat(handle).st_size
            # A line that a killed process left half is ended first, and then passed over by whoever reads.
            half = size > 0 and _byte_at(handle, size - 1) != b"\n"
            os.write(handle, (("\n" if half else "") + line + "\n").encode())
            os.fsync(handle)
        finally:
            os.close(handle)
        sync_folder(file.parent)


def _byte_at(handle: int, offset: int) -> bytes:
    os.lseek(handle, offset, os.SEEK_SET)
    return os.read(handle, 1)


class Lock:
    """A lock on an archive that ends with the process that holds it, however it ends.

    Somebody who only looks whether it is taken has it for a moment: that is waited for.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        if not any(_has(self._handle, wait) for wait in _WAITS):
            os.close(self._handle)
            self._handle = -1
            raise StoreError(
                f"Another process is at work on the archive {file.parent} ({file.name}). Try again when it is done."
            )

    def is_in_place(self) -> bool:
        """Say whether the file is still the one that is held: it is not where a disk went, or another came."""
        return self.file.exists() and os.path.samestat(self.file.stat(), os.fstat(self._handle))

    def release(self) -> None:
        """Let others in. Releasing twice does no harm."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def place_to_write(folder: Path, *, shared: bool) -> tuple[int, Lock]:
    """Give who we are among those who write, and the lock that says so.

    Raises:
        StoreError: Somebody else is; or all the places of those who share are taken.
    """
    if not shared:
        return 0, Lock(lock_of(folder, 0))
    for writer in range(1, WRITERS):
        try:
            return writer, Lock(lock_of(folder, writer))
        except StoreError:
            continue
    raise StoreError(f"{WRITERS - 1} processes are writing to the archive {folder} already: let one of them end.")


def is_locked(file: Path) -> bool:
    """Say whether somebody holds this lock just now."""
    try:
        handle = os.open(file, os.O_RDONLY)  # so that whoever may only read can ask, too
    except OSError:
        return False
    try:
        return not any(_has(handle, wait) for wait in _WAITS)
    finally:
        os.close(handle)


@contextmanager
def held(file: Path) -> Iterator[None]:
    """Hold a lock for a while.

    Raises:
        StoreError: Somebody else has it.
    """
    with explained(file.parent):
        lock = Lock(file)
    try:
        yield
    finally:
        lock.release()


def _has(handle: int, wait: float) -> bool:
    time.sleep(wait)
    try:
        _lock(handle)
    except OSError:
        return False
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        # Of the open file, not of the process: two archives opened in one process shut each other out, too.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
