"""``vedette archive`` on real files: what was kept is listed, shown, checked, handed on, and goes on record."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import builders as build
from vedette.model import ReadReport
from vedette.sources.archive import Archive, Kept
from vedette.sources.web import FetchedPage
from vedette.store import open_store

Vedette = Callable[..., "object"]
DAYS = ("2019-03-01T08:00:00Z", "2019-03-02T08:00:00Z", "2019-03-03T08:00:00Z")


@pytest.fixture
def kept(tmp_path: Path) -> list[Kept]:
    """Three old pages, a file each, beside the desk ``border.sqlite``."""
    with Archive.open(tmp_path / "border.archive", limit=1) as archive:
        return [archive.keep(page(number), at=at) for number, at in enumerate(DAYS)]


def page(number: int) -> FetchedPage:
    return FetchedPage(
        url=f"https://post.example/{number}", status=200, content_type="text/html; charset=windows-1251",
        body=f"<p>Ворота {number}\x1b[31m".encode("cp1251"),
        headers=(("Content-Type", "text/html; charset=windows-1251"),),
    )


def make_desk(*, url: str | None = None) -> None:
    with open_store("border.sqlite") as store:
        if url is not None:
            report = build.report("The border was closed.", url=url)
            store.add([ReadReport(report=report, claims=(build.claim(report),))])


def test_pages_are_listed_in_every_form(vedette: Vedette, kept: list[Kept]) -> None:
    table = vedette("archive", "list", "--desk", "border.sqlite")
    assert (table.code, table.out.count("https://post.example/")) == (0, 3)
    lines = vedette("archive", "list", "--since", "2019-03-02", "--format", "jsonl", "--desk", "border.sqlite").out
    first = json.loads(lines.splitlines()[0])
    assert (first["place"], first["received"], first["status"]) == (kept[1].place, "2019-03-02T08:00:00+00:00", 200)
    csv = vedette("archive", "list", "--address", "example/2", "--format", "csv", "--archive", "border.archive").out
    assert [line.split(",")[0] for line in csv.splitlines()] == ["place", kept[2].place]
    none = vedette("archive", "list", "--address", "nowhere", "--desk", "border.sqlite")
    assert "no such page" in none.err


def test_a_page_is_shown_and_written_as_it_was_received(vedette: Vedette, kept: list[Kept], tmp_path: Path) -> None:
    shown = vedette("archive", "show", kept[1].place, "--desk", "border.sqlite").out
    assert "https://post.example/1" in shown
    assert kept[1].sha256 in shown
    assert "Ворота 1" in shown
    assert "\x1b" not in shown
    vedette("archive", "show", kept[1].place, "--desk", "border.sqlite", "--output", "page.html")
    assert (tmp_path / "page.html").read_bytes() == page(1).body


@pytest.mark.parametrize("place", ["pages-00000001.warc.gz:3", "pages-00000009.warc.gz:0", "../secret:0", "1"])
def test_a_place_where_no_page_begins_is_wrong_usage(vedette: Vedette, kept: list[Kept], place: str) -> None:
    answer = vedette("archive", "show", place, "--desk", "border.sqlite")
    assert answer.code == 2
    assert "vedette archive list" in answer.err


def test_a_whole_archive_is_said_to_be_and_damage_fails(vedette: Vedette, kept: list[Kept], tmp_path: Path) -> None:
    make_desk()
    good = vedette("archive", "verify", "--desk", "border.sqlite")
    assert (good.code, good.out) == (0, "")
    assert "is as it was kept" in good.err
    file = tmp_path / "border.archive" / kept[2].file
    data = bytearray(file.read_bytes())
    data[kept[2].offset + 60] ^= 1
    file.write_bytes(data)
    bad = vedette("archive", "verify", "--desk", "border.sqlite", "--format", "jsonl")
    (found,) = map(json.loads, bad.out.splitlines())
    assert (bad.code, found["file"], found["offset"], found["flaw"], found["harm"]) == (
        1, kept[2].file, kept[2].offset, "damaged", True,
    )
    assert "damaged" in vedette("archive", "verify", "--desk", "border.sqlite").out


def test_pages_are_handed_on_as_an_archive(vedette: Vedette, kept: list[Kept]) -> None:
    make_desk()
    vedette("archive", "export", "--address", "/1", "--output", "one.warc.gz", "--desk", "border.sqlite")
    added = vedette("read", "one.warc.gz", "--format", "jsonl")
    assert added.code == 1  # read as an archive: the page has no article text, and is named by its address
    assert "https://post.example/1" in added.err


def test_old_files_go_on_record_and_not_before_they_were_asked_for(
    vedette: Vedette, kept: list[Kept], tmp_path: Path
) -> None:
    make_desk(url="https://post.example/0")
    folder = tmp_path / "border.archive"
    before = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    dry = vedette("archive", "retain", "--older-than", "30", "--dry-run", "--desk", "border.sqlite")
    assert "1 of 2 files would go" in dry.err
    assert sorted(path.name for path in folder.iterdir() if not path.name.startswith(".")) == before
    done = vedette("archive", "retain", "--older-than", "30", "--format", "jsonl", "--desk", "border.sqlite")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [(row["file"], row["needed"], row["removed"]) for row in rows] == [
        (kept[0].file, 1, False), (kept[1].file, 0, True),
    ]
    assert (folder / kept[0].file).exists()
    assert not (folder / kept[1].file).exists()
    assert kept[1].file in (folder / "removed.jsonl").read_text(encoding="utf-8")
    forced = vedette("archive", "retain", "--older-than", "30", "--force", "--desk", "border.sqlite")
    assert forced.code == 0
    assert not (folder / kept[0].file).exists()
    assert (folder / kept[2].file).exists()
    assert vedette("archive", "verify", "--desk", "border.sqlite").code == 0


def test_without_a_desk_nothing_is_removed(vedette: Vedette, kept: list[Kept]) -> None:
    answer = vedette("archive", "retain", "--older-than", "30", "--desk", "border.sqlite")
    assert answer.code == 1
    assert "There is no desk" in answer.err


def test_without_an_archive_one_sentence_says_so(vedette: Vedette) -> None:
    for command in (("list",), ("verify",), ("export",), ("show", "pages-00000001.warc.gz:0")):
        answer = vedette("archive", *command, "--desk", "border.sqlite")
        assert answer.code in (1, 2)
        assert "There is no archive" in answer.err
