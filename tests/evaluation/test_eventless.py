"""Ordinary paragraphs: one a line, each wrong line named, split by their words."""

from pathlib import Path

import pytest

from vedette.evaluation.eventless import EventlessParagraph, parse_eventless, read_eventless
from vedette.evaluation.problem import CorpusError
from vedette.evaluation.split import Part, in_part, part_of

CORPUS = Path(__file__).parents[2] / "corpus"
BREAD = "Bread gets dearer in Riga, the bakers said."
SNOW = "Snow fell on the hills above Graz."


def test_each_line_is_a_paragraph_in_the_language_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "ordinary").mkdir()
    for language in ("lv", "en"):
        (tmp_path / "ordinary" / f"{language}.lines").write_text(f"{BREAD}\n{SNOW}\n", encoding="utf-8")
    found = list(read_eventless(tmp_path))
    assert [(one.language, one.line, one.text) for one in found] == [
        ("en", 1, BREAD), ("en", 2, SNOW), ("lv", 1, BREAD), ("lv", 2, SNOW),
    ]


@pytest.mark.parametrize(("line", "what"), [
    ("", "blank"), ("  ", "blank"), (f" {BREAD}", "begins or ends"), (BREAD, "same as line 1"),
    ("A {drill|E1 exercise} began at the school.", "mark-up"), ("@ en-0001 story=a published=2025-09-12", "mark-up"),
    ("Rain.", "5 letters"), ("Rain fell. " * 200 + "Hail.", "letters"),
])
def test_a_wrong_line_is_named_and_the_others_stay(line: str, what: str) -> None:
    found, [problem] = parse_eventless(f"{BREAD}\n{line}\n{SNOW}\n", file=Path("en.lines"))
    assert (problem.line, what in problem.what, bool(problem.fix)) == (2, True, True)
    assert [one.text for one in found] == [BREAD, SNOW]


def test_reading_stops_at_a_file_with_errors_and_names_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "de.lines").write_text(f"{BREAD}\n\n{{x}} {SNOW}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"de\.lines:2: [^\n]*\n[^\n]*de\.lines:3: "):
        list(read_eventless(tmp_path))


def test_a_file_of_no_language_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "sport.lines").write_text(f"{BREAD}\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="'sport' is no language of the corpus"):
        list(read_eventless(tmp_path))


def test_the_part_hangs_on_words_and_language_alone() -> None:
    here = EventlessParagraph("en", BREAD, "a.lines", 1)
    assert part_of(here) is part_of(EventlessParagraph("en", BREAD, "b.lines", 77))
    many = [EventlessParagraph("en", f"{BREAD} Loaf {number}.") for number in range(1000)]
    sizes = {part: len(in_part(many, part)) for part in Part}
    assert sum(sizes.values()) == 1000
    assert 80 < sizes[Part.TEST] < 160 and 50 < sizes[Part.DEV] < 110


def test_those_of_the_corpus_are_right() -> None:
    assert list(read_eventless(CORPUS))
