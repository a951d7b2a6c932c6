"""Files wherever they lie: on this machine, or at an address such as ``s3://bucket/folder``; by fsspec."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from vedette.errors import MissingExtra, UsageError

_PAGES = ("http://", "https://")


def open_storage(address: str) -> tuple[Any, str]:
    """Give the file system that an address lies on, and the path there.

    Raises:
        MissingExtra: fsspec is not installed.
        UsageError: Nothing that is installed reads such addresses, or they are pages.
    """
    if address.lower().startswith(_PAGES):
        raise UsageError(f"{address}: this is a page, not storage. 'vedette add' reads pages; give a file or a folder.")
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise MissingExtra("Reading from and writing to storage", "cluster") from error
    try:
        system, path = url_to_fs(address)
    except ImportError as error:  # fsspec says which package reads such addresses
        raise UsageError(f"{address}: it cannot be reached. {error}: pip install brings it.") from error
    except ValueError as error:
        raise UsageError(f"{address}: there is no such storage ({error}). Give a path, or s3://... .") from error
    return system, str(path)


def name_address(system: Any, path: str) -> str:
    """Give the address of a path: on this machine the path itself, elsewhere with its protocol."""
    return path if is_here(system) else str(system.unstrip_protocol(path))


def is_here(system: Any) -> bool:
    """Whether a file system is that of this machine."""
    return "file" in (system.protocol if isinstance(system.protocol, tuple) else (system.protocol,))


@contextmanager
def local_copy(address: str) -> Iterator[Path]:
    """Give a file on this machine with the content and the name of the one at an address: itself if it is here."""
    system, path = open_storage(address)
    if is_here(system):
        yield Path(path)
        return
    with TemporaryDirectory() as folder:
        copy = Path(folder) / Path(path).name
        with system.open(path, "rb") as there, copy.open("wb") as here:
            shutil.copyfileobj(there, here)
        yield copy
