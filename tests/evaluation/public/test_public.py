"""The front door, the command and the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from vedette.errors import UsageError
from vedette.evaluation.machine import Machine
from vedette.evaluation.public import BENCHMARKS, Result, run_public
from vedette.evaluation.public.__main__ import PAGE, VARIABLE, main
from vedette.evaluation.public.scoring import correlation, macro_f1
from vedette.evaluation.public_page import public_section, public_table, with_public_section
from vedette.model import kilometres

MACHINE = Machine(processor="Example 9000", cores=2, python="3.11.7", spacy="3.8.18", commit="0123456789")
DATE = {"dct": "2025-09-12", "text": "Am 3. Mai 2024.", "timexes": [{"start": 3, "end": 14, "value": "2024-05-03"}]}
MARKED = "# Page\n\n<!-- public -->\nold\n<!-- end of public -->\n\nMore.\n"


def test_what_is_not_there_is_told_and_the_rest_goes_on(write) -> None:  # type: ignore[no-untyped-def]
    folder = write("timex/own.de.jsonl", DATE).parent
    results = run_public(folder, only=("timex", "muc4"))
    assert [(one.benchmark, one.value) for one in results] == [("timex", 1.0), ("timex", 1.0), ("muc4", None)]


def test_a_wrong_line_spoils_its_benchmark_alone_and_no_folder_is_named(write) -> None:  # type: ignore[no-untyped-def]
    write("muc4/own.jsonl", {"split": "dev"})
    folder = write("timex/own.de.jsonl", DATE).parent
    *_, wrong = run_public(folder, only=("timex", "muc4"))
    assert wrong.note.startswith("own.jsonl, line 1: ") and str(folder) not in wrong.note


def test_unknown_names_and_folders_are_usage_errors(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no benchmark 'tmex'\. Known are: timex"):
        run_public(tmp_path, only=("tmex",))
    with pytest.raises(UsageError, match="no such folder"):
        run_public(tmp_path / "gone")


def test_without_data_one_sentence_and_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert main([]) == 0
    told = capsys.readouterr()
    assert VARIABLE in told.err and told.err.count("\n") == 1 and told.out == ""


def test_a_whole_run_writes_the_page_and_a_part_of_it_does_not(  # type: ignore[no-untyped-def]
    write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write("timex/own.de.jsonl", DATE).parent
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(VARIABLE, str(folder))
    PAGE.parent.mkdir()
    PAGE.write_text(MARKED, encoding="utf-8")
    assert main(["--only", "timex"]) == 0
    assert PAGE.read_text(encoding="utf-8") == MARKED
    assert main([]) == 0
    page = PAGE.read_text(encoding="utf-8")
    row = "| timex | own.de | value F1 | **1.00** | .100 | .700 | 1 |"
    assert row in page and row in capsys.readouterr().out
    assert all(f"- {name}, all: " in page for name in BENCHMARKS if name != "timex")
    assert str(folder) not in page


def test_an_aim_that_is_reached_is_bold_and_less_error_is_better() -> None:
    good = Result(benchmark="a", part="p", metric="F1", value=0.85, count=1200, aim=0.85)
    bad = Result(benchmark="a", part="p", metric="MAE", value=0.5, count=3, aim=0.42, baseline=0.61)
    assert public_table([good, bad]).splitlines()[2:] == [
        "| a | p | F1 | **.850** | - | .850 | 1,200 |", "| a | p | MAE | .500 | .610 | .420 | 3 |",
    ]


def test_only_what_is_between_the_marks_changes() -> None:
    section = public_section([], machine=MACHINE, at="2026-11-22T06:00:00+00:00")
    assert section.startswith("Measured on 2026-11-22 at commit 0123456789.")
    assert with_public_section(MARKED, section) == MARKED.replace("old", section)
    with pytest.raises(ValueError, match="no '<!-- public -->'"):
        with_public_section("# Page\n", section)


def test_scores_computed_by_hand() -> None:
    assert macro_f1(["a", "a", "b", "b"], ["a", "b", "b", "b"]) == pytest.approx((2 / 3 + 4 / 5) / 2)
    assert correlation([1, 2, 3], [3, 1, 2]) == pytest.approx(-0.5)
    assert correlation([1, 2], [5, 5]) == 0.0
    assert kilometres((54.6872, 25.2797), (56.946, 24.1059)) == pytest.approx(262, abs=3)  # Vilnius to Riga
