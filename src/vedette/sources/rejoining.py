"""A stream of which the head was looked at, whole again."""

from __future__ import annotations

import io
from typing import BinaryIO


class _Rejoined(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        self._head = self._head[len(part) :] if self._head else b""
        buffer[: len(part)] = part
        return len(part)


def rejoin(head: bytes, rest: BinaryIO) -> io.BufferedReader:
    """Give a stream that begins with ``head`` and goes on with ``rest``.

    Example:
        >>> rejoin(b"Bre", io.BytesIO(b"st")).read()
        b'Brest'
    """
    return io.BufferedReader(_Rejoined(head, rest))
