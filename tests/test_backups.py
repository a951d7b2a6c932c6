"""A copy that is made while others write comes back with every noun; what is not whole is refused."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import builders as build
import desk_filling
from vedette.access import Doorkeeper
from vedette.backups import back_up, read_backup, restore
from vedette.errors import StoreError
from vedette.model import Judgement, Verdict
from vedette.model.watched import Feed
from vedette.sources.archive import Archive, verify
from vedette.sources.web import FetchedPage
from vedette.store import open_store
from vedette.store.accounts import Role
from vedette.store.watching import Wanted

NIGHT = "2025-09-12T01:15:00+00:00"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk with something of everything, and its archive beside it."""
    file = tmp_path / "border.sqlite"
    with open_store(str(file)) as store:
        store.add([*desk_filling.batch(1), build.quarantined("broken.html")])
        desk_filling.link(store)
        one, other = list(store.claims())[:2]
        store.record([Judgement.of(one.anchor, other.anchor, Verdict.DIFFERENT, by="Ann Example", at=NIGHT, why="two")])
        Doorkeeper(store.accounts).add_user("Ann Example", Role.ADMIN, password=None, by="root")
        feed = Wanted(outlet="post", feed=Feed(address="https://post.example/feed"))
        store.watching.follow([feed], at=datetime(2025, 9, 12, tzinfo=UTC))
    with Archive.open(tmp_path / "border.archive", limit=2_000) as archive:
        for number in range(8):
            archive.keep(page(number), at=NIGHT)
    return file


def page(number: int) -> FetchedPage:
    body = f"<p>Gate {number}".encode() + bytes(range(256)) * 4
    return FetchedPage(url=f"https://post.example/{number}", status=200, content_type="text/html", body=body)


def everything(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Give every row of every table; the words of the index as its own check of them."""
    with closing(sqlite3.connect(file)) as connection:
        tables = [
            name for (name, sql) in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
            if not sql.startswith("CREATE VIRTUAL")
        ]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(tables)}


def test_everything_comes_back(desk: Path, tmp_path: Path) -> None:
    with open_store(str(desk)) as store:
        before = list(store.dump())
    held = everything(desk)
    made = back_up(str(desk), tmp_path / "copy", archive=tmp_path / "border.archive", at=NIGHT)
    assert read_backup(tmp_path / "copy") == made
    for path in (desk, Path(f"{desk}-wal"), Path(f"{desk}-shm")):
        path.unlink(missing_ok=True)
    shutil.rmtree(tmp_path / "border.archive")
    restore(tmp_path / "copy", desk=str(desk), archive=tmp_path / "border.archive")
    assert everything(desk) == held
    filled = ("reports", "claims", "events", "situations", "decisions", "users", "access_log", "feeds", "quarantine")
    assert all(held[name] for name in filled)
    with open_store(str(desk)) as store:
        assert list(store.dump()) == before
        assert store.search("border closed")
        assert store.log_is_locked()
    assert list(verify(tmp_path / "border.archive")) == []
    with Archive.open(tmp_path / "border.archive", read_only=True) as archive:
        assert [received.body for _, received, _ in archive.rest()] == [page(number).body for number in range(8)]
    assert {path.name for path in tmp_path.iterdir()} >= {"border.sqlite", "border.archive", "copy"}
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_copy_made_while_others_write_is_as_the_desk_was_at_one_moment(desk: Path, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        with open_store(str(desk)) as store:
            for number in range(2, 200):
                store.add(desk_filling.batch(number))
                if stop.is_set():
                    return

    writer = threading.Thread(target=write)
    writer.start()
    counts = []
    for copy in range(4):
        back_up(str(desk), tmp_path / f"copy-{copy}", archive=tmp_path / "border.archive", at=NIGHT)
        with closing(sqlite3.connect(tmp_path / f"copy-{copy}" / "desk.sqlite")) as held:
            (count,) = held.execute("SELECT count(*) FROM reports").fetchone()
            assert held.execute("PRAGMA foreign_key_check").fetchall() == []
        assert count % desk_filling.REPORTS == 0  # whole batches
        counts.append(count)
    stop.set()
    writer.join()
    assert counts == sorted(counts)


def test_nothing_is_ever_written_over(desk: Path, tmp_path: Path) -> None:
    archive, copy = tmp_path / "border.archive", tmp_path / "copy"
    back_up(str(desk), copy, archive=archive, at=NIGHT)
    manifest = (copy / "manifest.json").read_bytes()
    with pytest.raises(StoreError, match="something at"):
        back_up(str(desk), copy, archive=archive, at=NIGHT)
    with pytest.raises(StoreError, match="There is a desk at"):
        restore(copy, desk=str(desk), archive=tmp_path / "new.archive")
    with pytest.raises(StoreError, match="something at"):
        restore(copy, desk=str(tmp_path / "new.sqlite"), archive=archive)
    (tmp_path / "other.sqlite-wal").write_bytes(b"of a desk that is moved away")
    with pytest.raises(StoreError, match="There is a desk at"):
        restore(copy, desk=str(tmp_path / "other.sqlite"), archive=tmp_path / "new.archive")
    assert (copy / "manifest.json").read_bytes() == manifest
    assert not (tmp_path / "new.sqlite").exists()
    assert not (tmp_path / "new.archive").exists()


def flip_desk(copy: Path) -> None:
    data = bytearray((copy / "desk.sqlite").read_bytes())
    data[len(data) // 2] ^= 1
    (copy / "desk.sqlite").write_bytes(data)


def cut_archive(copy: Path) -> None:
    file = sorted((copy / "archive").glob("pages-*"))[0]
    file.write_bytes(file.read_bytes()[:-1])


def lose_archive(copy: Path) -> None:
    sorted((copy / "archive").glob("pages-*"))[0].unlink()


def lose_manifest(copy: Path) -> None:
    (copy / "manifest.json").unlink()


def lead_out(copy: Path) -> None:
    rewrite(copy, lambda said: said["files"][0].update(path="archive/../../outside"))


def lead_to_the_root(copy: Path) -> None:
    rewrite(copy, lambda said: said["files"][0].update(path="/etc/passwd"))


def come_from_the_future(copy: Path) -> None:
    rewrite(copy, lambda said: said.update(desk_schema="9999"))


def be_no_json(copy: Path) -> None:
    (copy / "manifest.json").write_bytes(b"{")


def rewrite(copy: Path, change: Callable[[dict[str, object]], object]) -> None:
    said = json.loads((copy / "manifest.json").read_bytes())
    change(said)
    (copy / "manifest.json").write_text(json.dumps(said))


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (flip_desk, "changed or is damaged"), (cut_archive, "changed or is damaged"),
        (lose_archive, "cannot be copied"), (lose_manifest, "no whole copy"), (lead_out, "cannot be understood"),
        (lead_to_the_root, "cannot be understood"), (come_from_the_future, "newer Vedette"),
        (be_no_json, "cannot be understood"),
    ],
)
def test_a_copy_that_is_not_whole_is_refused_and_leaves_nothing(
    desk: Path, tmp_path: Path, spoil: Callable[[Path], None], told: str
) -> None:
    back_up(str(desk), tmp_path / "copy", archive=tmp_path / "border.archive", at=NIGHT)
    spoil(tmp_path / "copy")
    new = tmp_path / "elsewhere"
    new.mkdir()
    with pytest.raises(StoreError, match=told):
        restore(tmp_path / "copy", desk=str(new / "desk.sqlite"), archive=new / "desk.archive")
    assert list(new.iterdir()) == []


def test_a_desk_without_an_archive_is_copied_alone(desk: Path, tmp_path: Path) -> None:
    made = back_up(str(desk), tmp_path / "copy", archive=tmp_path / "nowhere", at=NIGHT)
    assert [file.path for file in made.files] == ["desk.sqlite"]
    restore(tmp_path / "copy", desk=str(tmp_path / "new.sqlite"), archive=tmp_path / "new.archive")
    assert everything(tmp_path / "new.sqlite") == everything(desk)
    assert not (tmp_path / "new.archive").exists()


def test_a_damaged_desk_is_told_of_and_leaves_no_copy(desk: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(desk)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    data = bytearray(desk.read_bytes())
    for place in range(8_192, len(data), 4_096):
        data[place:place + 64] = b"\xff" * 64
    desk.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"):
        back_up(str(desk), tmp_path / "copy", archive=tmp_path / "border.archive", at=NIGHT)
    assert not (tmp_path / "copy").exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".copy")]


def test_a_folder_that_nobody_may_write_is_told_of(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreError, match="cannot be made"):
        back_up(str(desk), tmp_path / "file" / "copy", archive=tmp_path / "border.archive", at=NIGHT)


def test_without_a_desk_there_is_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no desk"):
        back_up(str(tmp_path / "desk.sqlite"), tmp_path / "copy", archive=tmp_path / "a", at=NIGHT)


def test_passwords_in_a_copy_are_for_its_owner_only(desk: Path, tmp_path: Path) -> None:
    back_up(str(desk), tmp_path / "copy", archive=tmp_path / "border.archive", at=NIGHT)
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0
