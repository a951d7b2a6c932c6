"""Text of reports, made harmless for a terminal, a spreadsheet, a program or a page of Markdown.

Reports are written by strangers. What they wrote may hold terminal escapes, spreadsheet
formulas, or marks that turn the reading direction around; none of it may act.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

# Cc are the control characters (ESC among them); Cf would hide or reorder what is read,
# Cs cannot be written out as UTF-8, Co and Cn mean nothing to a reader.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Whole escape sequences (colours, cursor moves, window titles), so that no half of one is left to read.
_ESCAPES = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b]*(?:\x07|\x1b\\)")
_RUNS = re.compile("  +")
# The wide ones are formulas to a spreadsheet that is set to an eastern Asian language.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
# Legal inside a JSON string, and yet a terminal would act on them.
_ACTING = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
# What acts anywhere in a line of Markdown, what acts at its start, and what becomes a link by itself.
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&$@]|(?<=www)\.|:(?=//))", re.IGNORECASE)
_MARKDOWN_START = re.compile(r"^(\d{0,9})([#+\-=.)])")


def printable(text: str) -> str:
    r"""Give a text as one line that is safe to print on a terminal.

    Runs of white space become one blank, whatever a reader cannot see is taken out:
    control characters (so no terminal escape survives), direction marks, lone surrogates.

    Example:
        >>> printable("a\x1b[31m red\ntitle\u202e")
        'a red title'

    """
    return _RUNS.sub(" ", text if text.isprintable() else _seen(text)).strip()


def printable_piece(text: str, clean: Callable[[str], str] = printable) -> str:
    r"""Give a piece of a sentence as :func:`printable` does, with the blanks at its edges, which hold words apart.

    Args:
        text: The piece.
        clean: Makes it harmless; another where a blank means something else.

    Example:
        >>> printable_piece("  troops\x07 crossed ")
        ' troops crossed '

    """
    before, after = " " if text[:1].isspace() else "", " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{clean(text)}{after}"


def _seen(text: str) -> str:
    """Take out what a reader cannot see, character by character: few texts hold any."""
    blank = (" " if char.isspace() else char for char in _ESCAPES.sub("", text))
    return "".join(char for char in blank if unicodedata.category(char) not in _UNSEEN)


def csv_cell(text: str) -> str:
    """Give a text as a cell that no spreadsheet takes for a formula.

    A cell that would start a formula gets a leading apostrophe, which spreadsheets
    show as text; line breaks and control characters are taken out as in :func:`printable`.

    Example:
        >>> csv_cell("=1+1"), csv_cell("Vilnius")
        ("'=1+1", 'Vilnius')

    """
    start = text[:1] if text[:1] in ("\t", "\r") else ""
    clean = printable(text)
    return "'" + clean if start or clean.startswith(_FORMULA_STARTS) else clean


def json_line(line: Mapping[str, Any]) -> str:
    r"""Make one line of JSON, readable in every script and safe to look at.

    Example:
        >>> json_line({"a": "Łódź \x1b \x9b"})
        '{"a": "Łódź \\u001b \\u009b"}'

    """
    text = json.dumps(line, ensure_ascii=False)
    if any("\ud800" <= char <= "\udfff" for char in text):
        return json.dumps(line)  # lone surrogates cannot be written as UTF-8, their escapes can
    return _ACTING.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def markdown_text(text: str) -> str:
    r"""Give a text as Markdown that shows exactly these characters and means nothing.

    Example:
        >>> markdown_text("<b>[x](y)</b>")
        '\\<b\\>\\[x\\](y)\\</b\\>'

    """
    return _MARKDOWN_START.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", printable(text)))
