"""docs/exports.md names every form and every column of an export, and none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

from vedette.presentation.export import FORMS, ExportForm
from vedette.presentation.export.atom import FEED_LENGTH
from vedette.presentation.export.columns import COLUMNS

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def rows(header: str) -> list[tuple[str, ...]]:
    """Give the rows of the table that has this header."""
    table = PAGE.partition(f"| {header} |")[2].partition("\n\n")[0].splitlines()[2:]
    return [tuple(cell.strip() for cell in line.strip("| ").split(" | ")) for line in table]


def test_every_column_has_its_row_in_order() -> None:
    written = [(f"`{column.name}`", str(column.kind), column.meaning) for column in COLUMNS]
    assert rows("column | kind | meaning") == written


def test_every_form_has_its_row_with_its_address() -> None:
    described = [(name, address) for name, address, _ in rows("form | address | what is in it")]
    assert described == [(f"`{form}`", f"`/events.{FORMS[form].suffix}`") for form in ExportForm]


def test_the_forms_that_need_the_extra_are_named() -> None:
    told = re.search(r"^(.+) are written by libraries that come with an extra", PAGE, re.M)
    assert told is not None
    needing = {str(form) for form, facts in FORMS.items() if facts.library}
    assert set(re.findall(r"`(\w+)`", told[1])) == needing


def test_the_length_of_a_feed_is_told() -> None:
    assert f"of the {FEED_LENGTH} events that the desk met last" in PAGE
