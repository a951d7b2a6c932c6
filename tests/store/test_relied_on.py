"""What a desk relies on in an archive: the pages behind its claims, and those that are still to be read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import builders as build
from vedette.model import ReadReport
from vedette.store import open_store
from vedette.store.watching.nouns import VersionState

FILE = "pages-00000001.warc.gz"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A report with a claim, one without; a version of a page for each state that there is."""
    file = tmp_path / "desk.sqlite"
    told = build.report("The border was closed.", url="https://post.example/1")
    silent = build.report("The weather was fine.", url="https://post.example/2")
    with open_store(str(file)) as store:
        store.add([ReadReport(report=told, claims=(build.claim(told),)), ReadReport(report=silent, claims=())])
    rows = [
        (VersionState.READ, 100, told.id), (VersionState.READ, 200, silent.id), (VersionState.SAME, 300, told.id),
        (VersionState.REFUSED, 400, None), (VersionState.RECEIVED, 500, None), (VersionState.GONE, None, None),
    ]
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executemany(
            'INSERT INTO page_versions (page, state, fetched, file, "offset", length, sha256, report, reason)'
            " VALUES (1, ?, 0, ?, ?, 10, ?, ?, '')",
            [(str(state), offset and FILE, offset, offset and "ab" * 32, report) for state, offset, report in rows],
        )
    return file


def test_pages_behind_claims_and_those_to_be_read_are_needed(desk: Path) -> None:
    with open_store(str(desk), read_only=True) as store:
        relied = store.relied_on()
    assert relied.places == {(FILE, 100), (FILE, 300), (FILE, 500)}
    assert relied.addresses == {"https://post.example/1"}


def test_a_page_is_needed_by_its_place_or_by_its_address(desk: Path) -> None:
    with open_store(str(desk), read_only=True) as store:
        relied = store.relied_on()
    assert relied.needs(FILE, 100, "https://elsewhere.example/")
    assert relied.needs("pages-00000007.warc.gz", 9, "https://post.example/1")
    assert not relied.needs(FILE, 200, "https://post.example/2")


def test_every_place_that_was_written_down_is_known(desk: Path) -> None:
    with open_store(str(desk), read_only=True) as store:
        known = list(store.known_places())
    assert known == [(FILE, offset, 10, "ab" * 32) for offset in (100, 200, 300, 400, 500)]
