"""Every work is done to all reports, finds something, and finds the same wherever it should."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest

from vedette.evaluation.speed.measuring import main, measure
from vedette.evaluation.speed.result import Measured, Work
from vedette.evaluation.speed.rounds import plan, run_work
from vedette.evaluation.speed.texts import Texts
from vedette.evaluation.speed.works import FIRST, WORKS, make_read_desk
from vedette.model import Report

REPORTS = FIRST + 6


def short_reports(count: int) -> list[Report]:
    return [
        Report.of(f"Poland closed its border on {number % 28 + 1} May 2025, {number} people say.", ref=f"{number}")
        for number in range(count)
    ]


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    written = Texts.write(tmp_path_factory.mktemp("texts") / "mixed", short_reports(REPORTS))
    make_read_desk(written)
    return written


@pytest.fixture(scope="module")
def on_one_core(texts: Texts) -> Callable[[str], Measured]:
    return cache(partial(measure, texts=texts))


@pytest.mark.parametrize("what", WORKS)
def test_a_work_is_done_to_the_reports_and_finds_something(what: str, on_one_core: Callable[[str], Measured]) -> None:
    measured = on_one_core(what)
    assert measured.reports == (6 if what in ("read", "add", "add pages") else REPORTS)  # reading loads with the first
    assert measured.found > 0 and measured.seconds > 0 and measured.peak_mb > 50


def test_what_was_read_is_what_is_stored(on_one_core: Callable[[str], Measured]) -> None:
    assert on_one_core("read").found == on_one_core("store").found >= REPORTS


@pytest.mark.parametrize("what", ["read", "add"])
def test_two_cores_find_what_one_finds(what: str, texts: Texts, on_one_core: Callable[[str], Measured]) -> None:
    one, two = on_one_core(what), measure(what, texts, cores=2)
    assert (one.found, one.reports) == (two.found, two.reports)


def test_too_few_reports_to_load_with_are_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=f"more than {FIRST}"):
        measure("read", Texts.write(tmp_path / "few", short_reports(2)))


def test_only_what_can_be_measured_is_planned() -> None:
    assert {work.what for work in plan(2)} <= set(WORKS)
    assert all(work.cores == 1 for work in plan(1))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells of other processes")
def test_a_process_of_its_own_measures_the_same_and_its_memory_is_its_own(
    texts: Texts, on_one_core: Callable[[str], Measured]
) -> None:
    hog = bytearray(b"x" * 300_000_000)
    measured = run_work(Work(what="trafilatura", texts="mixed"), texts)
    assert measured.found == on_one_core("trafilatura").found
    assert 20 < measured.peak_mb < len(hog) / 1_000_000


def test_a_desk_is_prepared_by_a_process_too(tmp_path: Path) -> None:
    texts = Texts.write(tmp_path / "few", short_reports(1))
    main(["prepare", str(texts.folder), "1"])
    assert measure("link", texts).reports == 1
