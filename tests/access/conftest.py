"""A door with a clock that the test moves, and hashes that cost nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from doors import Clock, clock, empty_desk, quick_passwords, store
from vedette.access import Doorkeeper, Passwords
from vedette.store import Store, open_store

__all__ = ["clock", "empty_desk", "store"]


@pytest.fixture
def passwords() -> Passwords:
    return quick_passwords()


@pytest.fixture
def door(store: Store, passwords: Passwords, clock: Clock) -> Doorkeeper:
    return Doorkeeper(store.accounts, passwords=passwords, clock=clock)


@pytest.fixture
def door_after_restart(tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Doorkeeper]]:
    """Opens the same desk anew, as another process would."""
    opened: list[Store] = []

    def reopen() -> Doorkeeper:
        opened.append(open_store(str(tmp_path / "desk.sqlite")))
        return Doorkeeper(opened[-1].accounts, passwords=quick_passwords(), clock=clock)

    yield reopen
    for one in opened:
        one.close()
