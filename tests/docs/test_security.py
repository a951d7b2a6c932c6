"""What the page on threats names as proof is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


def test_every_test_that_is_named_as_proof_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    there = {
        name for file in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^\s*(?:async )?def (test_\w+)\(", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert len(named) > 50
    assert sorted(named - there) == []


def test_every_way_in_has_a_proof() -> None:
    ways = PAGE.partition("## Where they come in")[2].partition("\n## ")[0].split("\n### ")[1:]
    assert [way.partition("\n")[0] for way in ways if "`test_" not in way] == []


def test_every_target_of_the_fuzzer_is_told_of_and_has_a_corpus() -> None:
    folders = {path.name for path in (ROOT / "tools" / "fuzz" / "corpus").iterdir()}
    told = PAGE.partition("## Fuzzing")[2]
    assert folders
    assert [name for name in sorted(folders) if f"`{name}`" not in told] == []
