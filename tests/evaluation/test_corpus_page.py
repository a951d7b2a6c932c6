"""The corpus has no error, and what its datasheet says of it is what it holds."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from vedette.evaluation import agreement
from vedette.evaluation.annotated import AnnotatedItem
from vedette.evaluation.check_corpus import check_corpus, main
from vedette.evaluation.corpus_page import counts_table
from vedette.evaluation.problem import Problem
from vedette.evaluation.written_section import with_written, write_section

CORPUS = Path(__file__).parents[2] / "corpus"
MOST_SECONDS = 30
HEAD = "@ {id} story={id} published=2026-05-13 genre=agency region=baltic on=yes outlet=Northern Wire\n"
ITEM = "{Riga|A1 LV; S1 official LV} {says|C1} <S1:a {drill|E1 exercise} goes on>. Rain.\nE1 under_way\n"
PAGE = "Before.\n<!-- {0} -->\nold\n<!-- end of {0} -->\nBehind.\n"


def first_numbers(table: str) -> dict[str, list[str]]:
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]
    return {row[0]: row[1:] for row in rows}


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "corpus"
    for language in ("en", "lt"):
        (folder / language).mkdir(parents=True)
        body = HEAD.format(id=f"{language}-0001") + ITEM
        (folder / language / "001-a.txt").write_text(body, encoding="utf-8")
    (folder / "lt" / "002-b.txt").write_text(HEAD.format(id="lt-0002") + "Rain fell. Snow.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_the_table_counts_by_language_and_all_together(corpus: Path) -> None:
    rows = first_numbers(counts_table(check_corpus([corpus])[0]))
    assert rows[""] == ["en", "lt", "all"]
    assert rows["items"] == ["1", "2", "3"]
    assert rows["without an event"] == ["0%", "50%", "33%"]
    assert rows["one source"] == ["100%", "100%", "100%"]
    assert rows["nobody is cited"] == ["0%", "0%", "0%"]
    assert rows["not plain: other than happened, asserted, told"] == ["100%", "100%", "100%"]


def test_the_check_writes_the_table_between_its_marks(corpus: Path) -> None:
    page = corpus / "DATASHEET.md"
    page.write_text(PAGE.format("counts"), encoding="utf-8")
    assert main([str(corpus), "--quiet", "--write"]) == 0
    written = page.read_text(encoding="utf-8")
    assert written == with_written(PAGE.format("counts"), "counts", counts_table(check_corpus([corpus])[0]))
    assert written.startswith("Before.\n<!-- counts -->\n| | en | lt | all |")
    assert written.endswith("<!-- end of counts -->\nBehind.\n")


def test_the_comparison_of_two_annotations_is_written_too(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "second").mkdir()
    second = HEAD.format(id="lt-0001") + ITEM.replace("exercise}", "strike}").replace("; S1 official LV", "")
    second = second.replace("{says|C1} <S1:", "says ").replace("on>.", "on.")
    (corpus / "second" / "lt.marked").write_text(second, encoding="utf-8")
    (corpus / "DATASHEET.md").write_text(PAGE.format("agreement"), encoding="utf-8")
    assert agreement.main(["compare", "--write"]) == 0
    table = capsys.readouterr().out
    rows = first_numbers(table.strip())
    assert (rows["items"], rows["trigger"], rows["event"]) == (["1", "1"], ["1.00", "1.00"], ["0.00", "0.00"])
    assert (rows["actor"], rows["source"]) == (["1.00", "1.00"], ["0.00", "0.00"])
    assert (corpus / "DATASHEET.md").read_text(encoding="utf-8") == with_written(
        PAGE.format("agreement"), "agreement", table.strip()
    )


def test_blank_items_want_a_language(corpus: Path) -> None:
    with pytest.raises(SystemExit):
        agreement.main(["blank"])


def test_a_page_without_marks_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Nothing.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="<!-- counts -->"):
        write_section(page, "counts", "| a |")
    assert page.read_text(encoding="utf-8") == "Nothing.\n"


@dataclass(frozen=True)
class Checked:
    """What the check of the whole corpus gives, and the seconds of a processor that it takes."""

    items: Sequence[AnnotatedItem]
    problems: Sequence[Problem]
    seconds: float


@pytest.fixture(scope="module")
def checked() -> Checked:
    before = time.process_time()
    items, problems = check_corpus([CORPUS])
    return Checked(items, problems, time.process_time() - before)


def test_the_corpus_itself_has_no_error(checked: Checked) -> None:
    assert checked.seconds < MOST_SECONDS
    assert checked.items
    assert [str(problem) for problem in checked.problems if problem.error] == []


def test_the_datasheet_has_the_present_counts(checked: Checked) -> None:
    """If this fails: ``python -m vedette.evaluation.check_corpus --write``."""
    page = (CORPUS / "DATASHEET.md").read_text(encoding="utf-8")
    assert with_written(page, "counts", counts_table(checked.items)) == page


def test_the_datasheet_has_the_present_agreement() -> None:
    """If this fails: ``python -m vedette.evaluation.agreement compare --write``."""
    page = (CORPUS / "DATASHEET.md").read_text(encoding="utf-8")
    section = agreement.agreement_section(list(agreement.pairs(CORPUS)))
    assert with_written(page, "agreement", section) == page
