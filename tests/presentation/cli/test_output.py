"""Lines for programs, and options that are understood."""

from __future__ import annotations

import json

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from vedette.presentation.cli.options import first_day, last_day
from vedette.presentation.safe_text import json_line


@given(st.text(st.characters()))
def test_a_line_of_json_says_the_same_and_acts_on_no_terminal(text: str) -> None:
    line = json_line({"title": text})
    assert json.loads(line) == {"title": text}
    line.encode("utf-8")
    assert "\n" not in line
    assert not any(char < " " or "\x7f" <= char <= "\x9f" for char in line)


def test_letters_of_the_region_stay_readable() -> None:
    assert json_line({"a": "Захад Łódź"}) == '{"a": "Захад Łódź"}'


@pytest.mark.parametrize(("value", "first", "last"), [
    ("2025", "2025-01-01", "2025-12-31"), ("2024-02", "2024-02-01", "2024-02-29"), ("2025-09-12",) * 3,
])
def test_a_day_a_month_or_a_year_is_a_date(value: str, first: str, last: str) -> None:
    assert (first_day(value), last_day(value)) == (first, last)


@pytest.mark.parametrize("value", ["", "12.09.2025", "2025-9", "2025-00", "0000", "2025-02-29", "2025-09-12T10:00"])
def test_anything_else_is_no_date(value: str) -> None:
    with pytest.raises(typer.BadParameter):
        first_day(value)
