"""Reads a table of sources and letters that people keep in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from vedette.errors import UsageError
from vedette.model import fold, reliability_letter

NEEDED = ("source", "letter")
Entry = tuple[str, str, str]


def read_ratings(file: Path) -> list[Entry]:
    """Read source, letter and reason (which may be empty) of each line of a CSV file.

    Rule: the first line names the columns; ``source`` and ``letter`` are needed, ``why`` may be
    there, others are passed over, and so are lines without a source. Lines with the letter F do
    say something: that a source cannot be judged.

    Raises:
        UsageError: The file cannot be read, or a line is wrong; the message names it.
    """
    try:
        entries = list(_entries(file.read_text(encoding="utf-8-sig"), file))
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror}. Nothing was changed.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: is not UTF-8 at byte {error.start}. Nothing was changed.") from error
    except csv.Error as error:
        raise UsageError(f"{file}: is no CSV table: {error}. Nothing was changed.") from error
    return entries


def _entries(text: str, file: Path) -> Iterator[Entry]:
    rows = csv.DictReader(io.StringIO(text, newline=""), restkey="more")
    missing = [name for name in NEEDED if name not in (rows.fieldnames or ())]
    if missing:
        raise UsageError(
            f"{file}: has no column {' and no column '.join(missing)}. Its first line has to be source,letter,why. "
            "Nothing was changed."
        )
    given: dict[str, int] = {}
    for row in rows:
        source = (row["source"] or "").strip().removeprefix("'")
        if not source:
            continue
        where = f"{file}, line {rows.line_num}"
        if (first := given.setdefault(fold(source), rows.line_num)) != rows.line_num:
            raise UsageError(f"{where}: '{source}' stands in line {first} already. Nothing was changed.")
        try:
            letter = reliability_letter(row["letter"] or "")
        except UsageError as error:
            raise UsageError(f"{where}: {error} Nothing was changed.") from error
        yield source, letter, (row.get("why") or "").strip().removeprefix("'")
