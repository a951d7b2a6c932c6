"""How large an input may be, so that one broken file cannot stop a desk."""

from __future__ import annotations

from vedette.errors import InputError

TEXT_BYTES = 5_000_000
LINE_BYTES = 20_000_000
PAGE_BYTES = 20_000_000
PAGE_ELEMENTS = 100_000
# What quarantine keeps, and one byte more so that it can tell that it was cut.
KEPT_BYTES = 1_000_001


def check_size(data: bytes, *, limit: int, source: str, line: int | None = None) -> bytes:
    """Give data back if it is at most ``limit`` bytes long.

    Raises:
        InputError: It is longer.
    """
    if len(data) > limit:
        raise InputError(
            f"It is larger than {limit // 1_000_000} MB, which no single report is.", source=source, line=line,
            advice="Split it into one report a file, or a line of JSONL.",
        )
    return data


def check_text(text: str, *, source: str, line: int | None = None) -> str:
    """Give the text of a report back if there is some, and not too much.

    Raises:
        InputError: There is no text, or more than 5 MB of it.
    """
    if not text.strip():
        raise InputError(
            "There is no article text in it.", source=source, line=line,
            advice="Save the page of one article, or its text as a .txt file.",
        )
    if len(text) * 4 > TEXT_BYTES:  # only then is it worth while to count bytes
        check_size(text.encode("utf-8", "replace"), limit=TEXT_BYTES, source=source, line=line)
    return text
