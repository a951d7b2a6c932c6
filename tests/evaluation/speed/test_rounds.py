"""Rounds go A B C, A B C; what did not do the same each time is no measurement."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vedette.evaluation.speed import rounds
from vedette.evaluation.speed.result import Work
from vedette.evaluation.speed.texts import Texts

READ, ADD = Work(what="read", texts="mixed"), Work(what="add", texts="mixed")


class Runs:
    """Stands for the processes: notes what was asked, and finds what it is told to."""

    def __init__(self, *found: int) -> None:
        self.asked: list[str] = []
        self.found = list(found)

    def __call__(self, what: str, texts: Texts, *, cores: int) -> tuple[str, float]:
        self.asked.append(what)
        if what == rounds.PREPARE:
            return "", 0.0
        found = self.found.pop(0)
        measured = {"reports": 9, "seconds": 1, "processor_seconds": 1, "peak_mb": 200, "found": found}
        return json.dumps(measured), 350.0


def test_rounds_are_interleaved_and_begin_with_a_desk_that_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    runs, said = Runs(1, 2, 1, 2), list[str]()
    monkeypatch.setattr(rounds, "_run", runs)
    measured = list(rounds.run_rounds((READ, ADD), {"mixed": Texts(Path())}, rounds=2, say=said.append))
    assert runs.asked == ["prepare", "read", "add", "read", "add"]
    assert [[work for work, _ in one] for one in measured] == [[READ, ADD], [READ, ADD]]
    assert said[0] == "1/2 read, mixed, 1 core: 9.0 reports/s, 350 MB"


def test_the_memory_of_all_processes_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "_run", Runs(1))
    assert rounds.run_work(READ, Texts(Path())).peak_mb == 350


def test_another_number_found_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "_run", Runs(1, 2))
    with pytest.raises(ValueError, match="'read, mixed, 1 core' found 2, and 1 in another round"):
        list(rounds.run_rounds((READ,), {"mixed": Texts(Path())}, rounds=2, say=str))


def test_what_others_are_compared_with_is_measured_at_both_ends() -> None:
    works = rounds.plan(2)
    assert works[0] == works[-1] == rounds.REFERENCE
    assert len(set(works)) == len(works) - 1
