"""The guidelines of the corpus: each example can be read, and each label has one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vedette.evaluation.annotated import GENRES, REGIONS, AnnotatedItem, MarkKind, Role
from vedette.evaluation.corpus_rules import check_meaning
from vedette.evaluation.corpus_statistics import KNOWN, count_corpus
from vedette.evaluation.markup import parse_items
from vedette.evaluation.values import EQUIPMENT_KINDS
from vedette.model import EventType, PlaceKind

PAGE = (Path(__file__).parents[2] / "corpus" / "GUIDELINES.md").read_text(encoding="utf-8")
HEAD = "@ en-0001 story=example published=2026-05-13 genre=agency region=world on=yes outlet=Northern Wire\n"
EXAMPLES = [
    example
    for block in re.findall(r"```corpus\n(.*?)```", PAGE, re.DOTALL)
    for example in re.split(r"\n\s*\n", block.strip())
]


def item_of(example: str) -> AnnotatedItem:
    items, problems = parse_items(HEAD + example, file="GUIDELINES.md")
    assert not problems, "\n".join(map(str, problems))
    return items[0]


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_each_example_follows_the_rules(example: str) -> None:
    found = [problem for problem in check_meaning(item_of(example)) if "sentences" not in problem.what]
    assert [str(problem) for problem in found] == []


@pytest.mark.parametrize("group", ["type", "stage", "factuality", "evidence", "source", "role", "mark", "section"])
def test_each_label_has_an_example(group: str) -> None:
    counted = count_corpus(item_of(example) for example in EXAMPLES)
    absent = [label for label in KNOWN[group] if not counted.labels[group][label]]
    # the defaults are never written, but every plain line stands for them
    assert absent == []


def test_each_word_of_the_mark_up_is_explained() -> None:
    words = [*EventType, *PlaceKind, *EQUIPMENT_KINDS, *GENRES, *REGIONS, *Role]
    letters = [f"`{kind}`" for kind in MarkKind]
    absent = [word for word in words if not re.search(rf"\b{word}\b", PAGE)]
    assert absent == []
    assert [letter for letter in letters if letter not in PAGE] == []


def test_the_first_item_of_the_page_is_whole() -> None:
    (item,) = re.findall(r"```\n(@ .*?)```", PAGE, re.DOTALL)
    items, problems = parse_items(item, file="GUIDELINES.md")
    assert problems == []
    assert items[0].chain("E2") == ("S1",)
