"""docs/situations.md says the numbers and types by which situations are made."""

import re
from pathlib import Path

from vedette.linking.threads import crises, watched
from vedette.linking.threads.strands import ACCOMPANYING, STRANDS
from vedette.model import SituationKind

PAGE = (Path(__file__).parents[2] / "docs" / "situations.md").read_text(encoding="utf-8")


def rows(first: str) -> str:
    """Give the rows of a table that begin so."""
    return " ".join(line for line in PAGE.splitlines() if line.startswith(f"| {first} |"))


def test_every_kind_is_described() -> None:
    assert [kind for kind in SituationKind if not rows(f"`{kind}`")] == []


def test_the_numbers_are_those_of_the_code() -> None:
    assert re.findall(r"\d+", rows("`crisis`")) == [
        str(number) for number in (
            crises.LEAST_EVENTS, crises.WINDOW_DAYS, crises.LEAST_STRANDS, crises.LEAST_PARTIES, crises.LEAST_OWN,
        )
    ]
    assert re.findall(r"\d+", rows("`place`")) == [
        str(number) for number in (watched.LEAST_EVENTS, watched.LEAST_PARTIES, watched.WINDOW_DAYS)
    ]
    assert f"until {crises.WINDOW_DAYS} days after its last" in PAGE


def test_every_type_stands_in_the_row_of_its_strand() -> None:
    for strand in {*STRANDS.values(), "none"}:
        told = set(re.findall(r"`(\w+)`", rows(strand)))
        assert told == {str(kind) for kind, own in STRANDS.items() if own == strand} | (
            {str(kind) for kind in ACCOMPANYING} if strand == "none" else set()
        )
