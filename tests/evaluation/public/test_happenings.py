"""The table of words of news, and stems."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from vedette.evaluation.public.happenings import load_happenings, stem


def test_every_kind_that_is_said_is_a_kind_and_no_kind_is_empty() -> None:
    data = tomllib.loads((files("vedette.evaluation") / "data" / "happenings.toml").read_text(encoding="utf-8"))
    kinds = data["happenings"]

    assert set(data["words"]["said"].split()) <= set(kinds)
    assert [kind for kind, words in kinds.items() if not words.split()] == []
    assert [kind for kind, words in kinds.items() if len(set(words.split())) < len(words.split())] == []


@pytest.mark.parametrize(("word", "other", "alike"), [
    ("purchase", "acquire", True), ("quake", "tremor", True), ("sack", "dismissal", True), ("sack", "pillow", False),
    ("take", "take_over", False), ("purchase", "take_over", True),
])
def test_words_of_one_kind(word: str, other: str, alike: bool) -> None:
    happenings = load_happenings()

    assert bool(happenings.of(word) & happenings.of(other)) is alike


@pytest.mark.parametrize(("verb", "noun"), [
    ("nominate", "nomination"), ("nominate", "nominee"), ("accuse", "accusation"), ("deploy", "deployment"),
    ("arrive", "arrival"),
])
def test_a_verb_and_the_noun_made_of_it_have_one_stem(verb: str, noun: str) -> None:
    assert stem(verb) == stem(noun)
