"""Sources cut into partitions: ranges, groups, and names that stay while the rest of a folder changes."""

from __future__ import annotations

from pathlib import Path

import fsspec
import pyarrow
import pytest
from pyarrow import parquet

from vedette.backfilling import PieceKind, plan
from vedette.errors import UsageError


def lines(file: Path, size: int) -> str:
    file.write_bytes(b"x" * (size - 1) + b"\n")
    return str(file)


def test_a_large_file_of_lines_is_cut_and_a_packed_one_is_not(tmp_path: Path) -> None:
    sources = [lines(tmp_path / "a.jsonl", 250), lines(tmp_path / "b.jsonl.gz", 250), lines(tmp_path / "c.warc", 250)]
    pieces = [piece for partition in plan(sources, size=100) for piece in partition.pieces]
    assert [(Path(one.address).name, one.kind, one.start, one.end) for one in pieces] == [
        ("a.jsonl", PieceKind.LINES, 0, 100), ("a.jsonl", PieceKind.LINES, 100, 200),
        ("a.jsonl", PieceKind.LINES, 200, None), ("b.jsonl.gz", PieceKind.LINES, 0, None),
        ("c.warc", PieceKind.ARCHIVE, 0, None),
    ]


def test_lines_of_utf_16_are_not_cut_at_bytes(tmp_path: Path) -> None:
    file = tmp_path / "wide.jsonl"
    file.write_bytes('{"text": "Кордон."}\n'.encode("utf-16") * 20)
    assert [partition.pieces[0].end for partition in plan([str(file)], size=100)] == [None]


def test_a_large_table_is_cut_between_its_row_groups(tmp_path: Path) -> None:
    file = tmp_path / "rows.parquet"
    parquet.write_table(pyarrow.table({"text": [f"{n} " * 50 for n in range(100)]}), file, row_group_size=20)
    ranges = [(one.pieces[0].start, one.pieces[0].end) for one in plan([str(file)], size=file.stat().st_size // 2)]
    assert ranges == [(0, 2), (2, 4), (4, None)]


def test_a_name_is_of_address_size_and_range(tmp_path: Path) -> None:
    source = lines(tmp_path / "a.jsonl", 250)
    before = [partition.id for partition in plan([source], size=100)]
    assert len(set(before)) == 3 and before == [partition.id for partition in plan([source], size=100)]
    lines(tmp_path / "a.jsonl", 251)
    assert not set(before) & {partition.id for partition in plan([source], size=100)}


def test_a_file_that_comes_later_changes_the_partition_that_it_falls_into() -> None:
    memory = fsspec.filesystem("memory")  # where addresses are always the same, and with them where partitions end
    memory.store.clear()
    memory.pipe({f"/growing/{number:04}.txt": b"Text." for number in range(600)})
    plans = [list(plan(["memory://growing"]))]
    assert 3 < len(plans[0]) < 60
    for later in ("0150-later.txt", "0300-later.txt"):
        memory.pipe(f"/growing/{later}", b"Text.")
        plans.append(list(plan(["memory://growing"])))
    names = [{one.id for one in each} for each in plans]
    # From 0243 on no name ends a partition for long: it is full, and the next one begins sooner.
    assert (len(names[0] - names[1]), len(names[1] - names[2])) == (1, 2)
    assert sum(len(one.pieces) for one in plans[2]) == 602


def test_a_folder_is_walked_by_name_without_what_is_hidden_or_unknown_and_each_file_comes_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.html", ".hidden/d.txt", "e.png", "f.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text.", encoding="utf-8")
    sources = [str(tmp_path), str(tmp_path / "b.txt"), str(tmp_path / "e.png")]
    found = [Path(piece.address).name for partition in plan(sources) for piece in partition.pieces]
    assert sorted(found) == ["b.txt", "c.html", "e.png", "f.jsonl"]  # what is named itself is read, whatever it is


def test_what_is_not_there_is_left_to_the_reader_to_explain(tmp_path: Path) -> None:
    missing = str(tmp_path / "gone.jsonl")
    assert [(one.pieces[0].address, one.pieces[0].size) for one in plan([missing])] == [(missing, 0)]


def test_addresses_of_storage_keep_their_protocol() -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe("/plan/a.jsonl", b"{}\n")
    assert [one.pieces[0].address for one in plan(["memory://plan"])] == ["memory:///plan/a.jsonl"]


@pytest.mark.parametrize(("address", "said"), [
    ("https://news.example/feed", "'vedette add' reads pages"),
    ("nowhere://bucket/a", "there is no such storage"),
])
def test_an_address_that_cannot_be_reached_is_told_in_a_sentence(address: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        list(plan([address]))
