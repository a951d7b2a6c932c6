"""The score of times against TIMEX3, on sentences of our own."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from vedette.errors import InputError
from vedette.evaluation.timex import TimexScore, load_timex, read_values, score_times
from vedette.model.span import Span
from vedette.reading.times import Tense, load_time_words

WORDS = load_time_words("en")


def document(text: str, *, written: str = "2025-09-12", **values: str) -> str:
    times = [
        {
            "start": text.index(words.replace("_", " ")),
            "end": text.index(words.replace("_", " ")) + len(words),
            "value": value,
        }
        for words, value in values.items()
    ]
    return json.dumps({"dct": written, "text": text, "timexes": times})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 12 September 2025", "2025-09-12"),
        ("in July 2025", "2025-07"),
        ("in late July 2025", "2025-07"),
        ("in 2022", "2022"),
        ("in late 2022", "2022"),
        ("in the 1990s", "199"),
        ("last week", "2025-W36"),
        ("this weekend", "2025-W37-WE"),
        ("in the autumn of 2024", "2024-FA"),
        ("in Q3 2025", "2025-Q3"),
        ("on Thursday evening", "2025-09-11TEV"),
        ("late on Thursday", "2025-09-11"),
        ("at 6:30 a.m. on Thursday", "2025-09-11T06:30"),
        ("for five days", "P5D"),
        ("for six hours", "PT6H"),
        ("for two decades", "P20Y"),
        ("for several months", "PXM"),
        ("the past three weeks", "P3W"),
        ("every week", "P1W"),
        ("it is now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("soon", "FUTURE_REF"),
        ("since 9 September", "2025-09-09"),
        ("by the end of December", "2025-12"),
    ],
)
def test_value(text: str, value: str) -> None:
    assert [time.value for time in read_values(text, written="2025-09-12", words=WORDS)] == [value]


def test_the_score_counts_places_and_values(tmp_path: Path) -> None:
    corpus = tmp_path / "own.jsonl"
    lines = [
        document("It closed on Tuesday and opens soon.", Tuesday="2025-09-09", soon="PAST_REF"),
        document("The parade of old cars was in May.", parade="2025-05-01", May="2025-05"),
    ]
    corpus.write_text("\n".join(lines), encoding="utf-8")
    score = score_times(load_timex(corpus), words=WORDS)
    assert score == TimexScore(annotated=4, found=3, overlapping=3, same_value=2)
    assert score.relaxed_f1 == pytest.approx(6 / 7)
    assert score.value_f1 == pytest.approx(4 / 7)


def test_the_tense_is_asked_for_each_time(tmp_path: Path) -> None:
    def ahead(text: str, span: Span) -> Tense:
        return Tense.FUTURE if "will" in text[: span.start] else Tense.NONE

    corpus = tmp_path / "own.jsonl.gz"
    corpus.write_bytes(gzip.compress(document("It will open on Tuesday.", Tuesday="2025-09-16").encode()))
    documents = load_timex(corpus)
    assert score_times(documents, words=WORDS).same_value == 0
    assert score_times(documents, words=WORDS, tense_of=ahead).same_value == 1


def test_a_line_that_is_no_document_is_named(tmp_path: Path) -> None:
    corpus = tmp_path / "own.jsonl"
    corpus.write_text(document("on Tuesday", Tuesday="2025-09-09") + "\n{}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"own\.jsonl, line 2"):
        load_timex(corpus)


def test_nothing_annotated_and_nothing_found_scores_nought() -> None:
    assert TimexScore(annotated=0, found=0, overlapping=0, same_value=0).value_f1 == 0
