"""A copy of a desk in another database is the same desk: row by row, both ways."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

import builders as build
import desk_filling
import warned
from alert_builders import alert, letter, told
from vedette.errors import StoreError, UsageError
from vedette.model import Judgement, ReadReport, Undo, Verdict
from vedette.model.watched import Feed
from vedette.store import EventFilter, Store, open_store
from vedette.store.accounts import Role
from vedette.store.alerting import Followed, FollowKind, Snooze
from vedette.store.copying import copy_desk
from vedette.store.tables import metadata
from vedette.store.watching import NewPage, PageState, Wanted

AT = "2025-09-13T06:00:00+00:00"
NOW = datetime(2025, 9, 13, 6, tzinfo=UTC)
ODD = "A \x00 torn \ud800 page \U0010ffff with \x02marks\x03, \"Ünïcode\" Żółć \\ '%_."


@pytest.fixture
def filled(file: Path) -> str:
    """A desk in a file with something in every table that people or feeds fill, odd texts among it."""
    with open_store(str(file), clock=lambda: AT) as store:
        odd = build.report(ODD, ref="odd")
        torn = ReadReport(report=odd, claims=(build.claim(odd),))
        store.add([*desk_filling.batch(1), torn, build.quarantined("broken.html")])
        desk_filling.link(store)
        one, other = list(store.claims())[:2]
        judged = Judgement.of(one.anchor, other.anchor, Verdict.DIFFERENT, by="Ann", at=AT, why="two \x00 gates")
        store.record([judged])
        store.record([Undo.of(judged.id, by="Ben", at=AT)])
        _let_in(store)
        _watch(store)
        _tell(store)
    return str(file)


def _let_in(store: Store) -> None:
    users = store.accounts.users
    for name in ("Ann", "Ben"):
        users.add(name, Role.ADMIN, password=f"hash of {name}", by="root", at=AT)
    users.disable("Ben", by="Ann", at=AT)
    store.accounts.sessions.begin("digest", "Ann", password="hash of Ann", at=AT)
    store.accounts.tokens.add("t1", "Ann", digest="d1", role=Role.READER, label="a program", by="Ann", at=AT)
    store.accounts.looks.note("Ann", ("", "monday"))
    store.accounts.attempts.take(
        name="n", address="a", at=AT, weigh=lambda key, held: (held.count, 0), forget_before="2025"
    )


def _watch(store: Store) -> None:
    book = store.watching
    book.follow([Wanted(outlet="post", feed=Feed(address="https://post.example/feed"))], at=NOW)
    errand = book.errand(at=NOW, until=NOW)
    assert errand is not None
    listed = NewPage(address="https://post.example/1", title="One", state=PageState.AWAITED, due=NOW)
    lists = [Wanted(outlet="post", feed=Feed(address="https://post.example/more"))]
    book.put_feed(errand.feed, errand.host, pages=[listed], lists=lists)


def _tell(store: Store) -> None:
    one = alert()
    assert store.alerting.put_alert(one, told(one), channels=["duty"])
    assert store.alerting.put_letter(letter("m1"), alerts=[one.id])
    store.alerting.snooze(Snooze(
        scenario="s", until=NOW + timedelta(days=1), level=2, by="Ann", at=NOW, why="quiet"
    ))
    store.alerting.follow(Followed(id="f1", kind=FollowKind.PLACE, words="Narva", by="Ann", at=NOW))
    with store.warning.matching() as matching:
        matching.begin("w1")
    with store.warning.weighing() as weighing:
        weighing.follow([warned.scenario()], "one")
        weighing.put([warned.assessed(warned.scenario(), "2031-05-01")])


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Give every row of every table, as the program reads it."""
    with store._book.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in metadata.sorted_tables
        }


@pytest.fixture
def pairs(filled: str, address: str, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """A filled desk and an address for its copy: from a file into a file, and from a file onto a server."""
    yield filled, str(tmp_path / "copy.sqlite") if address == filled else address


def test_a_copy_has_every_row_there_and_back_again(pairs: tuple[str, str], tmp_path: Path) -> None:
    source, target = pairs
    back = str(tmp_path / "back.sqlite")
    copied = copy_desk(source, target)
    assert copy_desk(target, back) == copied
    with open_store(source) as first, open_store(target) as second, open_store(back) as third:
        held, dumped = everything(first), list(first.dump())
        assert everything(second) == held
        assert everything(third) == held
        assert list(second.dump()) == list(third.dump()) == dumped
        assert {name: len(rows) for name, rows in held.items()} == copied
    empty = {name for name, rows in held.items() if not rows}
    assert empty <= {
        "event_actors", "event_countries", "event_points", "event_parts", "event_sources", "event_sums",
        "event_traces", "linked_reports", "sketches", "claim_blocks", "questions", "page_versions", "matches",
        "outlet_days", "unmatched_events", "unweighed_indicators",
    }


def test_a_copy_is_searched_and_goes_on_as_the_first_would(pairs: tuple[str, str]) -> None:
    source, target = pairs
    copy_desk(source, target)
    new = [ReadReport(report=build.report("A tunnel was flooded.", ref="new"), claims=())]
    told = []
    for address in (source, target):
        with open_store(address, clock=lambda: AT) as store:
            assert [hit.report.ref for hit in store.search("zołc")] == ["odd"]
            assert store.events(EventFilter(text="border", limit=3)) != ()
            assert store.add(new) == 1
            store.accounts.users.add("Cleo", Role.READER, password=None, by="Ann", at=AT)
            store.record([Judgement.of("a", "b", Verdict.SAME, by="Ann", at=AT)])
            assert store.log_is_locked()
            told.append(everything(store))
    assert told[0] == told[1]


def test_a_page_that_stands_for_a_later_one_is_copied(pairs: tuple[str, str]) -> None:
    source, target = pairs
    with open_store(source) as store, store._book.writing() as connection:
        pages = metadata.tables["pages"]
        row = dict(connection.execute(select(pages)).mappings().one())
        later = {**row, "number": row["number"] + 1, "address": "https://post.example/later"}
        connection.execute(pages.insert(), [later])
        connection.execute(pages.update().where(pages.c.number == row["number"]).values(alias_of=later["number"]))
    copy_desk(source, target)
    with open_store(source) as first, open_store(target) as second:
        assert everything(second)["pages"] == everything(first)["pages"]


def test_a_filled_desk_is_never_copied_over(pairs: tuple[str, str]) -> None:
    source, target = pairs
    copy_desk(source, target)
    with open_store(target) as store:
        before = everything(store)
    with pytest.raises(StoreError, match=r"There is a desk with content at .* Nothing was changed"):
        copy_desk(source, target)
    with open_store(target) as store:
        assert everything(store) == before


def test_half_a_copy_is_none(pairs: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = pairs

    def full(*_: object) -> None:
        raise StoreError("no more room")

    with monkeypatch.context() as broken:
        broken.setattr("vedette.store.copying._require_all", full)
        with pytest.raises(StoreError, match="no more room"):
            copy_desk(source, target)
    with open_store(target) as store:
        assert not any(everything(store).values())
    copy_desk(source, target)


def test_what_is_no_desk_cannot_be_copied(tmp_path: Path, filled: str) -> None:
    with pytest.raises(StoreError, match="There is no desk at"):
        copy_desk(str(tmp_path / "nowhere.sqlite"), str(tmp_path / "copy.sqlite"))
    assert not (tmp_path / "copy.sqlite").exists()
    with pytest.raises(UsageError, match="onto itself"):
        copy_desk(filled, f"sqlite:///{filled}")
    shutil.copy(filled, tmp_path / "other.sqlite")
    with pytest.raises(StoreError, match="with content"):
        copy_desk(filled, str(tmp_path / "other.sqlite"))
