"""Characters that a feed or a sitemap writes as numbers."""

from __future__ import annotations

import re

_REFERENCES = re.compile(r"(?:&#(?:[xX][0-9a-fA-F]+|[0-9]+);)+")
_REFERENCE = re.compile(r"&#(?:[xX]0*(?P<hex>[0-9a-fA-F]+)|0*(?P<decimal>[0-9]+));")
_HALVES = range(0xD800, 0xE000)
_LAST = 0x10FFFF
# No number of a character has more digits; those of a hostile feed could have millions.
_MOST_DIGITS = 7


def whole_characters(text: str) -> str:
    """Write out the characters that a feed gives as two halves; numbers that are no character become U+FFFD.

    Programs that count in UTF-16 write a pictogram so. XML has no such numbers, and a parser that meets one gives the
    feed up.

    Example:
        >>> whole_characters("Port &#38; ferry &#xD83D;&#xDEA2; &#xD83D;")
        'Port &#38; ferry 🚢 �'
    """
    return _REFERENCES.sub(_written, text)


def _written(row: re.Match[str]) -> str:
    halves = "".join(map(_character, _REFERENCE.finditer(row[0])))
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _character(reference: re.Match[str]) -> str:
    digits = reference["hex"] or reference["decimal"]
    number = int(digits, 16 if reference["hex"] else 10) if len(digits) <= _MOST_DIGITS else _LAST + 1
    if number > _LAST:
        return "\ufffd"
    return chr(number) if number in _HALVES else reference[0]
