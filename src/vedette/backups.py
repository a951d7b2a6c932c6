"""Copies of a desk with its archive, made while both are in use, and brought back as they were.

A copy is a folder::

    manifest.json        what there is, with sizes and SHA-256; written last, so that half a copy is none
    desk.sqlite          the desk as it was at one moment
    archive/             the pages as received, as far as they were kept; all that the desk knows are among them
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from vedette import __version__
from vedette.errors import StoreError
from vedette.sources.archive import copy_archive, is_archive_name
from vedette.store.address import database_at
from vedette.store.book import open_book
from vedette.store.copying import copy_desk, is_empty
from vedette.store.database import Database
from vedette.store.migrating import refuse_newer
from vedette.store.sqlite import copy_file, is_sound

FORM = 1
MANIFEST = "manifest.json"
DESK = "desk.sqlite"
ARCHIVE = "archive"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedFile:
    """A file of a copy: its path in it, its size in bytes, its SHA-256."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """What a copy holds: when it was made, by which Vedette, with which schema of the desk."""

    made: str
    vedette: str
    desk_schema: str
    files: tuple[CopiedFile, ...]

    @property
    def size(self) -> int:
        """All of it, in bytes."""
        return sum(file.bytes for file in self.files)


def back_up(desk: str, to: Path, *, archive: Path, at: str) -> Backup:
    """Copy a desk and its archive into a new folder; others may read and write both meanwhile.

    Args:
        desk: The address of the desk.
        to: The folder to make; nothing may be there yet.
        archive: The folder of the pages as received; where there is none, the desk is copied alone.
        at: This moment (ISO 8601, UTC).

    Raises:
        StoreError: There is something at ``to``, or one of the two cannot be read, or the copy not written.
    """
    database = database_at(desk)
    if not database.exists():
        raise StoreError(f"There is no desk at {database.place}: there is nothing to copy. Name it with --desk.")
    _refuse_occupied(to)
    with _beside(to) as part:
        # The desk first: the archive only grows, so that every page that this desk knows is in its copy.
        schema = _desk_into(database, desk, part / DESK)
        is_sound(part / DESK)
        if archive.is_dir():
            copy_archive(archive, part / ARCHIVE)
        files = tuple(_described(path, part) for path in sorted(part.rglob("*")) if path.is_file())
        made = Backup(made=at, vedette=__version__, desk_schema=schema, files=files)
        _write(part / MANIFEST, json.dumps({"form": FORM, **asdict(made)}, indent=1).encode())
        _put(part, to)
    return made


def read_backup(source: Path) -> Backup:
    """Read what a copy says that it holds.

    Raises:
        StoreError: It is no copy, or of a newer Vedette.
    """
    try:
        said = json.loads((source / MANIFEST).read_bytes())
        if said["form"] > FORM:
            raise StoreError(f"{source} was made by a newer Vedette. Update this one: pip install --upgrade vedette")
        files = tuple(CopiedFile(path=_safe(file["path"]), bytes=int(file["bytes"]), sha256=str(file["sha256"]))
                      for file in said["files"])
        return Backup(
            made=str(said["made"]), vedette=str(said["vedette"]), desk_schema=str(said["desk_schema"]), files=files
        )
    except OSError as error:
        raise StoreError(
            f"{source} is no whole copy: it has no {MANIFEST}. Give a folder that 'vedette backup' has made."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{source / MANIFEST} cannot be understood. Give another copy.") from error


def restore(source: Path, *, desk: str, archive: Path) -> Backup:
    """Bring a desk and its archive back from a copy, once every byte of it was found right.

    Nothing that is there is ever overwritten, and where anything is wrong, nothing is left behind.

    Args:
        source: The folder that :func:`back_up` made.
        desk: The address at which the desk is to be.
        archive: Where the pages as received are to be.

    Raises:
        StoreError: The copy is damaged, or something is at one of the places already.
    """
    copy = read_backup(source)
    refuse_newer(copy.desk_schema, f"in {source}")
    database = database_at(desk)
    _refuse_a_desk_at(database)
    _refuse_occupied(archive)
    with _beside(archive) as pages, _beside(database.file or archive) as part:
        for file in copy.files:
            is_desk = file.path == DESK
            _copy_checked(source / file.path, (part if is_desk else pages) / Path(file.path).name, file)
        is_sound(part / DESK)
        has_pages = any(file.path != DESK for file in copy.files)
        if has_pages:
            _put(pages, archive)
        try:
            _put_desk(part / DESK, database, desk)  # last: where there is a desk, all of it is back
        except BaseException:
            if has_pages:
                archive.rename(pages)
            raise
    return copy


def _desk_into(database: Database, address: str, file: Path) -> str:
    """Make a file of a desk as it is at one moment, whatever it is kept in; give its schema."""
    if database.file is not None:
        return copy_file(database.file, file)
    drawn = file.with_name(f"{file.name}.drawn")
    copy_desk(address, str(drawn))
    try:
        return copy_file(drawn, file)  # of one piece, without the files of a writer beside it
    finally:
        for end in ("", "-wal", "-shm"):
            drawn.with_name(drawn.name + end).unlink(missing_ok=True)


def _put_desk(file: Path, database: Database, address: str) -> None:
    """Bring the file of a desk to where the desk is to be."""
    if database.file is None:
        open_book(database_at(str(file)), read_only=False).close()  # brought up to date, where it is older
        copy_desk(str(file), address)
    else:
        file.rename(database.file)
        _sync(database.file.parent)


def _refuse_a_desk_at(database: Database) -> None:
    """Refuse to bring anything back to where something is.

    Raises:
        StoreError: There is a desk.
    """
    if database.file is None:
        there = database.exists() and _has_content(database)  # an empty one may be left of a try that failed
    else:
        ends = ("", "-wal", "-shm", "-journal")
        there = any(database.file.with_name(database.file.name + end).exists() for end in ends)
    if there:
        raise StoreError(
            f"There is a desk at {database.place} already. Nothing was changed; move it away, or name another."
        )


def _has_content(database: Database) -> bool:
    with closing(open_book(database, read_only=True)) as book, book.reading() as connection:
        return not is_empty(connection)


def _safe(path: object) -> str:
    """Give a path of a copy; none that leads out of it.

    Raises:
        ValueError: It is no path of a copy.
    """
    parts = PurePosixPath(str(path)).parts
    if parts == (DESK,) or (len(parts) == 2 and parts[0] == ARCHIVE and is_archive_name(parts[1])):
        return "/".join(parts)
    raise ValueError(f"{path!r} is no file of a copy")


def _described(path: Path, folder: Path) -> CopiedFile:
    digest, size = hashlib.sha256(), 0
    with path.open("r+b") as stream:  # to write, since only then it reaches the disk
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
        os.fsync(stream.fileno())
    return CopiedFile(path=path.relative_to(folder).as_posix(), bytes=size, sha256=digest.hexdigest())


def _copy_checked(path: Path, to: Path, said: CopiedFile) -> None:
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as source, to.open("xb") as target:
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                size += target.write(chunk)
            target.flush()
            os.fsync(target.fileno())
    except OSError as error:
        raise StoreError(f"{path} cannot be copied: {error.strerror or error}. Nothing was changed.") from error
    if (size, digest.hexdigest()) != (said.bytes, said.sha256):
        raise StoreError(f"{path} is not what was copied: it was changed or is damaged. Nothing was changed; "
                         "give another copy.")


def _refuse_occupied(place: Path) -> None:
    if place.is_symlink() or (place.exists() and not (place.is_dir() and not any(place.iterdir()))):
        raise StoreError(f"There is something at {place} already. Nothing was changed; name another place.")


@contextmanager
def _beside(place: Path) -> Iterator[Path]:
    """Give a new folder beside a place, for nobody else's eyes; what is left in it at the end goes."""
    try:
        place.absolute().parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.absolute().parent))
    except OSError as error:
        raise StoreError(f"{place} cannot be made: {error.strerror}. Choose another place.") from error
    try:
        yield part
    except OSError as error:
        raise StoreError(f"{place} cannot be written: {error.strerror or error}. Nothing was left there.") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _put(part: Path, place: Path) -> None:
    for folder in (part, *(path for path in part.rglob("*") if path.is_dir())):
        _sync(folder)
    with suppress(FileNotFoundError):
        place.rmdir()  # only if it is empty
    part.rename(place)
    _sync(place.absolute().parent)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _sync(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


