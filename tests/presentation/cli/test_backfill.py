"""``vedette backfill`` and the jobs of ``vedette add``: what a person sees, and the exit code."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from vedette.engine import Engine
from vedette.linking_on_engine import OnEngine
from vedette.presentation.cli import run

BOTH = ("local", "processes")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    # Swedish is not read, so that no model is waited for.
    folder = tmp_path / "in"
    folder.mkdir()
    lines = [{"id": f"r{n}", "lang": "sv", "text": f"Gränsen stängdes på torsdagen. Nummer {n}."} for n in range(30)]
    (folder / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return folder


def test_a_folder_is_filled_once(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["backfill", str(archive), "--to", str(tmp_path / "claims"), "--engine", "local"]
    assert run(command) == 0
    assert "1 of 1 partitions read now. They hold 30 reports and 0 claims; 0 inputs could" in capsys.readouterr().out
    assert run(command) == 0
    assert "0 of 1 partitions read now. They hold 30 reports" in capsys.readouterr().out


def test_what_could_not_be_read_makes_the_exit_code_1(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive / "b.warc").write_bytes(b"no archive")
    assert run(["backfill", str(archive), "--to", str(tmp_path / "claims"), "--engine", "local"]) == 1
    told = capsys.readouterr()
    assert "1 input could not be read" in told.out and "'quarantined'" in told.err


def test_a_desk_is_filled_by_way_of_a_folder_beside_it(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = tmp_path / "border.sqlite"
    command = ["backfill", str(archive), "--to", str(desk), "--workers", "1"]
    assert run(command) == 0
    assert "30 new reports added." in capsys.readouterr().out
    assert (tmp_path / "border.backfill" / "backfill.json").exists()
    assert run(command) == 0
    assert "0 new reports added, 30 known already." in capsys.readouterr().out
    assert run(["add", str(tmp_path / "border.backfill"), "--desk", str(tmp_path / "other.sqlite")]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "30 new reports added." in told
    assert "See them with: vedette events --desk" in told  # the same desk, and not that of the user


def test_a_desk_named_as_a_database_keeps_its_claims_beside_the_file(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["backfill", str(archive), "--to", f"SQLite:///{tmp_path}/border", "--engine", "local"]) == 0
    assert "30 new reports added." in capsys.readouterr().out
    assert (tmp_path / "border.backfill" / "backfill.json").exists()
    assert (tmp_path / "border").is_file()


@pytest.mark.parametrize(("words", "said"), [
    (["https://news.example/feed", "--to", "claims"], "'vedette add' reads pages"),
    (["in", "--to", "postgresql://desk.example/border"], "Say with --claims in which folder"),
    (["in", "--to", "Postgres://desk.example/border"], "Say with --claims in which folder"),
])
def test_what_cannot_be_done_is_said_in_a_sentence(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["backfill", *words]) == 2
    assert said in " ".join(capsys.readouterr().err.split())


def test_jobs_change_nothing_that_is_seen(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # The same report twice, in one file and in the next, is known the second time with any number of jobs.
    (archive / "b.jsonl").write_bytes((archive / "a.jsonl").read_bytes())
    told = []
    for jobs in ("1", "2"):
        assert run(["add", str(archive), "--desk", str(tmp_path / f"{jobs}.sqlite"), "--jobs", jobs]) == 0
        out, remarks = capsys.readouterr()
        told.append((out.replace(f"{jobs}.sqlite", "desk.sqlite"), remarks))
    assert told[0] == told[1] and "30 new reports added, 30 known already." in told[0][0]


def test_many_reports_on_a_desk_are_linked_on_the_engine_that_read_them(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Engine, int]] = []

    def spread(self: OnEngine, work: object, items: Iterable[object], *, decisions: object) -> Iterator[object]:
        asked.append((self.engine, self.workers))
        return iter(())

    monkeypatch.setattr(OnEngine, "__call__", spread)
    command = ["backfill", str(archive), "--engine", "local", "--workers", "3", "--to"]
    assert run([*command, str(tmp_path / "few.sqlite")]) == 0
    assert asked == []
    monkeypatch.setattr("vedette.linking_on_engine.MUCH", 30)
    assert run([*command, str(tmp_path / "many.sqlite")]) == 0
    assert set(asked) == {(Engine.LOCAL, 3)}
