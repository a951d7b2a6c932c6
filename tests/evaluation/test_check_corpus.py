"""The check of the corpus: doubts about meaning, copies, texts from outside, counts, exit codes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from vedette.evaluation.check_corpus import check_corpus, main
from vedette.evaluation.corpus_statistics import count_corpus

HEAD = "@ {id} story={id} published=2026-05-13 genre=agency region=baltic on=yes outlet=Northern Wire\n"
CORPUS = Path(__file__).parents[2] / "corpus"


def write(folder: Path, *bodies: str, language: str = "en", name: str = "001-x.txt") -> Path:
    file = folder / language / name
    file.parent.mkdir(parents=True, exist_ok=True)
    items = [HEAD.format(id=f"{language}-{number:04d}") + body for number, body in enumerate(bodies, start=1)]
    file.write_text("\n".join(items), encoding="utf-8")
    return file


def found(folder: Path, body: str, language: str = "en") -> list[str]:
    write(folder, body + "\nRain fell.\n", language=language)
    _, problems = check_corpus([folder])
    return [problem.what for problem in problems]


@pytest.mark.parametrize(
    ("words", "code", "language"),
    [
        ("Friday", "2026-05-14", "en"), ("yesterday", "2026-05-11", "en"), ("у п'ятницю", "2026-05-14", "uk"),
        ("piątek", "2026-05-14", "pl"), ("penktadienį", "2026-05-14", "lt"), ("reedel", "2026-05-14", "et"),
        ("gestern", "2026-05-13", "de"), ("perjantaina", "2026-05-14", "fi"), ("в пятницу", "2026-05-14", "ru"),
        ("у пятніцу", "2026-05-14", "be"), ("piektdien", "2026-05-14", "lv"),
    ],
)  # fmt: skip
def test_a_day_that_contradicts_its_date_is_an_error(tmp_path: Path, words: str, code: str, language: str) -> None:
    assert any("cannot be" in what for what in found(tmp_path, f"It rained {{{words}|T1 {code}}}.", language))


@pytest.mark.parametrize("code", ["2026-05-15", "2026-05-14 doubt", "2026-05-15..", "2026-05-14-night"])
def test_a_day_that_fits_or_is_doubted_on_purpose_passes(tmp_path: Path, code: str) -> None:
    assert found(tmp_path, f"It rained {{Friday|T1 {code}}}.") == []


@pytest.mark.parametrize(
    ("body", "doubt"),
    [
        ("{34,000 troops|Q1 3400 troops} came.", "Q1 '34,000 troops' is not 3400."),
        ("It rained on {12 May|T1 2026-05-21}.", "T1 '12 May' names a number that 2026-05-21 lacks."),
        ("{the border|P1 border PL-BY} is long.", "P1 begins with 'the'."),
        ("It rained {the next day|T1 2026-05-12}.", "T1 begins with 'the'."),
        ("No {drill|E1 exercise} came.\nE1 denied", "E1 is denied, and nobody denies it."),
        ("A {drill|E1 exercise} on {Monday|T1 2026-05-11}.\nE1 planned when=T1", "E1 is planned for 2026-05-11"),
        ("A {drill|E1 exercise} on {Friday|T1 2026-05-15}.\nE1 when=T1", "E1 happened on 2026-05-15, after the text."),
        ("The {mayor|S1 official LV} {spoke|C1}.", "S1 has no content."),
        ("The {mayor|S1 official LV}: <S1:rain>.", "S1 has no cue."),
        ("{Kim|S1 expert} {says|C1} <S1:a {drill|E1 exercise} began>.\nE1 says=S1", "says= repeats"),
        ("{Kim|S1 expert} {says|C1} <S1:a {drill|E1 exercise} began>.\nE1 says=-", "the line and the contents differ"),
    ],
)
def test_what_can_hardly_be_meant_is_named(tmp_path: Path, body: str, doubt: str) -> None:
    assert any(doubt in what for what in found(tmp_path, body))


@pytest.mark.parametrize(
    "words",
    ["34,000 troops|Q1 34000 troops", "34 000 troops|Q1 34000 troops", "2.5 million shells|Q1 2500000 shells",
     "more than 30 ships|Q1 >=30 ships", "6,000 to 8,000 men|Q1 6000..8000 troops", "an Il-20|W1 aircraft"],
)  # fmt: skip
def test_figures_that_fit_pass(tmp_path: Path, words: str) -> None:
    assert not [what for what in found(tmp_path, f"Seen: {{{words}}}.") if "is not" in what]


def test_copies_inside_the_corpus_are_named_once_a_pair(tmp_path: Path) -> None:
    same = "All road crossings to the neighbour were closed at midnight on orders from above.\nRain fell.\n"
    write(tmp_path, same, same)
    _, problems = check_corpus([tmp_path])
    assert [problem.what for problem in problems] == [
        "en-0002: 'all road crossings to the neighbour were closed' stands in en-0001 too."
    ]
    assert not problems[0].error


@pytest.mark.parametrize("form", ["text.txt", "text.jsonl", "text.json", "text.jsonl.gz"])
def test_words_of_an_outside_text_are_an_error(tmp_path: Path, form: str) -> None:
    write(tmp_path / "corpus", "Six grey ships left the harbour at noon.\nRain fell.\n")
    outside = "Yesterday SIX grey ships left the harbour."
    raw = (outside if form == "text.txt" else json.dumps({"nested": [{"text": outside}]})).encode()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / form).write_bytes(gzip.compress(raw) if form.endswith(".gz") else raw)
    _, problems = check_corpus([tmp_path / "corpus"], against=tmp_path / "other")
    assert [problem.what for problem in problems] == [
        f"en-0001: 'six grey ships left the harbour' stands in {form} too."
    ]
    assert problems[0].error


def test_an_id_stands_in_one_file_only_and_in_the_folder_of_its_language(tmp_path: Path) -> None:
    write(tmp_path, "Rain. Snow.\n")
    write(tmp_path, "Wind. Hail.\n", name="002-y.txt")
    (tmp_path / "lt").mkdir()
    (tmp_path / "lt" / "003-z.txt").write_text(HEAD.format(id="en-0003") + "Sun. Fog.\n", encoding="utf-8")
    whats = [problem.what for problem in check_corpus([tmp_path])[1]]
    assert whats[0].startswith("The id en-0001 is in ")
    assert whats[1:] == ["en-0003 is in the folder 'lt'."]


def test_counts_name_what_is_there_and_what_is_not(tmp_path: Path) -> None:
    write(tmp_path, "A {drill|E1 exercise} began. It goes on.\nE1 under_way\n", "Rain fell. Snow too.\n")
    items, _ = check_corpus([tmp_path])
    counted = count_corpus(items)
    assert (counted.items, counted.without_event, counted.sentences) == (2, 1, 4)
    assert counted.labels["type"] == {"exercise": 1}
    assert counted.labels["chain"] == {"0": 1}
    assert "type:strike" in counted.missing()
    assert "type:exercise" not in counted.missing()


def test_the_command_prints_problems_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, "{Riga|A1}\n")
    assert main([str(tmp_path), "--quiet"]) == 1
    assert capsys.readouterr().out.startswith(f"{file}:2: A1 'Riga': An actor has a party")


def test_the_command_counts_by_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "Rain fell. Snow too.\n", language="fi")
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("fi: 1 items of 1 stories, 2 sentences, 4 words, 100% without an event")


def test_a_path_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        main([str(tmp_path / "nowhere")])
    assert caught.value.code == 2


def test_the_corpus_itself_has_no_error() -> None:
    items, problems = check_corpus([CORPUS])
    assert items
    assert [str(problem) for problem in problems if problem.error] == []
