"""What holds for every scenario and every set of matches, tried on many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import builders as build
from vedette.model import (
    AbsenceRule,
    AllRule,
    AnyRule,
    BaselineRule,
    CountRule,
    EventMatcher,
    EventType,
    FigureRule,
    Indicator,
    Match,
    MeasureState,
    OrderRule,
    RhythmRule,
    Rule,
    Scenario,
    SumRule,
    Telling,
)
from vedette.warning import Index, Outlook, assess, match, touched, untouched

from .told import LEVELS, assessed, day, indicator, scenario, seeing, told

NAMES = ("a", "b", "c")
PARTIES = ("BY", "LT", "PL", "RU")

windows = st.integers(1, 30)
anybody = st.sets(st.sampled_from(PARTIES)).map(lambda parties: " ".join(sorted(parties)))
growing: st.SearchStrategy[Rule] = st.one_of(
    st.builds(CountRule, window=windows, at_least=st.integers(1, 4)),
    st.builds(SumRule, window=windows, at_least=st.floats(1, 30)),
    st.builds(FigureRule, window=windows, at_least=st.floats(1, 12)),
    st.builds(RhythmRule, window=windows, at_least=st.integers(2, 3), every=st.integers(1, 9)),
)
rules = growing | st.builds(
    BaselineRule, window=windows, baseline=st.integers(30, 60), factor=st.floats(1.5, 3), at_least=st.integers(1, 3)
) | st.builds(AbsenceRule, window=windows)
built: st.SearchStrategy[Rule] = st.one_of(
    st.just(AllRule(of=("a", "b"))), st.builds(AnyRule, of=st.just(NAMES), at_least=st.integers(1, 3)),
    st.builds(OrderRule, window=windows, first=st.just("a"), then=st.just("b")),
)


@st.composite
def scenarios(draw: st.DrawFn, of: st.SearchStrategy[Rule] = rules, *, against: bool = True) -> Scenario:
    own = [
        indicator(name, draw(of), weight=draw(st.sampled_from([0, 1, 2, 3])), thin=draw(st.booleans()),
                  against=against and draw(st.booleans()), half_life=draw(st.none() | st.integers(1, 30)))
        for name in NAMES
    ]
    above = indicator("above", draw(built), weight=draw(st.sampled_from([1, 2])))
    slower = draw(st.booleans())
    needs, enough = (tuple(draw(st.sets(st.sampled_from(NAMES), max_size=1))) for _ in range(2))
    return scenario(*own, above, levels=(
        LEVELS[0], replace(LEVELS[1], falls_below=1.5 if slower else None),
        replace(LEVELS[2], needs=needs, raised_by=enough, falls_below=draw(st.none() | st.floats(0.5, 5))),
    ))


@st.composite
def matches(draw: st.DrawFn, by: st.SearchStrategy[str] = anybody, least: int = 0) -> list[Match]:
    found = []
    for number in range(draw(st.integers(least, 9))):
        back = draw(st.integers(-5, 90))
        parts = draw(st.sets(st.sampled_from([f"e{part}" for part in range(9) if part != number]), max_size=2))
        found.append(told(
            f"e{number}", back, of=draw(st.sampled_from(NAMES)), last=draw(st.sampled_from([back, back, back - 3])),
            known=draw(st.sampled_from([back, back, back - 4])), figure=draw(st.floats(0, 12)),
            state_media=draw(st.booleans()), parts=tuple(sorted(parts)),
            by=draw(by),
        ))
    return found


@given(scenarios(), matches(), st.randoms(use_true_random=False))
def test_the_order_of_matches_does_not_matter(watched: Scenario, known: list[Match], chance: object) -> None:
    shuffled = list(known)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert assessed(watched, shuffled) == assessed(watched, known)


@given(scenarios(growing, against=False), matches(), matches(least=1))
def test_one_more_match_never_lowers_what_only_grows(
    watched: Scenario, known: list[Match], added: list[Match]
) -> None:
    more = [*known, *(replace(one, event=f"new-{one.event}") for one in added)]
    before, after = assessed(watched, known), assessed(watched, more)
    assert after.level >= before.level and after.points >= before.points


@given(scenarios(), matches())
def test_what_is_against_never_raises(watched: Scenario, known: list[Match]) -> None:
    turned = replace(watched, indicators=tuple(replace(one, against=True) for one in watched.indicators))
    assert assessed(turned, known).points <= 0


@given(scenarios(growing), matches(by=st.just("BY")), matches(by=st.just("BY"), least=1))
def test_while_one_party_tells_all_one_more_story_of_it_changes_no_level(
    watched: Scenario, known: list[Match], added: list[Match]
) -> None:
    firm = replace(watched, indicators=tuple(replace(one, thin=False) for one in watched.indicators))
    more = [*known, *(replace(one, event=f"new-{one.event}") for one in added)]
    for told_so_far in (known, more):
        found = assessed(firm, told_so_far)
        assert (found.level, found.points, found.met) == (0, 0.0, ())


@given(scenarios(), matches())
def test_matches_of_another_indicator_change_nothing(watched: Scenario, known: list[Match]) -> None:
    elsewhere = [replace(one, indicator="of another", event=f"x{one.event}") for one in known]
    assert assessed(watched, [*known, *elsewhere]) == assessed(watched, known)


@given(scenarios(), matches(least=1), st.data())
def test_without_a_match_only_that_changes_which_rested_on_it(
    watched: Scenario, known: list[Match], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(known))
    before = {one.indicator: one for one in assessed(watched, known).measures}
    after = {one.indicator: one for one in assessed(watched, [one for one in known if one is not gone]).measures}
    could = {gone.indicator} | {one.id for one in watched.indicators if gone.indicator in one.parts}
    assert {name for name, one in before.items() if one != after[name]} <= could
    for one in watched.indicators:
        kept = isinstance(one.rule, CountRule | SumRule | FigureRule | AbsenceRule)
        if kept and gone.event not in before[one.id].events:
            assert after[one.id].state is before[one.id].state


@given(scenarios(), matches())
def test_a_level_that_holds_on_is_never_above_that_before_nor_below_that_without_memory(
    watched: Scenario, known: list[Match]
) -> None:
    before = assessed(watched, known, on=5)
    without, now = assessed(watched, known), assessed(watched, known, before=before)
    assert without.level <= now.level <= max(without.level, before.level)
    assert (now.points, now.measures) == (without.points, without.measures)
    # What stood before is the only memory: the same day again gives the same.
    assert assessed(watched, known, before=now).level == now.level


@given(scenarios(growing), matches())
def test_once_the_windows_are_past_all_matches_it_is_down_again(watched: Scenario, known: list[Match]) -> None:
    later = assessed(watched, known, on=-60, coverage=seeing(range(-60, 60)))
    assert (later.level, later.points, later.met) == (0, 0.0, ())


@given(scenarios(growing), matches())
def test_what_says_on_which_day_it_lapses_lapses_on_that_day_and_not_before(
    watched: Scenario, known: list[Match]
) -> None:
    now = [one for one in known if one.known <= day(0) and one.day <= day(0)]
    for one in assessed(watched, now).measures:
        if one.lapses is not None:
            back = next(back for back in range(-130, 1) if day(back) == one.lapses)
            for on, met in ((back, False), (back + 1, True)):
                later = next(m for m in assessed(watched, now, on=on).measures if m.indicator == one.indicator)
                assert (later.state is MeasureState.MET) is met


@given(scenarios(), matches(), st.sampled_from(NAMES))
def test_measuring_only_what_is_touched_gives_the_same(watched: Scenario, known: list[Match], name: str) -> None:
    first = assessed(watched, [one for one in known if one.indicator != name])
    again = assessed(watched, known, unchanged=untouched(watched, first, {name}))
    assert again == assessed(watched, known)


def test_a_duplicate_of_an_event_is_the_same_match() -> None:
    """The same event handed in twice gives equal matches: whoever keeps them by event keeps one."""
    given_event = build.event([build.claim(places=[build.place("Kaunas")], period="2031-06-20")], parties=("LT", "PL"))
    telling = Telling(told=day(5), known=day(5))
    found = {match(given_event, indicator(), scenario="s", telling=telling) for _ in range(2)}
    assert len(found) == 1


class Counting(Mapping[str, Sequence[Match]]):
    """Matches that note of which indicators they were asked."""

    def __init__(self, held: Mapping[str, Sequence[Match]]) -> None:
        self.held, self.asked = held, set[str]()

    def __getitem__(self, name: str) -> Sequence[Match]:
        self.asked.add(name)
        return self.held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.held)

    def __len__(self) -> int:
        return len(self.held)


def many(count: int) -> tuple[Indicator, ...]:
    types, countries = list(EventType), [f"{first}{second}" for first in "ABCDEFGH" for second in "ABCD"]
    return tuple(
        indicator(f"i{n}", CountRule(window=14), matcher=EventMatcher(
            types=(types[n % len(types)],), countries=(countries[n // len(types) % len(countries)],)))
        for n in range(count)
    )


def test_of_a_thousand_indicators_one_event_evaluates_only_those_that_it_can_touch() -> None:
    watched = scenario(*many(1000), indicator("any", AnyRule(of=("i0", "i1"))))
    index = Index.of([watched])
    closure = build.event([build.claim(type="border_closure", places=[build.place("x", countries=["AB", "AC"])])])
    reached = {one.id for _, one in touched(closure, index)}
    assert len(reached) == 2
    held = Counting({one.id: () for one in watched.indicators})
    outlook = Outlook(day=day(0), coverage=seeing())
    today = assess(watched, held, outlook=outlook)
    assert len(held.asked) == 1000
    held.asked.clear()
    assess(watched, held, outlook=outlook, unchanged=untouched(watched, today, reached))
    assert held.asked == reached
