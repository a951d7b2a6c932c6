"""Which numbers of texts are quantities, and of what; the examples of each language stand in a file beside this one."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from vedette.reading.quantities import QuantityWords, find_quantities, load_quantity_words

EXAMPLES = {file.stem: tomllib.loads(file.read_text("utf-8")) for file in sorted(Path(__file__).parent.glob("*.toml"))}


@cache
def words_of(language: str) -> QuantityWords:
    return load_quantity_words(language)


def examples(kind: str) -> list[Any]:
    return [
        pytest.param(language, example, id=f"{language}-{example if isinstance(example, str) else example['text']}")
        for language, kinds in EXAMPLES.items() for example in kinds[kind]
    ]


@pytest.mark.parametrize(("language", "example"), examples("counts"))
def test_how_many_of_what(language: str, example: dict[str, Any]) -> None:
    (found,) = find_quantities(example["text"], words=words_of(language))
    read = (found.value, found.high, found.unit, found.qualifier)
    assert read == (example["value"], example.get("high"), example["unit"], example["qualifier"])
    if "words" in example:
        assert found.span is not None
        assert found.span.of(example["text"]) == example["words"]


@pytest.mark.parametrize(("language", "example"), examples("measured"))
def test_what_is_measured_and_what_the_count_is_limited_to(language: str, example: dict[str, str]) -> None:
    (found,) = find_quantities(example["text"], words=words_of(language))
    assert (found.of, found.scope) == (example.get("of"), example.get("scope"))


@pytest.mark.parametrize(("language", "text"), examples("none"))
def test_not_a_quantity(language: str, text: str) -> None:
    assert find_quantities(text, words=words_of(language)) == []
