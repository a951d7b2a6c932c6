"""The bench measures each thing in a process of its own, and writes where it is told to."""

import json
import sys
from pathlib import Path

import pytest

import vedette
from vedette.evaluation import bench
from vedette.evaluation.made_reports import make_reports, write_reports
from vedette.evaluation.measuring import measure


@pytest.mark.parametrize("what", bench.WHAT)
def test_all_reports_are_measured_and_something_is_found(what: str, tmp_path: Path) -> None:
    file = tmp_path / "made.jsonl"
    write_reports(file, make_reports(5))
    measured = measure(what, file)
    assert (measured.what, measured.reports) == (what, 5)
    assert measured.seconds > 0 and measured.found > 0 and measured.peak_mb > 50


@pytest.mark.skipif(sys.platform == "win32", reason="the peak of memory is not told there")
def test_a_run_leaves_all_numbers_and_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "ORDINARY", bench.ORDINARY.resolve())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(vedette.__file__).parents[1]))
    monkeypatch.setattr(bench, "REPEATS", 1)
    monkeypatch.setattr(bench, "WHAT", ("spacy", "read"))
    Path("docs").mkdir()
    bench.PAGE.write_text("<!-- speed -->\n\n<!-- end of speed -->\n", encoding="utf-8")
    bench.main(["--reports", "3", "--json", "all.json"])
    told = json.loads(Path("all.json").read_text(encoding="utf-8"))
    assert [one["what"] for one in told["once"]] == ["spacy", "read"]
    assert [one["reports"] for one in told["mixed"]] == [3] * len(bench.MIXED)
    assert told["machine"]["cores"] >= 1
    assert "| read | 3 |" in bench.PAGE.read_text(encoding="utf-8")
    assert "| read | 3 |" in capsys.readouterr().out
