"""Scenarios as somebody writes them: one file that is right, and what is changed in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vedette.knowledge import load_knowledge
from vedette.knowledge.scenarios import LoadedScenarios, read_scenarios
from vedette.model import Knowledge

GOOD = """\
name = "Smugglers' balloons"
question = "Does it go on?"

[[level]]
name = "calm"
from = 0

[[level]]
name = "raised"
from = 2
likelihood = "likely"

[[indicator]]
id = "balloons"
name = "Balloons come"
kind = "count"
window = 7
at_least = 2
weight = 2
[indicator.match]
types = ["drone_incident"]
countries = ["LT"]
"""


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture
def read(tmp_path: Path, knowledge: Knowledge) -> Callable[..., LoadedScenarios]:
    """Read texts as files: read(GOOD, other=...)."""

    def call(text: str = "", **others: str) -> LoadedScenarios:
        texts = ({"it": text} if text else {}) | others
        for name, written in texts.items():
            (tmp_path / f"{name}.toml").write_text(written, encoding="utf-8")
        return read_scenarios([tmp_path / f"{name}.toml" for name in texts], knowledge=knowledge)

    return call
