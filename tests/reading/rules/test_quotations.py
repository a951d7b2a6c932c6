"""Whose words a quotation is that goes on over several sentences: a reader learns it where it closes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.knowledge import load_knowledge
from vedette.model import Claim, Report
from vedette.reading.rules import RuleReader

Read = Callable[[str], list[Claim]]


@pytest.fixture(scope="module")
def read() -> Read:
    reader = RuleReader(load_knowledge())
    return lambda text: reader.read(Report.of(text, ref="a", published="2026-05-16", language="en"))


def origins(claims: list[Claim]) -> list[str | None]:
    return [claim.origin.name if claim.origin is not None else None for claim in claims]


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_all_of_a_quotation_is_told_by_who_is_named_behind_it(read: Read, marks: str) -> None:
    opening, closing = marks
    told = f"{opening}Two drones fell on the railway yard. Soldiers closed the crossing at Terespol,{closing}"
    assert origins(read(f"{told} a guard said.")) == ["guard", "guard"]


def test_what_stands_before_a_quotation_is_not_told_by_who_speaks_in_it(read: Read) -> None:
    text = "Two drones fell on the railway yard. “Soldiers closed the crossing at Terespol,” a guard said."
    assert origins(read(text)) == [None, "guard"]


def test_a_quotation_behind_which_nobody_is_named_stays_as_it_is(read: Read) -> None:
    text = "“Two drones fell on the railway yard. Soldiers closed the crossing at Terespol.” It was dark."
    assert origins(read(text)) == [None, None]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph(read: Read) -> None:
    text = "“Two drones fell on the railway yard.\n\nSoldiers closed the crossing at Terespol,” a guard said."
    assert origins(read(text))[0] is None
