"""The Admiralty code that the rule proposes, and its reasons."""

from __future__ import annotations

from typing import Any

import pytest

from vedette.linking.assemble import assemble
from vedette.model import Attribution, Grade, LinkKind


def says(name: str, kind: str = "official", **rest: Any) -> dict[str, Any]:
    return {"says": [Attribution(name=name, kind=LinkKind(kind), **rest)]}


POLAND = says("Ministry P", party="PL")
LITHUANIA = says("Ministry L", party="LT")
LATVIA = says("Ministry V", party="LV")
NO = {"factuality": "denied"}

CASES: list[tuple[str, list[dict[str, Any]], int]] = [
    ("three parties confirm", [POLAND, LITHUANIA, LATVIA], 1),
    ("two parties, one with imagery, confirm", [POLAND, {**LITHUANIA, "evidence": "imagery"}], 1),
    ("two parties make it probable", [POLAND, LITHUANIA], 2),
    ("two ministries of one state are one party", [POLAND, says("Guard P", party="PL")], 3),
    ("one official", [POLAND], 3),
    ("one official with imagery is still one", [{**POLAND, "evidence": "imagery"}], 3),
    ("one agency that ten outlets relay",
     [{"outlet": f"Outlet {n}", **says("Example Wire", "agency")} for n in range(10)], 3),
    ("one outlet speaking for itself", [{}], 3),
    ("one expert", [says("Jan Example", "expert")], 4),
    ("one party with figures in conflict",
     [{**POLAND, "quantities": 2},
      {**says("Guard P", party="PL"), "quantities": 9}], 4),
    ("only possible", [{**POLAND, "factuality": "possible"}, {**LITHUANIA, "factuality": "possible"}], 4),
    ("asserted by two, denied by one", [POLAND, LITHUANIA, {**LATVIA, **NO}], 4),
    ("asserted by one, denied by one", [POLAND, {**LITHUANIA, **NO}], 5),
    ("only denied", [{**POLAND, **NO}], 5),
    ("nobody known", [{"outlet": None}], 6),
    ("nobody known ten times over", [{"outlet": None}] * 10, 6),
]


def grade(newsroom: Any, claims: list[dict[str, Any]]) -> Grade:
    for fields in claims:
        counts = [newsroom.count(fields["quantities"], "killed")] if "quantities" in fields else []
        newsroom.claim("strike", **{**fields, "quantities": counts})
    return assemble(newsroom.profiles(), lineage=newsroom.lineage()).grade


@pytest.mark.parametrize(("claims", "digit"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_digit(newsroom: Any, claims: list[dict[str, Any]], digit: int) -> None:
    proposed = grade(newsroom, claims)

    assert proposed.digit == digit, proposed.reasons
    assert any(reason.startswith(f"{digit}: ") for reason in proposed.reasons)


def test_no_letter_is_made_up_and_state_media_are_named(newsroom: Any) -> None:
    proposed = grade(newsroom, [{"outlet": "State Wire"}])

    assert proposed.letter == "F"
    assert "state-controlled: State Wire" in proposed.reasons


def test_conflicts_in_detail_are_named_and_do_not_undo_two_parties(newsroom: Any) -> None:
    proposed = grade(newsroom, [{**POLAND, "quantities": 2}, {**LITHUANIA, "quantities": 9}])

    assert proposed.digit == 2
    assert "in conflict: quantity:killed" in proposed.reasons
