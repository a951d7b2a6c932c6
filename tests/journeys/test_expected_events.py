"""What a reader of news noted in a dozen sample reports (expected.toml), and what is read in them.

The share that is found has a floor. Raise it when reading gets better; whoever lowers it
says why in the commit.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import vedette.samples
from vedette.presentation.wording import type_word

TABLE = Path(vedette.samples.__file__).parent / "expected.toml"
EXPECTED = tomllib.loads(TABLE.read_text(encoding="utf-8"))["report"]
FLOOR = 0.66  # 73% when it was set
NOTHING_HAPPENED = [report["id"] for report in EXPECTED if not report["event"]]

Json = dict[str, Any]


def countries(claim: Json) -> set[str]:
    of_places = {code for place in claim["places"] for code in place["countries"]}
    return of_places | {actor["party"] for actor in claim["actors"]}


def fits(claim: Json, event: Json) -> bool:
    """Type, factuality, and one of the countries, where the reader named any."""
    same = claim["type"] == event["type"] and claim["factuality"] == event["factuality"]
    return same and (not event["countries"] or bool(countries(claim) & set(event["countries"])))


def found(events: list[Json], claims: list[Json]) -> list[Json]:
    """The events that are found, each by a claim of its own."""
    left, matched = list(claims), []
    for event in events:
        claim = next((one for one in left if fits(one, event)), None)
        if claim is not None:
            left.remove(claim)
            matched.append(event)
    return matched


def claims_of(report: str, claims: list[Json]) -> list[Json]:
    return [claim for claim in claims if claim["report"]["ref"] == report]


def test_most_of_what_a_reader_noted_is_found(sample_claims: list[Json]) -> None:
    missed, total = [], 0
    for report in EXPECTED:
        matched = found(report["event"], claims_of(report["id"], sample_claims))
        total += len(report["event"])
        missed += [f"{report['id']}: {one['type']} {one['countries']}" for one in report["event"] if one not in matched]
    share = 1 - len(missed) / total
    assert share >= FLOOR, f"{share:.0%} of {total}; missed: {missed}"


@pytest.mark.parametrize("report", NOTHING_HAPPENED)
def test_a_film_a_match_and_an_opinion_tell_of_nothing_that_happened(report: str, sample_claims: list[Json]) -> None:
    told = [claim for claim in claims_of(report, sample_claims) if claim["factuality"] == "asserted"]
    assert [(type_word(claim["type"]), claim["trigger"]["text"]) for claim in told] == []


def test_a_scorer_that_finds_everything_in_nothing_would_be_wrong() -> None:
    event = {"type": "strike", "factuality": "denied", "countries": ["PL"]}
    claim: Json = {"type": "strike", "factuality": "asserted", "places": [{"countries": ["PL"]}], "actors": []}
    assert found([event], [claim]) == []
    assert found([event, event], [{**claim, "factuality": "denied"}]) == [event]
