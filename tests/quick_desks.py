"""Makes desks in files as migrations leave them, without running all of these for each of hundreds of tests.

The first new desk of a process is made by the migrations. What came of it is noted, statement by statement, and
each later one is made of that, within the same transaction of the same opening. A desk that holds something is always
migrated; so is every desk where a test asks for ``every_migration``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import Connection

Migrate = Callable[[Connection], None]


@dataclass(frozen=True)
class Made:
    """What the migrations make of nothing: statements, and rows for some of the tables."""

    statements: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Any, ...]], ...]

    @classmethod
    def of(cls, driver: sqlite3.Connection) -> Made:
        """Note what is in a database."""
        kinds = {name: kind for _, name, kind, *_ in driver.execute("PRAGMA main.table_list")}
        master = driver.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
        ours = [(name, sql) for name, sql in master if kinds.get(name) != "shadow" and not name.startswith("sqlite_")]
        rows = [
            (name, row) for name, _ in ours if kinds.get(name) == "table"
            for row in driver.execute(f'SELECT * FROM "{name}"')
        ]
        return cls(tuple(sql for _, sql in ours), tuple(rows))

    def make(self, driver: sqlite3.Connection) -> None:
        """Make the same of an empty database."""
        for statement in self.statements:
            driver.execute(statement)
        for name, row in self.rows:
            driver.execute(f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(row))})', row)


def quick(migrate: Migrate) -> Migrate:
    """Migrate as before, except that only the first empty desk takes long."""
    noted: list[Made] = []

    def migrated(connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        empty = driver.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
        if empty and noted:
            noted[0].make(driver)
            return
        migrate(connection)
        if empty:
            noted.append(Made.of(driver))

    return migrated


@pytest.fixture(scope="session", autouse=True)
def _quick_desks() -> Iterator[Migrate]:
    """Give what migrates where nothing is quick."""
    from vedette.store.migrating import migrate

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("vedette.store.sqlite.opening.migrate", quick(migrate))
        yield migrate


@pytest.fixture
def every_migration(_quick_desks: Migrate, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each desk of this test is made by the migrations."""
    monkeypatch.setattr("vedette.store.sqlite.opening.migrate", _quick_desks)
