"""A door with a clock that the test moves, and hashes that cost nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from vedette.access import Doorkeeper, Passwords
from vedette.store import Store, open_store

QUICK = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2025, 9, 12, 6, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **length: float) -> None:
        self.now += timedelta(**length)


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


@pytest.fixture
def passwords() -> Passwords:
    return Passwords(PasswordHasher(**QUICK))


@pytest.fixture
def door(store: Store, passwords: Passwords, clock: Clock) -> Doorkeeper:
    return Doorkeeper(store.accounts, passwords=passwords, clock=clock)


@pytest.fixture
def door_after_restart(tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Doorkeeper]]:
    """Opens the same desk anew, as another process would."""
    opened: list[Store] = []

    def reopen() -> Doorkeeper:
        opened.append(open_store(str(tmp_path / "desk.sqlite")))
        return Doorkeeper(opened[-1].accounts, passwords=Passwords(PasswordHasher(**QUICK)), clock=clock)

    yield reopen
    for store in opened:
        store.close()
