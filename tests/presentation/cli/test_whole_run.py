"""Commands on a true desk: files in, events out, and what goes wrong on the way."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from command import environment
from engine_steps import Deadly
from vedette import __version__

REPORT = (
    "WARSAW, September 12, 2025 - Poland closed its border with Belarus on Thursday, the interior ministry said.\n"
)
START = "from vedette.presentation.cli import main; main()"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "closure.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


def test_the_version_is_printed(vedette: Any) -> None:
    assert vedette("--version").out == f"vedette {__version__}\n"


def test_without_a_command_the_commands_are_listed(vedette: Any) -> None:
    answer = vedette()
    assert answer.code == 2
    assert "quarantine" in answer.out + answer.err


@pytest.mark.parametrize("arguments", [("nonsense",), ("read",), ("events", "--nonsense"), ("show",)])
def test_wrong_usage_is_2_and_shows_no_traceback(vedette: Any, arguments: tuple[str, ...]) -> None:
    answer = vedette(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err


def test_a_misspelt_desk_is_not_made(vedette: Any, tmp_path: Path) -> None:
    answer = vedette("events", "--desk", "wrong.sqlite")
    assert answer.code == 1
    assert "vedette add" in answer.err
    assert not (tmp_path / "wrong.sqlite").exists()


def test_read_prints_a_line_for_each_claim(vedette: Any, report: Path) -> None:
    answer = vedette("read", str(report), "--format", "jsonl")
    claims = [json.loads(line) for line in answer.out.splitlines()]
    assert answer.code == 0
    assert "border_closure" in {claim["type"] for claim in claims}
    assert {claim["report"]["ref"] for claim in claims} == {"closure"}


def test_read_goes_on_after_a_bad_input_names_it_and_fails(vedette: Any, report: Path) -> None:
    answer = vedette("read", "missing.txt", str(report), "--format", "jsonl")
    assert answer.code == 1
    assert "border_closure" in answer.out
    assert answer.err.count("missing.txt") == 1


def test_the_table_of_read_quotes_the_sentence(vedette: Any, report: Path) -> None:
    out = vedette("read", str(report)).out
    assert "border closure" in out
    assert "Poland closed" in out


def test_add_then_events_then_show(vedette: Any, report: Path) -> None:
    first = vedette("add", str(report), "--desk", "d.sqlite")
    assert first.code == 0
    assert first.out.startswith("1 new report added.")
    again = vedette("--desk", "d.sqlite", "add", str(report))
    assert again.out.startswith("0 new reports added, 1 known already.")
    event = json.loads(vedette("events", "--type", "border_closure", "--format", "jsonl", "--desk", "d.sqlite").out)
    shown = vedette("show", event["id"][:9], "--desk", "d.sqlite")
    assert shown.code == 0
    assert "*closed" in shown.out


def test_the_desk_of_the_environment_is_used(vedette: Any, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEDETTE_DESK", "from-environment.sqlite")
    assert vedette("add", str(report)).code == 0
    assert Path("from-environment.sqlite").exists()


def test_what_cannot_be_read_is_kept_and_leaves_once_it_is_mended(vedette: Any, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{oops\n", encoding="utf-8")
    answer = vedette("add", "bad.jsonl", "--desk", "d.sqlite")
    assert answer.code == 1
    assert "bad.jsonl" in answer.err
    kept = json.loads(vedette("quarantine", "list", "--format", "jsonl", "--desk", "d.sqlite").out)
    assert vedette("quarantine", "retry", kept["id"], "--desk", "d.sqlite").code == 1
    bad.write_text(json.dumps({"text": REPORT}) + "\n", encoding="utf-8")
    assert vedette("quarantine", "retry", kept["id"][:8], "--desk", "d.sqlite").code == 0
    assert "could be read" in vedette("quarantine", "--desk", "d.sqlite").err


def test_a_retry_of_a_file_that_is_gone_loses_nothing(vedette: Any, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{oops\n", encoding="utf-8")
    vedette("add", "bad.jsonl", "--desk", "d.sqlite")
    kept = json.loads(vedette("quarantine", "list", "--format", "jsonl", "--desk", "d.sqlite").out)
    bad.unlink()
    assert vedette("quarantine", "retry", kept["id"], "--desk", "d.sqlite").code == 1
    assert "{oops" in vedette("quarantine", "show", kept["id"], "--desk", "d.sqlite").out


def _added_in_vain(vedette: Any, report: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Add a report while reading raises; give the answer."""
    def fails(*_: Any) -> None:
        raise ValueError("no such word")

    with monkeypatch.context() as broken:
        broken.setattr("vedette.reading.reader.by_language", fails)
        return vedette("add", str(report), "--desk", "d.sqlite")


def test_a_report_on_which_reading_failed_is_read_again_as_it_was_kept(
    vedette: Any, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = _added_in_vain(vedette, report, monkeypatch)
    assert (answer.code, "no such word" in answer.err) == (1, True)
    kept = json.loads(vedette("quarantine", "list", "--format", "jsonl", "--desk", "d.sqlite").out)
    report.unlink()  # nothing is asked of where it came from
    assert "1 new report added" in vedette("quarantine", "retry", kept["id"], "--desk", "d.sqlite").out
    assert "could be read" in vedette("quarantine", "--desk", "d.sqlite").err
    assert "border_closure" in vedette("events", "--format", "jsonl", "--desk", "d.sqlite").out


def test_a_report_that_ends_the_reader_now_stands_in_quarantine_once_with_the_new_reason(
    vedette: Any, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _added_in_vain(vedette, report, monkeypatch)
    kept = json.loads(vedette("quarantine", "list", "--format", "jsonl", "--desk", "d.sqlite").out)
    monkeypatch.setattr("vedette.inputs.reading.ReadStep", Deadly)
    assert vedette("quarantine", "retry", kept["id"], "--desk", "d.sqlite").code == 1
    [now] = vedette("quarantine", "list", "--format", "jsonl", "--desk", "d.sqlite").out.splitlines()
    assert "code 7" in json.loads(now)["reason"]


def test_ctrl_c_says_that_nothing_is_lost(vedette: Any, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vedette.desk.Desk.add", stopped)
    answer = vedette("add", str(report), "--desk", "d.sqlite")
    assert answer.code == 130
    assert "Nothing is lost" in answer.err
    assert "Traceback" not in answer.err


def test_a_briefing_that_cannot_be_written_is_told(vedette: Any, report: Path) -> None:
    vedette("add", str(report), "--desk", "d.sqlite")
    answer = vedette("brief", "--output", "no/such/folder/b.md", "--desk", "d.sqlite")
    assert answer.code == 2
    assert "--output" in answer.err


def test_the_doctor_looks_at_everything(vedette: Any) -> None:
    out = vedette("doctor").out
    for name in ("Python", "Vedette", "language model", "gazetteer", "full-text", "desk"):
        assert name in out


def test_the_doctor_names_a_file_that_is_no_desk(vedette: Any, tmp_path: Path) -> None:
    (tmp_path / "no.sqlite").write_text("not a database, only some words " * 40, encoding="utf-8")
    answer = vedette("doctor", "--desk", "no.sqlite")
    assert answer.code == 1
    assert "problem" in answer.out


def test_standard_input_through_a_pipe_with_an_early_end_is_quiet(tmp_path: Path) -> None:
    command = [sys.executable, "-c", START, "read", "-", "--format", "jsonl"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
        cwd=tmp_path,
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdout.close()
        process.stdin.write(REPORT.encode())
        process.stdin.close()
        told = process.stderr.read().decode()
        code = process.wait(60)
    assert code == 1
    assert "Traceback" not in told
    assert "Exception" not in told


def test_the_demo_leaves_a_desk_and_a_briefing(vedette: Any, tmp_path: Path) -> None:
    answer = vedette("demo", "--desk", "demo.sqlite")
    assert answer.code == 0
    assert "vedette serve --desk demo.sqlite" in answer.err
    assert (tmp_path / "briefing.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "events came of the reports" in answer.out
