"""Finding and opening the files that an input names."""

from __future__ import annotations

import gzip
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from vedette.errors import InputError
from vedette.sources.limits import KEPT_BYTES

KINDS = {
    ".txt": "text", ".md": "text", ".html": "page", ".htm": "page", ".jsonl": "lines", ".ndjson": "lines",
    ".warc": "archive", ".xml": "feed", ".rss": "feed", ".atom": "feed",
}


def kind_of(path: Path) -> str | None:
    """Say by its suffix what a file holds; ``None`` for a suffix that Vedette does not know.

    Example:
        >>> kind_of(Path("a.TXT")), kind_of(Path("a.jsonl.gz")), kind_of(Path("a.png"))
        ('text', 'lines', None)
    """
    return KINDS.get(_inner(path).suffix.lower())


def stem_of(path: Path) -> str:
    """Give the name of a file without its suffixes: what a report is called that has no id.

    Example:
        >>> stem_of(Path("in/b.txt")), stem_of(Path("b.html.gz")), stem_of(Path("b.v2.txt"))
        ('b', 'b', 'b.v2')
    """
    return _inner(path).stem


def walk(folder: Path) -> Iterator[Path | InputError]:
    """Give the readable files below a folder, each folder's own files first, by name.

    Hidden files and folders, unknown suffixes and devices are passed over;
    links to folders are not followed, so a loop of links ends. A folder that
    may not be opened is given as an error, in its place.
    """
    refused: list[InputError] = []
    for here, folders, names in os.walk(folder, onerror=lambda error: refused.append(_unreadable(error))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from refused
        refused.clear()
        for name in sorted(names):
            path = Path(here, name)
            if not name.startswith(".") and kind_of(path) and not _is_special(path):
                yield path
    yield from refused


def open_file(path: Path) -> BinaryIO:
    """Open a file, unpacked if it is a ``.gz`` (an archive stays packed: its records are unpacked one by one).

    Raises:
        InputError: It is missing, or may not be read.
    """
    try:
        if path.suffix.lower() == ".gz" and kind_of(path) != "archive":
            return cast(BinaryIO, gzip.open(path, "rb"))
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise unopened(error, str(path)) from error


def head_of(path: Path) -> bytes:
    """Give the first megabyte of a file as it lies on disk, for quarantine; nothing where it cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return b""
        with path.open("rb") as stream:
            return stream.read(KEPT_BYTES)
    except (OSError, ValueError):
        return b""


def unopened(error: Exception, source: str) -> InputError:
    """Say in one sentence why a file could not be opened or read on."""
    if isinstance(error, FileNotFoundError):
        return InputError("There is no such file.", source=source, advice="Check the path.")
    if isinstance(error, PermissionError):
        return InputError("It may not be read.", source=source, advice="Change its permissions, or run as its owner.")
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return InputError(f"It could not be read ({reason}).", source=source, advice="Check the path and the disk.")


def _inner(path: Path) -> Path:
    return path.with_suffix("") if path.suffix.lower() == ".gz" else path


def _unreadable(error: OSError) -> InputError:
    return unopened(error, str(error.filename))


def _is_special(path: Path) -> bool:
    # A pipe or a device in a folder could make a walk wait for ever. A broken link is told as a missing file.
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False
