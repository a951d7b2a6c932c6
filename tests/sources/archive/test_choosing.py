"""Pages are found by address and day, and handed on byte by byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vedette.sources.archive import Archive, Choice, export_pages, find_page, list_pages, verify
from vedette.sources.web import FetchedPage

MakePage = Callable[..., FetchedPage]
DAYS = ("2025-09-11T23:59:59Z", "2025-09-12T00:00:00Z", "2025-09-12T23:59:59Z", "2025-09-13T00:00:00Z")


def keep_a_page_a_day(folder: Path, make_page: MakePage) -> list[str]:
    with Archive.open(folder) as archive:
        return [archive.keep(make_page(number, status=404 if number == 2 else 200), at=at).place
                for number, at in enumerate(DAYS)]


def test_by_day_with_both_ends(folder: Path, make_page: MakePage) -> None:
    places = keep_a_page_a_day(folder, make_page)
    found = list(list_pages(folder, Choice(since="2025-09-12", until="2025-09-12")))
    assert [(held.kept.place, held.status) for held in found] == [(places[1], 200), (places[2], 404)]
    assert found[0].at == "2025-09-12T00:00:00+00:00"
    assert found[0].size == len(make_page(1).body)


def test_by_address_in_either_case(folder: Path, make_page: MakePage) -> None:
    keep_a_page_a_day(folder, make_page)
    assert [held.address for held in list_pages(folder, Choice(address="POST.example/3"))] == ["https://post.example/3"]


def test_what_is_handed_on_is_an_archive_of_its_own(folder: Path, make_page: MakePage, tmp_path: Path) -> None:
    keep_a_page_a_day(folder, make_page)
    other = tmp_path / "other" / "pages-00000001.warc.gz"
    other.parent.mkdir()
    other.write_bytes(b"".join(export_pages(folder, Choice(since="2025-09-12"))))
    assert list(verify(other.parent)) == []
    with Archive.open(other.parent, read_only=True) as archive:
        assert [page for _, page, _ in archive.rest()] == [make_page(1), make_page(2, status=404), make_page(3)]


def test_a_page_is_found_where_it_begins_and_nowhere_else(folder: Path, make_page: MakePage) -> None:
    places = keep_a_page_a_day(folder, make_page)
    file, offset = places[1].split(":")
    assert find_page(folder, file, int(offset)).place == places[1]  # type: ignore[union-attr]
    assert find_page(folder, file, int(offset) + 1) is None
    assert find_page(folder, file, 0) is None  # what tells of the file is no page
    assert find_page(folder, file, 10**9) is None
    assert find_page(folder, "pages-00000007.warc.gz", 0) is None
