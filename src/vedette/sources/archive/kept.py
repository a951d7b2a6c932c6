"""Where a page lies in the archive, and how the files of an archive are named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vedette.errors import UsageError

# Of the eight digits of a file, the first two say who writes it: nobody has to ask another which number is next.
WRITERS = 100
_FILES = 1_000_000
_NAME = re.compile(r"pages-(\d{8})\.warc\.gz")
_PLACE = re.compile(r"(pages-\d{8}\.warc\.gz):(\d{1,15})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The place of one page in the archive, and what it has to be there.

    ``file`` is a name in the folder of the archive, ``offset`` and ``length`` are in bytes of that file,
    ``sha256`` is that of the body as it was received (64 hexadecimal digits).

    Example:
        >>> Kept(file="pages-00000001.warc.gz", offset=512, length=2048, sha256="ab" * 32).place
        'pages-00000001.warc.gz:512'
    """

    file: str
    offset: int
    length: int
    sha256: str

    @property
    def place(self) -> str:
        """The place as people write it."""
        return f"{self.file}:{self.offset}"


def file_name(number: int) -> str:
    """Give the name of an archive file by its number; names sort as they were begun.

    Example:
        >>> file_name(12)
        'pages-00000012.warc.gz'
    """
    return f"pages-{number:08d}.warc.gz"


def number_of(name: str) -> int | None:
    """Give the number of an archive file, ``None`` for a file of somebody else.

    Example:
        >>> number_of("pages-00000012.warc.gz"), number_of("holiday.jpg")
        (12, None)
    """
    match = _NAME.fullmatch(name)
    return int(match[1]) if match else None


def writer_of(name: str) -> int:
    """Give the writer of an archive file, by its name: 0 where one process alone keeps pages.

    Example:
        >>> writer_of("pages-00000012.warc.gz"), writer_of("pages-03000001.warc.gz")
        (0, 3)
    """
    return (number_of(name) or 0) // _FILES


def first_number(writer: int) -> int:
    """Give the number before that of the first file of a writer.

    Example:
        >>> file_name(first_number(3) + 1)
        'pages-03000001.warc.gz'
    """
    return writer * _FILES


def read_place(text: str) -> tuple[str, int]:
    """Understand a place as people write it: a file of the archive and an offset in it.

    Raises:
        UsageError: It is none.

    Example:
        >>> read_place("pages-00000001.warc.gz:512")
        ('pages-00000001.warc.gz', 512)
    """
    match = _PLACE.fullmatch(text)
    if match is None:
        raise UsageError(
            f"'{text}' is no place in an archive. 'vedette archive list' gives places, such as {file_name(1)}:512."
        )
    return match[1], int(match[2])
