"""``vedette watch``: what it says of what is watched, and of what was changed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import socket
from typing import Any

import pytest

from vedette.model import ReadReport, Report
from vedette.model.watched import Feed
from vedette.store import open_store
from vedette.store.watching import ArchivePlace, NewPage, PageState, Received, Settled, Wanted

TEXTS = ("Border shut\n\nThe border was shut at noon.", "Border shut\n\nThe border was not shut at noon.")


@pytest.fixture(autouse=True)
def _desk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk that watches a feed which reports, one that fails, and a page that was changed."""
    monkeypatch.setenv("VEDETTE_DESK", "desk.sqlite")
    now = datetime.now(UTC)
    with open_store("desk.sqlite") as store:
        book = store.watching
        addresses = ("https://post.example/rss", "https://dark.example/rss")
        book.follow(
            [Wanted(outlet=address[8:12], feed=Feed(address=address)) for address in addresses],
            at=now - timedelta(days=9),
        )
        post, dark = (book.errand(at=now, until=now) for _ in range(2))
        assert post is not None and dark is not None
        if post.address != addresses[0]:
            post, dark = dark, post
        page = NewPage(address="https://post.example/1", state=PageState.AWAITED, due=now)
        feed = replace(post.feed, polled=now, answered=now, newest=now, rhythm=5400.0, due=now + timedelta(hours=1))
        book.put_feed(feed, post.host, pages=[page])
        book.put_feed(replace(dark.feed, polled=now, streak=4, reason="Nobody answers there."), dark.host)
        for number, text in enumerate(TEXTS):
            report = Report.of(text, ref="1", url=page.address)
            store.add([ReadReport(report=report, claims=())])
            entry = book.page_at(page.address)
            assert entry is not None
            place = ArchivePlace(file="pages-00000001.warc.gz", offset=number, length=1, sha256="00")
            received = Received(place=place, fetched=now, answered_as=page.address)
            book.put_page(replace(entry, state=PageState.KEPT), None, received=received)
            book.settle([Settled(version=book.waiting(1)[0].version.number, report=report.id)])


def test_status_tells_blind_from_reporting(vedette: Any) -> None:
    lines = [json.loads(line) for line in vedette("watch", "status", "--format", "jsonl").out.splitlines()]
    assert [(line["outlet"], line["state"], line["errors"]) for line in lines] == [
        ("dark", "blind", 4), ("post", "reporting", 0),
    ]
    table = vedette("watch", "status")
    assert "Nobody answers there." in table.out and "1.5 h" in table.out
    assert "1 page known" in table.err


def test_edits_are_shown_word_by_word(vedette: Any) -> None:
    answer = vedette("watch", "edits")
    assert answer.out.startswith("https://post.example/1 (")
    assert "The border was {+not +}shut at noon." in answer.out
    assert "Border shut\n" not in answer.out
    [line] = [json.loads(one) for one in vedette("watch", "edits", "--format", "jsonl").out.splitlines()]
    assert {piece["piece"] for piece in line["paragraphs"][0]} == {"same", "new"}


def test_what_cannot_be_watched_is_said(vedette: Any) -> None:
    answer = vedette("watch", "--outlets", "nobody-of-this-name")
    assert answer.code != 0
    assert "No pack has an outlet 'nobody-of-this-name'" in answer.err


def test_a_single_round_in_which_a_feed_gave_no_list_ends_with_1_and_says_where_the_reason_stands(
    vedette: Any, tmp_path: Path
) -> None:
    with socket() as taken:  # nobody listens on a port that is only held
        taken.bind(("127.0.0.1", 0))
        outlets = tmp_path / "packs" / "outlets"
        outlets.mkdir(parents=True)
        (outlets / "harbour.toml").write_text(
            f'name = "Harbour Wire"\n[[feeds]]\naddress = "http://127.0.0.1:{taken.getsockname()[1]}/rss"\n'
        )
        done = vedette(
            "watch", "--once", "--outlets", "harbour", "--allow-private", "127.0.0.1", "--desk", "round.sqlite",
            "--packs", str(tmp_path / "packs"),
        )
    assert done.code == 1
    assert "1 feed gave no list. Why, says: vedette watch status" in done.err
    status = json.loads(vedette("watch", "status", "--desk", "round.sqlite", "--format", "jsonl").out)
    assert status["errors"] == 1
    assert status["last_error"].startswith("robots.txt could not be had, so nothing is asked there.")
    assert "Connection refused" in status["last_error"]
