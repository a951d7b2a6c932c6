"""Who is the subject of a verb of saying, also where the parser hangs two on it."""

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


def origins(claims: list[Claim]) -> set[str | None]:
    return {claim.origin.name if claim.origin is not None else None for claim in claims}


@pytest.mark.parametrize("text", [
    '"Twelve soldiers who guarded the depot were wounded when a drone struck it," Estonian police said on Friday.',
    "Estonian police said that a drone struck the depot on Friday, adding that it flew off to the east.",
])
def test_whoever_speaks_is_the_subject(read: Read, text: str) -> None:
    assert origins(read(text)) == {"Estonian police"}


def test_whose_statement_it_is_speaks(read: Read) -> None:
    [claim] = read("The defence ministry's statement said that a drone violated Estonian airspace on Tuesday.")
    assert claim.origin is not None and claim.origin.name == "defence ministry"


def test_an_agency_that_was_told_so_passes_it_on(read: Read) -> None:
    [claim] = read("Estonia closed its border on Friday, Mart Example, a border guard, told the Reuters news agency.")
    assert [link.name for link in claim.attribution] == ["Reuters", "Mart Example"]


def test_whose_the_office_behind_a_name_is(read: Read) -> None:
    [claim] = read("A drone fell near Narva on Friday, said Mart Example, a spokesman for the Estonian army.")
    assert claim.origin is not None and claim.origin.party == "EE"


@pytest.mark.parametrize(("during", "stage"), [
    ("a meeting with his colleagues", "happened"), ("the exercise", "under_way"),
])
def test_a_talk_is_over_when_its_day_is(read: Read, during: str, stage: str) -> None:
    claims = read(f"Estonia sent two radars to Ukraine during {during} on Tuesday.")
    assert stage in {claim.stage.value for claim in claims}
