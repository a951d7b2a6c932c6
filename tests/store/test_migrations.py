"""What the migrations make is what ``tables.py`` says."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import vedette.store
from vedette.store import open_store, opening, tables

FOLDER = Path(vedette.store.__file__).parent / "migrations"


def differences(engine):
    """What one would have to change in the database to make it as tables.py says, but for the full-text index."""

    def is_ours(name, kind, parents):
        return kind != "table" or not name.startswith("reports_words")

    options = {"compare_type": True, "compare_server_default": True, "include_name": is_ours}
    with engine.connect() as connection:
        return compare_metadata(MigrationContext.configure(connection, opts=options), tables.metadata)


def test_migrations_and_tables_agree(store):
    assert differences(store._engine) == []


@pytest.mark.parametrize("change", [
    "ALTER TABLE reports DROP COLUMN note", "ALTER TABLE claims ADD COLUMN more TEXT", "DROP INDEX ix_events_type",
    "CREATE TABLE other(id TEXT)",
])
def test_a_difference_would_be_seen(store, change):
    with store._engine.begin() as connection:
        connection.exec_driver_sql(change)
    assert differences(store._engine) != []


def test_foreign_keys_are_in_the_database(store):
    declared = {
        (table.name, key.parent.name, key.target_fullname)
        for table in tables.metadata.tables.values() for key in table.foreign_keys
    }
    with store._engine.connect() as connection:
        found = {
            (name, row[3], f"{row[2]}.{row[4]}")
            for name in tables.metadata.tables
            for row in connection.exec_driver_sql(f"PRAGMA foreign_key_list({name})")
        }
    assert found == declared


def test_the_schema_of_today_is_the_last_migration():
    scripts = ScriptDirectory(str(FOLDER))
    assert scripts.get_heads() == [tables.SCHEMA]
    revisions = [script.revision for script in scripts.walk_revisions()]
    assert revisions == sorted(revisions, reverse=True)  # their names tell which is newer


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(file, monkeypatch):
    def fail_half_way(connection):
        connection.exec_driver_sql("CREATE TABLE reports(id TEXT)")
        raise OSError("no more room")

    with monkeypatch.context() as broken:
        broken.setattr(opening, "_migrate", fail_half_way)
        with pytest.raises(OSError, match="no more room"):
            open_store(str(file))
    with open_store(str(file)) as store:
        assert store.counts()["reports"] == 0
