"""Sixteen write one desk at the same time: nothing is lost, nothing is there twice, nobody overrules unseen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

import builders as build
from vedette.desk import Desk
from vedette.errors import Outdated
from vedette.knowledge import Knowledge, load_knowledge
from vedette.model import Decision, Judgement, ReadReport, Verdict
from vedette.store import OutletRecord, Store, open_store

WRITERS = 16
AT = "2025-09-13T06:00:00+00:00"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(autouse=True)
def with_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixteen in a row wait longer than usual on a machine that has much else to do."""
    for name in ("sqlite", "postgres"):
        monkeypatch.setattr(f"vedette.store.{name}.connection.PATIENCE", 120.0)


@pytest.fixture
def all_at_once(address: str) -> Callable[[Callable[[Store, int], object]], list[object]]:
    """Let every writer do something on a desk that it opened itself, all from the same moment on."""

    def run(act: Callable[[Store, int], object]) -> list[object]:
        begin = Barrier(WRITERS, timeout=120)

        def write(number: int) -> object:
            with open_store(address, clock=lambda: AT) as store:
                begin.wait()
                return act(store, number)

        with ThreadPoolExecutor(WRITERS) as crowd:
            return list(crowd.map(write, range(WRITERS)))

    return run


def told(number: int) -> ReadReport:
    """One of the reports of an evening, many of which tell of the same: a crossing shut, by three outlets."""
    town, outlet = ("Terespol", "Kuznica", "Bobrowniki", "Polowce")[number % 4], f"Post {number % 3}"
    report = build.report(f"{town}: the crossing was shut. Report {number}.", ref=str(number), outlet=outlet)
    place = build.place(town, lat=52.0 + number % 4, lon=23.6)
    shut = build.claim(report, period="2025-09-12", places=[place], actors=[build.actor("Poland", "PL")])
    return ReadReport(report=report, claims=(shut,))


def test_every_report_is_added_once_and_events_are_those_of_one_writer(
    store: Store, all_at_once: Callable[..., list[int]], knowledge: Knowledge, tmp_path: Path
) -> None:
    def add(own: Store, number: int) -> int:
        added = 0
        for step in range(3):  # each report is brought by two of them
            first = 2 * number + 32 * step
            added += own.add([told((first + offset) % 96) for offset in range(4)])
        Desk(own, knowledge).relink()
        return added

    added = all_at_once(add)
    assert sum(added) == 96
    assert (store.counts()["reports"], store.counts()["claims"], store.is_linked()) == (96, 96, True)
    with open_store(str(tmp_path / "alone.sqlite")) as alone:
        alone.add([told(number) for number in range(96)])
        Desk(alone, knowledge).relink()
        assert list(store.dump()) == list(alone.dump())
        assert store.counts()["events"] > 0


def test_an_outlets_days_are_counted_once_whoever_adds_its_reports(
    address: str, all_at_once: Callable[[Callable[[Store, int], object]], list[object]]
) -> None:
    days = [f"2025-09-{day:02}" for day in range(1, 8)]

    def add(store: Store, writer: int) -> None:
        for day in days:
            report = build.report(f"Of writer {writer} on {day}.", ref=f"{writer}, {day}", outlet="Wire", published=day)
            store.add([ReadReport(report=report, claims=())])

    all_at_once(add)
    with open_store(address) as store:
        assert store.outlets() == (
            OutletRecord(name="Wire", reports=WRITERS * 7, first=days[0], last=days[-1], days=7),
        )


def test_of_decisions_on_the_same_pair_only_the_first_is_made(
    store: Store, all_at_once: Callable[..., list[list[str]]]
) -> None:
    def decide(own: Store, number: int) -> list[str]:
        made = []
        for pair in range(8):
            verdict = Verdict.SAME if number % 2 else Verdict.DIFFERENT
            decision = Judgement.of(f"r{pair}:0-1:strike", f"r{pair}:2-3:strike", verdict, by=f"Ann {number}", at=AT)
            try:
                own.record([decision], check=_unless_decided)
                made.append(decision.id)
            except Outdated:
                continue
        return made

    made = [one for some in all_at_once(decide) for one in some]
    held = store.decisions()
    assert sorted(one.id for one in held) == sorted(made)
    assert len(held) == 8, "one for each pair"
    assert store.revision() == 8


def _unless_decided(new: Decision, held: Sequence[Decision]) -> None:
    assert isinstance(new, Judgement)
    if any(isinstance(one, Judgement) and one.left == new.left for one in held):
        raise Outdated("Somebody was quicker.")


def test_numbers_grow_in_the_order_in_which_things_are_there_for_all(
    store: Store, all_at_once: Callable[..., list[bool]]
) -> None:
    """Linking goes from the last number on: a smaller one that comes later would never be linked."""

    def add_and_look(own: Store, number: int) -> bool:
        before = own.mark().report
        own.add([told(number)])
        with own.linking() as linking:
            portion = linking.portion(1000)
        return before <= own.mark().report and len(portion.reports) >= 1

    assert all(all_at_once(add_and_look))
    with store.linking() as linking:
        assert len(linking.portion(1000).reports) == WRITERS
