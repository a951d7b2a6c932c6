"""A copy is whole, whoever keeps pages meanwhile."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from vedette.errors import StoreError
from vedette.sources.archive import Archive, copy_archive, verify
from vedette.sources.web import FetchedPage

MakePage = Callable[..., FetchedPage]
NIGHT = "2025-09-12T01:15:00+00:00"


def test_copies_made_while_pages_are_kept_are_whole(folder: Path, make_page: MakePage, tmp_path: Path) -> None:
    enough = threading.Event()
    with Archive.open(folder, limit=20_000) as archive:
        archive.keep(make_page(0), at=NIGHT)

        def keep() -> None:
            for number in range(1, 400):
                archive.keep(make_page(number, size=3_000), at=NIGHT)
                if enough.is_set():
                    return

        writer = threading.Thread(target=keep)
        writer.start()
        counts = []
        for copy in range(6):
            to = tmp_path / f"copy-{copy}"
            copy_archive(folder, to)
            assert [found for found in verify(to) if found.is_harm] == []
            counts.append(sum(1 for _ in Archive.open(to, read_only=True).rest()))
        enough.set()
        writer.join()
    assert counts == sorted(counts)
    assert counts[-1] > counts[0] >= 1


def test_half_a_record_at_the_end_is_not_in_the_copy(folder: Path, make_page: MakePage, tmp_path: Path) -> None:
    with Archive.open(folder) as archive:
        first, second = [archive.keep(make_page(number), at=NIGHT) for number in (1, 2)]
    os.truncate(folder / second.file, second.offset + 20)
    assert copy_archive(folder, tmp_path / "copy") == (first.file,)
    assert list(verify(tmp_path / "copy", known=[first])) == []
    assert (folder / second.file).stat().st_size == second.offset + 20  # the archive itself stays as it is


def test_where_there_is_none_there_is_nothing_to_copy(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no archive"):
        copy_archive(folder, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()
