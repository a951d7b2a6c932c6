"""When many reports come onto a desk they are linked in bulk, and the desk is the one that portions would make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from vedette import linking_on_engine
from vedette.desk import Desk
from vedette.evaluation.made_claims import make_claims
from vedette.knowledge import load_knowledge
from vedette.linking.bulk import Here
from vedette.model import Decision, Knowledge, ReadReport
from vedette.store import open_store

MANY = 24


class Counted:
    """Does all work here, and knows which."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._here = Here(knowledge)
        self.done: list[str] = []

    def __call__(self, work: Any, items: Iterable[Any], *, decisions: Sequence[Decision]) -> Iterator[Any]:
        self.done.append(work.__name__)
        return self._here(work, items, decisions=decisions)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="module")
def made() -> list[ReadReport]:
    return list(make_claims(2 * MANY))


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking_on_engine, "MUCH", MANY)


def added(file: Path, parts: Sequence[Sequence[ReadReport]], *, knowledge: Knowledge, bulk: bool) -> tuple[Any, Any]:
    """Add some reports after others; give the desk and which work was spread for each part."""
    done = []
    with open_store(str(file)) as store:
        desk = Desk(store, knowledge)
        for some in parts:
            spread = Counted(knowledge)
            desk.add_gathered(some, spread=spread if bulk else None)
            done.append(spread.done)
            assert store.is_linked()
        return list(store.dump()), done


def test_many_reports_are_linked_in_bulk_as_if_portion_by_portion(
    tmp_path: Path, knowledge: Knowledge, made: list[ReadReport]
) -> None:
    in_bulk, [done] = added(tmp_path / "bulk.sqlite", [made], knowledge=knowledge, bulk=True)
    by_portions, [nothing] = added(tmp_path / "portions.sqlite", [made], knowledge=knowledge, bulk=False)
    assert in_bulk == by_portions
    assert "link_part" in done and nothing == []


def test_some_reports_more_are_linked_portion_by_portion(
    tmp_path: Path, knowledge: Knowledge, made: list[ReadReport]
) -> None:
    parts = [made[:MANY], made[MANY:MANY + 5]]
    in_bulk, [first, then] = added(tmp_path / "bulk.sqlite", parts, knowledge=knowledge, bulk=True)
    by_portions, _ = added(tmp_path / "portions.sqlite", parts, knowledge=knowledge, bulk=False)
    assert in_bulk == by_portions
    assert first and not then


def test_what_a_run_left_unlinked_counts_and_so_do_all_reports_where_the_rules_are_new(
    tmp_path: Path, knowledge: Knowledge, made: list[ReadReport]
) -> None:
    with open_store(str(tmp_path / "desk.sqlite")) as store:
        store.add(made[:MANY])  # and then it was killed
        assert (store.taken_in(), store.counts()["reports"]) == (0, MANY)
        left, ruled = Counted(knowledge), Counted(knowledge)
        Desk(store, knowledge).add_gathered([], spread=left)
        assert "link_part" in left.done and store.taken_in() == MANY
        with store.linking() as linking:
            linking.begin("older rules")
        Desk(store, knowledge).add_gathered([], spread=ruled)
        assert "link_part" in ruled.done
