"""A picture of where the time goes: wide is slow, above is called from below, and other packages are one box each."""

from __future__ import annotations

import re
import signal
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import vedette
from vedette.evaluation.made_reports import write_reports
from vedette.evaluation.speed.flame.__main__ import LOADING, sampled
from vedette.evaluation.speed.flame.drawing import WIDTH, Flame, drawn
from vedette.evaluation.speed.flame.sampling import stack_of
from vedette.evaluation.speed.flame.stacks import tree, without_small
from vedette.model import Report

SVG = "{http://www.w3.org/2000/svg}"


def flame(*lines: str, caption: str = "Now") -> Flame:
    return Flame(caption, tree(lines), 10)


def boxes(picture: str) -> dict[str, tuple[float, float]]:
    """Give the width and the height above the ground of each box by its function."""
    found = {}
    for group in ET.fromstring(picture).iter(f"{SVG}g"):
        title, box = group.find(f"{SVG}title"), group.find(f"{SVG}rect")
        assert title is not None and box is not None
        found[(title.text or "").partition(":")[0]] = float(box.attrib["width"]), -float(box.attrib["y"])
    return found


def test_who_took_half_the_time_is_half_as_wide_and_stands_on_who_called_it() -> None:
    found = boxes(drawn([flame("vedette.read;vedette.tag 500", "vedette.read;spacy 300", "vedette.read 200")]))
    assert (found["vedette.read"][0], found["vedette.tag"][0], found["spacy"][0]) == (WIDTH, WIDTH / 2, WIDTH * 0.3)
    assert found["vedette.tag"][1] == found["spacy"][1] > found["vedette.read"][1]


def test_two_runs_are_drawn_to_one_scale() -> None:
    picture = drawn([
        flame("before;a 600", "before;b 400", caption="Before"), flame("now;c 150", "now;d 100", caption="Now")
    ])
    found = boxes(picture)
    assert (found["before"][0], found["now"][0]) == (WIDTH, WIDTH / 4)
    assert "Before: 0.1 ms" in picture and "Now: 0.0 ms" in picture


def test_what_is_too_narrow_to_be_seen_is_left_out() -> None:
    root = without_small(tree(["a;b 999", "a;c 1"]), 2)
    assert set(root.below["a"].below) == {"b"} and root.spent == 1000


def test_names_are_escaped() -> None:
    picture = drawn([flame("vedette.<b>&c;x 60", "vedette.<b>&c;y 40")])
    assert "vedette.<b>&c" in boxes(picture)


def test_a_stack_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match="'a;b' is no stack"):
        tree(["a;b"])


def function(module: str, name: str) -> Callable[..., tuple[str, ...]]:
    """Make a function of a module that calls what it is given."""
    names: dict[str, Any] = {"__name__": module}
    exec(f"def {name}(then): return then()", names)
    made: Callable[..., tuple[str, ...]] = names[name]
    return made


def test_a_stack_begins_with_our_first_function_and_of_other_packages_only_says_which() -> None:
    callers = [
        function("pytest", "run"), function("vedette.reading.reader", "read"), function("spacy.language", "pipe"),
        function("spacy.parser", "parse"), function("vedette.reading.tags", "tag"),
    ]
    called: Callable[[], tuple[str, ...]] = lambda: stack_of(sys._getframe(1))  # noqa: E731
    for caller in reversed(callers):
        called = partial(caller, called)
    assert called() == ("vedette.reading.reader.read", "spacy", "vedette.reading.tags.tag")


@pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="the system has no timer of processor time")
def test_reading_is_sampled_in_a_process_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    texts = (f"Poland closed its border with Belarus on {day} May 2025." for day in range(1, LOADING + 5))
    write_reports(file, (Report.of(text, ref=text) for text in texts))
    found = sampled(Path(vedette.__file__).parents[1], file, caption="Now")
    names = set(re.findall(r"[\w.]+", str(found.root)))
    assert found.reports == 4 and found.each > 0
    assert any(name.startswith("vedette.reading.") for name in names)
    assert not any(name.startswith("spacy.") for name in names)
