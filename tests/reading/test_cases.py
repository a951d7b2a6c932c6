"""Each folder of cases/reading is read as a reader of news would read it."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from pathlib import Path

import pytest

from golden_cases import CASES, KNOWN_FAILURES, Case, describe, differences, load_case
from vedette.model import EVENT_TYPES, Factuality, Stage
from vedette.reading.rules import RuleReader

FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir())
KNOWN = tomllib.loads(KNOWN_FAILURES.read_text(encoding="utf-8"))


def _case(folder: Path) -> object:
    """A case that is known to fail has to go on failing, or leave the list."""
    known = KNOWN.get(folder.name)
    marks = [pytest.mark.xfail(strict=True, raises=pytest.fail.Exception, reason=known["reason"])] if known else []
    return pytest.param(folder, id=folder.name, marks=marks)


@pytest.mark.parametrize("folder", [_case(folder) for folder in FOLDERS])
def test_a_report_is_read_as_a_reader_of_news_reads_it(folder: Path, reader: RuleReader) -> None:
    case = load_case(folder)
    claims = reader.read(case.report)
    wrong = differences(case, claims)
    if wrong:
        read = "\n".join(f"  - {describe(claim, case.report)}" for claim in claims) or "  nothing"
        pytest.fail("\n".join([case.report.text, *wrong, "what was read:", read]), pytrace=False)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_case_says_why_it_is_there(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {"report.txt", "expected.toml", "why.md"}
    why = (folder / "why.md").read_text(encoding="utf-8")
    assert 2 <= len(re.findall(r"[.!?](?=\s|$)", why)) <= 3, "two or three sentences for a reader of news"


def test_known_failures_are_cases_with_a_reason_and_a_way_out() -> None:
    assert set(KNOWN) <= {folder.name for folder in FOLDERS}
    for known in KNOWN.values():
        assert set(known) == {"reason", "rule"} and all(known.values())


def test_the_cases_cover_every_type_stage_and_shade_of_certainty() -> None:
    claims = [claim for folder in FOLDERS for claim in load_case(folder).expected]

    def told(key: str) -> set[str]:
        values = [claim.get(key, ()) for claim in claims]
        return {one for value in values for one in ([value] if isinstance(value, str) else value)}

    assert told("type") == {definition.type.value for definition in EVENT_TYPES}
    assert told("stage") == set(Stage)
    assert told("factuality") == set(Factuality)


def _border() -> Case:
    return load_case(CASES / "border_closed_on_friday")


def test_a_missing_claim_is_noticed() -> None:
    assert differences(_border(), []) == ["claim 1: no border_closure was read"]


def test_a_claim_too_many_is_noticed(reader: RuleReader) -> None:
    case = _border()
    claims = reader.read(case.report)
    assert any(line.startswith("not to be read") for line in differences(case, [*claims, *claims]))


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("trigger", "Friday"), ("stage", "planned"), ("factuality", "denied"), ("evidence", "imagery"),
        ("start", "2025-09-19"), ("start", "none"), ("end", "2025-09-30"), ("places", {"at": []}),
        ("places", {"target": ["Poland"]}), ("actors", {"initiator": ["Belarus"]}), ("actors", {"any": []}),
        ("chain", ["Poland"]), ("names", ["Zapad 2025"]), ("equipment", ["S-400"]), ("quantities", ["2 drones"]),
        ("countries", ["PL"]), ("section", "background"), ("not_places", ["Poland-Belarus border"]),
    ],
)
def test_a_wrong_field_is_noticed(key: str, wrong: object, reader: RuleReader) -> None:
    case = _border()
    expected = {**case.expected[0], key: wrong}
    lines = differences(dataclasses.replace(case, expected=(expected,)), reader.read(case.report))
    assert [line for line in lines if f"{key}: expected" in line]


def test_what_must_never_be_read_is_noticed(reader: RuleReader) -> None:
    case = dataclasses.replace(_border(), never=frozenset({"border_closure asserted"}))
    assert any(line.startswith("never to be read") for line in differences(case, reader.read(case.report)))
