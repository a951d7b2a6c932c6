"""What was kept is there, whole, whatever happens to the process, the disk or the files."""

from __future__ import annotations

import errno
import io
import json
import logging
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from vedette.errors import ArchiveAway, InputError, StoreError
from vedette.sources.archive import Archive, Kept, verify
from vedette.sources.archive.members import Member, read_member
from vedette.sources.archive.records import page_of, page_record, read_record
from vedette.sources.web import FetchedPage, Validators

MakePage = Callable[..., FetchedPage]
NIGHT = "2025-09-12T01:15:00+00:00"


def fill(folder: Path, pages: list[FetchedPage], *, limit: int = 1_000_000) -> list[Kept]:
    with Archive.open(folder, limit=limit) as archive:
        return [archive.keep(page, at=NIGHT) for page in pages]


def test_a_page_comes_back_as_it_was_received(folder: Path, make_page: MakePage) -> None:
    page = make_page(
        7, asked="https://post.example/seven", gone_to="https://post.example/7", retry_after=120.0,
        headers=(("Content-Type", "text/html; charset=utf-8"), ("ETag", '"7"'), ("Content-Encoding", "br"),
                 ("Content-Length", "11"), ("Server", "Брама")),
    )
    (kept,) = fill(folder, [page])
    with Archive.open(folder, read_only=True) as archive:
        assert archive.load(kept) == page
        assert list(archive.rest()) == [(kept, page, NIGHT)]


def test_other_programs_read_it(folder: Path, make_page: MakePage) -> None:
    page = make_page(3, headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip")))
    kept = fill(folder, [make_page(1), page])[1]
    with (folder / kept.file).open("rb") as stream:
        records = ArchiveIterator(stream, check_digests="raise")
        held = [
            (record.rec_type, record.rec_headers.get_header("WARC-Date"), record.content_stream().read())
            for record in records
        ]
    assert [kind for kind, _, _ in held] == ["warcinfo", "response", "response"]
    assert held[2][1:] == ("2025-09-12T01:15:00Z", page.body)


def test_a_new_file_is_begun_when_one_is_full_and_the_full_one_is_stamped(folder: Path, make_page: MakePage) -> None:
    kept = fill(folder, [make_page(number, size=3_000) for number in range(5)], limit=5_000)
    names = sorted({place.file for place in kept})
    assert names == ["pages-00000001.warc.gz", "pages-00000002.warc.gz", "pages-00000003.warc.gz"]
    assert [path.name for path in sorted(folder.glob("pages-*"))] == names
    listed = (folder / "digests.sha256").read_text(encoding="utf-8").splitlines()
    assert [line.partition("  ")[2] for line in listed] == names[:-1]


def test_a_number_is_never_given_twice(folder: Path, make_page: MakePage) -> None:
    fill(folder, [make_page(number, size=3_000) for number in range(3)], limit=1_000)
    for path in folder.glob("pages-*"):
        path.unlink()
    assert fill(folder, [make_page(9)])[0].file > "pages-00000002.warc.gz"


def test_one_writes_at_a_time_and_all_may_read(folder: Path, make_page: MakePage) -> None:
    with Archive.open(folder) as writer:
        kept = writer.keep(make_page(), at=NIGHT)
        with pytest.raises(StoreError, match="Another process"):
            Archive.open(folder)
        with Archive.open(folder, read_only=True) as reader:
            assert reader.load(kept) == make_page()
            with pytest.raises(StoreError, match="read only"):
                reader.keep(make_page(2), at=NIGHT)
    with Archive.open(folder) as later:
        assert later.keep(make_page(2), at=NIGHT).offset == kept.offset + kept.length


def test_several_write_side_by_side_each_to_files_of_its_own(folder: Path, make_page: MakePage) -> None:
    opened = [Archive.open(folder, shared=True), Archive.open(folder, shared=True), Archive.open(folder)]
    with opened[0] as one, opened[1] as two, opened[2] as own:
        kept = [archive.keep(make_page(number), at=NIGHT) for number, archive in enumerate((one, two, own), start=1)]
    assert [place.file for place in kept] == [
        "pages-01000001.warc.gz", "pages-02000001.warc.gz", "pages-00000001.warc.gz",
    ]
    with Archive.open(folder, read_only=True) as archive:
        assert [archive.load(place) for place in kept] == [make_page(1), make_page(2), make_page(3)]
        assert [place for place, _, _ in archive.rest()] == [kept[2], kept[0], kept[1]]


def test_who_comes_anew_writes_on_in_the_files_of_one_who_is_gone(folder: Path, make_page: MakePage) -> None:
    with Archive.open(folder, shared=True):
        with Archive.open(folder, shared=True) as gone:
            first = gone.keep(make_page(1), at=NIGHT)
        with (folder / first.file).open("r+b") as file:
            half = file.read(200)
            file.seek(0, os.SEEK_END)
            file.write(half)
        with Archive.open(folder, shared=True) as later:
            assert [place for place, _, _ in later.rest()] == [first]
            second = later.keep(make_page(2), at=NIGHT)
    assert (second.file, second.offset) == (first.file, first.offset + first.length)


def test_of_several_writers_each_takes_up_what_is_behind_its_own_last_place(folder: Path, make_page: MakePage) -> None:
    with Archive.open(folder, shared=True) as one, Archive.open(folder, shared=True) as two:
        known = [one.keep(make_page(1), at=NIGHT), two.keep(make_page(2), at=NIGHT)]
        behind = [one.keep(make_page(3), at=NIGHT), two.keep(make_page(4), at=NIGHT)]
        assert [place for place, _, _ in one.rest(*known)] == behind[:1]
        assert [place for place, _, _ in two.rest(*known)] == behind[1:]
    with Archive.open(folder, read_only=True) as archive:
        assert [place for place, _, _ in archive.rest(*known)] == behind


def test_a_writer_of_several_has_numbers_of_its_own_and_none_twice(folder: Path, make_page: MakePage) -> None:
    with Archive.open(folder, shared=True, limit=1) as archive:
        files = [archive.keep(make_page(number), at=NIGHT).file for number in range(3)]
    for path in folder.glob("pages-*"):
        path.unlink()
    with Archive.open(folder, shared=True) as archive:
        later = archive.keep(make_page(9), at=NIGHT).file
    assert files == [f"pages-0100000{number}.warc.gz" for number in (1, 2, 3)]
    assert files[1] < later < "pages-02"


def test_only_what_is_behind_the_last_known_place_is_taken_up(folder: Path, make_page: MakePage) -> None:
    pages = [make_page(number, size=2_000) for number in range(6)]
    kept = fill(folder, pages, limit=5_000)
    with Archive.open(folder, limit=5_000) as archive:
        for known in range(6):
            found = [(place, page) for place, page, _ in archive.rest(kept[known])]
            assert found == list(zip(kept[known + 1:], pages[known + 1:], strict=True))


@pytest.mark.parametrize("missing", [1, 7, 300, 1_999])
def test_half_a_record_is_cut_off_and_the_next_one_follows_whole(
    folder: Path, make_page: MakePage, caplog: pytest.LogCaptureFixture, missing: int
) -> None:
    first, second = fill(folder, [make_page(1), make_page(2, size=2_000)])
    os.truncate(folder / second.file, second.offset + second.length - missing)
    with Archive.open(folder) as archive, caplog.at_level(logging.WARNING):
        assert list(archive.rest(first)) == []
        assert "half a record" in caplog.text
        again = archive.keep(make_page(2, size=2_000), at=NIGHT)
        assert again == second
        assert [place for place, _, _ in archive.rest()] == [first, second]


def test_half_a_record_is_cut_off_also_where_nobody_asks_for_the_rest(folder: Path, make_page: MakePage) -> None:
    first, second = fill(folder, [make_page(1), make_page(2)])
    os.truncate(folder / second.file, second.offset + 40)
    assert fill(folder, [make_page(3)])[0].offset == second.offset
    with Archive.open(folder, read_only=True) as archive:
        assert [page.url for _, page, _ in archive.rest()] == [make_page(1).url, make_page(3).url]
        assert archive.load(first) == make_page(1)


def test_zeros_that_a_power_cut_left_are_cut_off(folder: Path, make_page: MakePage) -> None:
    first, second = fill(folder, [make_page(1), make_page(2, size=2_000)])
    with (folder / second.file).open("r+b") as stream:
        stream.seek(second.offset + 900)
        stream.write(b"\0" * (second.length - 900 + 4_096))
    with Archive.open(folder) as archive:
        assert list(archive.rest(first)) == []
        assert archive.keep(make_page(2, size=2_000), at=NIGHT) == second


def test_damage_is_no_half_record_and_nothing_behind_it_is_lost(
    folder: Path, make_page: MakePage, caplog: pytest.LogCaptureFixture
) -> None:
    kept = fill(folder, [make_page(number, size=2_000) for number in range(3)])
    size = (folder / kept[1].file).stat().st_size
    flip(folder / kept[1].file, kept[1].offset + 1_000)
    with Archive.open(folder) as archive, caplog.at_level(logging.ERROR):
        assert [place for place, _, _ in archive.rest()] == [kept[0], kept[2]]
        new = archive.keep(make_page(4), at=NIGHT)
        assert new.file == "pages-00000002.warc.gz"
        with pytest.raises(StoreError, match="damaged at pages-00000001"):
            archive.load(kept[1])
    assert (folder / kept[1].file).stat().st_size == size
    assert "vedette archive verify" in caplog.text


def test_a_record_in_the_place_of_another_is_not_taken_for_it(folder: Path, make_page: MakePage) -> None:
    (kept,) = fill(folder, [make_page(1)])
    other = page_record(make_page(2), at=NIGHT, place=kept.place)
    with (folder / kept.file).open("r+b") as stream:
        stream.seek(kept.offset)
        stream.truncate()
        stream.write(other)
    with Archive.open(folder, read_only=True) as archive, pytest.raises(StoreError, match="not what was kept"):
        archive.load(kept)


def test_a_file_that_is_gone_is_said_to_be(folder: Path, make_page: MakePage) -> None:
    (kept,) = fill(folder, [make_page(1)])
    (folder / kept.file).unlink()
    with Archive.open(folder, read_only=True) as archive:
        with pytest.raises(StoreError, match="has no file pages-00000001"):
            archive.load(kept)
        with pytest.raises(StoreError, match="no file of an archive"):
            archive.load(Kept(file="../desk.sqlite", offset=0, length=9, sha256="0" * 64))


def test_a_file_that_was_removed_on_record_is_not_waited_for(folder: Path, make_page: MakePage) -> None:
    (kept,) = fill(folder, [make_page(1)])
    (folder / kept.file).unlink()
    with Archive.open(folder, read_only=True) as archive:
        with pytest.raises(ArchiveAway):
            archive.load(kept)
        said = {"file": kept.file, "removed": "2025-09-13", "why": "the disk was lost"}
        (folder / "removed.jsonl").write_text(json.dumps(said) + "\n", encoding="utf-8")
        with pytest.raises(StoreError, match="the disk was lost") as caught:
            archive.load(kept)
    assert not isinstance(caught.value, ArchiveAway)


def test_where_the_disk_is_not_mounted_nothing_is_kept_and_it_goes_on_when_it_is_back(
    folder: Path, make_page: MakePage, caplog: pytest.LogCaptureFixture
) -> None:
    with Archive.open(folder, shared=True) as archive:
        first = archive.keep(make_page(1), at=NIGHT)
        folder.rename(folder.with_name("unmounted"))
        for place_is_there in (False, True):  # a path that is gone, or the empty folder on which the disk was mounted
            if place_is_there:
                folder.mkdir()
            with pytest.raises(ArchiveAway):
                archive.load(first)
            with pytest.raises(ArchiveAway):
                archive.keep(make_page(2), at=NIGHT)
        assert list(folder.iterdir()) == []
        folder.rmdir()
        folder.with_name("unmounted").rename(folder)
        second = archive.keep(make_page(2), at=NIGHT)
        assert (archive.load(first), archive.load(second)) == (make_page(1), make_page(2))
    assert list(verify(folder, known=[first, second])) == []
    assert "another program" not in caplog.text


def test_an_archive_with_none_of_the_files_that_are_known_is_another_one_until_its_disk_comes(
    folder: Path, make_page: MakePage
) -> None:
    (kept,) = fill(folder, [make_page(1)])
    folder.rename(folder.with_name("unmounted"))
    with Archive.open(folder) as archive:
        with pytest.raises(ArchiveAway, match="none of the files that the desk names, such as pages-00000001"):
            list(archive.rest(kept))
        assert list(folder.glob("pages-*")) == []
        folder.rename(folder.with_name("empty"))
        folder.with_name("unmounted").rename(folder)
        assert list(archive.rest(kept)) == []
        assert archive.keep(make_page(2), at=NIGHT).offset == kept.offset + kept.length
        with pytest.raises(StoreError, match="Another process"):
            Archive.open(folder)


def test_a_file_that_is_taken_away_while_it_is_written_gets_a_successor(
    folder: Path, make_page: MakePage, caplog: pytest.LogCaptureFixture
) -> None:
    with Archive.open(folder) as archive:
        first = archive.keep(make_page(1), at=NIGHT)
        (folder / first.file).rename(folder / "elsewhere")
        second = archive.keep(make_page(2), at=NIGHT)
        assert archive.load(second) == make_page(2)
    assert "changed by another program" in caplog.text


def test_what_another_program_appended_is_not_written_over(folder: Path, make_page: MakePage) -> None:
    with Archive.open(folder) as archive:
        first = archive.keep(make_page(1), at=NIGHT)
        with (folder / first.file).open("ab") as stream:
            stream.write(b"not a record")
        second = archive.keep(make_page(2), at=NIGHT)
        assert [place for place, _, _ in archive.rest()] == [first, second]
    assert b"not a record" in (folder / first.file).read_bytes()


@pytest.mark.parametrize("room", [0, 1, 700])
def test_a_full_disk_leaves_what_was_there_and_says_so(
    folder: Path, make_page: MakePage, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    write = os.write
    left = [room]

    def nearly_full(handle: int, data: bytes) -> int:
        if left[0] <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = write(handle, bytes(data)[:left[0]])
        left[0] -= written
        return written

    with Archive.open(folder) as archive:
        first = archive.keep(make_page(1), at=NIGHT)
        size = (folder / first.file).stat().st_size
        monkeypatch.setattr(os, "write", nearly_full)
        with pytest.raises(StoreError, match="is full"):
            archive.keep(make_page(2, size=2_000), at=NIGHT)
        assert (folder / first.file).stat().st_size == size
        monkeypatch.undo()
        second = archive.keep(make_page(2, size=2_000), at=NIGHT)
        assert [place for place, _, _ in archive.rest()] == [first, second]


def test_a_disk_that_cannot_say_that_it_has_it_has_not(
    folder: Path, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with Archive.open(folder) as archive:
        first = archive.keep(make_page(1), at=NIGHT)
        monkeypatch.setattr(os, "fsync", fails)
        with pytest.raises(StoreError, match="Check the disk"):
            archive.keep(make_page(2), at=NIGHT)
        monkeypatch.undo()
        assert [place for place, _, _ in archive.rest()] == [first]


def test_every_page_reaches_the_disk_before_its_place_is_given(
    folder: Path, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[int, int]] = []
    fsync = os.fsync

    def noted(handle: int) -> None:
        fsync(handle)
        there = os.fstat(handle)
        synced.append((there.st_ino, there.st_size))

    with Archive.open(folder) as archive:
        monkeypatch.setattr(os, "fsync", noted)
        kept = archive.keep(make_page(1), at=NIGHT)
        file = (folder / kept.file).stat()
        assert synced[-1] == (file.st_ino, kept.offset + kept.length)
        assert any(inode == folder.stat().st_ino for inode, _ in synced)  # the name of the new file, too


def test_a_page_that_could_not_be_given_back_is_not_taken(folder: Path, make_page: MakePage) -> None:
    with Archive.open(folder) as archive, pytest.raises(InputError, match="63 MB"):
        archive.keep(make_page(1, body=b"\0" * 63_500_000), at=NIGHT)


def test_nothing_is_kept_once_it_is_closed(folder: Path, make_page: MakePage) -> None:
    archive = Archive.open(folder)
    archive.close()
    archive.close()
    with pytest.raises(StoreError, match="closed"):
        archive.keep(make_page(), at=NIGHT)


def test_to_read_there_has_to_be_one(folder: Path) -> None:
    with pytest.raises(StoreError, match="There is no archive"):
        Archive.open(folder, read_only=True)
    assert not folder.exists()


HEADER_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), max_size=30)
NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,15}", fullmatch=True).filter(
    lambda name: not name.lower().startswith(("x-archive-orig", "content-"))
)


@given(
    body=st.binary(max_size=300), status=st.integers(100, 999),
    headers=st.lists(st.tuples(NAMES, HEADER_TEXT), max_size=5), media=HEADER_TEXT, length=st.integers(0, 999),
)
def test_any_answer_comes_back(
    body: bytes, status: int, headers: list[tuple[str, str]], media: str, length: int
) -> None:
    sent = (("content-type", media), *headers, ("Content-Length", str(length)))
    named = {name.lower(): value for name, value in reversed(sent)}
    page = FetchedPage(
        url="https://post.example/a?b=ґ", status=status, content_type=media, body=body, headers=sent,
        validators=Validators(etag=named.get("etag"), last_modified=named.get("last-modified")),
    )
    assert page_of(read_record(unpacked(page))) == page


@given(text=st.text(max_size=60))
def test_no_word_of_a_stranger_becomes_a_header_of_ours(text: str) -> None:
    page = FetchedPage(
        url=f"https://post.example/{text}", status=200, content_type="", body=b"x", asked=text,
        headers=((text, text), ("A", f"b\r\nWARC-Type: warcinfo\r\n\r\n{text}")),
    )
    record = read_record(unpacked(page))
    names = [name for name, _ in record.headers]
    assert record.kind == "response"
    assert len(names) == len(set(names))
    assert page_of(record).body == b"x"
    assert record.wrong_digests() == ()


def unpacked(page: FetchedPage) -> bytes:
    packed = page_record(page, at=NIGHT, place="pages-00000001.warc.gz:0")
    member = read_member(io.BytesIO(packed), 0)
    assert isinstance(member, Member)
    assert member.length == len(packed)
    return member.content


def flip(file: Path, offset: int) -> None:
    with file.open("r+b") as stream:
        stream.seek(offset)
        (byte,) = stream.read(1)
        stream.seek(offset)
        stream.write(bytes([byte ^ 0x10]))


def test_a_file_in_the_place_of_the_folder_is_said_to_be_one(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("not an archive", encoding="utf-8")
    with pytest.raises(StoreError, match="is a file, and an archive is a folder"):
        Archive.open(folder)
    assert folder.read_text(encoding="utf-8") == "not an archive"
