"""What tests of logging in need: a clock that the test moves, hashes that cost nothing, a desk with nothing on it.

A ``conftest.py`` takes the fixtures over by importing them: ``from doors import clock, empty_desk, store``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from vedette.access import Passwords
from vedette.store import Store, open_store


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2025, 9, 12, 6, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **length: float) -> None:
        self.now += timedelta(**length)


def quick_passwords(*, time_cost: int = 1, memory_cost: int = 8) -> Passwords:
    """Hash in no time; with other costs, as a later Vedette would."""
    return Passwords(PasswordHasher(time_cost=time_cost, memory_cost=memory_cost, parallelism=1))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with nothing on it, made once."""
    file = tmp_path_factory.mktemp("empty") / "desk.sqlite"
    open_store(str(file)).close()
    return file


@pytest.fixture
def store(empty_desk: Path, tmp_path: Path) -> Iterator[Store]:
    with open_store(str(shutil.copy(empty_desk, tmp_path / "desk.sqlite"))) as opened:
        yield opened
