"""Ratios are made within a round, so that what slows the whole machine changes none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vedette.evaluation.speed.grown import Grown
from vedette.evaluation.speed.ratios import noise, rates, ratios
from vedette.evaluation.speed.result import Result, Work

READ = "read, mixed, 1 core: speed, spacy = 1"


def test_half_the_speed_of_spacy_is_a_half(make_run: Callable[..., Result]) -> None:
    assert ratios(make_run([{"spacy": 2, "read": 4}]))[READ].median == 0.5


def test_a_round_in_which_all_is_slow_changes_no_ratio(make_run: Callable[..., Result]) -> None:
    run = make_run([{"spacy": 2, "read": 4}, {"spacy": 20, "read": 40}, {"spacy": 2, "read": 4}])
    found = ratios(run)[READ]
    assert (found.least, found.median, found.most) == (0.5, 0.5, 0.5)
    assert rates(run, Work(what="read", texts="mixed")).least == 2.5


def test_of_the_rounds_the_median_counts(make_run: Callable[..., Result]) -> None:
    run = make_run([{"spacy": 2, "read": seconds} for seconds in (4, 2, 20)])
    assert str(ratios(run)[READ]) == "0.50 (0.10-1.00)"


def test_what_is_measured_at_both_ends_of_a_round_counts_with_both(make_run: Callable[..., Result]) -> None:
    run = make_run([{"spacy": 2, "read": 6}], last=4)
    assert ratios(run)[READ].median == pytest.approx(0.5)
    assert noise(run) == 0.5


def test_pages_are_compared_with_trafilatura_and_two_cores_with_spacy_on_two(make_run: Callable[..., Result]) -> None:
    names = ratios(make_run([{"spacy": 1, "trafilatura": 1, "collect": 2, "read": 3, "add": 5}]))
    assert names["collect, mixed, 1 core: speed, trafilatura = 1"].median == 0.5
    assert names["add, mixed, 1 core: speed, trafilatura = 1"].median == 0.2
    two = ratios(make_run([{"spacy": 1, "read": 2}], cores=2))
    assert two["read, mixed, 2 cores: speed, spacy = 1"].median == 0.5


def test_less_memory_is_more(make_run: Callable[..., Result]) -> None:
    run = make_run([{"spacy": 1, "add": 2}], peaks={"spacy": 300, "add": 600})
    assert ratios(run)["add, mixed, 1 core: spaCy's memory, ours = 1"].median == 0.5


def test_a_large_desk_is_compared_with_the_smaller_one(
    make_run: Callable[..., Result], make_grown: Callable[..., Grown]
) -> None:
    grown = (make_grown(10, storing=1, linking=1), make_grown(100, storing=1, linking=2))
    found = ratios(make_run([{"spacy": 1}], grown=grown))
    assert found["storing at 100 reports: speed, at 10 = 1"].median == 1
    assert found["linking at 100 reports: speed, at 10 = 1"].median == 0.5
