"""A scenario that went through JSON is the same, down to its mark."""

import json

import pytest

from vedette.knowledge import load_knowledge
from vedette.knowledge.scenarios import load_scenarios
from vedette.model import (
    AbsenceRule,
    ActorFilter,
    ActorRole,
    AllRule,
    AnyRule,
    BaselineRule,
    CountRule,
    EditionsRule,
    EventMatcher,
    EventType,
    FigureFilter,
    FigureRule,
    HealthRule,
    Indicator,
    LevelRule,
    Likelihood,
    OrderRule,
    Place,
    PlaceKind,
    Polygon,
    RhythmRule,
    Scenario,
    SeenBy,
    SourceState,
    SumRule,
)
from vedette.model.scenario_codec import scenario_from_json, scenario_to_json

RULES = (
    CountRule(window=7, at_least=2), SumRule(window=7, at_least=2.5), FigureRule(window=7, at_least=2),
    RhythmRule(window=7, at_least=2, every=3), OrderRule(window=7, first="a", then="b"), AbsenceRule(window=7),
    BaselineRule(window=7, baseline=30, factor=2.0), EditionsRule(window=7, factor=1.5),
    HealthRule(states=(SourceState.FAILING,)), AllRule(of=("a", "b")), AnyRule(of=("a", "b"), at_least=1),
)
MATCHER = EventMatcher(
    types=(EventType.EXERCISE,), actors=(ActorFilter(who=("BY",), role=ActorRole.INITIATOR),), countries=("BY",),
    areas=(Polygon(((23.0, 51.0), (24.0, 51.0), (24.0, 52.0))),), within_km=25.0,
    near=(Place(name="Brest", kind=PlaceKind.CITY, countries=("BY",), lat=52.1, lon=23.7),), borders=(("BY", "PL"),),
    figure=FigureFilter(units=("troops",), at_least=1000.0), letter="C", digit=3,
)


def through_json(scenario):
    return scenario_from_json(json.loads(json.dumps(scenario_to_json(scenario))))


def with_rule(rule):
    indicator = Indicator(
        id="one", name="One", rule=rule, matcher=MATCHER, half_life=14, against=True,
        seen_by=SeenBy(countries=("LT",), share=0.25), why="It comes first.",
    )
    alarm = LevelRule(name="alarm", points=2.5, falls_below=2.0, likelihood=Likelihood.LIKELY, needs=("one",))
    levels = (LevelRule(name="calm"), alarm)
    return Scenario(id="s", name="S", question="Is it?", levels=levels, indicators=(indicator,), file="s.toml")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.kind))
def test_every_kind_of_rule_comes_back(rule):
    before = with_rule(rule)
    after = through_json(before)
    assert after == before
    assert after.mark == before.mark


def test_what_is_shipped_comes_back():
    shipped = load_scenarios(knowledge=load_knowledge()).scenarios
    assert len(shipped) > 2
    assert [through_json(one) for one in shipped] == list(shipped)
    assert [through_json(one).mark for one in shipped] == [one.mark for one in shipped]


def test_what_an_older_desk_wrote_without_a_key_comes_back_as_if_nobody_had_set_it():
    line = scenario_to_json(with_rule(CountRule(window=7)))
    for level in line["levels"]:
        del level["falls_below"]
    assert [level.falls_below for level in scenario_from_json(line).levels] == [None, None]
    del line["levels"][0]["name"]
    with pytest.raises(KeyError, match="name"):
        scenario_from_json(line)


def test_a_rule_that_nobody_knows_is_refused():
    line = scenario_to_json(with_rule(CountRule(window=7)))
    line["indicators"][0]["rule"]["kind"] = "guess"
    with pytest.raises(ValueError, match="'guess' is no kind of rule"):
        scenario_from_json(line)
