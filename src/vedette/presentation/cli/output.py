"""Where output goes, and in which form: one place that writes to a terminal."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from vedette.errors import UsageError
from vedette.presentation.safe_text import csv_cell, json_line, printable

FILE_WIDTH = 150


class Format(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def results() -> Console:
    """Give the console of standard output."""
    return _console(stderr=False)


def remarks() -> Console:
    """Give the console of standard error, for everything that is no result."""
    return _console(stderr=True)


def say(text: str) -> None:
    """Write a remark, harmless and wrapped, to standard error."""
    _remark(Text(printable(text)))


def complain(text: str) -> None:
    """Write an error in one sentence to standard error."""
    remark("Error", text, style="bold red")


def remark(label: str, text: str, *, style: str) -> None:
    """Write a remark under a label to standard error."""
    _remark(Text(f"{label}: ", style=style).append(printable(text), style="default"))


def plain(text: str, style: str = "") -> Text:
    """Make words of a report into something that Rich prints as it is: no markup, no escapes."""
    return Text(printable(text), style=style)


def counted(number: int, noun: str) -> str:
    """Write a number with its noun.

    Example:
        >>> counted(1, "report"), counted(12000, "event")
        ('1 report', '12,000 events')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def print_json_line(line: Mapping[str, Any]) -> None:
    """Write one object of JSONL; every character that a terminal would act on is escaped."""
    sys.stdout.write(json_line(line) + "\n")


def print_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write rows as CSV that no spreadsheet takes for formulas."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([csv_cell(cell) for cell in row])


def hand_out(pieces: Iterable[bytes], file: Path | None, *, is_text: bool) -> None:
    """Write what an export gives into a file, as a whole or not at all; without a file, to standard output.

    Raises:
        UsageError: The file cannot be written, or a terminal would have to show what is no text.

    """
    if file is not None:
        _keep(pieces, file)
    elif not is_text and sys.stdout.isatty():
        raise UsageError("A terminal cannot show this form. Name a file for it with --output.")
    else:
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece)


def _keep(pieces: Iterable[bytes], file: Path) -> None:
    part = file.parent / f"{file.name}.part"
    try:
        with part.open("wb") as opened:
            opened.writelines(pieces)
        part.replace(file)
    except OSError as error:
        reason = f"the events cannot be written there ({error.strerror})"
        raise UsageError(f"{file}: {reason}. Choose another --output.") from error
    finally:
        with suppress(OSError):  # stopped, or the desk failed: half an export is none
            part.unlink(missing_ok=True)


def make_table(*columns: str) -> Table:
    """Make a table in the one style of the command line; nothing in it is ever cut off."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _remark(text: Text) -> None:
    """Write a remark; in a log it stays on one line, so that it can be searched for."""
    console = remarks()
    console.print(text, soft_wrap=not console.is_terminal)


def _console(*, stderr: bool) -> Console:
    # A log or a pipe has no width of its own: there, a table may have all its columns.
    known = (sys.stderr if stderr else sys.stdout).isatty() or "COLUMNS" in os.environ
    width = None if known else FILE_WIDTH
    return Console(stderr=stderr, markup=False, highlight=False, emoji=False, soft_wrap=False, width=width)
