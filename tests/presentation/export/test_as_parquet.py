"""Events as a table with types."""

from __future__ import annotations

import io

import pytest
from export_desk import ALL, CLOSED, DENIED, HOSTILE, id_of, told, view_of, whole, written
from pyarrow import parquet

import builders as build
from vedette.presentation.export import as_parquet
from vedette.presentation.export.columns import COLUMNS, row_of
from vedette.presentation.export.record import records
from vedette.store.ports import EventFilter


def test_a_table_is_read_back_as_it_was_written() -> None:
    table = parquet.read_table(io.BytesIO(written(whole(), "parquet")))
    assert table.to_pylist() == [row_of(record) for record in records(whole(), EventFilter())]


def test_columns_have_their_types_and_their_meaning() -> None:
    schema = parquet.read_schema(io.BytesIO(written(whole(), "parquet")))
    assert {name: str(schema.field(name).type) for name in ("id", "lat", "reports", "sentences")} == {
        "id": "string", "lat": "double", "reports": "int64", "sentences": "list<element: string>",
    }
    meanings = {field.name: field.metadata[b"meaning"].decode() for field in schema}
    assert meanings == {column.name: column.meaning for column in COLUMNS}


def test_what_is_denied_says_so_and_has_no_point_where_none_is_known() -> None:
    rows = {row["id"]: row for row in parquet.read_table(io.BytesIO(written(whole(), "parquet"))).to_pylist()}
    denied, closed = rows[id_of(DENIED)], rows[id_of(CLOSED)]
    assert (denied["factuality"], denied["lat"], denied["lon"]) == ("denied", None, None)
    assert (closed["lat"], closed["place_precision"], closed["grade"]) == (54.69, "city", "B3")
    assert closed["sentences"] == ["Poland closed the crossing."]


def test_an_empty_desk_gives_a_table_without_rows() -> None:
    table = parquet.read_table(io.BytesIO(written(whole(), "parquet", type="protest")))
    assert (table.num_rows, table.column_names) == (0, [column.name for column in COLUMNS])


def test_half_a_character_stops_nothing() -> None:
    item = told("Half \ud83d closed.")
    table = parquet.read_table(io.BytesIO(written(view_of(item), "parquet")))
    assert table.to_pylist()[0]["sentences"] == ["Half ? closed."]


@pytest.mark.parametrize("words", [
    HOSTILE, "a\x00b", "x" * 200_000, "\ud83d\ude00", "北京 🎉", "", "'; DROP TABLE events; --",
    "id", "\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe",
])
def test_hostile_words_are_values_and_nothing_else(words: str) -> None:
    """Typed cells know no formula, no separator and no markup: what was told stands there, whole."""
    item = told(f"{words} closed it.", title=words, outlet=words or "Post", names=[words], actors=[build.actor(words)],
                places=[build.place(words, lat=1.5, lon=2.5)])
    table = parquet.read_table(io.BytesIO(written(view_of(item, CLOSED), "parquet")))
    assert table.column_names == [column.name for column in COLUMNS]
    (row,) = [row for row in table.to_pylist() if row["id"] == id_of(item)]
    assert row["names"] == [words.encode("utf-8", "replace").decode("utf-8")]
    assert (row["lat"], row["lon"]) == (1.5, 2.5)


def test_a_table_of_several_row_groups_has_each_event_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_parquet, "_ROWS", 2)
    file = parquet.ParquetFile(io.BytesIO(written(whole(), "parquet")))
    assert file.num_row_groups == 4
    assert sorted(file.read().column("id").to_pylist()) == sorted(map(id_of, ALL))


def test_what_is_no_number_stops_nothing() -> None:
    item = told("It closed.", places=[build.place("Nowhere", lat=float("nan"), lon=float("inf"))])
    (row,) = parquet.read_table(io.BytesIO(written(view_of(item), "parquet"))).to_pylist()
    assert row["id"] == id_of(item)
