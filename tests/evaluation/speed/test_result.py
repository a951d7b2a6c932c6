"""A run of the bench is kept whole, and read again as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vedette.errors import InputError
from vedette.evaluation.speed.grown import Grown
from vedette.evaluation.speed.result import Result, Work, load_result


def test_what_is_kept_is_read_again_as_it_was(
    make_run: Callable[..., Result], make_grown: Callable[..., Grown]
) -> None:
    grown = (make_grown(10_000, storing=0.4, linking=0.5), make_grown(100_000, storing=0.5, linking=0.6))
    run = make_run([{"spacy": 2, "read": 4}, {"spacy": 3, "read": 5}], last=2.5, grown=grown)
    assert Result.from_json(run.to_json()) == run


def test_each_measurement_is_a_line(make_run: Callable[..., Result]) -> None:
    run = make_run([{"spacy": 2, "read": 4}] * 3)
    assert sum('"seconds"' in line for line in run.to_json().splitlines()) == 6


def test_a_work_is_given_round_by_round(make_run: Callable[..., Result]) -> None:
    run = make_run([{"spacy": 2, "read": 4}, {"spacy": 3, "read": 5}], last=9)
    spacy = Work(what="spacy", texts="mixed")
    assert [[one.seconds for one in measured] for measured in run.of(spacy)] == [[2, 9], [3, 9]]
    assert list(run.of(Work(what="read", texts="subject"))) == []


@pytest.mark.parametrize("raw", ["", "[]", '{"machine": {}}', '{"schema": 1}', '{"schema": 2, "machine": {"x": 1}}'])
def test_what_is_no_result_is_refused_with_what_to_do(raw: str, tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_text(raw, encoding="utf-8")
    with pytest.raises(InputError, match=r"other\.json.*make bench"):
        load_result(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.json.*cannot be opened"):
        load_result(tmp_path / "none.json")
