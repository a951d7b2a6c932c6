"""Packed bodies, unpacked no further than they may be."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Protocol

import brotli  # type: ignore[import-untyped]

from vedette.sources.web.answers import Fault, Unfetched

ACCEPTED = "gzip, deflate, br"
_PIECE = 262_144
_GZIP_MARK = b"\x1f\x8b"
_MOST_MEMBERS = 100
# News packs to a fifth, a tenth at best. What grows two-hundredfold was made to fill a disk.
_BOMB_RATIO, _BOMB_FROM = 200, 200_000
_NOT_PACKED = frozenset(("", "identity", "none", "utf-8", "binary"))
_SAVE = "Save the article as a file and add the file."


def unpack(chunks: Iterable[bytes], *, coding: str, limit: int, source: str) -> bytes:
    """Put a body together from what was received, unpacked where it is packed.

    Never more than ``limit`` bytes are taken, received or unpacked, nor held:
    unpacking stops where that is passed, so a bomb does not open.

    Args:
        chunks: The body as received.
        coding: The ``Content-Encoding``: nothing, gzip, deflate or br.
        limit: The most bytes.
        source: Where it comes from, for the message.

    Raises:
        Unfetched: Too large, a bomb, damaged, cut off, or packed in a way that Vedette does not know.

    Example:
        >>> unpack([zlib.compress(b"The gate is shut.")], coding="deflate", limit=1_000, source="a.gz")
        b'The gate is shut.'
    """
    unpacker = _unpacker(coding, source=source)
    body, received = bytearray(), 0
    try:
        for chunk in chunks:
            received += len(chunk)
            if received > limit:
                raise too_large(limit, source=source)
            for piece in unpacker.pieces(chunk):
                body += piece
                _check(len(body), received, limit=limit, source=source)
    except (zlib.error, brotli.error) as error:
        raise _damaged(source) from error
    except _TooManyMembers as error:
        reason = f"It is packed in more than {_MOST_MEMBERS} parts, as only a bomb is."
        raise Unfetched(Fault.BOMB, reason, source=source, advice="Leave it.") from error
    if received and not unpacker.whole:
        raise _damaged(source)
    return bytes(body)


class _Unpacker(Protocol):
    @property
    def whole(self) -> bool: ...
    def pieces(self, data: bytes) -> Iterator[bytes]: ...


class _AsItIs:
    whole = True

    def pieces(self, data: bytes) -> Iterator[bytes]:
        yield data


class _TooManyMembers(Exception):
    """Thousands of little packets in one body cost time without growing."""


class _Zlib:
    """Gzip, also of several members, and deflate with or without its head."""

    def __init__(self) -> None:
        self._held = b""
        self._members = 0
        self._current: zlib._Decompress | None = None

    @property
    def whole(self) -> bool:
        return self._members > 0 and self._current is None

    def pieces(self, data: bytes) -> Iterator[bytes]:
        data, self._held = self._held + data, b""
        while data and (current := self._current or self._begin(data)):
            piece = current.decompress(data, _PIECE)
            yield piece
            data = current.unconsumed_tail
            while len(piece) == _PIECE and not data and not current.eof:  # some may still be inside
                piece = current.decompress(b"", _PIECE)
                yield piece
            if current.eof:
                data, self._current = current.unused_data, None

    def _begin(self, data: bytes) -> zlib._Decompress | None:
        if len(data) < 2:
            self._held = data
            return None
        if self._members and not data.startswith(_GZIP_MARK):
            return None  # what stands behind the end of the packing is no part of the page
        self._members += 1
        if self._members > _MOST_MEMBERS:
            raise _TooManyMembers
        # 47 takes gzip and zlib, told apart by the head; some servers send deflate without one.
        has_head = data.startswith(_GZIP_MARK) or (data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0)
        self._current = zlib.decompressobj(47 if has_head else -15)
        return self._current


class _Brotli:
    def __init__(self) -> None:
        self._current = brotli.Decompressor()

    @property
    def whole(self) -> bool:
        return bool(self._current.is_finished())

    def pieces(self, data: bytes) -> Iterator[bytes]:
        while not self._current.is_finished():
            piece = self._current.process(data, output_buffer_limit=_PIECE)
            yield piece
            data = b""
            # It may accept more while some is still inside; a piece that is not full was the last.
            if len(piece) < _PIECE and self._current.can_accept_more_data():
                return


def _unpacker(coding: str, *, source: str) -> _Unpacker:
    codings = [word for part in coding.lower().split(",") if (word := part.strip()) not in _NOT_PACKED]
    if len(codings) > 1:
        raise Unfetched(Fault.BOMB, "It is packed more than once, which no page is.", source=source, advice=_SAVE)
    if not codings:
        return _AsItIs()
    if codings[0] in ("gzip", "x-gzip", "deflate"):
        return _Zlib()
    if codings[0] == "br":
        return _Brotli()
    reason = f"It is packed in a way that Vedette does not know ({codings[0][:40]!r})."
    raise Unfetched(Fault.PROTOCOL, reason, source=source, advice=_SAVE)


def _check(size: int, received: int, *, limit: int, source: str) -> None:
    if size > _BOMB_FROM and size > _BOMB_RATIO * received:
        reason = f"It unpacks to more than {_BOMB_RATIO} times what was sent, as only a bomb does."
        raise Unfetched(Fault.BOMB, reason, source=source, advice="Leave it.")
    if size > limit:
        raise too_large(limit, source=source)


def too_large(limit: int, *, source: str) -> Unfetched:
    """Make the error that says that more was sent than is taken."""
    return Unfetched(Fault.TOO_LARGE, f"It is larger than {limit / 1_000_000:g} MB.", source=source, advice=_SAVE)


def _damaged(source: str) -> Unfetched:
    reason = "What it is packed in is damaged or cut off."
    return Unfetched(Fault.PROTOCOL, reason, source=source, advice="Try again later.")
