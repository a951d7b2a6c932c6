"""A small desk behind its interface."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from api_desk import ApiDesk

from vedette.knowledge import load_knowledge
from vedette.model import Knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """What the program knows, loaded once."""
    return load_knowledge()


@pytest.fixture(scope="session")
def read_desk(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> Iterator[ApiDesk]:
    """One that nobody writes to."""
    opened = ApiDesk(tmp_path_factory.mktemp("api"), knowledge)
    yield opened
    opened.store.close()


@pytest.fixture
def desk(tmp_path: Path, knowledge: Knowledge) -> Iterator[ApiDesk]:
    """One of the test's own."""
    opened = ApiDesk(tmp_path, knowledge)
    yield opened
    opened.store.close()
