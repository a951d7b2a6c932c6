"""Whatever comes or goes, the situations are those of everything; and only what is near it is looked up.

Fixture strategy: traces are drawn as plain data on a desk in memory, with rules that a handful of events fulfil.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedette.linking.threads import crises, watched
from vedette.linking.threads.changing import Changed, change_situations
from vedette.linking.threads.situations import situations_in
from vedette.model import Situation
from vedette.model.held import NothingHeld, Stretch
from vedette.model.trace import Trace

FIRST = date(2025, 1, 1)
SCOPES = ["crisis:LT-RU", "crisis:PL-RU", "place:1", "place:2", "watch:corridor", "exercise:zapad"]
WATCHED = SCOPES.index("watch:corridor")
SPELT = SCOPES.index("place:2")
MONTHS = 24

Drawn = Sequence[tuple[int, int, str, str, int]]


class MemoryDesk(NothingHeld):
    """A desk that keeps traces and situations, and notes what is looked up."""

    def __init__(self) -> None:
        self.kept: dict[str, list[Trace]] = {}
        self.under: dict[str, Situation] = {}
        self.looked_up: list[Trace] = []

    def change(self, came: Sequence[Trace], gone: Iterable[str] = ()) -> Changed:
        left = [trace for event in gone for trace in self.kept.get(event, ())]
        self.looked_up.clear()
        changed = change_situations(came, left, held=self)
        for trace in left:
            self.kept.pop(trace.event, None)
        for trace in came:
            self.kept.setdefault(trace.event, []).append(trace)
        for one in changed.before:
            assert self.under.pop(one.id) == one
        self.under |= {one.id: one for one in changed.after}
        return changed

    def every(self) -> list[Trace]:
        return [trace for some in self.kept.values() for trace in some]

    def situations(self, ids: Collection[str]) -> Iterable[Situation]:
        return [self.under[one] for one in ids if one in self.under]

    def traces_in(self, scopes: Collection[str]) -> Sequence[Trace]:
        return self._noted(trace for trace in self.every() if trace.scope in scopes)

    def traces_between(self, stretches: Collection[Stretch]) -> Iterable[Trace]:
        return self._noted(
            trace for one in stretches for trace in self.every()
            if trace.scope == one.scope and one.first <= trace.day <= one.last
        )

    def timeline(self, scopes: Collection[str]) -> Mapping[str, Sequence[tuple[str, str]]]:
        return {
            scope: [(one.day, one.event) for one in reversed(self.every()) if one.scope == scope] for scope in scopes
        }

    def _noted(self, found: Iterable[Trace]) -> list[Trace]:
        found = list(found)
        self.looked_up += found
        return found


def trace(number: int, scope: str, day: int, *, strand: str = "air", teller: int = 0, title: str = "") -> Trace:
    told = Trace(
        event=f"e{number:05}", scope=scope, day=(FIRST + timedelta(days=day)).isoformat(), strand=strand,
        parties=(f"party {teller}",), title=title or scope, claimed=teller == 3,
    )
    year = 2020 + day % 3
    if scope.startswith("exercise:"):
        return replace(told, edition=f"{scope}-{year}", year=year, itself=teller == 2)
    return replace(told, edition="corridor") if scope.startswith("watch:") else told


def traces(drawn: Drawn, first: int) -> list[Trace]:
    """Give each drawn event its traces: one, and for every third another on the watch list; day 0 is no date."""
    return [
        one if day else replace(one, day="9999", strand="")
        for number, (scope, day, strand, title, teller) in enumerate(drawn, first)
        for at in sorted({scope} if number % 3 else {scope, WATCHED})
        for one in [trace(number, SCOPES[at], day, strand=strand, teller=teller, title=title if at == SPELT else "")]
        if day or not one.scope.startswith(crises.SCOPE)
    ]


def told(scope: int, *days: int, strand: str | None = None, title: str = "Brest") -> Drawn:
    """Give an event for each of these days, of two strands and three parties unless one strand is given."""
    strands = ("air", "attack") if strand is None else (strand, strand)
    return [(scope, day, strands[number % 2], title, number % 3) for number, day in enumerate(days)]


events = st.lists(st.tuples(
    st.integers(0, len(SCOPES) - 1), st.integers(0, 60), st.sampled_from(["air", "attack", ""]),
    st.sampled_from(["Brest", "Brest", "Berestye"]), st.integers(0, 3),
), max_size=25)


@pytest.fixture(autouse=True)
def low(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few events within a few days make a crisis, or bring a place under watch."""
    for module, fields in (
        (crises, {"WINDOW_DAYS": 4, "LEAST_EVENTS": 3, "LEAST_OWN": 1}),
        (watched, {"WINDOW_DAYS": 7, "LEAST_EVENTS": 3, "LEAST_PARTIES": 2}),
    ):
        for name, value in fields.items():
            monkeypatch.setattr(module, name, value)


BY_HAND: Mapping[str, Sequence[tuple[Drawn, set[int]]]] = {
    "what brought it under watch is gone": [(told(2, 20, 24, 26), set()), ([], {1})],
    "its last day is gone": [(told(2, 20, 24, 26), set()), ([], {2})],
    "named anew": [(told(SPELT, 20, 24, 26), set()), (told(SPELT, *range(30, 35), title="Berestye"), set())],
    "named as before": [(told(SPELT, 20, 24, 26), set()), (told(SPELT, 30, title="B"), set()), ([], {3})],
    "outnumbered": [(told(SPELT, 20, 24, 26, 28), set()), (told(SPELT, 31, 32, 33, title="B"), set()), ([], {3})],
    "a long chain breaks": [(told(0, *range(1, 50, 3)), set()), ([], {7})],
    "two chains meet": [(told(0, *range(1, 24, 3)), set()), (told(0, *range(25, 50, 3)), set())],
    "what accompanies, on the last day": [(told(0, 1, 3, 5), set()), (told(0, 9, strand=""), set())],
}


@pytest.mark.parametrize("steps", BY_HAND.values(), ids=BY_HAND)
def test_a_change_that_reaches_far_is_seen(steps: Sequence[tuple[Drawn, set[int]]]) -> None:
    compare_each(steps)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.tuples(events, st.sets(st.integers(0, 80), max_size=8)), max_size=6))
def test_step_by_step_it_comes_out_as_of_everything(steps: Sequence[tuple[Drawn, set[int]]]) -> None:
    compare_each(steps)


def compare_each(steps: Sequence[tuple[Drawn, set[int]]]) -> None:
    """Let events come and go step by step, and hold what stands after each against all that is there."""
    desk, first = MemoryDesk(), 0
    for drawn, gone in steps:
        was = desk.under.copy()

        changed = desk.change(traces(drawn, first), [f"e{number:05}" for number in sorted(gone)])

        first += len(drawn)
        assert desk.under == {one.id: one for one in situations_in(desk.every())}
        assert changed.moved == moved(was, desk.under)


def moved(was: Mapping[str, Situation], now: Mapping[str, Situation]) -> set[str]:
    """Give the events of which it changed which situations they are in."""
    placed = [{(event, one.id) for one in some.values() for event in one.events} for some in (was, now)]
    return {event for event, _ in placed[0] ^ placed[1]}


def busy(scope: str) -> MemoryDesk:
    """Give a desk with years of events in one scope, in bursts of a few days."""
    desk = MemoryDesk()
    days = [month * 30 + day for month in range(MONTHS) for day in range(6)]
    desk.change([
        trace(number, scope, day, strand=("air", "attack")[number % 2], teller=number % 3)
        for number, day in enumerate(days)
    ])
    return desk


@pytest.mark.parametrize("scope", ["place:1", "watch:corridor"])
def test_what_happens_at_a_place_under_watch_looks_nothing_up_there(scope: str) -> None:
    desk = busy(scope)
    held = len(desk.kept)

    desk.change([trace(9000, scope, 400)], ["e00070"])

    assert desk.looked_up == []
    (place,) = desk.under.values()
    assert len(place.events) == held
    assert "e09000" in place.events and "e00070" not in place.events


def test_what_happens_between_two_states_looks_up_its_own_chain_only() -> None:
    desk = busy("crisis:LT-RU")

    desk.change([trace(9000, "crisis:LT-RU", 30 * 5 + 3)])

    assert len(desk.under) == MONTHS
    assert {one.day[:7] for one in desk.looked_up} == {"2025-05", "2025-06"}  # the chain is of the sixth of 30 days


def test_a_place_where_little_happens_is_looked_at_within_the_window_only() -> None:
    desk = MemoryDesk()
    desk.change([trace(number, "place:1", number * 20) for number in range(40)])

    desk.change([trace(9000, "place:1", 401, teller=1)])

    assert [one.event for one in desk.looked_up] == ["e00020"]
    assert desk.under == {}


def test_an_event_older_than_the_watch_is_looked_at_with_all_of_the_place() -> None:
    desk = busy("place:1")
    (before,) = desk.under.values()

    desk.change([trace(number, "place:1", 0, teller=number) for number in (9000, 9001, 9002)])

    (after,) = desk.under.values()
    assert (before.since, after.since) == ("2025-01-03", "2025-01-01")
    assert before.id == after.id


def test_any_day_of_the_calendar_has_an_end() -> None:
    ends = [replace(trace(number, "crisis:LT-RU", 0), day=day) for number, day in
                       enumerate(("0001-01-01", "9999-12-31"))]
    desk = MemoryDesk()

    desk.change(ends)

    assert desk.under == {}
