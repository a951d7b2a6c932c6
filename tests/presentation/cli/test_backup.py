"""``vedette backup`` and ``vedette restore``, as a user would run them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import builders as build
import desk_filling
from vedette.sources.archive import Archive
from vedette.sources.web import FetchedPage
from vedette.store import open_store

Vedette = Callable[..., "object"]


def test_a_desk_is_copied_and_brought_back_and_nothing_is_overwritten(vedette: Vedette, tmp_path: Path) -> None:
    with open_store("border.sqlite") as store:
        store.add([*desk_filling.batch(1), build.quarantined("broken.html")])
        desk_filling.link(store)
        before = list(store.dump())
    page = FetchedPage(url="https://post.example/1", status=200, content_type="text/html", body=b"<p>Gate 1")
    with Archive.open(tmp_path / "border.archive") as archive:
        kept = archive.keep(page, at="2025-09-12T01:15:00Z")
    made = vedette("backup", "copies/first", "--desk", "border.sqlite")
    assert (made.code, made.out) == (0, "")
    assert "the desk and 1 file of its archive" in made.err
    again = vedette("backup", "copies/first", "--desk", "border.sqlite")
    assert (again.code, "something at" in again.err) == (1, True)
    assert "There is a desk" in vedette("restore", "copies/first", "--desk", "border.sqlite").err
    back = vedette("restore", "copies/first", "--desk", "new/border.sqlite")
    assert back.code == 0
    with open_store("new/border.sqlite") as store:
        assert list(store.dump()) == before
    assert Archive.open(tmp_path / "new" / "border.archive", read_only=True).load(kept).body == page.body


def test_what_is_no_copy_is_said_to_be_none(vedette: Vedette) -> None:
    Path("empty").mkdir()
    answer = vedette("restore", "empty", "--desk", "new.sqlite")
    assert (answer.code, "no whole copy" in answer.err) == (1, True)
    assert not Path("new.sqlite").exists()
