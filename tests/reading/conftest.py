"""What the tests of reading share: the knowledge that is shipped, and one reader, since loading takes a second."""

from __future__ import annotations

import pytest

from vedette.knowledge import load_knowledge
from vedette.model import Knowledge
from vedette.reading.rules import RuleReader


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="session")
def reader(knowledge: Knowledge) -> RuleReader:
    return RuleReader(knowledge)
