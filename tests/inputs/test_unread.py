"""A report on which reading failed is kept whole, and comes back as the very report that it was."""

import json
from dataclasses import replace

import pytest

from vedette.errors import InputError
from vedette.inputs.unread import again, kept_report, unread
from vedette.knowledge import load_knowledge
from vedette.model import FieldSource, QuarantinedInput, Report

REPORT = Report.of(
    "Кордон закрито.\ud83d", ref="k-1", title="Кордон", outlet="Пошта", url="https://post.example/k", file="k.html",
    published="2025-09-12", author="Анна", language="uk", first_seen="2025-09-12T08:00:00+00:00",
    title_from=FieldSource.PAGE, outlet_from=FieldSource.METADATA, language_from=FieldSource.DETECTED,
)
WHY = "ValueError: no"


def test_the_report_comes_back_with_all_that_was_known_of_it():
    assert list(again(unread(REPORT, WHY), knowledge=load_knowledge())) == [REPORT]


def test_what_is_kept_is_a_line_of_jsonl():
    line = json.loads(unread(REPORT, WHY).content)
    assert (line["id"], line["text"], line["lang"]) == ("k-1", REPORT.text, "uk")


@pytest.mark.parametrize("change", [
    {"truncated": True},
    {"content": b'{"id": "k-1", "text": "A line of somebody else."}'},
    {"content": b'{"report": "r1", "text": "A line that only begins like one of ours."}'},
    {"content": b'{"report": "r1", "cut of'},
    {"content": unread(REPORT, WHY).content.replace(b"2025-09-12\"", b"2025-09-13\"")},
    {"content": unread(REPORT, WHY).content.replace(b'"page"', b'"hearsay"')},
    {"content": b""},
])
def test_only_a_report_that_is_kept_whole_and_unchanged_is_one(change):
    assert kept_report(replace(unread(REPORT, WHY), **change)) is None


def test_all_else_is_taken_from_its_source(tmp_path):
    source = tmp_path / "late.txt"
    item = QuarantinedInput.of(InputError("There is no such file.", source=str(source)))
    source.write_text("The bridge was closed.", encoding="utf-8")
    [report] = again(item, knowledge=load_knowledge())
    assert report.text == "The bridge was closed."
