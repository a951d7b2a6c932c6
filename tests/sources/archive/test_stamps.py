"""Each complete file is stamped once, by whoever stamps and on the list beside the files; no stamp holds up a page."""

from __future__ import annotations

import hashlib
import logging
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from vedette.errors import StoreError
from vedette.sources.archive import Archive, DigestList, verify
from vedette.sources.web import FetchedPage

MakePage = Callable[..., FetchedPage]
NIGHT = "2025-09-12T01:15:00+00:00"


@dataclass
class Notary:
    """Stamps what it is handed, once it is open."""

    is_open: bool = True
    seen: dict[str, str] = field(default_factory=dict)

    def stamp(self, file: Path, sha256: str) -> None:
        if not self.is_open:
            raise StoreError("the notary is closed")
        assert file.name not in self.seen
        self.seen[file.name] = sha256


def keep(folder: Path, make_page: MakePage, *, pages: int, stamper: Notary | None = None) -> None:
    with Archive.open(folder, limit=2_000, stamper=stamper) as archive:
        for number in range(pages):
            archive.keep(make_page(number, size=2_500), at=NIGHT)


def test_each_complete_file_is_handed_over_once(folder: Path, make_page: MakePage) -> None:
    notary = Notary()
    keep(folder, make_page, pages=3, stamper=notary)
    keep(folder, make_page, pages=1, stamper=notary)
    complete = sorted(folder.glob("pages-*"))[:-1]
    assert notary.seen == {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in complete}
    assert dict(DigestList(folder).stamped()) == notary.seen
    assert len(complete) == 3


def test_a_notary_that_is_closed_holds_up_no_page_and_is_asked_again(
    folder: Path, make_page: MakePage, caplog: pytest.LogCaptureFixture
) -> None:
    notary = Notary(is_open=False)
    with caplog.at_level(logging.WARNING):
        keep(folder, make_page, pages=3, stamper=notary)
    assert "has no stamp yet: the notary is closed" in caplog.text
    assert [found.flaw for found in verify(folder)] == ["unstamped", "unstamped"]
    assert not any(found.is_harm for found in verify(folder))
    notary.is_open = True
    Archive.open(folder, stamper=notary).close()
    assert len(notary.seen) == 2
    assert list(verify(folder)) == []


def test_half_a_line_of_the_list_is_passed_over_and_the_next_one_is_whole(folder: Path, make_page: MakePage) -> None:
    keep(folder, make_page, pages=2)
    listed = folder / "digests.sha256"
    whole = listed.read_bytes()
    listed.write_bytes(whole + whole[:30])
    keep(folder, make_page, pages=2)
    assert len(DigestList(folder).stamped()) == 3
    assert list(verify(folder)) == []


def test_the_first_word_on_a_file_counts(folder: Path, make_page: MakePage) -> None:
    keep(folder, make_page, pages=2)
    listed = folder / "digests.sha256"
    listed.write_bytes(listed.read_bytes() + b"0" * 64 + b"  pages-00000001.warc.gz\n")
    assert list(verify(folder)) == []


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not at hand")
def test_the_list_is_read_by_the_tool_that_everybody_has(folder: Path, make_page: MakePage) -> None:
    keep(folder, make_page, pages=3)
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "digests.sha256"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.count(": OK")) == (0, 2)
