"""Which words of a language are times, and what they mean; its examples stand in a file beside this one."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from vedette.reading.times import Tense, TimeKind, TimeWords, find_times, load_time_words

ReadTimes = Callable[..., list[tuple[str, str]]]
EXAMPLES = {file.stem: tomllib.loads(file.read_text("utf-8")) for file in sorted(Path(__file__).parent.glob("*.toml"))}


@cache
def words_of(language: str) -> TimeWords:
    return load_time_words(language)


def examples(kind: str) -> list[Any]:
    return [
        pytest.param(language, example, id=f"{language}-{example if isinstance(example, str) else example['text']}")
        for language, kinds in EXAMPLES.items() for example in kinds.get(kind, ())
    ]


@pytest.mark.parametrize(("language", "example"), examples("times"))
def test_a_time_and_what_it_means(read_times: ReadTimes, language: str, example: dict[str, str]) -> None:
    assert read_times(language, example["text"]) == [(example["words"], example["meaning"])]


@pytest.mark.parametrize(("language", "example"), examples("several"))
def test_a_list_is_taken_apart(read_times: ReadTimes, language: str, example: dict[str, Any]) -> None:
    assert read_times(language, example["text"]) == [tuple(found) for found in example["found"]]


@pytest.mark.parametrize(("language", "example"), examples("tenses"))
def test_the_tense_says_which_way_to_look(read_times: ReadTimes, language: str, example: dict[str, str]) -> None:
    found = read_times(language, example["text"], tense=Tense(example["tense"]))
    assert [meaning for _, meaning in found] == [example["meaning"]]


@pytest.mark.parametrize(("language", "example"), examples("lengths"))
def test_how_long_it_lasts(language: str, example: dict[str, Any]) -> None:
    (time,) = find_times(example["text"], words=words_of(language))
    read = (time.kind, time.text, time.count, time.unit)
    assert read == (TimeKind.DURATION, example["words"], example.get("count"), example["unit"])


@pytest.mark.parametrize(("language", "text"), examples("none"))
def test_not_a_time(read_times: ReadTimes, language: str, text: str) -> None:
    assert read_times(language, text) == []
