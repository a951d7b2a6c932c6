"""Events in a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest
from export_desk import CLOSED, DENIED, EVIL, POSSIBLE, id_of, told, view_of, whole, written

from vedette.presentation.export.columns import COLUMNS


def rows(view) -> dict[str, dict[str, str]]:
    text = written(view, "csv").decode("utf-8")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text))}


def test_a_row_for_each_event_with_all_columns() -> None:
    found = rows(whole())
    assert len(found) == 7
    assert all(list(row) == [column.name for column in COLUMNS] for row in found.values())
    assert None not in [cell for row in found.values() for cell in row.values()]


def test_what_is_denied_or_possible_says_so_in_the_row() -> None:
    found = rows(whole())
    denied, possible = found[id_of(DENIED)], found[id_of(POSSIBLE)]
    assert (denied["factuality"], denied["summary"].partition(":")[0]) == ("denied", "Denied")
    assert (possible["factuality"], possible["summary"].partition(":")[0]) == ("possible", "Possible")
    assert possible["conflicts"] == "whether it happened"


def test_a_row_carries_its_sentences_origins_and_grade() -> None:
    row = rows(whole())[id_of(CLOSED)]
    assert row["sentences"] == "Poland closed the crossing."
    assert (row["chains"], row["origin_names"], row["grade"]) == ("Example Post", "State Agency", "B3")
    assert row["grade_reasons"] == "One origin only."
    assert row["urls"] == "https://post.example/a?x=1&y=2"


def test_a_point_comes_with_how_exactly_it_is_known_and_only_from_where_it_happened() -> None:
    found = rows(whole())
    closed, denied, possible = (found[id_of(item)] for item in (CLOSED, DENIED, POSSIBLE))
    assert (closed["lat"], closed["lon"], closed["place"], closed["place_precision"]) == (
        "54.69", "25.28", "Vilnius", "city",
    )
    for row in (denied, possible):  # known is only where from, or only a name
        assert (row["lat"], row["lon"], row["place"], row["place_precision"]) == ("", "", "", "")
    assert denied["where"] == "from Belarus" and possible["where"] == "An unknown hamlet"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n=", " =", "\x1b[31m=", "\u202e=", "＝", "＠"])
def test_no_cell_begins_a_formula(start: str) -> None:
    item = told(f"{start}1+1 closed.", names=[f"{start}1+1"], outlet=f"{start}1+1", title=f"{start}1+1")
    row = rows(view_of(item))[id_of(item)]
    for name in ("names", "sentences", "chains"):
        assert row[name].startswith("'"), row[name]


def test_numbers_stay_numbers_even_south_of_the_equator() -> None:
    _, _, event = CLOSED
    south = told("It closed.", places=[event.places[1]])
    row = rows(view_of(south))[id_of(south)]
    assert (float(row["lat"]), float(row["lon"])) == (-77.85, -166.7)


def test_hostile_words_stand_in_a_cell_as_words() -> None:
    row = rows(whole())[id_of(EVIL)]
    assert row["names"].startswith("'=HYPERLINK")
    assert row["urls"] == "", "an address that is none of the web is given to nobody"
    assert not {"\x1b", "\u202e", "\ufffe"} & set("".join(row.values()))
