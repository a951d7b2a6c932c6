"""The compressed members of an archive file: one for each record, found again after damage.

A file of the archive is a row of gzip members. What cannot be unpacked whole is a :class:`Break`: *torn* where
the bytes stop too early, as a killed process or a full disk leaves them, else *damaged*.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

# No record is larger unpacked: a page is limited when it is fetched, and its head is small.
RECORD_BYTES = 64_000_000
_CHUNK = 65_536
_MAGIC = b"\x1f\x8b\x08"
_GZIP = 31  # zlib's word for: a gzip member, and nothing else


@dataclass(frozen=True, slots=True)
class Member:
    """A whole member: its place in the file, and what it holds."""

    offset: int
    length: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Break:
    """A place from which no whole member can be read, and why."""

    offset: int
    torn: bool
    reason: str


def read_member(stream: BinaryIO, offset: int, *, limit: int = RECORD_BYTES) -> Member | Break:
    """Unpack the member that begins at an offset; no more than ``limit`` bytes are ever unpacked.

    Example:
        >>> import gzip, io
        >>> whole = gzip.compress(b"a record")
        >>> read_member(io.BytesIO(whole), 0).content
        b'a record'
        >>> read_member(io.BytesIO(whole[:-1]), 0).torn
        True
    """
    stream.seek(offset)
    unpack, content, read = zlib.decompressobj(_GZIP), bytearray(), 0
    while not unpack.eof:
        chunk = stream.read(_CHUNK)
        if not chunk:
            return Break(offset, True, "the file breaks off inside a record")
        read += len(chunk)
        try:
            content += unpack.decompress(chunk, limit + 1 - len(content))
        except zlib.error as error:
            return Break(offset, False, f"a record cannot be unpacked ({error})")
        if len(content) > limit:
            return Break(offset, False, f"a record is larger than {limit:,} bytes")
    return Member(offset, read - len(unpack.unused_data), bytes(content))


def read_members(stream: BinaryIO, offset: int, *, end: int) -> Iterator[Member | Break]:
    """Unpack one member after the other up to ``end``; behind damage, go on at the next whole one."""
    while offset < end:
        found = read_member(stream, offset)
        yield found
        if isinstance(found, Member):
            offset += found.length
        else:
            following = next_member(stream, offset + 1, end=end)
            if following is None:
                return
            offset = following


def next_member(stream: BinaryIO, offset: int, *, end: int) -> int | None:
    """Give where the next whole record begins, at this offset or behind it; ``None`` where there is none."""
    for candidate in _signs(stream, offset, end):
        found = read_member(stream, candidate)
        if isinstance(found, Member) and found.content.startswith(b"WARC/"):
            return candidate
    return None


def is_torn(stream: BinaryIO, offset: int, *, end: int) -> bool:
    """Say whether what begins here is the half of a record at the end of a file, and no damage.

    After a power cut, zeros may stand where bytes were still to be written. Where a whole record
    follows, nothing was torn off: somebody else changed the file.
    """
    if next_member(stream, offset + 1, end=end) is not None:
        return False
    found = read_member(stream, offset)
    if isinstance(found, Member):
        return False
    if found.torn:
        return True
    stream.seek(offset)
    rest = stream.read(min(end - offset, RECORD_BYTES)).rstrip(b"\0")
    return not rest or _is_beginning(rest)


def _is_beginning(data: bytes) -> bool:
    """Say whether these bytes could be the first ones of a member."""
    unpack, room = zlib.decompressobj(_GZIP), RECORD_BYTES
    try:
        return len(unpack.decompress(data, room)) < room and not unpack.eof
    except zlib.error:
        return False


def _signs(stream: BinaryIO, offset: int, end: int) -> Iterator[int]:
    """Give each place where a member could begin."""
    kept = b""
    while offset < end:
        stream.seek(offset)
        chunk = stream.read(min(_CHUNK, end - offset))
        if not chunk:
            return
        data, start = kept + chunk, offset - len(kept)
        found = data.find(_MAGIC)
        while found >= 0:
            yield start + found
            found = data.find(_MAGIC, found + 1)
        kept, offset = data[-(len(_MAGIC) - 1):], offset + len(chunk)
