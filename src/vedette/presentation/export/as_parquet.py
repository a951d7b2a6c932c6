"""Events as a Parquet file, with the columns of the table in their own types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from tempfile import TemporaryFile
from typing import Any

from vedette.model.codec import SCHEMA
from vedette.presentation.export.addresses import Addresses
from vedette.presentation.export.columns import COLUMNS, ColumnKind, Value, row_of
from vedette.presentation.export.record import Record

# Rows of a row group: large enough to be read fast, small enough for memory.
_ROWS = 5_000
_CHUNK = 1 << 16


def write_parquet(records: Iterable[Record], addresses: Addresses) -> Iterator[bytes]:
    """Write a row for each event; each column carries its meaning with it."""
    import pyarrow  # noqa: PLC0415 (an extra)
    from pyarrow import parquet  # noqa: PLC0415

    schema, rows = _schema(), (_clean(row_of(record)) for record in records)
    # Its table of contents stands at the end of the file, so that the whole is made before it goes out.
    with TemporaryFile() as file:
        with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
            while some := list(islice(rows, _ROWS)):
                writer.write_table(pyarrow.Table.from_pylist(some, schema=schema))
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk


def _schema() -> Any:
    import pyarrow  # noqa: PLC0415 (an extra)

    types = {
        ColumnKind.TEXT: pyarrow.string(), ColumnKind.COUNT: pyarrow.int64(), ColumnKind.NUMBER: pyarrow.float64(),
        ColumnKind.LIST: pyarrow.list_(pyarrow.string()),
    }
    fields = [
        pyarrow.field(column.name, types[column.kind], metadata={"meaning": column.meaning}) for column in COLUMNS
    ]
    return pyarrow.schema(fields, metadata={"vedette.schema": str(SCHEMA)})


def _clean(row: dict[str, Value]) -> dict[str, Value]:
    """Replace halves of characters, which no UTF-8 can hold; all else stays as it is."""
    return {name: _whole(value) for name, value in row.items()}


def _whole(value: Value) -> Value:
    if isinstance(value, list):
        return [item.encode("utf-8", "replace").decode("utf-8") for item in value]
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
