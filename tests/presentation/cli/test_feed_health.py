"""The doctor says to which feeds a desk that is watched is blind, and which ones are only quiet."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from vedette.model import Feed
from vedette.presentation.cli.health import Check, check_health
from vedette.settings import Settings
from vedette.store import open_store
from vedette.store.watching import Wanted

NOW = datetime.now(UTC)
HOUR = timedelta(hours=1)


def check(desk: Path) -> Check:
    (found,) = (one for one in check_health(Settings(desk=str(desk))) if one.name == "feeds")
    return found


def watch(desk: Path, *, streaks: dict[str, int], newest: dict[str, timedelta]) -> None:
    """Have feeds followed for nine days: with so many errors in a row, and nothing new for so long."""
    with open_store(str(desk)) as store:
        book = store.watching
        feeds = [Wanted(outlet=name, feed=Feed(address=f"https://{name}.example/rss")) for name in streaks]
        book.follow(feeds, at=NOW - timedelta(days=9))
        while (errand := book.errand(at=NOW, until=NOW + HOUR)) is not None:
            name = errand.feed.outlet
            book.put_feed(
                replace(
                    errand.feed, polled=NOW, answered=NOW, newest=NOW - newest.get(name, HOUR), rhythm=5_400.0,
                    streak=streaks[name], due=NOW + HOUR,
                ),
                errand.host,
            )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return tmp_path / "border.sqlite"


def test_where_nothing_is_watched_nobody_is_blind(desk: Path) -> None:
    assert (check(desk).ok, check(desk).detail) == (True, "none is watched")
    open_store(str(desk)).close()
    assert (check(desk).ok, check(desk).detail) == (True, "none is watched")


def test_a_feed_that_publishes_nothing_is_named_and_no_problem(desk: Path) -> None:
    watch(desk, streaks={"calm": 0, "post": 0}, newest={"calm": timedelta(days=3)})
    found = check(desk)
    assert (found.ok, found.detail) == (True, "2 feeds watched; quiet: calm (https://calm.example/rss)")


def test_a_feed_that_does_not_answer_is_a_problem_apart_from_the_quiet_ones(desk: Path) -> None:
    watch(desk, streaks={"calm": 0, "dark": 4, "post": 0}, newest={"calm": timedelta(days=3)})
    found = check(desk)
    assert not found.ok
    assert "quiet: calm (https://calm.example/rss); blind, so that nothing is known of them: dark (" in found.detail
    assert "post" not in found.detail
    assert "vedette watch status" in found.fix


def test_of_very_many_blind_feeds_some_are_named_and_all_counted(desk: Path) -> None:
    watch(desk, streaks={f"o{number}": 3 for number in range(8)}, newest={})
    assert check(desk).detail.endswith("o4 (https://o4.example/rss) and 3 more.")
