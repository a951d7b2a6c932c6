"""The check of the corpus: doubts about meaning, copies, texts from outside, counts, exit codes."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from vedette.evaluation.check_corpus import check_corpus, main
from vedette.evaluation.corpus_statistics import count_corpus

HEAD = "@ {id} story={id} published=2026-05-13 genre=agency region=baltic on=yes outlet=Northern Wire\n"


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
        ("A {drill|E1 exercise} on {Monday|T1 2026-05-11}.\nE1 planned when=T1", "E1 is planned for 2026-05-11"),
        ("A {drill|E1 exercise} on {Friday|T1 2026-05-15}.\nE1 when=T1", "E1 happened on 2026-05-15, after the text."),
        ("The {mayor|S1 official LV} {spoke|C1}.", "S1 has no content."),
        ("The {mayor|S1 official LV}: <S1:rain>.", "S1 has no cue."),
        ("{Kim|S1 expert} {says|C1} <S1:a {drill|E1 exercise} began>.\nE1 says=S1", "says= repeats"),
        ("{Kim|S1 expert} {says|C1} <S1:a {drill|E1 exercise} began>.\nE1 says=-", "the line and the contents differ"),
        ("{Kim|S1 expert} {says|C1} <S1:it rains>. {He|S2=S1} {adds|C2} that it snows.",
         "C2: S1 is cited ('adds'), and nothing in the sentence is its content."),
        ("{African Union|A1 AU} met.", "A1 'African Union' has the code AU of a country."),
        ("{Monitor of the African Union|S1 official AU} {saw|C1} <S1:rain>.", "has the code AU of a country."),
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


@pytest.mark.parametrize(
    ("words", "code", "language"),
    [
        ("у середині травня", "2026-05-12", "uk"), ("четверо суток", "2026-05-12", "uk"),
        ("o czwartej nad ranem", "2026-05-13T04", "pl"), ("wpół do piątej", "2026-05-13T04:30", "pl"),
        ("средней ночью", "2026-05-12", "ru"), ("piąty dzień", "2026-05-12", "pl"),
    ],
)  # fmt: skip
def test_a_word_that_only_begins_like_a_weekday_is_none(tmp_path: Path, words: str, code: str, language: str) -> None:
    assert not [what for what in found(tmp_path, f"Z {{{words}|T1 {code}}}.", language) if "cannot be" in what]


@pytest.mark.parametrize(
    ("words", "code", "language"),
    [
        ("середу", "2026-05-12", "uk"), ("четверга", "2026-05-12", "uk"), ("czwartek", "2026-05-12", "pl"),
        ("piątku", "2026-05-12", "pl"), ("среду", "2026-05-12", "ru"), ("чацвяргом", "2026-05-12", "be"),
        ("Sonnabend", "2026-05-12", "de"), ("night to Friday", "2026-05-12-night", "en"),
    ],
)  # fmt: skip
def test_weekdays_in_their_cases_are_still_known(tmp_path: Path, words: str, code: str, language: str) -> None:
    assert any("cannot be" in what for what in found(tmp_path, f"Z {{{words}|T1 {code}}}.", language))


@pytest.mark.parametrize(
    ("words", "code", "language"),
    [
        ("ніч на 6 травня", "2026-05-05-night", "uk"), ("nocy z 12 na 13 maja", "2026-05-12-night", "pl"),
        ("ноч на 1 чэрвеня", "2026-05-31-night", "be"), ("after 5 January", "2026-01-06..", "en"),
        ("gegužės 24–25 d. nuo 6 iki 13 val.", "2026-05-24..2026-05-25", "lt"),
        ("before the G7 summit", "2026-05-12", "en"), ("night to Wednesday", "2026-05-12-night", "en"),
        ("12 May, 09:30", "2026-05-12", "en"), ("bis Dienstagnacht", "..2026-05-12-night", "de"),
    ],
)  # fmt: skip
def test_nights_edges_and_hours_raise_no_doubt(tmp_path: Path, words: str, code: str, language: str) -> None:
    assert found(tmp_path, f"Zz {{{words}|T1 {code}}}.", language) == []


@pytest.mark.parametrize(
    ("words", "code", "language"),
    [
        ("ніч на 8 травня", "2026-05-05-night", "uk"), ("gegužės 12 d. 9 val.", "2026-05-21", "lt"),
        ("after 5 January", "2026-01-08..", "en"),
    ],
)  # fmt: skip
def test_a_wrong_day_beside_a_night_or_an_hour_is_seen(tmp_path: Path, words: str, code: str, language: str) -> None:
    assert any("names a number" in what for what in found(tmp_path, f"Zz {{{words}|T1 {code}}}.", language))


@pytest.mark.parametrize(
    ("words", "value", "language"),
    [
        ("trīs kuģi", 4, "lv"), ("divpadsmit kuģi", 11, "lv"), ("forty-one ships", 42, "en"), ("п'ять суден", 6, "uk"),
        ("einundzwanzig Schiffe", 12, "de"), ("zweihundert Schiffe", 400, "de"),
        ("trzynaście statków", 30, "pl"), ("keturi laivai", 5, "lt"),
    ],
)  # fmt: skip
def test_numbers_in_words_are_read(tmp_path: Path, words: str, value: int, language: str) -> None:
    wrong = f"Q1 '{words}' is not {value}."
    assert any(wrong in what for what in found(tmp_path, f"Zz {{{words}|Q1 {value} ships}}.", language))


@pytest.mark.parametrize(
    ("words", "value", "language"),
    [
        ("trīs kuģi", "3 ships", "lv"), ("divpadsmit kuģi", "12 ships", "lv"),
        ("Forty-one of 58 drones", "41 uavs", "en"), ("Rs 1,140 crore", "11400000000 INR", "en"),
        ("dozens of ships", ">=24 ships", "en"), ("Two thirds", "67 %", "en"), ("divas trešdaļas", "67 %", "lv"),
        ("mehrere Hundert Granaten", ">=200 shells", "de"), ("дзвюх соцень мін", "200 mines", "be"),
    ],
)  # fmt: skip
def test_numbers_in_words_that_fit_pass(tmp_path: Path, words: str, value: str, language: str) -> None:
    assert found(tmp_path, f"Zz {{{words}|Q1 {value}}}.", language) == []


@pytest.mark.parametrize(
    "body",
    [
        "No {drill|E1 exercise} came.\nE1 denied",
        "<S1:It rains>. So {says|C1} {Kim|S1 expert}.",
        "<S1>S2:It rains>, {Reef Line|S1 agency} {says|C1}. It {has|C2} this from {Kim|S2 expert}.",
        "{Kim|S1 expert; A1 ?} {said|C1} <S1:it rained>. He {dismissed|C1b; E1 denial} both reports.\nE1",
        "{Kim|S1 expert} {explains|C1} the flood. <S1:It rains>.",
        "{Australia|A1 AU} met {Austria|A2 AT}.",
    ],
)
def test_what_is_meant_raises_no_doubt(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, body) == []


@pytest.mark.parametrize(
    ("words", "language"), [("Den Haag", "de"), ("Den Haager Gericht", "de"), ("The Hague", "en"), ("denial", "en")]
)
def test_a_name_that_begins_with_an_article_is_whole(tmp_path: Path, words: str, language: str) -> None:
    assert found(tmp_path, f"Zz {{{words}|A1 NL}}.", language) == []


def test_a_headline_may_stand_alone_and_dialogue_has_a_sentence_a_dash(tmp_path: Path) -> None:
    write(tmp_path, "# Rain in Riga\n", "– Kas lyja? – Debesys.\n", "Rain.\n", "Rain. " * 10 + "\n", language="lt")
    assert [problem.what for problem in check_corpus([tmp_path])[1]] == [
        "lt-0003: It has 1 sentences.", "lt-0004: It has 10 sentences.",
    ]  # fmt: skip


def test_an_error_takes_only_its_item_out_of_the_counts(tmp_path: Path) -> None:
    write(tmp_path, "Rain fell. Snow too.\n", "{Riga|A1} slept. Wind.\n", "{the sea|P1 water} rose. Hail.\n")
    items, problems = check_corpus([tmp_path])
    assert [item.id for item in items] == ["en-0001", "en-0003"]
    assert [problem.error for problem in problems] == [True, False]


def test_a_reader_that_stops_early_sees_no_traceback(tmp_path: Path) -> None:
    write(tmp_path, "Rain fell. Snow too.\n")
    command = [sys.executable, "-m", "vedette.evaluation.check_corpus", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (0, "1 items, 0 errors, 0 to look at again\n")


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
