"""Events as CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from vedette.presentation.export.addresses import Addresses
from vedette.presentation.export.columns import COLUMNS, Column, Value
from vedette.presentation.export.record import Record
from vedette.presentation.safe_text import csv_cell


def write_csv(records: Iterable[Record], addresses: Addresses) -> Iterator[bytes]:
    """Write a header and a row for each event, in UTF-8."""
    yield _line([column.name for column in COLUMNS])
    for record in records:
        yield _line([_cell(column, column.value(record)) for column in COLUMNS])


def _cell(column: Column, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, float | int):
        return str(value)  # our own number: the minus of a southern latitude begins no formula
    return csv_cell(column.join.join(value) if isinstance(value, list) else value)


def _line(cells: Sequence[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue().encode("utf-8")
