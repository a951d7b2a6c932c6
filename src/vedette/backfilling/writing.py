"""The three files of a partition: written row group by row group, and there as a whole or not at all."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict, dataclass
from typing import Any, Generic

from vedette.backfilling.partitions import Partition
from vedette.inputs.claim_folder import ClaimFolder, load_pyarrow
from vedette.inputs.claim_tables import (
    CLAIM_COLUMNS,
    QUARANTINE_COLUMNS,
    REPORT_COLUMNS,
    ClaimOf,
    Column,
    ColumnKind,
    Noun,
    Row,
    row_of,
)
from vedette.inputs.reading import Given
from vedette.model import QuarantinedInput

# Rows of a row group: so many are held in memory.
_ROWS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DonePartition:
    """A partition that was read and written, with what is in it."""

    partition: Partition
    reports: int
    claims: int
    quarantined: int


class PartitionWriter:
    """Writes what was read of one partition. Until :meth:`finish` nothing of it counts.

    Args:
        folder: Where.
        partition: What is being read.
    """

    def __init__(self, folder: ClaimFolder, partition: Partition) -> None:
        self._folder, self._partition = folder, partition
        self._files = ExitStack()
        self._reports = _Table(folder, "reports", partition.id, columns=REPORT_COLUMNS, files=self._files)
        self._claims = _Table(folder, "claims", partition.id, columns=CLAIM_COLUMNS, files=self._files)
        self._bad = _Table(folder, "quarantined", partition.id, columns=QUARANTINE_COLUMNS, files=self._files)

    def add(self, item: Given) -> None:
        """Write a report with its claims, or what could not be read."""
        if isinstance(item, QuarantinedInput):
            self._bad.add(item)
            return
        self._reports.add(item)
        for claim in item.claims:
            self._claims.add(ClaimOf(claim, item.report))

    def finish(self) -> DonePartition:
        """Close the files, give them their names, and note that the partition is done."""
        tables = (self._reports, self._claims, self._bad)
        for table in tables:
            table.flush()
        self._files.close()
        for table in tables:
            table.publish()
        counts = {"reports": self._reports.rows, "claims": self._claims.rows, "quarantined": self._bad.rows}
        pieces = [asdict(piece) for piece in self._partition.pieces]
        self._folder.write_json(
            f"done/{self._partition.id}.json", {"id": self._partition.id, **counts, "pieces": pieces}
        )
        return DonePartition(partition=self._partition, **counts)

    def give_up(self) -> None:
        """Close the files as they are; what is in them does not count, and is written over the next time."""
        self._files.close()


class _Table(Generic[Noun]):
    """One file, under a name of its own until it is whole."""

    def __init__(
        self, folder: ClaimFolder, name: str, part: str, *, columns: tuple[Column[Noun], ...], files: ExitStack
    ) -> None:
        self.rows = 0
        self._system, self._path, self._columns = folder.system, folder.path(name, part), columns
        self._waiting: list[Row] = []
        self._schema = _schema(columns)
        file = files.enter_context(self._system.open(f"{self._path}.part", "wb"))
        parquet = load_pyarrow("parquet")
        self._writer = files.enter_context(parquet.ParquetWriter(file, self._schema, compression="zstd"))

    def add(self, noun: Noun) -> None:
        """Write a row."""
        self.rows += 1
        self._waiting.append(row_of(noun, self._columns))
        if len(self._waiting) >= _ROWS:
            self.flush()

    def flush(self) -> None:
        """Write the rows that wait."""
        if self._waiting:
            self._writer.write_table(load_pyarrow().Table.from_pylist(self._waiting, schema=self._schema))
            self._waiting.clear()

    def publish(self) -> None:
        """Give the file its name."""
        self._system.mv(f"{self._path}.part", self._path)


def _schema(columns: tuple[Column[Any], ...]) -> Any:
    pyarrow = load_pyarrow()
    types = {
        ColumnKind.TEXT: pyarrow.string(), ColumnKind.COUNT: pyarrow.int64(), ColumnKind.NUMBER: pyarrow.float64(),
        ColumnKind.LIST: pyarrow.list_(pyarrow.string()), ColumnKind.TRUTH: pyarrow.bool_(),
        ColumnKind.BYTES: pyarrow.binary(),
    }
    return pyarrow.schema([
        pyarrow.field(column.name, types[column.kind], metadata={"meaning": column.meaning}) for column in columns
    ])
