"""A desk on a server is copied into a folder like any other, and brought back onto a server or into a file."""

from __future__ import annotations

from pathlib import Path

import pytest

import builders as build
import desk_filling
from vedette.backups import back_up, read_backup, restore
from vedette.errors import StoreError
from vedette.sources.archive import Archive, verify
from vedette.sources.web import FetchedPage
from vedette.store import copying, open_store
from vedette.store.accounts import Role

NIGHT = "2025-09-12T01:15:00+00:00"


def fill(address: str) -> list[object]:
    with open_store(address) as store:
        store.add([*desk_filling.batch(1), build.quarantined("broken.html")])
        desk_filling.link(store)
        store.accounts.users.add("Ann", Role.ADMIN, password="hash", by="root", at=NIGHT)
        return list(store.dump())


def test_a_desk_comes_back_onto_a_server_and_into_a_file(
    postgres_desk: str, postgres_address: str, tmp_path: Path
) -> None:
    before, copy = fill(postgres_desk), tmp_path / "copy"
    made = back_up(postgres_desk, copy, archive=tmp_path / "nowhere", at=NIGHT)
    assert [file.path for file in made.files] == ["desk.sqlite"]
    assert sorted(path.name for path in copy.iterdir()) == ["desk.sqlite", "manifest.json"]
    assert read_backup(copy) == made
    for address in (postgres_address, str(tmp_path / "new.sqlite")):
        restore(copy, desk=address, archive=tmp_path / "new.archive")
        with open_store(address) as store:
            assert list(store.dump()) == before
            assert [user.name for user in store.accounts.users.all()] == ["Ann"]
            assert store.search("border")


def test_nothing_on_a_server_is_written_over(postgres_desk: str, tmp_path: Path) -> None:
    before = fill(postgres_desk)
    back_up(postgres_desk, tmp_path / "copy", archive=tmp_path / "nowhere", at=NIGHT)
    with pytest.raises(StoreError, match="There is a desk at postgresql://"):
        restore(tmp_path / "copy", desk=postgres_desk, archive=tmp_path / "new.archive")
    with open_store(postgres_desk) as store:
        assert list(store.dump()) == before


def test_what_a_server_refuses_leaves_no_archive_behind_and_can_be_tried_again(
    postgres_desk: str, postgres_address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, copy, archive = fill(postgres_desk), tmp_path / "copy", tmp_path / "archive"
    page = FetchedPage(url="https://post.example/a", status=200, content_type="text/html", body=b"Shut.")
    with Archive.open(archive) as pages:
        pages.keep(page, at=NIGHT)
    back_up(postgres_desk, copy, archive=archive, at=NIGHT)
    new = tmp_path / "new.archive"
    with monkeypatch.context() as half_way:
        half_way.setattr(copying, "_require_all", _lose_the_server)
        with pytest.raises(StoreError, match="was lost"):
            restore(copy, desk=postgres_address, archive=new)
    assert not new.exists()
    restore(copy, desk=postgres_address, archive=new)
    assert list(verify(new)) == []
    with open_store(postgres_address) as store:
        assert list(store.dump()) == before


def _lose_the_server(*_: object) -> None:
    raise StoreError("The connection was lost.")


def test_without_a_desk_there_is_nothing_to_copy(postgres_address: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no desk at postgresql://"):
        back_up(postgres_address, tmp_path / "copy", archive=tmp_path / "nowhere", at=NIGHT)
    assert not (tmp_path / "copy").exists()
