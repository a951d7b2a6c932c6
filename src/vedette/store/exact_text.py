"""Text that comes back from the database exactly as it was handed in.

A report's text is evidence: every offset counts its code points, so not one of
them may change. Databases refuse or cut a few characters that damaged pages do
hold (NUL, lone surrogates), and the search marks its hits with two more. These
few are written as an escape that no text can hold by chance.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

# A noncharacter: Unicode promises never to give it a meaning. Where it stands in
# a text all the same, it is escaped too, so that every text comes back.
ESCAPE = "\U0010ffff"
_UNSAFE = re.compile("[\x00\x02\x03\ud800-\udfff\U0010ffff]")
_ESCAPED = re.compile(f"{ESCAPE}([0-9a-f]{{6}})")


def escape(text: str) -> str:
    r"""Write the characters that a database would not keep as an escape.

    Example:
        >>> unescape(escape("cut\x00short")) == "cut\x00short"
        True
    """
    return _UNSAFE.sub(lambda found: f"{ESCAPE}{ord(found[0]):06x}", text)


def unescape(stored: str) -> str:
    """Give the text as it was before :func:`escape`."""
    if ESCAPE not in stored:
        return stored
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), stored)


def without_escapes(stored: str) -> str:
    r"""Give stored text for display: a space where a character was escaped.

    Example:
        >>> without_escapes(escape("cut\x00short"))
        'cut short'
    """
    return _ESCAPED.sub(" ", stored) if ESCAPE in stored else stored


class ExactText(TypeDecorator[str]):
    """A text column that gives back every code point it was given."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Escape on the way in."""
        return None if value is None else escape(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:
        """Unescape on the way out."""
        return None if value is None else unescape(value)
