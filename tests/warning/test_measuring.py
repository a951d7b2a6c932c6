"""How each kind of indicator stands: met, thinly met, unmet, or not observable, and for which reason."""

import pytest

from vedette.model import (
    AbsenceRule,
    AllRule,
    AnyRule,
    BaselineRule,
    CountRule,
    Coverage,
    EarlierEdition,
    EditionFigure,
    EditionsRule,
    EventMatcher,
    FigureFilter,
    FigureRule,
    HealthRule,
    MeasureState,
    OrderRule,
    Period,
    QuantityMention,
    ReasonKind,
    RhythmRule,
    SeenBy,
    Situation,
    SumRule,
)

from .told import assessed, day, indicator, measured, scenario, seeing, source, told

MET, THIN, UNMET, UNSEEN = MeasureState.MET, MeasureState.THIN, MeasureState.UNMET, MeasureState.UNSEEN


@pytest.mark.parametrize(("backs", "state"), [
    ([], UNMET), ([0], UNMET), ([0, 6], MET), ([0, 7], UNMET), ([1, 1], MET), ([-1, -2, 3], UNMET),
])
def test_a_count_looks_at_its_window_and_at_nothing_outside_it(backs: list[int], state: MeasureState) -> None:
    matches = [told(f"e{number}", back) for number, back in enumerate(backs)]
    assert measured(CountRule(window=7, at_least=2), matches).state is state


def test_what_lasts_counts_as_long_as_it_lasts() -> None:
    assert measured(CountRule(window=7), [told("closure", 30, last=3)]).state is MET
    assert measured(CountRule(window=7), [told("closure", 30, last=8)]).state is UNMET
    assert measured(CountRule(window=7), [told("closure", 30, last=-10)]).state is MET


def test_what_the_desk_did_not_know_yet_does_not_count() -> None:
    late = told("e", 5, known=2)
    assert measured(CountRule(window=7), [late], on=3).state is UNMET
    assert measured(CountRule(window=7), [late], on=2).state is MET


@pytest.mark.parametrize(("matches", "reason"), [
    ([told("a", by="PL"), told("b", by="PL")], ReasonKind.ONE_PARTY),
    ([told("a", by=""), told("b", by="")], ReasonKind.NOBODY_KNOWN),
    ([told("a", by="BY RU", state_media=True), told("b", by="BY", state_media=True)], ReasonKind.STATE_MEDIA),
    # Ten stories of state media and one of a ministry are one story, where two are asked for.
    ([told("a", by="PL LT"), *(told(f"b{n}", by="BY", state_media=True) for n in range(10))], ReasonKind.STATE_MEDIA),
    ([told("a", by="PL LT"), told("b", by="")], ReasonKind.NOBODY_KNOWN),
])
def test_what_rests_on_one_party_nobody_known_or_state_media_is_thin(matches: list, reason: ReasonKind) -> None:
    found = measured(CountRule(window=7, at_least=2), matches)
    assert (found.state, found.points) == (THIN, 0.0)
    assert [one.kind for one in found.reasons] == [ReasonKind.COUNTED, reason]
    accepted = measured(CountRule(window=7, at_least=2), matches, thin=True)
    assert (accepted.state, accepted.points) == (MET, 1.0)
    assert accepted.reasons[-1].kind is ReasonKind.ACCEPTED_THIN


def test_two_events_of_one_party_each_are_not_thin() -> None:
    found = measured(CountRule(window=7, at_least=2), [told("a", by="PL"), told("b", by="LT")])
    assert (found.state, found.parties, found.events) == (MET, ("LT", "PL"), ("a", "b"))


def test_a_sum_of_incidents_and_its_incidents_count_once() -> None:
    parts = [told("p1", figure=3.0), told("p2", figure=4.0)]
    whole = told("sum", figure=7.0, parts=("p1", "p2"))
    assert measured(CountRule(window=7, at_least=3), [*parts, whole]).state is UNMET
    assert measured(CountRule(window=7, at_least=1), [whole]).state is MET
    assert measured(SumRule(window=7, at_least=7.5), [*parts, whole]).state is UNMET
    assert measured(SumRule(window=7, at_least=7), [whole, parts[0]]).state is MET


def test_a_figure_has_to_be_reached_by_one_event() -> None:
    small = [told(f"e{number}", figure=6.0) for number in range(5)]
    assert measured(FigureRule(window=7, at_least=10), small).state is UNMET
    assert measured(SumRule(window=7, at_least=10), small).state is MET
    found = measured(FigureRule(window=7, at_least=10), [*small, told("large", figure=12.0)])
    assert (found.state, found.events, found.reasons[0].values["figure"]) == (MET, ("large",), 12.0)


@pytest.mark.parametrize(("backs", "state"), [
    ([1, 4, 7], MET), ([1, 4, 9], UNMET), ([1, 1, 1], UNMET), ([1, 4, 12, 15, 18], MET), ([1, 4, 7, 30], MET),
])
def test_a_rhythm_is_on_many_days_one_soon_after_the_other(backs: list[int], state: MeasureState) -> None:
    matches = [told(f"e{number}", back) for number, back in enumerate(backs)]
    assert measured(RhythmRule(window=21, at_least=3, every=4), matches).state is state


@pytest.mark.parametrize(("closure", "exercise", "state"), [(9, 4, MET), (4, 9, UNMET), (4, 4, UNMET), (40, 4, UNMET)])
def test_an_order_holds_where_the_first_comes_on_an_earlier_day(
    closure: int, exercise: int, state: MeasureState
) -> None:
    watched = scenario(
        indicator("closure"), indicator("exercise"),
        indicator("before", OrderRule(window=30, first="closure", then="exercise")),
    )
    matches = [told("c", closure, of="closure"), told("x", exercise, of="exercise")]
    found = assessed(watched, matches).measures[2]
    assert found.state is state
    assert found.events == (("c", "x") if state is MET else ())


def test_an_absence_is_met_only_while_somebody_looks() -> None:
    rule = AbsenceRule(window=10)
    assert measured(rule).state is MET
    assert measured(rule, coverage=Coverage()).state is UNSEEN
    assert measured(rule, [told("invited", 3)]).state is UNMET
    assert measured(rule, [told("invited", 12)]).state is MET
    assert measured(rule, [told("invited", 3, by="BY")]).state is THIN
    assert measured(rule, [told("invited", 3, by="BY", state_media=True)]).state is THIN


def test_a_baseline_tells_more_than_usual() -> None:
    rule = BaselineRule(window=7, baseline=28, factor=2, at_least=3)
    usual = [told(f"u{number}", 8 + 7 * number) for number in range(4)]
    assert measured(rule, [*usual, told("a"), told("b")]).state is UNMET
    found = measured(rule, [*usual, told("a"), told("b"), told("c")])
    assert (found.state, found.reasons[0].values["usual"], found.events) == (MET, 1.0, ("a", "b", "c"))
    busy = [told(f"w{number}", 8 + number) for number in range(20)]
    assert measured(rule, [*busy, told("a"), told("b"), told("c")]).state is UNMET


def test_whoever_began_to_look_yesterday_does_not_know_what_is_usual() -> None:
    rule, busy = BaselineRule(window=7, baseline=28, factor=2, at_least=1), [told("a"), told("b"), told("c")]
    for days, state in ((range(7), UNSEEN), (range(20), UNSEEN), (range(21), MET), (range(7, 21), MET)):
        found = measured(rule, busy, coverage=seeing(days))
        assert (found.state, found.events) == (state, ("a", "b", "c"))
    assert measured(rule, coverage=seeing(range(7, 40))).state is UNSEEN


def _zapad(*figures: float, days: int = 7) -> Situation:
    earlier = tuple(
        EarlierEdition(
            situation=f"s{number}", name=f"Example {number}",
            period=Period(start="2030-09-01", end=f"2030-09-{days:02d}"),
            figures=(EditionFigure(quantity=QuantityMention(value=figure, unit="Troops"), claim="c"),),
        ) for number, figure in enumerate(figures)
    )
    return Situation(id="now", name="Example 2031", names=(), events=(), earlier=earlier)


@pytest.mark.parametrize(("figure", "earlier", "state"), [
    (13_000.0, (9_000.0, 12_000.0, 10_000.0), MET), (12_999.0, (9_000.0, 12_000.0, 10_000.0), UNMET),
    (13_000.0, (), UNSEEN), (13_000.0, (10_000.0,), UNSEEN),
])
def test_an_exercise_is_compared_with_its_earlier_editions(
    figure: float, earlier: tuple[float, ...], state: MeasureState
) -> None:
    rule = EditionsRule(window=30, factor=1.3, at_least=2)
    matcher = EventMatcher(figure=FigureFilter(units=("troops",)))
    found = measured(rule, [told("x", figure=figure, edition="now")], matcher=matcher,
                     editions={"now": _zapad(*earlier)})
    assert found.state is state
    assert (found.reasons[0].kind is ReasonKind.NO_EDITIONS) is (state is UNSEEN)


def test_without_units_how_long_it_lasts_is_compared() -> None:
    rule = EditionsRule(window=30, factor=2)
    editions = {"now": _zapad(1.0, days=7)}
    assert measured(rule, [told("x", figure=14.0, edition="now")], editions=editions).state is MET
    assert measured(rule, [told("x", figure=13.0, edition="now")], editions=editions).state is UNMET
    assert measured(rule, [told("x", figure=14.0)], editions=editions).state is UNSEEN


def test_sources_that_fall_silent_are_counted_where_they_are_watched() -> None:
    states = Coverage(outlets=(
        source("A", "silent", country="BY"), source("B", "failing", country="BY"), source("C", "steady", country="BY"),
        source("D", "silent", country="PL"),
    ))
    of_belarus = SeenBy(countries=("BY",))
    assert measured(HealthRule(at_least=2), coverage=states, seen_by=of_belarus).state is MET
    assert measured(HealthRule(at_least=3), coverage=states, seen_by=of_belarus).state is UNMET
    assert measured(HealthRule(), coverage=seeing()).state is UNSEEN


@pytest.mark.parametrize(("states", "whole", "some"), [
    ("met met", MET, MET), ("met thin", THIN, MET), ("thin thin", THIN, THIN), ("met unmet", UNMET, MET),
    ("thin unmet", UNMET, THIN), ("unmet unmet", UNMET, UNMET), ("met unseen", UNSEEN, MET),
    ("unmet unseen", UNMET, UNSEEN), ("thin unseen", UNSEEN, THIN),
])
def test_what_is_built_of_others_stands_as_they_do(states: str, whole: MeasureState, some: MeasureState) -> None:
    far = SeenBy(outlets=("Nobody",))
    names = {"a": states.split(maxsplit=1)[0], "b": states.split()[1]}
    parts = [indicator(name, seen_by=far if state == "unseen" else SeenBy()) for name, state in names.items()]
    matches = [told(f"e-{name}", of=name, by="PL LT" if state == "met" else "PL")
               for name, state in names.items() if state in ("met", "thin")]
    watched = scenario(*parts, indicator("all", AllRule(of=("a", "b"))), indicator("any", AnyRule(of=("a", "b"))))
    found = {one.indicator: one for one in assessed(watched, matches).measures}
    assert (found["all"].state, found["any"].state) == (whole, some)


@pytest.mark.parametrize(("coverage", "state", "reason"), [
    (seeing(range(3)), UNSEEN, ReasonKind.FEW_DAYS), (seeing(range(4)), UNMET, None),
    (seeing(range(50, 90)), UNSEEN, ReasonKind.FEW_DAYS), (Coverage(), UNSEEN, ReasonKind.FEW_DAYS),
    (Coverage(outlets=(source("A", "failing"), source("B", "silent"))), UNSEEN, ReasonKind.SOURCES_DOWN),
    (Coverage(outlets=(source("A", "failing"), source("B", "steady"))), UNMET, None),
    (Coverage(outlets=(source("A", "failing"), source("B", "unknown"))), UNSEEN, ReasonKind.SOURCES_DOWN),
])
def test_quiet_is_not_blind(coverage: Coverage, state: MeasureState, reason: ReasonKind | None) -> None:
    found = measured(CountRule(window=8), coverage=coverage)
    assert found.state is state
    assert (found.reasons[-1].kind if reason else None) is reason


def test_only_those_who_could_tell_are_asked() -> None:
    post = seeing(country="LT", language="lt")
    for seen_by, state in [
        (SeenBy(countries=("LT",)), UNMET), (SeenBy(countries=("PL",)), UNSEEN), (SeenBy(languages=("lt",)), UNMET),
        (SeenBy(outlets=("Example Post",), countries=("PL",)), UNSEEN), (SeenBy(outlets=("Another",), share=0), UNMET),
    ]:
        assert measured(CountRule(window=8), coverage=post, seen_by=seen_by).state is state


def test_what_is_met_is_met_also_where_nobody_looks_any_more() -> None:
    assert measured(CountRule(window=8), [told("e")], coverage=Coverage()).state is MET


@pytest.mark.parametrize(("backs", "lapses"), [([1], -6), ([0], -7), ([1, 5], -6), ([6], -1)])
def test_a_count_says_on_which_day_it_lapses(backs: list[int], lapses: int) -> None:
    matches = [told(f"e{number}", back) for number, back in enumerate(backs)]
    assert measured(CountRule(window=7), matches).lapses == day(lapses)
    assert measured(CountRule(window=7), matches, on=lapses, coverage=Coverage()).state is UNSEEN
    assert measured(CountRule(window=7), matches, on=lapses + 1, coverage=Coverage()).state is MET
