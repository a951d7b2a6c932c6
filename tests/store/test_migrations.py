"""What the migrations make is what ``tables.py`` says."""

from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import builders as build
import vedette.store
from stores import ON_SQLITE
from vedette.desk import Desk
from vedette.knowledge import load_knowledge
from vedette.model import Judgement, ReadReport, Undo, Verdict
from vedette.store import EventFilter, OutletRecord, open_store, records, tables
from vedette.store.sqlite import opening
from vedette.store.sqlite.connection import connect, make_engine, writing

pytestmark = pytest.mark.usefixtures("every_migration")
FOLDER = Path(vedette.store.__file__).parent / "migrations"


@pytest.fixture(params=["sqlite", "postgres"])
def address(request, file):
    """A database of its own for each test: these change tables."""
    return str(file) if request.param == "sqlite" else request.getfixturevalue("postgres_address")


def differences(engine):
    """What one would have to change in the database to make it as tables.py says, but for what only one kind has."""

    def is_ours(name, kind, parents):
        return not (name or "").startswith(("reports_words", "ix_events_period", "ix_event_points_point"))

    options = {"compare_type": True, "compare_server_default": True, "include_name": is_ours}
    with engine.connect() as connection:
        return compare_metadata(MigrationContext.configure(connection, opts=options), tables.metadata)


def test_migrations_and_tables_agree(store):
    assert differences(store._book.engine) == []


@pytest.mark.parametrize("change", [
    "ALTER TABLE reports DROP COLUMN note", "ALTER TABLE claims ADD COLUMN more TEXT", "DROP INDEX ix_events_type",
    "CREATE TABLE other(id TEXT)",
])
def test_a_difference_would_be_seen(store, change):
    with store._book.engine.begin() as connection:
        connection.exec_driver_sql(change)
    assert differences(store._book.engine) != []


@ON_SQLITE
def test_foreign_keys_are_in_the_database(store):
    declared = {
        (table.name, key.parent.name, key.target_fullname)
        for table in tables.metadata.tables.values() for key in table.foreign_keys
    }
    with store._book.engine.connect() as connection:
        found = {
            (name, row[3], f"{row[2]}.{row[4]}")
            for name in tables.metadata.tables
            for row in connection.exec_driver_sql(f"PRAGMA foreign_key_list({name})")
        }
    assert found == declared


def test_foreign_keys_and_byte_order_are_on_the_server(postgres_address):
    declared = {
        (table.name, key.parent.name, key.column.table.name)
        for table in tables.metadata.tables.values() for key in table.foreign_keys
    }
    with open_store(postgres_address) as store, store._book.reading() as connection:
        keys = connection.exec_driver_sql(
            "SELECT conrelid::regclass::text, attname, confrelid::regclass::text FROM pg_constraint JOIN pg_attribute"
            " ON attrelid = conrelid AND attnum = conkey[1] WHERE contype = 'f'"
        )
        assert {tuple(row) for row in keys} == declared | {("reports_words", "number", "reports")}
        otherwise = connection.exec_driver_sql(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
            " AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"
        )
        assert [tuple(row) for row in otherwise] == [], 'write COLLATE "C" in the migration'
        assert connection.exec_driver_sql("SELECT 'a' < 'B'").scalar(), "else this server proves nothing"


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
        broken.setattr(opening, "migrate", fail_half_way)
        with pytest.raises(OSError, match="no more room"):
            open_store(str(file))
    with open_store(str(file)) as store:
        assert store.counts()["reports"] == 0


@contextmanager
def desk_of(file, schema):
    """Make a desk as an older Vedette made it."""
    connect(file, mode="rwc").close()
    engine = make_engine(file, read_only=False)
    with writing(engine).begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(FOLDER))
        config.attributes["connection"] = connection
        command.upgrade(config, schema)
        yield connection
    engine.dispose()


def desk_of_0001(file, judgements):
    """Make a desk as the first Vedette made it, with what people had judged on it."""
    with desk_of(file, "0001") as connection:
        for judgement in judgements:
            connection.exec_driver_sql(
                'INSERT INTO judgements(id, "left", "right", verdict, "by", "at", why, undone) '
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", judgement,
            )


def test_a_desk_of_the_first_schema_keeps_every_judgement(file):
    desk_of_0001(file, [
        ("j2", "r1:0-6:strike", "r2:3-9:strike", "same", "Anna", "2025-09-13", "one train", "2025-09-15"),
        ("j1", "r1:0-6:strike", "r3:3-9:strike", "different", "Ben", "2025-09-12", "", None),
    ])
    with open_store(str(file)) as store:
        assert differences(store._book.engine) == []
        different, same, undo = store.decisions()
        assert different == Judgement(
            id="j1", left=("r1:0-6:strike",), right=("r3:3-9:strike",), verdict=Verdict.DIFFERENT, by="Ben",
            at="2025-09-12",
        )
        assert (same.id, same.left, same.right) == ("j2", ("r1:0-6:strike",), ("r2:3-9:strike",))
        assert (same.verdict, same.by, same.why, same.undone) == ("same", "Anna", "one train", "2025-09-15")
        assert (undo.undoes, undo.at) == ("j2", "2025-09-15")
        assert store.log_is_locked()
        store.record([Undo.of("j1", by="Eve", at="2025-09-16")])
        assert store.decisions()[0].undone == "2025-09-16"


def test_a_desk_of_the_first_schema_that_cannot_be_upgraded_stays_as_it_was(file, monkeypatch):
    desk_of_0001(file, [("j1", "a", "b", "same", "Ben", "2025-09-12", "", None)])
    before = file.read_bytes()
    real = opening.migrate

    def fail_at_the_end(connection):
        real(connection)
        raise OSError("no more room")

    with monkeypatch.context() as broken:
        broken.setattr(opening, "migrate", fail_at_the_end)
        with pytest.raises(OSError, match="no more room"):
            open_store(str(file))
    assert file.read_bytes() == before
    with open_store(str(file)) as store:
        assert [one.id for one in store.decisions()] == ["j1"]


def test_a_desk_of_which_nothing_is_kept_for_linking_is_linked_anew_as_a_whole(file, tmp_path):
    reports = [build.report(f"The border was closed. Report {number}.") for number in range(3)]
    told = [ReadReport(report=one, claims=(build.claim(one, period="2025-09-11"),)) for one in reports]
    with desk_of(file, "0003") as connection:
        for item in told:
            connection.execute(tables.reports.insert(), records.report_row(item, first_seen="2025-09-12T00:00:00"))
            connection.execute(tables.claims.insert(), records.claim_rows(item))
        connection.exec_driver_sql("INSERT INTO meta(key, value) VALUES ('revision', '1'), ('linked_revision', '1')")
    knowledge = load_knowledge()
    more = build.report("The border was closed. One more.")
    with open_store(str(file)) as store:
        assert differences(store._book.engine) == []
        store.add([ReadReport(report=more, claims=(build.claim(more, period="2025-09-11"),))])
        Desk(store, knowledge).relink()
        upgraded = list(store.dump())

    with open_store(str(tmp_path / "new.sqlite")) as store:
        store.add([*told, ReadReport(report=more, claims=(build.claim(more, period="2025-09-11"),))])
        Desk(store, knowledge).relink()
        assert list(store.dump()) == upgraded
        assert store.counts()["events"] > 0


def test_the_events_of_an_older_desk_are_found_by_where_they_were_and_how_well_they_stand(file, tmp_path):
    told = build.report("Mówi się o granicy.", language="pl")
    places = [build.place("Terespol", lat=52.07, lon=23.62), build.place("Minsk", role="origin", lat=53.9, lon=27.6)]
    one = build.claim(told, places=places, period="2025-09-11")
    item, event = ReadReport(report=told, claims=(one,)), build.event([one])
    with desk_of(file, "0005") as connection:
        connection.execute(tables.reports.insert(), records.report_row(item, first_seen="2025-09-12T00:00:00"))
        connection.execute(tables.claims.insert(), records.claim_rows(item))
        later = records.event_standing(event)
        known = {name: value for name, value in records.event_row(event).items() if name not in later}
        connection.execute(tables.events.insert(), known)
        connection.execute(tables.event_claims.insert(), records.event_claim_rows(event))
    with open_store(str(tmp_path / "new.sqlite")) as store:
        store.add([item])
        store.replace_events([event], [])
        drawn = list(store.sightings(EventFilter()))
    with open_store(str(file)) as store:
        assert list(store.sightings(EventFilter())) == drawn
        assert [seen.place for seen in drawn] == ["Terespol"]
        assert store.languages() == ("pl",)
        standing = {"letter": event.grade.letter, "digit": event.grade.digit}
        assert store.count_events(EventFilter(**standing)) == 1
        assert store.count_events(EventFilter(origins=1)) == event.origin_count


def test_a_desk_of_0013_learns_which_reports_tell_of_its_events(file):
    told = [build.report(f"The border was closed, {number}.", ref=str(number)) for number in range(3)]
    claims = [build.claim(one) for one in told]
    read = [ReadReport(report=one, claims=(claim,)) for one, claim in zip(told, claims, strict=True)]
    with open_store(str(file)) as store:
        store.add(read)
        store.replace_events([build.event(claims[:2]), build.event(claims[2:])], [])
    with closing(connect(file, mode="rw")) as driver:
        before = driver.execute("SELECT number, event FROM event_reports ORDER BY number, event").fetchall()
        driver.execute("DROP TABLE event_reports")
        driver.execute("DROP TABLE outlet_reports")
        driver.execute("DROP TABLE outlet_totals")
        driver.execute("DROP INDEX ix_events_named")
        driver.execute("UPDATE alembic_version SET version_num = '0013'")
    with open_store(str(file)) as store:
        assert store.count_events(EventFilter(text="border")) == 2
    with closing(connect(file, mode="ro")) as driver:
        assert driver.execute("SELECT number, event FROM event_reports ORDER BY number, event").fetchall() == before
    assert [number for number, _ in before] == [1, 2, 3]


def test_a_desk_of_0014_learns_how_much_each_outlet_published(file):
    read = [
        ReadReport(report=build.report(f"Nothing happened, {number}.", outlet=outlet, published=published), claims=())
        for number, (outlet, published) in enumerate(
            [("Wire", "2025-09-01"), ("Wire", "2025-09-01T08:00"), ("Wire", None), (None, "2025-09-02"), ("Post", None)]
        )
    ]
    with open_store(str(file)) as store:
        store.add(read[:2])
        store.add(read)
        counted, before = store.counts(), store.outlets()
    with closing(connect(file, mode="rw")) as driver:
        driver.execute("DROP TABLE outlet_reports")
        driver.execute("DROP TABLE outlet_totals")
        driver.execute("UPDATE alembic_version SET version_num = '0014'")
    with open_store(str(file)) as store:
        assert store.outlets() == before
        assert store.counts() == counted
        assert (counted["reports"], counted["outlets"]) == (5, 2)


def test_a_desk_of_0015_adds_up_what_each_outlet_published(file):
    read = [
        ReadReport(report=build.report(f"Nothing happened, {number}.", outlet=outlet, published=published), claims=())
        for number, (outlet, published) in enumerate(
            [("Wire", "2025-09-01"), ("Wire", "2025-09-03"), ("Wire", "2025-09-03"), ("Wire", None), (None, None)]
        )
    ]
    with open_store(str(file)) as store:
        store.add(read)
        counted, before = store.counts(), store.outlets()
    with closing(connect(file, mode="rw")) as driver:
        driver.execute("DROP TABLE outlet_totals")
        driver.execute("UPDATE alembic_version SET version_num = '0015'")
    with open_store(str(file)) as store:
        assert store.outlets() == before
        assert store.counts() == counted
    assert before[0] == OutletRecord(name="Wire", reports=4, first="2025-09-01", last="2025-09-03", days=2)
