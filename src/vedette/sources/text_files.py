"""Plain text and Markdown: one report a file."""

from __future__ import annotations

from vedette.model import Report
from vedette.sources.decoding import decode
from vedette.sources.draft import Draft, Origin, complete
from vedette.sources.limits import TEXT_BYTES, check_size, check_text


def read_text(data: bytes, origin: Origin) -> Report:
    """Read one text as one report, its words exactly as they stand.

    Args:
        data: The file as received, at most 5 MB.
        origin: Where it comes from.

    Raises:
        InputError: Empty, binary, in no known encoding, or too large.

    Example:
        >>> read_text("Кордон закрито.".encode("windows-1251"), Origin(source="a.txt", ref="a")).text
        'Кордон закрито.'
    """
    check_size(data, limit=TEXT_BYTES, source=origin.source)
    text = decode(data, source=origin.source, declared=origin.charset)
    check_text(text, source=origin.source)
    return complete(Draft(text=text, ref=origin.ref, url=origin.url), origin)
