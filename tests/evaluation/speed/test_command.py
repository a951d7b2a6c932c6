"""The command keeps all numbers and makes the page from them; a page can be made again from numbers that are kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import pytest

from vedette.evaluation.machine import this_machine
from vedette.evaluation.made_reports import make_subject
from vedette.evaluation.speed import __main__ as command
from vedette.evaluation.speed.grown import Answered, Grown
from vedette.evaluation.speed.result import Measured, Result, Work, load_result
from vedette.evaluation.speed.texts import Texts
from vedette.evaluation.speed.works import FIRST

PAGE = "# Page\n\n<!-- speed -->\nold\n<!-- end of speed -->\n\nMore.\n"


def measured(
    works: Sequence[Work], texts: Mapping[str, Texts], *, rounds: int, say: Callable[[str], None]
) -> Iterator[tuple[tuple[Work, Measured], ...]]:
    """Stand for the processes: every work takes a second for the reports that lie there."""
    for _ in range(rounds):
        lying = {name: len(list(one.pages.iterdir())) for name, one in texts.items()}
        yield tuple(
            (work, Measured(reports=lying[work.texts], seconds=1, processor_seconds=1, peak_mb=99, found=1))
            for work in works
        )


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "run_rounds", measured)
    monkeypatch.setattr(command, "FIRST", 0)  # no process warms up here
    monkeypatch.setattr(command, "made", lambda name, count: make_subject(count))
    Path("docs").mkdir()
    command.PAGE.write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_a_run_leaves_all_numbers_with_the_machine_and_the_page(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts = ["--reports", "4", "--on-our-subjects", "2", "--rounds", "3", "--sizes", "0"]
    assert command.main([*counts, "--json", "r.json"]) == 0
    result = load_result(Path("r.json"))
    assert [(told.name, told.reports) for told in result.texts] == [("mixed", 4), ("subject", 2)]
    assert len(result.rounds) == 3 and result.machine.cores == this_machine().cores
    page = command.PAGE.read_text(encoding="utf-8")
    assert "| read | 1 | 4.0 (4.0-4.0) |" in page and page.endswith("\n\nMore.\n") and "old" not in page
    assert "| read | 1 | 2.0 (2.0-2.0) |" in capsys.readouterr().out


def test_a_page_is_made_again_from_what_is_kept(
    desk: Path, make_run: Callable[..., Result], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("kept.json").write_text(make_run([{"spacy": 2, "read": 4}]).to_json(), encoding="utf-8")
    assert command.main(["--page", "kept.json"]) == 0
    assert "Example 9000" in command.PAGE.read_text(encoding="utf-8")
    assert command.main(["--page", "none.json"]) == 2
    assert "none.json" in capsys.readouterr().err


def test_the_page_can_be_left_alone(desk: Path) -> None:
    Path("docs/benchmarks.md").write_text(PAGE, encoding="utf-8")
    assert command.main(["--reports", "2", "--on-our-subjects", "1", "--rounds", "1", "--sizes", "0", "--no-page"]) == 0
    assert command.PAGE.read_text(encoding="utf-8") == PAGE
    assert len(list(command.RESULTS.glob("*.json"))) == 1


def test_a_desk_that_grew_before_is_taken_as_it_was_measured(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    grown = Grown(
        reports=1_000_000, claims=9, events=4, storing=(0.5,), linking=(1.5,), size_mb=7.0, peak_mb=99.0,
        answered=(Answered.of("overview", [0.25]),),
    )
    Path("sizes.jsonl").write_text(f"{json.dumps(asdict(grown))}\n", encoding="utf-8")
    given = ["--reports", "2", "--on-our-subjects", "1", "--rounds", "1", "--sizes", "10"]
    assert command.main([*given, "--grown", "sizes.jsonl", "--json", "r.json"]) == 0
    assert load_result(Path("r.json")).grown == (grown,)
    assert "| 1,000,000 | 9 | 4 |" in capsys.readouterr().out


@pytest.mark.parametrize(("lines", "said"), [("{}\n", "sizes.jsonl, line 1"), (None, "sizes.jsonl")])
def test_what_is_no_desk_that_grew_is_refused_before_anything_is_measured(
    lines: str | None, said: str, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "made", lambda name, count: pytest.fail("It was made."))
    if lines is not None:
        Path("sizes.jsonl").write_text(lines, encoding="utf-8")
    assert command.main(["--grown", "sizes.jsonl"]) == 2
    told = capsys.readouterr().err
    assert said in told and "speed.sizes" in told


@pytest.mark.parametrize(("given", "named"), [
    (["--on-our-subjects", "40"], "--on-our-subjects 40 is"), (["--reports", "64"], "--reports 64 is"),
    (["--reports", "0", "--on-our-subjects", "1"], "--reports 0 and --on-our-subjects 1 is"),
])
def test_too_few_reports_are_refused_before_anything_is_made(
    given: list[str], named: str, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "FIRST", FIRST)
    monkeypatch.setattr(command, "made", lambda name, count: pytest.fail("It was made."))
    assert command.main([*given, "--rounds", "1", "--sizes", "0"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(named) and f"Give {FIRST + 1} or more." in said
    assert not command.RESULTS.exists()


def test_one_report_more_than_the_clock_waits_for_is_enough(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "FIRST", FIRST)
    enough = str(FIRST + 1)
    given = ["--reports", enough, "--on-our-subjects", enough, "--rounds", "1", "--sizes", "0", "--no-page"]
    assert command.main(given) == 0
