"""Sources cut into partitions: what is read, written and, after a stop, not done again as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from typing import Any

from vedette.inputs.claim_folder import load_pyarrow
from vedette.inputs.storage import name_address, open_storage
from vedette.model import content_id
from vedette.sources.files import kind_of

MEGABYTE = 1_000_000
# Of small files about so many make a partition. Where one ends is told by their names: a file that comes later changes
# the partition that it falls into, and no other (where no name ends one for four times as many, the next one, too).
_MANY = 64
WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, whose lines cannot be told by their bytes


class PieceKind(StrEnum):
    """How a piece is taken apart."""

    LINES = "lines"  # JSONL: a report a line
    ARCHIVE = "archive"  # WARC: a page a record
    ROWS = "rows"  # Parquet: a report a row
    WHOLE = "whole"  # anything else that `vedette add` reads


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A file, or the part of one from ``start`` up to ``end``: bytes of lines, row groups of Parquet."""

    address: str
    kind: PieceKind
    size: int
    start: int = 0
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Partition:
    """Pieces that are done together.

    Example:
        >>> piece = Piece(address="/in/a.jsonl", kind=PieceKind.LINES, size=10)
        >>> Partition((piece,)).id == Partition((piece,)).id != Partition(()).id
        True
    """

    pieces: tuple[Piece, ...]

    @property
    def id(self) -> str:
        """The name of its files: another one where an address, a size or a range is other."""
        return content_id("p", [asdict(piece) for piece in self.pieces])


def plan(sources: Iterable[str], *, size: int = 64 * MEGABYTE) -> Iterator[Partition]:
    """Cut sources into partitions, in their order; each file once.

    A large file of lines or rows is cut into ranges; a WARC file is one partition; of small files many make one.

    Args:
        sources: Files, folders, or addresses of storage.
        size: Bytes of a range.

    Raises:
        UsageError: An address is none that can be reached.
    """
    seen: set[str] = set()
    for source in sources:
        small: list[Piece] = []
        for system, path, bytes_ in _files(source):
            address = name_address(system, path)
            if address in seen:
                continue
            seen.add(address)
            kind = _kind(path)
            if kind is PieceKind.WHOLE:
                small.append(Piece(address=address, kind=kind, size=bytes_))
                if len(small) >= 4 * _MANY or _ends(address):
                    yield Partition(tuple(small))
                    small.clear()
                continue
            for start, end in _ranges(system, path, kind, bytes_, size):
                yield Partition((Piece(address=address, kind=kind, size=bytes_, start=start, end=end),))
        if small:
            yield Partition(tuple(small))


def _files(source: str) -> Iterator[tuple[Any, str, int]]:
    """Give the files of a source with their sizes, by name; a source that is not there as a file of no size."""
    system, path = open_storage(source)
    system.invalidate_cache()
    if not system.isdir(path):
        yield system, path, system.size(path) or 0 if system.exists(path) else 0
        return
    found = system.find(path, detail=True)
    readable = [name for name in sorted(found) if _is_readable(name.removeprefix(path))]
    if not readable:
        yield system, path, 0  # the reader says what is wrong with such a folder
    for name in readable:
        yield system, name, int(found[name]["size"] or 0)


def _is_readable(name: str) -> bool:
    path = Path(name.lstrip("/"))
    known = _kind(name) is PieceKind.ROWS or kind_of(path) is not None
    return known and not any(part.startswith(".") for part in path.parts)


def _kind(name: str) -> PieceKind:
    path = Path(name)
    if path.suffix.lower() == ".parquet":
        return PieceKind.ROWS
    kinds = {"lines": PieceKind.LINES, "archive": PieceKind.ARCHIVE}
    return kinds.get(kind_of(path) or "", PieceKind.WHOLE)


def _ends(address: str) -> bool:
    return int.from_bytes(blake2b(address.encode("utf-8", "surrogatepass"), digest_size=4).digest()) % _MANY == 0


def _ranges(system: Any, path: str, kind: PieceKind, bytes_: int, size: int) -> Iterator[tuple[int, int | None]]:
    if bytes_ <= size or kind is PieceKind.ARCHIVE or path.lower().endswith(".gz"):
        yield 0, None
    elif kind is PieceKind.ROWS:
        yield from _row_groups(system, path, bytes_, size)
    else:
        with system.open(path, "rb") as file:
            wide = file.read(2) in WIDE
        ends = [0] if wide else range(0, bytes_, size)
        yield from ((start, None if wide or start + size >= bytes_ else start + size) for start in ends)


def _row_groups(system: Any, path: str, bytes_: int, size: int) -> Iterator[tuple[int, int | None]]:
    with system.open(path, "rb") as file, load_pyarrow("parquet").ParquetFile(file) as opened:
        groups = opened.num_row_groups
    step = max(1, groups * size // bytes_)
    for start in range(0, groups, step):
        yield start, None if start + step >= groups else start + step
