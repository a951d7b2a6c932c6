"""Whoever makes Vedette slower is told by how much, and of what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from vedette.evaluation.speed.check import fallen, main
from vedette.evaluation.speed.result import Result

Run = Callable[..., Result]


def kept(tmp_path: Path, name: str, run: Result) -> str:
    file = tmp_path / name
    file.write_text(run.to_json(), encoding="utf-8")
    return str(file)


def test_a_ratio_that_fell_by_more_than_a_tenth_is_named_and_no_other(make_run: Run) -> None:
    before, now = make_run([{"spacy": 1, "read": 2, "link": 1}]), make_run([{"spacy": 1, "read": 2.3, "link": 1.09}])
    assert [str(one) for one in fallen(now, before)] == [
        "read, mixed, 1 core: speed, spacy = 1: was 0.50, is 0.43 (-13%)."
    ]


def test_a_slower_machine_is_no_fall(make_run: Run) -> None:
    assert not list(fallen(make_run([{"spacy": 3, "read": 6}]), make_run([{"spacy": 1, "read": 2}])))


def test_faster_is_no_fall(make_run: Run) -> None:
    assert not list(fallen(make_run([{"spacy": 1, "read": 1}]), make_run([{"spacy": 1, "read": 2}])))


def test_a_ratio_that_was_not_measured_is_named(make_run: Run) -> None:
    found = list(fallen(make_run([{"spacy": 1}]), make_run([{"spacy": 1, "read": 2}])))
    assert [str(one) for one in found] == ["read, mixed, 1 core: speed, spacy = 1: was 0.50, was not measured now."]


def test_the_command_ends_with_one_where_something_fell(
    make_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = kept(tmp_path, "new.json", make_run([{"spacy": 1, "read": 3}]))
    old = kept(tmp_path, "old.json", make_run([{"spacy": 1, "read": 2}]))
    assert main([new, "--against", old]) == 1
    assert capsys.readouterr().out == "read, mixed, 1 core: speed, spacy = 1: was 0.50, is 0.33 (-33%).\n"
    assert main([old, "--against", new]) == 0
    assert capsys.readouterr().out == "None of 1 ratios fell by more than a tenth.\n"


def test_a_run_on_another_machine_or_on_a_busy_one_is_told(
    make_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = make_run([{"spacy": 1, "read": 2}], last=2)
    other = replace(run, machine=replace(run.machine, processor="Other 1"), texts=())
    assert main([kept(tmp_path, "new.json", other), "--against", kept(tmp_path, "old.json", run)]) == 0
    told = capsys.readouterr().err
    assert "Example 9000 and Other 1" in told
    assert "In the new run the same work differed by 50%" in told
    assert "other texts" in told


def test_what_is_no_run_is_refused(make_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = kept(tmp_path, "new.json", make_run([{"spacy": 1}]))
    assert main([run, "--against", str(tmp_path / "none.json")]) == 2
    assert "none.json" in capsys.readouterr().err
