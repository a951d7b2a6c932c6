"""Text of strangers does not act."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.presentation.safe_text import csv_cell, markdown_text, printable


@given(st.text())
def test_nothing_unseen_gets_through(text: str) -> None:
    assert all(char.isprintable() for char in printable(text))


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    assert not csv_cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_tab_before_a_formula_does_not_hide_it() -> None:
    assert csv_cell("\t=cmd()") == "'=cmd()"
    assert csv_cell("  =cmd()") == "'=cmd()"
    assert csv_cell("\u200b=cmd()") == "'=cmd()"


def test_a_cell_stays_one_cell_of_one_row() -> None:
    out = io.StringIO()
    csv.writer(out).writerow([csv_cell('a",\n"b'), csv_cell("c")])
    assert list(csv.reader(io.StringIO(out.getvalue()))) == [['a", "b', "c"]]


def test_letters_of_the_region_stay() -> None:
    assert printable("Захад-2025 · Łódź · Kärdla · Šiauliai") == "Захад-2025 · Łódź · Kärdla · Šiauliai"


@pytest.mark.parametrize(("text", "escaped"), [
    ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
    ("<i>[x](y)", r"\<i\>\[x\](y)"),
    ("a | b", r"a \| b"),
    ("# head", r"\# head"),
    ("12. September", r"12\. September"),
    ("- dash", r"\- dash"),
    ("see http://evil.example or www.evil.example or a@evil.example",
     r"see http\://evil.example or www\.evil.example or a\@evil.example"),
    ("Zapad-2025 (day 1), at 10.40: quiet.", "Zapad-2025 (day 1), at 10.40: quiet."),
])
def test_markdown_marks_lose_their_meaning_and_plain_words_stay_plain(text: str, escaped: str) -> None:
    assert markdown_text(text) == escaped


def test_an_escape_that_never_ends_does_not_swallow_the_title() -> None:
    assert printable("a\x1b]0;window title that stays") == "a]0;window title that stays"
    assert printable("a\x1b]0;window\x07 b\x9b2J c") == "a b c"
