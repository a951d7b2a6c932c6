"""A small desk behind its interface."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from api_desk import ApiDesk, fill

from vedette.knowledge import load_knowledge
from vedette.model import Knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """What the program knows, loaded once."""
    return load_knowledge()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> Path:
    """A desk with reports, of which each test takes a copy."""
    return fill(tmp_path_factory.mktemp("api") / "desk.sqlite", knowledge)


@pytest.fixture(scope="session")
def read_desk(filled: Path, knowledge: Knowledge) -> Iterator[ApiDesk]:
    """One that nobody writes to."""
    opened = ApiDesk(Path(shutil.copy(filled, filled.with_name("read.sqlite"))), knowledge)
    yield opened
    opened.store.close()


@pytest.fixture
def desk(filled: Path, tmp_path: Path, knowledge: Knowledge) -> Iterator[ApiDesk]:
    """One of the test's own."""
    opened = ApiDesk(Path(shutil.copy(filled, tmp_path / "desk.sqlite")), knowledge)
    yield opened
    opened.store.close()
