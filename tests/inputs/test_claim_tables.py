"""Rows and back: nothing of a claim, a report or an input in quarantine is lost in a table."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from builders import actor, claim, link, place, quarantined, report
from vedette.inputs.claim_tables import (
    CLAIM_COLUMNS,
    QUARANTINE_COLUMNS,
    REPORT_COLUMNS,
    ClaimOf,
    claim_of,
    quarantined_of,
    report_of,
    row_of,
)
from vedette.model import FieldSource, ReadReport, Report
from vedette.model.codec import claim_to_json

TOLD = report("Poland closed its border with Belarus on Thursday, BelTA said.", url="https://post.example/b")
CLAIM = claim(
    TOLD, "border_closure", words="closed its border", period="2025-09-11",
    places=[place("Poland", countries=["PL"])], actors=[actor("Poland", "PL")],
    attribution=[link("BelTA", "agency", cue="said", party="BY")],
)


def test_a_claim_comes_back_whole_and_stands_in_columns_beside() -> None:
    row = row_of(ClaimOf(CLAIM, TOLD), CLAIM_COLUMNS)
    assert claim_of(row) == CLAIM
    assert json.loads(str(row["claim"])) == claim_to_json(CLAIM, TOLD)
    assert (row["type"], row["start"], row["countries"], row["actors"], row["chain"], row["sentence"]) == (
        "border_closure", "2025-09-11", ["PL"], ["PL"], ["BelTA"], CLAIM.sentence.of(TOLD.text),
    )


@pytest.mark.parametrize("made", [
    TOLD,
    Report.of("Words.", ref="a"),
    replace(report("Кордон закрито."), file="a.txt", author="A. N. Other", published_from=FieldSource.DATELINE),
    report("Half a character: \ud83d.", title="\udc00"),
])
def test_a_report_comes_back_whole_even_with_halves_of_characters(made: Report) -> None:
    row = row_of(ReadReport(report=made, claims=(), note="Language sv is not read."), REPORT_COLUMNS)
    assert report_of(row) == made
    assert str(row["text"]).encode("utf-8")
    assert (row["exact"] is None) == ("\ud83d" not in made.text)
    assert row["note"] == "Language sv is not read." and row["claims"] == 0


def test_a_claim_whose_words_are_no_utf_8_comes_back_whole() -> None:
    odd = report("Poland closed its border \ud83d today.")
    row = row_of(ClaimOf(claim(odd, words="closed its border \ud83d"), odd), CLAIM_COLUMNS)
    assert str(row["claim"]).encode("utf-8")
    assert json.loads(str(row["claim"]))["trigger"]["text"] == "closed its border \ud83d"


def test_what_is_in_quarantine_comes_back_with_its_bytes() -> None:
    item = replace(quarantined("a.jsonl", line=3), content=b"\xff\x00{", truncated=True)
    assert quarantined_of(row_of(item, QUARANTINE_COLUMNS)) == item


def test_each_column_has_its_row_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs" / "backfill.md").read_text(encoding="utf-8")
    for table in (REPORT_COLUMNS, CLAIM_COLUMNS, QUARANTINE_COLUMNS):
        for column in table:
            assert f"| `{column.name}` | {column.kind} | {column.meaning} |" in page
