"""Old files go on record; never the newest, never one that something rests on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from vedette.errors import StoreError
from vedette.sources.archive import Archive, Kept, aged_files, remove_file, verify
from vedette.sources.web import FetchedPage

MakePage = Callable[..., FetchedPage]
NOW = "2026-01-01T00:00:00+00:00"


@pytest.fixture
def kept(folder: Path, make_page: MakePage) -> list[Kept]:
    """A file for each of four days."""
    with Archive.open(folder, limit=2_000) as archive:
        return [
            archive.keep(make_page(day, size=2_500), at=f"2025-09-{day:02d}T08:00:00Z") for day in (10, 11, 12, 13)
        ]


def nothing(_: Kept, __: str) -> bool:
    return False


def test_only_what_is_older_goes_and_never_the_newest_file(folder: Path, kept: list[Kept]) -> None:
    old = list(aged_files(folder, before="2025-09-12T00:00:00+00:00", needs=nothing))
    assert [(aged.file, aged.pages, aged.last) for aged in old] == [
        (kept[0].file, 1, "2025-09-10T08:00:00+00:00"), (kept[1].file, 1, "2025-09-11T08:00:00+00:00"),
    ]
    assert [aged.file for aged in aged_files(folder, before=NOW, needs=nothing)] == [one.file for one in kept[:3]]


def test_of_each_writer_the_newest_file_stays(folder: Path, make_page: MakePage) -> None:
    with Archive.open(folder, shared=True, limit=1) as one, Archive.open(folder, shared=True, limit=1) as two:
        first, _, _ = (who.keep(make_page(n), at="2025-09-10T08:00:00Z") for n, who in enumerate((one, two, one)))
    assert [aged.file for aged in aged_files(folder, before=NOW, needs=nothing)] == [first.file]


def test_what_something_rests_on_stays_unless_forced(folder: Path, kept: list[Kept]) -> None:
    by_place = next(aged_files(folder, before=NOW, needs=lambda place, _: place == kept[0]))
    by_address = next(aged_files(folder, before=NOW, needs=lambda _, address: address == "https://post.example/10"))
    assert by_place == by_address
    assert by_place.needed == 1
    with pytest.raises(StoreError, match="unless forced"):
        remove_file(folder, by_place, at=NOW, why="test")
    assert (folder / kept[0].file).exists()
    remove_file(folder, by_place, at=NOW, why="test", forced=True)
    assert not (folder / kept[0].file).exists()


def test_what_was_removed_is_on_record_and_no_finding(folder: Path, kept: list[Kept]) -> None:
    aged = next(aged_files(folder, before=NOW, needs=nothing))
    remove_file(folder, aged, at=NOW, why="older than 90 days")
    (line,) = (folder / "removed.jsonl").read_text(encoding="utf-8").splitlines()
    noted = json.loads(line)
    assert (noted["file"], noted["removed"], noted["pages"], noted["forced"]) == (kept[0].file, NOW, 1, False)
    assert len(noted["sha256"]) == 64
    assert list(verify(folder)) == []
    with Archive.open(folder, read_only=True) as archive:
        with pytest.raises(StoreError, match="was removed from the archive on 2026-01-01"):
            archive.load(kept[0])
        assert [place for place, _, _ in archive.rest()] == kept[1:]


def test_without_a_record_nothing_is_removed(folder: Path, kept: list[Kept], monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise StoreError("no room for the log")

    aged = next(aged_files(folder, before=NOW, needs=nothing))
    monkeypatch.setattr("vedette.sources.archive.retention.note_removal", fails)
    with pytest.raises(StoreError, match="no room"):
        remove_file(folder, aged, at=NOW, why="test")
    assert (folder / kept[0].file).exists()


def test_a_file_that_cannot_be_read_whole_stays(folder: Path, kept: list[Kept]) -> None:
    with (folder / kept[1].file).open("r+b") as stream:
        stream.seek(kept[1].offset + 1_000)
        stream.write(b"????")
    assert [aged.file for aged in aged_files(folder, before=NOW, needs=nothing)] == [kept[0].file, kept[2].file]


def test_a_file_with_one_page_of_a_clock_that_ran_ahead_stays(folder: Path, make_page: MakePage) -> None:
    with Archive.open(folder, limit=1_000) as archive:
        archive.keep(make_page(1), at="2025-09-10T08:00:00Z")
        archive.keep(make_page(2, size=2_000), at="2031-01-01T00:00:00Z")
        archive.keep(make_page(3), at="2025-09-10T08:00:10Z")
    assert list(aged_files(folder, before=NOW, needs=nothing)) == []


def test_while_somebody_copies_nothing_is_removed(folder: Path, kept: list[Kept]) -> None:
    from vedette.sources.archive.folder import KEEPER, held

    aged = next(aged_files(folder, before=NOW, needs=nothing))
    with held(folder / KEEPER), pytest.raises(StoreError, match="Another process"):
        remove_file(folder, aged, at=NOW, why="test")
    assert (folder / kept[0].file).exists()
