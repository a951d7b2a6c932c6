"""Proof of when a file of the archive was complete, behind a port.

Whoever can prove that a digest was known at a moment (a time-stamping authority after RFC 3161, OpenTimestamps, a
notary, a list that is printed in a newspaper) is a :class:`Stamper`. What Vedette brings itself is the list of digests
beside the files: it shows that a file was changed by accident or by somebody who forgot the list. It proves no
time to a stranger, and says so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from vedette.sources.archive.folder import DIGESTS, append_line

_LINE = re.compile(r"([0-9a-f]{64})  (pages-\d{8}\.warc\.gz)")
_CHUNK = 1 << 20


class Stamper(Protocol):
    """Whoever can prove later that a digest was known now."""

    def stamp(self, file: Path, sha256: str) -> None:
        """Stamp the SHA-256 of an archive file that is complete; a file that has a stamp is left alone."""
        ...


@dataclass(frozen=True, slots=True)
class DigestList:
    """A list of digests in the folder of the archive, in the form that ``sha256sum --check`` reads."""

    folder: Path

    def stamp(self, file: Path, sha256: str) -> None:
        """Put the digest of a file on the list, once.

        Raises:
            StoreError: The list cannot be written.
        """
        if file.name in self.stamped():
            return
        append_line(self.folder / DIGESTS, f"{sha256}  {file.name}")

    def stamped(self) -> Mapping[str, str]:
        """Map the files that have a stamp to their digests; the first word on a file counts."""
        path = self.folder / DIGESTS
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else []
        found = [match for match in map(_LINE.fullmatch, lines) if match]
        return {match[2]: match[1] for match in reversed(found)}


def file_digest(file: Path) -> str:
    """Give the SHA-256 of a whole file, in hexadecimal digits."""
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
