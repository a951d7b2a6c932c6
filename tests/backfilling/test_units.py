"""Partitions taken apart: nothing is lost between two ranges, and damage costs what is behind it."""

from __future__ import annotations

import datetime
import gzip
import json
from pathlib import Path

import fsspec
import pyarrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from vedette.backfilling import Partition, Piece, PieceKind, plan
from vedette.backfilling.units import Unit, UnitKind, units_of

PAGE = b"<html><body><p>The crossing at Ashford was shut on Thursday.</p></body></html>"


def units(source: Path | str, *, size: int = 1_000_000) -> list[Unit]:
    return [unit for partition in plan([str(source)], size=size) for unit in units_of(partition)]


@settings(max_examples=60, deadline=None)
@given(lengths=st.lists(st.integers(0, 30), max_size=12), size=st.integers(1, 40), ended=st.booleans())
def test_each_line_is_in_one_range_wherever_the_cuts_fall(lengths: list[int], size: int, ended: bool) -> None:
    data = b"\n".join(b"x" * length for length in lengths) + (b"\n" if ended else b"")
    fsspec.filesystem("memory").pipe("/ranges/a.jsonl", data)
    found = units("memory://ranges/a.jsonl", size=size)
    assert [unit.data.strip() for unit in found if unit.kind is UnitKind.LINE] == [b"x" * n for n in lengths if n]
    for unit in found:
        if unit.kind is UnitKind.LINE:
            begins = int(unit.where.removeprefix("byte "))
            assert data[begins:begins + len(unit.data)] == unit.data


def test_packed_lines_are_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(gzip.compress(b'{"text": "a"}\n\n{"text": "b"}\n'))
    assert [json.loads(unit.data)["text"] for unit in units(file)] == ["a", "b"]
    file.write_bytes(file.read_bytes()[:-9])
    assert [unit.kind for unit in units(file)][-1] is UnitKind.FAULT


@pytest.mark.parametrize("name", ["empty.jsonl", "empty.warc"])
def test_an_empty_file_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    assert [unit.kind for unit in units(tmp_path / name)] == [UnitKind.FAULT]


def record(number: int, media: str, body: bytes, kind: str = "response") -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://post.example/{number}\r\n"
        f"WARC-Date: 2025-09-12T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n")


def test_records_that_may_be_pages_are_cut_out_whole_and_the_rest_stays_behind(tmp_path: Path) -> None:
    file = tmp_path / "a.warc.gz"
    file.write_bytes(
        record(1, "text/html", PAGE) + record(2, "image/png", b"\x89PNG") + record(3, "text/plain", b"Words.")
        + record(4, "text/html", PAGE, kind="request")
    )
    found = units(file)
    assert [(unit.kind, unit.where) for unit in found] == [(UnitKind.RECORD, "record 1"), (UnitKind.RECORD, "record 3")]
    assert found[0].data.count(PAGE) == 1 and found[0].data.startswith(b"WARC/1.0\r\n")


def test_an_archive_that_breaks_off_gives_the_records_before_and_says_where(tmp_path: Path) -> None:
    file = tmp_path / "a.warc.gz"
    file.write_bytes(record(1, "text/html", PAGE) + record(2, "text/html", PAGE)[:-30])
    first, second = units(file)
    assert (first.kind, second.kind, second.where) == (
        UnitKind.RECORD, UnitKind.FAULT, "The archive is damaged after 2 records.",
    )


def test_rows_become_lines_with_the_keys_of_jsonl(tmp_path: Path) -> None:
    file = tmp_path / "rows.parquet"
    parquet.write_table(pyarrow.table({
        "id": [7, 8], "text": ["Words.", None], "published": [datetime.date(2025, 9, 12), None], "other": ["x", "y"],
    }), file)
    assert [(unit.where, json.loads(unit.data)) for unit in units(file)] == [
        ("row 1", {"id": "7", "text": "Words.", "published": "2025-09-12"}),
        ("row 2", {"id": "8", "text": None, "published": None}),
    ]


def test_a_table_without_texts_says_so(tmp_path: Path) -> None:
    file = tmp_path / "rows.parquet"
    parquet.write_table(pyarrow.table({"body": ["Words."]}), file)
    assert [(unit.kind, unit.where) for unit in units(file)] == [(UnitKind.FAULT, "The table has no column 'text'.")]


def test_a_file_that_is_gone_when_its_turn_comes_costs_itself_only(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_bytes(b'{"text": "b"}\n')
    pieces = [
        Piece(address=str(tmp_path / name), kind=PieceKind.LINES, size=1) for name in ("a.jsonl", "b.jsonl")
    ]
    assert [unit.kind for unit in units_of(Partition(tuple(pieces)))] == [UnitKind.FAULT, UnitKind.LINE]
