"""All errors are in one tree, and the drawing of it is right."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

import vedette
from vedette import errors

# What carries facts of its own room stands there.
ELSEWHERE = {"Unfetched": "sources/web/answers.py", "CorpusError": "evaluation/problem.py"}
TREE = {name: kind for name, kind in vars(errors).items() if inspect.isclass(kind)}
DRAWN = re.findall(r"^    ((?:[│ ]   )*)[├└]── (\w+)", errors.__doc__ or "", re.MULTILINE)


def test_no_error_stands_outside_of_the_tree():
    known = "|".join([*TREE, *ELSEWHERE])
    root = Path(vedette.__file__).parent
    found = {
        name: file.relative_to(root).as_posix() for file in root.rglob("*.py") if file.name != "errors.py"
        for name in re.findall(rf"^class (\w+)\((?:{known})\)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert found == ELSEWHERE


def test_the_drawing_names_each_error_once_below_what_it_is_one_of():
    above = ["VedetteError"]
    for indent, name in DRAWN:
        depth = 1 + len(indent) // 4
        above = [*above[:depth], name]
        assert TREE[name].__base__ is TREE[above[depth - 1]]
    assert sorted(name for _, name in DRAWN) == sorted(set(TREE) - {"VedetteError"})


@pytest.mark.parametrize("kind", TREE.values(), ids=TREE)
def test_every_error_has_an_exit_code_and_a_status_of_its_kind(kind):
    assert kind.exit_code in (1, 2)
    assert 400 <= kind.http_status <= 500
