"""The files of a partition: whole or not there, and nobody's work but the reader's."""

from __future__ import annotations

from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from builders import claim, quarantined, report
from vedette.backfilling import Partition, Piece, PieceKind
from vedette.backfilling.writing import PartitionWriter
from vedette.inputs.claim_folder import ClaimFolder
from vedette.model import QuarantinedInput, ReadReport

PARTITION = Partition((Piece(address="/in/a.jsonl", kind=PieceKind.LINES, size=10),))


def told(number: int) -> ReadReport:
    made = report(f"Poland closed its border {number} times, and opened it.", ref=f"r{number}")
    return ReadReport(
        report=made, claims=(claim(made, words="closed its border"), claim(made, "border_reopening", words="opened")),
        note=None if number % 2 else "A note.",
    )


@pytest.fixture
def folder(tmp_path: Path) -> ClaimFolder:
    return ClaimFolder.begin(str(tmp_path / "out"), "reader 1")


def write(folder: ClaimFolder, items: list[ReadReport | QuarantinedInput]) -> None:
    writer = PartitionWriter(folder, PARTITION)
    for item in items:
        writer.add(item)
    writer.finish()


def test_what_was_written_comes_back_in_order_over_many_row_groups(folder: ClaimFolder) -> None:
    items: list[ReadReport | QuarantinedInput] = [*map(told, range(1_200)), quarantined("a.txt")]
    write(folder, items)
    assert list(folder.items(PARTITION.id)) == items
    assert folder.done()[PARTITION.id]["claims"] == 2_400
    file = parquet.ParquetFile(folder.path("claims", PARTITION.id))
    assert file.num_row_groups == 3
    assert file.schema_arrow.field("claim").metadata[b"meaning"].startswith(b"The whole claim")


def test_until_it_is_finished_nothing_is_there_under_its_name(folder: ClaimFolder) -> None:
    writer = PartitionWriter(folder, PARTITION)
    writer.add(told(1))
    writer.give_up()
    assert folder.done() == {} and not Path(folder.path("reports", PARTITION.id)).exists()
    write(folder, [told(1)])
    assert [path.suffix for path in Path(folder.root).rglob("*.p*")] == [".parquet"] * 3


@pytest.mark.parametrize(("table", "column", "value", "said"), [
    ("reports", "text", "Poland closed nothing.", "is no longer what was read"),
    ("claims", "claim", None, "TypeError"),
])
def test_what_somebody_changed_is_not_taken_for_what_was_read(
    folder: ClaimFolder, table: str, column: str, value: str | None, said: str
) -> None:
    write(folder, [told(1), told(2)])
    path = folder.path(table, PARTITION.id)
    rows = parquet.read_table(path)
    column_values = rows.column(column).to_pylist()
    column_values[-1] = value
    place = rows.schema.get_field_index(column)
    parquet.write_table(rows.set_column(place, rows.schema.field(place), pyarrow.array(column_values)), path)
    items = list(folder.items(PARTITION.id))
    assert [type(item) for item in items] == [ReadReport, QuarantinedInput]
    assert isinstance(items[1], QuarantinedInput) and said in items[1].reason


def test_a_claim_that_was_changed_is_noticed_by_its_id(folder: ClaimFolder) -> None:
    write(folder, [told(1)])
    path = folder.path("claims", PARTITION.id)
    rows = parquet.read_table(path)
    changed = [words.replace('"happened"', '"planned"') for words in rows.column("claim").to_pylist()]
    place = rows.schema.get_field_index("claim")
    parquet.write_table(rows.set_column(place, rows.schema.field(place), pyarrow.array(changed)), path)
    (item,) = folder.items(PARTITION.id)
    assert isinstance(item, QuarantinedInput) and "no longer what was read" in item.reason
