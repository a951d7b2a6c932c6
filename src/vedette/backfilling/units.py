"""A partition taken apart into units: what is read, and may fail, alone.

Taking apart is cheap and looks at as little as possible: what a page or a line holds is for the worker to find out.
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator

from vedette.backfilling.partitions import WIDE, Partition, Piece, PieceKind
from vedette.inputs.claim_folder import load_pyarrow
from vedette.inputs.storage import open_storage
from vedette.sources.limits import LINE_BYTES, PAGE_BYTES

_KINDS = ("response", "resource", "conversion")
_BLANK = b" \t\r\n\xef\xbb\xbf"
_HEADS = 65_536
_BLOCK = 1 << 16
_ROWS = 256
_KEYS = ("id", "url", "title", "outlet", "author", "published", "lang", "text")


class UnitKind(StrEnum):
    """What a unit is."""

    LINE = "line"  # of JSONL
    RECORD = "record"  # of a WARC file, unpacked
    FILE = "file"  # a whole one, for the worker to open
    FAULT = "fault"  # what stopped the taking apart; its reason is in ``where``


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that is read alone: what it is, where it comes from, its bytes, and its place there."""

    kind: UnitKind
    address: str
    data: bytes = b""
    where: str = ""


def units_of(partition: Partition) -> Iterator[Unit]:
    """Take a partition apart. What is damaged gives the units before the damage, and a unit that says so."""
    for piece in partition.pieces:
        apart = {
            PieceKind.LINES: _lines, PieceKind.ARCHIVE: _records, PieceKind.ROWS: _rows, PieceKind.WHOLE: _whole,
        }[piece.kind]
        try:
            yield from apart(piece)
        except Exception as error:  # whatever a library makes of damaged bytes, the other pieces must go on
            told = str(error) or type(error).__name__
            yield Unit(UnitKind.FAULT, piece.address, where=f"It is damaged or cannot be read on ({told}).")


def _whole(piece: Piece) -> Iterator[Unit]:
    yield Unit(UnitKind.FILE, piece.address)


def _lines(piece: Piece) -> Iterator[Unit]:
    """Give the lines that begin in the range; the last may end beyond it."""
    with ExitStack() as open_files:
        stream = _opened(piece.address, open_files)
        if stream.read(2) in WIDE:
            yield from _whole(piece)
            return
        place, empty = _seek_line(stream, piece.start), True
        while piece.end is None or place < piece.end:
            line = stream.readline(LINE_BYTES + 1)
            if not line:
                break
            begins, place = place, place + len(line)
            if len(line) > LINE_BYTES and not line.endswith(b"\n"):
                place += _skip_line(stream)
            if line.strip(_BLANK):
                empty = False
                yield Unit(UnitKind.LINE, piece.address, line, f"byte {begins}")
        if empty and piece.start == 0 and piece.end is None:
            yield Unit(UnitKind.FAULT, piece.address, where="There is no line in it.")


def _opened(address: str, open_files: ExitStack) -> BinaryIO:
    """Open a file, unpacked; what is opened for that is closed with the stack, the packed file under it as well."""
    system, path = open_storage(address)
    opened: BinaryIO = open_files.enter_context(system.open(path, "rb"))
    if not path.lower().endswith(".gz"):
        return opened
    return open_files.enter_context(io.BufferedReader(gzip.GzipFile(fileobj=opened)))


def _seek_line(stream: BinaryIO, start: int) -> int:
    """Go to the first line that begins at a byte or behind it."""
    if start == 0:
        stream.seek(0)
        return 0
    stream.seek(start - 1)
    return start - 1 + _skip_line(stream)


def _skip_line(stream: BinaryIO) -> int:
    passed = 0
    while part := stream.readline(_BLOCK):
        passed += len(part)
        if part.endswith(b"\n"):
            break
    return passed


def _records(piece: Piece) -> Iterator[Unit]:
    system, path = open_storage(piece.address)
    with system.open(path, "rb") as stream:
        count = 0
        try:
            for record in ArchiveIterator(stream):
                count += 1
                if record.rec_type is None:
                    raise EOFError("the head of a record breaks off")
                if record.rec_type in _KINDS and _may_be_text(record):
                    yield Unit(UnitKind.RECORD, piece.address, _cut_out(record), f"record {count}")
        except Exception:  # warcio meets damage with errors of many kinds
            yield Unit(UnitKind.FAULT, piece.address, where=f"The archive is damaged after {count} records.")
            return
    if not count:
        yield Unit(UnitKind.FAULT, piece.address, where="There is no WARC record in it.")


def _may_be_text(record: Any) -> bool:
    headers = record.http_headers or record.rec_headers
    media = (headers.get_header("Content-Type") or "").lower()
    return "html" in media or "text" in media


def _cut_out(record: Any) -> bytes:
    """Give a record as an archive of its own, not packed."""
    head = b"" if record.http_headers is None else record.http_headers.to_bytes()
    body, limit = bytearray(), PAGE_BYTES + _HEADS
    while len(body) < limit and (block := record.raw_stream.read(_BLOCK)):
        body += block
    if len(body) < limit and record.rec_headers.get_header("Content-Length") and record.raw_stream.limit > 0:
        raise EOFError("the record is shorter than its header says")
    record.rec_headers.replace_header("Content-Length", str(len(head) + len(body)))
    return bytes(record.rec_headers.to_bytes() + head + body + b"\r\n\r\n")


def _rows(piece: Piece) -> Iterator[Unit]:
    """Give the rows of a table with the columns of JSONL, each as a line of it."""
    system, path = open_storage(piece.address)
    with system.open(path, "rb") as file, load_pyarrow("parquet").ParquetFile(file) as opened:
        columns = [name for name in opened.schema_arrow.names if name in _KEYS]
        if "text" not in columns:
            yield Unit(UnitKind.FAULT, piece.address, where="The table has no column 'text'.")
            return
        groups = list(range(piece.start, opened.num_row_groups if piece.end is None else piece.end))
        number = sum(opened.metadata.row_group(group).num_rows for group in range(piece.start))
        for batch in opened.iter_batches(batch_size=_ROWS, row_groups=groups, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield Unit(UnitKind.LINE, piece.address, _as_line(row), f"row {number}")


def _as_line(row: dict[str, Any]) -> bytes:
    # A date or a moment has a type of its own in Parquet, an id may be a number.
    plain = {key: value if value is None else str(value) for key, value in row.items()}
    return json.dumps(plain).encode("ascii")
