"""On which line of a TOML file something stands."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w\-]+(?:\s*\.\s*[\w\-]+)*)\s*=")


def line_of(text: str, table: str, number: int | None, *, key: str) -> int | None:
    r"""Give the line of a key, counted from 1; where it is missing, that of the head of its table.

    Args:
        text: The file.
        table: The name of a list of tables, as in ``[[indicator]]``.
        number: Which entry of it, from 1; ``None`` for the top of the file.
        key: The key, with a point for what lies in a table of the entry (``match.types``).

    Example:
        >>> line_of('name = "x"\n[[level]]\nname = "calm"\n', "level", 1, key="name")
        3
    """
    here, prefix, seen, head, outer = number is None, "", 0, None, None
    for place, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            name = header[2]
            if name == table and header[1] == "[[":
                seen += 1
                here, prefix = seen == number, ""
                head = place if here else head
            elif name.startswith(f"{table}."):
                here, prefix = seen == number, name.removeprefix(f"{table}.") + "."
                outer = place if here and f"{key}.".startswith(prefix) else outer
            else:
                here, prefix = number is None, f"{name}."
        elif here and (written := _KEY.match(line)):
            found = prefix + re.sub(r"\s", "", written[1])
            if found == key:
                return place
            outer = place if key.startswith(f"{found}.") else outer
    return outer or head


def line_naming(text: str, word: str) -> int | None:
    r"""Give the first line on which a word stands that is no part of a longer one, counted from 1; not in remarks.

    Example:
        >>> line_naming('# $area\nname = "$areas"\nabout = "$area"\n', "$area")
        3
    """
    whole = re.compile(re.escape(word) + r"(?![a-z0-9_-])")
    lines = enumerate(text.splitlines(), start=1)
    return next((place for place, line in lines if not line.lstrip().startswith("#") and whole.search(line)), None)
