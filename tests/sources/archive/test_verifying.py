"""Every change of an archive is found, at its place; what nobody changed has no finding."""

from __future__ import annotations

import gzip
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from vedette.errors import StoreError
from vedette.sources.archive import Archive, Flaw, Kept, aged_files, archive_size, remove_file, verify
from vedette.sources.web import FetchedPage

MakePage = Callable[..., FetchedPage]
NIGHT = "2025-09-12T01:15:00+00:00"
MORNING = "2025-09-12T08:00:00+00:00"


@pytest.fixture
def kept(folder: Path, make_page: MakePage) -> list[Kept]:
    """Three files: two pages in the first, two in the second, one in the third."""
    with Archive.open(folder, limit=5_000) as archive:
        return [archive.keep(make_page(number, size=2_500), at=NIGHT) for number in range(5)]


def told(folder: Path, **wanted: object) -> list[tuple[str, int | None, Flaw]]:
    return [(found.file, found.offset, found.flaw) for found in verify(folder, **wanted)]  # type: ignore[arg-type]


def test_what_nobody_changed_has_no_finding(folder: Path, kept: list[Kept]) -> None:
    assert sorted({place.file for place in kept}) == [f"pages-0000000{number}.warc.gz" for number in (1, 2, 3)]
    assert list(verify(folder, known=kept)) == []


def test_files_of_several_writers_are_looked_at_together(folder: Path, make_page: MakePage) -> None:
    with Archive.open(folder, shared=True, limit=1) as one, Archive.open(folder, shared=True, limit=1) as two:
        kept = [archive.keep(make_page(n, size=900), at=at) for n, (archive, at) in enumerate(
            [(one, MORNING), (two, NIGHT), (one, MORNING), (two, MORNING)]
        )]
        with (folder / kept[2].file).open("ab") as half:
            half.write(b"\x1f\x8b\x08")
        assert list(verify(folder, known=kept)) == []  # each writer is at work, each in the order of its own moments
    assert told(folder) == [(kept[2].file, kept[2].offset + kept[2].length, Flaw.TRUNCATED)]
    (folder / kept[1].file).unlink()
    assert (kept[1].file, None, Flaw.MISSING) in told(folder)


def test_who_waits_is_told_how_far_it_is(folder: Path, kept: list[Kept]) -> None:
    seen: list[int] = []
    assert list(verify(folder, progress=seen.append)) == []
    assert sum(seen) == archive_size(folder)[1]


def test_any_flipped_bit_is_found(folder: Path, kept: list[Kept], tmp_path: Path) -> None:
    chance = random.Random(5)
    for _ in range(40):
        copy = tmp_path / "copy"
        shutil.copytree(folder, copy)
        place = kept[-1]  # in the file that has no stamp yet: only the record itself can tell
        offset = place.offset + chance.randrange(place.length)
        if offset - place.offset in (4, 5, 6, 7, 8, 9):  # moment, system and speed of packing say nothing of the page
            offset = place.offset + 10
        flip(copy / place.file, offset, 1 << chance.randrange(8))
        found = list(verify(copy, known=[place]))
        assert found, f"a bit at {offset} was flipped unseen"
        assert all(one.file == place.file and one.is_harm for one in found)
        shutil.rmtree(copy)


def test_damage_is_told_once_with_its_place_and_the_rest_is_read(folder: Path, kept: list[Kept]) -> None:
    place = kept[0]
    flip(folder / place.file, place.offset + place.length // 2, 0x08)
    assert told(folder) == [(place.file, place.offset, Flaw.DAMAGED), (place.file, None, Flaw.CHANGED)]
    assert told(folder, known=kept).count((place.file, place.offset, Flaw.MISSING)) == 1


def test_an_end_that_breaks_off_is_told_of_unless_somebody_is_writing(folder: Path, kept: list[Kept]) -> None:
    last = kept[-1]
    os.truncate(folder / last.file, last.offset + last.length - 9)
    assert told(folder) == [(last.file, last.offset, Flaw.TRUNCATED)]
    with Archive.open(folder):
        assert told(folder) == []


def test_a_record_made_to_fit_by_its_checksum_is_told_by_its_digests(folder: Path, kept: list[Kept]) -> None:
    last = kept[-1]
    file = folder / last.file
    data = file.read_bytes()
    content = bytearray(gzip.decompress(data[last.offset:]))
    content[-100] ^= 1
    file.write_bytes(data[:last.offset] + gzip.compress(bytes(content), mtime=0))
    (found,) = verify(folder)
    assert (found.file, found.offset, found.flaw) == (last.file, last.offset, Flaw.DIGEST)
    assert "WARC-Block-Digest and WARC-Payload-Digest" in found.detail


def test_a_record_of_another_length_than_it_says_is_told(folder: Path, kept: list[Kept]) -> None:
    last = kept[-1]
    file = folder / last.file
    data = file.read_bytes()
    content = gzip.decompress(data[last.offset:])
    file.write_bytes(data[:last.offset] + gzip.compress(content[:-20] + b"\r\n\r\n"))
    (found,) = verify(folder)
    assert (found.offset, found.flaw) == (last.offset, Flaw.DAMAGED)
    assert "length" in found.detail


def test_a_complete_file_that_was_made_anew_is_told_by_its_stamp(
    folder: Path, kept: list[Kept], make_page: MakePage, tmp_path: Path
) -> None:
    with Archive.open(tmp_path / "other", limit=5_000) as other:
        for number in range(2):
            other.keep(make_page(number, size=2_500), at=MORNING)
    shutil.copy(tmp_path / "other" / kept[0].file, folder / kept[0].file)
    assert (kept[0].file, None, Flaw.CHANGED) in told(folder)


def test_a_file_that_is_gone_is_missing(folder: Path, kept: list[Kept]) -> None:
    (folder / kept[2].file).unlink()
    assert told(folder) == [(kept[2].file, None, Flaw.MISSING)]
    lost = [found for found in verify(folder, known=kept) if found.offset is not None]
    assert [(found.offset, found.flaw) for found in lost] == [(place.offset, Flaw.MISSING) for place in kept[2:4]]


def test_a_page_that_was_removed_on_record_is_not_missing(folder: Path, kept: list[Kept]) -> None:
    aged = next(aged_files(folder, before="2026-01-01T00:00:00+00:00", needs=lambda _, __: False))
    remove_file(folder, aged, at="2026-01-01T00:00:00+00:00", why="older than 90 days")
    assert list(verify(folder, known=kept)) == []


def test_files_of_others_are_named_and_left_alone(folder: Path, kept: list[Kept], tmp_path: Path) -> None:
    (folder / "holiday.jpg").write_bytes(b"\xff\xd8")
    (folder / "pages-00000009.warc.gz.bak").write_bytes(b"")
    secret = tmp_path / "secret"
    secret.write_text("not ours")
    (folder / "pages-00000004.warc.gz").symlink_to(secret)
    assert told(folder) == [
        ("holiday.jpg", None, Flaw.FOREIGN), ("pages-00000004.warc.gz", None, Flaw.FOREIGN),
        ("pages-00000009.warc.gz.bak", None, Flaw.FOREIGN),
    ]
    assert kept[0] in [place for place, _, _ in Archive.open(folder, read_only=True).rest()]


def test_a_clock_that_went_back_is_told_and_no_harm(folder: Path, make_page: MakePage) -> None:
    moments = ["2025-09-12T08:00:00Z", "2031-01-01T00:00:00Z", "2025-09-12T08:00:05Z", "2025-09-12T08:00:06Z"]
    with Archive.open(folder) as archive:
        places = [archive.keep(make_page(number), at=at) for number, at in enumerate(moments)]
        assert [at for _, _, at in archive.rest()] == [at.replace("Z", "+00:00") for at in moments]
    (found,) = verify(folder, known=places)
    assert (found.offset, found.flaw, found.is_harm) == (places[2].offset, Flaw.ORDER, False)


def test_bytes_of_nobody_between_records_are_told_and_what_follows_is_read(folder: Path, kept: list[Kept]) -> None:
    file = folder / kept[0].file
    data = file.read_bytes()
    cut = kept[1].offset
    file.write_bytes(data[:cut] + b"\x1f\x8b\x08 nothing at all" + data[cut:])
    assert told(folder) == [(file.name, cut, Flaw.DAMAGED), (file.name, None, Flaw.CHANGED)]


def test_an_empty_folder_is_an_empty_archive_and_none_is_none(folder: Path) -> None:
    with pytest.raises(StoreError, match="There is no archive"):
        list(verify(folder))
    folder.mkdir()
    assert list(verify(folder)) == []




def flip(file: Path, offset: int, mask: int) -> None:
    with file.open("r+b") as stream:
        stream.seek(offset)
        (byte,) = stream.read(1)
        stream.seek(offset)
        stream.write(bytes([byte ^ mask]))
