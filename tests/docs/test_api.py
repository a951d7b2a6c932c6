"""docs/api.md says what the interface answers: its addresses, filters, decisions, failures and limits."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from vedette.errors import KeyReused, Outdated
from vedette.presentation.web import create_app
from vedette.presentation.web.api import API, API_ROOT, judging
from vedette.presentation.web.api.limits import MOST_BYTES
from vedette.presentation.web.api.queries import (
    ClaimsQuery,
    Cursored,
    DecisionsQuery,
    EventsQuery,
    HistoryQuery,
    ReportsQuery,
    SearchQuery,
    WarningsQuery,
)

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
FILTERS = {
    "events": EventsQuery, "reports": ReportsQuery, "claims": ClaimsQuery, "search": SearchQuery,
    "decisions": DecisionsQuery, "warnings": WarningsQuery, "history": HistoryQuery,
}


def rows(header: str) -> list[tuple[str, ...]]:
    """Give the rows of the table that has this header."""
    table = PAGE.partition(f"| {header} |\n")[2].partition("\n\n")[0].splitlines()[1:]
    return [tuple(cell.strip() for cell in line.strip("| ").split(" | ")) for line in table]


def test_every_address_has_its_row_and_no_other_has() -> None:
    written = {(row[0].strip("`"), row[1]) for row in rows("address | method | gives")}
    assert written == {(API_ROOT + one.path, one.method) for one in API} | {(f"{API_ROOT}/openapi.json", "GET")}


def test_every_filter_is_named_with_its_list() -> None:
    named = {row[0].strip("`"): set(re.findall(r"`(\w+)`", row[1])) for row in rows("list | filters")}
    for noun, query in FILTERS.items():
        assert set(query.model_fields) - set(Cursored.model_fields) <= named[noun], noun
    assert {"limit", "cursor"} == set(Cursored.model_fields)


def test_every_decision_is_described_with_its_keys() -> None:
    told = {}
    for verbs, keys, _ in rows("`decision` | keys | says"):
        told |= {verb: set(re.findall(r"`(\w+)`", keys)) for verb in re.findall(r"`(\w+)`", verbs)}
    for given in get_args(judging.AnyGiven):
        verbs = get_args(given.model_fields["decision"].annotation)
        keys = set(given.model_fields) - {"decision", "why", "versions"}
        assert {verb: told[verb] for verb in verbs} == dict.fromkeys(verbs, keys)


def test_every_failure_that_the_description_promises_is_explained() -> None:
    promised = {
        status for own in create_app(lambda: None).openapi()["paths"].values()  # type: ignore[arg-type,return-value]
        for operation in own.values() for status in operation["responses"] if status >= "400"
    }
    assert {row[0] for row in rows("status | when")} == promised | {"405"}


def test_limits_and_types_of_problems_are_those_of_the_code() -> None:
    assert f"larger than {MOST_BYTES // 1024} KiB" in PAGE
    assert f"`{Outdated.problem}`" in PAGE and f"`{KeyReused.problem}`" in PAGE
    many = {query.model_fields["limit"].default for query in (Cursored, SearchQuery)}
    assert many == {50, 20} and "50 unless given, 20 for a search" in PAGE


def test_the_frame_of_a_list_is_told() -> None:
    form = create_app(lambda: None).openapi()["components"]["schemas"]["EventList"]  # type: ignore[arg-type,return-value]
    assert {row[0].strip("`") for row in rows("key | value")} == set(form["properties"]) - {"events"}
