"""A part of a page that a command writes: what stands between ``<!-- name -->`` and ``<!-- end of name -->``."""

from __future__ import annotations

import re
from pathlib import Path


def with_written(page: str, name: str, section: str) -> str:
    r"""Put a section between the marks of its name.

    Raises:
        ValueError: The page has no such marks.

    Example:
        >>> with_written("<!-- a -->\nold\n<!-- end of a -->", "a", "new")
        '<!-- a -->\nnew\n<!-- end of a -->'
    """
    first, last = f"<!-- {name} -->\n", f"\n<!-- end of {name} -->"
    marked = re.compile(f"(?<={re.escape(first)}).*?(?={re.escape(last)})", re.DOTALL)
    if not marked.search(page):
        raise ValueError(f"The page has no '{first.strip()}' and '{last.strip()}'. Add them, with a line between.")
    return marked.sub(lambda _: section, page)


def write_section(file: Path, name: str, section: str) -> None:
    """Write a section into a page, between the marks of its name; the rest of the page stays."""
    page = file.read_text(encoding="utf-8")
    file.write_text(with_written(page, name, section), encoding="utf-8")
