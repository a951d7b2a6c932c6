"""A disk that is really full, or may not be written, costs no page that was kept, and is told in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from vedette.errors import StoreError
from vedette.sources.archive import Archive, verify
from vedette.sources.web import FetchedPage

MakePage = Callable[..., FetchedPage]
NIGHT = "2025-09-12T01:15:00+00:00"

# A process that may make no file longer than this; it says how often it kept a page, and what it was told then.
LIMITED = """
import resource, sys
from pathlib import Path
import archive_filling
from vedette.errors import StoreError
from vedette.sources.archive import Archive

resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
with Archive.open(Path(sys.argv[1])) as archive:
    for number in range(10):
        try:
            archive.keep(archive_filling.page(number), at=archive_filling.NIGHT)
        except StoreError as error:
            print(number, error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit there")
def test_a_limit_of_the_system_is_met_like_a_full_disk(folder: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", LIMITED, str(folder)], capture_output=True, text=True, check=True, timeout=60,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ).stdout.splitlines()
    assert [line.split()[0] for line in told] == ["3", "4", "5", "6", "7", "8", "9"]
    assert all("is full" in line for line in told)
    assert list(verify(folder)) == []
    with Archive.open(folder) as archive:
        assert len(list(archive.rest())) == 3
        archive.keep(FetchedPage(url="https://post.example/1", status=200, content_type="", body=b"x"), at=NIGHT)
    assert list(verify(folder)) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 KB, where the system lets us make one."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(place)], capture_output=True, text=True, check=False
    ) if sys.platform == "linux" and os.geteuid() == 0 else None
    if made is None or made.returncode:
        pytest.skip("only root may make a disk" if made is None else f"no disk can be made: {made.stderr.strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_fills_up_and_gets_room_again(small_disk: Path, make_page: MakePage) -> None:
    folder = small_disk / "desk.archive"
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 200_000)
    with Archive.open(folder, limit=100_000) as archive:
        kept = []
        with pytest.raises(StoreError, match="is full"):
            while len(kept) < 20:
                kept.append(archive.keep(make_page(len(kept), size=30_000), at=NIGHT))
        assert 1 <= len(kept) <= 7
        with pytest.raises(StoreError, match="is full"):
            archive.keep(make_page(99, size=30_000), at=NIGHT)
        ballast.unlink()
        kept.append(archive.keep(make_page(len(kept), size=30_000), at=NIGHT))
        assert [place for place, _, _ in archive.rest()] == kept
    assert [found for found in verify(folder, known=kept) if found.is_harm] == []


def test_a_disk_that_may_only_be_read(small_disk: Path, make_page: MakePage) -> None:
    folder = small_disk / "desk.archive"
    with Archive.open(folder) as archive:
        kept = archive.keep(make_page(1), at=NIGHT)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StoreError, match="cannot be written to"):
        Archive.open(folder)
    with Archive.open(folder, read_only=True) as archive:
        assert archive.load(kept) == make_page(1)
    assert list(verify(folder, known=[kept])) == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read(folder: Path, make_page: MakePage) -> None:
    with Archive.open(folder) as archive:
        kept = archive.keep(make_page(1), at=NIGHT)
    folder.chmod(0o500)
    try:
        (folder / kept.file).chmod(0o400)
        with Archive.open(folder) as archive, pytest.raises(StoreError, match="cannot be written to"):
            archive.keep(make_page(2), at=NIGHT)
    finally:
        folder.chmod(0o700)
