"""A desk that the tests make quickly is the one that migrations make."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from quick_desks import quick
from vedette.store import open_store
from vedette.store.migrating import migrate
from vedette.store.sqlite import opening


def held(file: Path) -> dict[str, Any]:
    """All that is in a database, the tables that SQLite makes by itself included."""
    with closing(sqlite3.connect(file)) as driver:
        master = driver.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        tables = [name for kind, name, *_ in master if kind == "table"]
        columns = {name: driver.execute(f'PRAGMA table_xinfo("{name}")').fetchall() for name in tables}
        return {"master": master, "columns": columns, "rows": {
            name: driver.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables
        }}


@pytest.mark.usefixtures("every_migration")
def test_a_quick_desk_is_the_one_that_the_migrations_make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(str(tmp_path / "migrated")).close()
    runs: list[Connection] = []

    def counted(connection: Connection) -> None:
        runs.append(connection)
        migrate(connection)

    monkeypatch.setattr(opening, "migrate", quick(counted))
    for name in ("first", "second"):
        open_store(str(tmp_path / name)).close()
    assert len(runs) == 1, "the second one was made quickly"
    whole = held(tmp_path / "migrated")
    assert whole["rows"]["alembic_version"]
    assert held(tmp_path / "first") == held(tmp_path / "second") == whole


def test_a_desk_that_holds_something_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "desk"
    open_store(str(file)).close()
    with closing(sqlite3.connect(file)) as driver, driver:
        driver.execute("UPDATE alembic_version SET version_num = '0001'")
    asked: list[Connection] = []
    monkeypatch.setattr(opening, "migrate", quick(asked.append))
    open_store(str(file)).close()
    assert len(asked) == 1


def test_a_quick_desk_takes_what_is_put_on_it(tmp_path: Path) -> None:
    for name in ("one", "two"):
        with open_store(str(tmp_path / name)) as store:
            assert store.counts()["reports"] == 0
