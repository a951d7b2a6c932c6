"""The headers of an answer, as received."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReceivedHeaders:
    """Names and values in the order received, found by name in any case."""

    all: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, raw: Iterable[tuple[bytes, bytes]]) -> ReceivedHeaders:
        """Decode headers: as UTF-8 where they are, else byte by byte.

        Example:
            >>> ReceivedHeaders.of([(b"ETag", b'"a1"')]).get("etag")
            '"a1"'
        """
        return cls(tuple((name.decode("latin-1"), _decoded(value)) for name, value in raw))

    def get(self, name: str) -> str | None:
        """Give the first value of a header; ``None`` where it was not sent."""
        return next((value for known, value in self.all if known.lower() == name), None)

    def joined(self, name: str) -> str:
        """Give all values of a header that is a list, with commas between."""
        return ",".join(value for known, value in self.all if known.lower() == name)


def _decoded(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
