"""Are the origins of made copies, relays, rewrites and translations counted right?"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from vedette.evaluation.lineage_texts import CODE, SENTENCES
from vedette.evaluation.lineages import CASES, Counted, count_case, lineage_section
from vedette.evaluation.made_lineages import make_cases
from vedette.evaluation.written_section import with_written

PAGE = Path(__file__).parents[2] / "docs" / "origins.md"


@pytest.fixture(scope="module")
def counted() -> list[Counted]:
    return [count_case(case) for case in make_cases(CASES)]


def test_nineteen_of_twenty_cases_have_the_right_number_of_origins(counted: list[Counted]) -> None:
    assert sum(one.right for one in counted) >= 0.95 * CASES


def test_every_miss_is_on_the_page(counted: list[Counted]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == with_written(page, "lineages", lineage_section(counted)), (
        "Run: python -m vedette.evaluation.lineages --write"
    )


def test_the_cases_hold_every_way_to_pass_a_word_on_in_every_language(counted: list[Counted]) -> None:
    ways = {way for one in counted for way in one.case.ways}
    for way in ("original", "copy", "relay", "second relay", "relay seen through", "translation", "own words",
                "official", "unnamed", "unnamed relayed", "unknown lineage"):
        assert {f"{way} ({language})" for language in SENTENCES} <= ways, way
    assert "turned into its contrary" in ways


def test_no_case_is_made_twice_the_same_and_each_always_the_same() -> None:
    first, again = list(make_cases(40)), list(make_cases(40))
    assert first == again
    assert len({case.reports for case in first}) == 40


def test_two_wordings_share_half_of_their_sentences_at_most() -> None:
    assert min(sum(a != b for a, b in zip(*pair, strict=True)) for pair in combinations(CODE, 2)) == 4
    assert all(len(wordings) == len(CODE[0]) for wordings in SENTENCES.values())
