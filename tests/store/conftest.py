"""Each test of the store runs on each store: on a file of SQLite, and on PostgreSQL where the machine can lend one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from vedette.store import Store, open_store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, file: Path) -> str:
    """The address of a desk that is still to be filled; ``stores.ON_SQLITE`` narrows it for what is of one alone."""
    return str(file) if request.param == "sqlite" else str(request.getfixturevalue("postgres_desk"))


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_store(address, clock=lambda: "2025-09-13T06:00:00+00:00") as opened:
        yield opened
