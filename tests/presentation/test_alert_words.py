"""What an assessment is told with: the words of its author, and sentences of those who do not deny it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_view import border_desk

from alert_builders import assessment, measure
from vedette.alerting import news_of
from vedette.model import (
    Change,
    CountRule,
    Effect,
    EventMatcher,
    Factuality,
    Indicator,
    LevelReason,
    LevelRule,
    LinkKind,
    Origin,
    Reason,
    ReasonKind,
    Scenario,
)
from vedette.presentation.alert_words import QUOTED, words_of
from vedette.store.alerting import LastTold

CLOSURES = Indicator(
    id="closures", name="Borders closed", rule=CountRule(window=14), matcher=EventMatcher(), why="It comes before."
)
CALM = Indicator(id="calm", name="Borders reopened", rule=CountRule(window=14), matcher=EventMatcher(), against=True)
DRONES = Indicator(id="drones", name="Drones", rule=CountRule(window=7), matcher=EventMatcher())
PRESSURE = Scenario(
    id="pressure", name="Pressure", question="Is there?", indicators=(CLOSURES, CALM, DRONES),
    levels=(LevelRule(name="calm"), LevelRule(name="raised", points=1, meaning="Look closer.")),
)


def worded(now, told=None, view=None, scenarios=(PRESSURE,)):
    return words_of(view or border_desk(), scenarios)(now, news_of(told, now))


def raised(**fields):
    """An assessment by the rules of this scenario."""
    return assessment(1, mark=PRESSURE.mark, level_name="raised", **fields)


def met(*events):
    counted = Reason(kind=ReasonKind.COUNTED, values={"count": 1, "at_least": 1, "window": 14})
    measures = (
        measure("closures", events=events, parties=("PL",), reasons=(counted,)), measure("calm", "unmet"),
        measure("drones", "not_observable"),
    )
    reasons = (Reason(kind=LevelReason.POINTS, values={"points": 1.0, "needed": 1.0, "level": "raised"}),)
    ends = Effect(indicator="closures", change=Change.LAPSED, points=-1, level=0)
    return raised(measures=measures, reasons=reasons, lowering=(ends,))


def test_an_alert_says_its_rule_its_sentences_and_what_cannot_be_seen():
    words = worded(met("e1"))
    (closures,) = words.told
    assert (words.name, words.before_name, words.meaning) == ("Pressure", "calm", "Look closer.")
    assert words.because == ("1 points; “raised” holds from 1 on.",)
    assert words.outlook == ("Lower with: “Borders closed” is met no more.",)
    assert words.unseen == ("Drones",)
    assert closures.rule == "1 event in 14 days; it takes 1"
    (quote,) = closures.quotes
    view = border_desk()
    texts = " ".join(report.text for report in view.reports())
    assert quote.sentence
    assert quote.sentence in texts
    assert quote.said_by


def test_what_was_met_before_is_named_and_not_quoted():
    told = LastTold(scenario="pressure", day="2031-05-01", mark="w0", level=0, met=("closures",))
    words = worded(met("e1"), told)
    assert [(one.new, one.quotes) for one in words.told] == [(False, ())]
    assert words.because[0] == "The rules of this scenario have changed since the alert before."


def test_who_denies_it_is_not_quoted_for_it():
    view = border_desk()
    of_e1 = view.event("e1").claims
    view.all_claims = tuple(
        replace(one, factuality=Factuality.DENIED) if one.id in of_e1 else one for one in view.all_claims
    )
    assert worded(met("e1"), view=view).told[0].quotes == ()


def test_an_event_that_is_gone_is_passed_over():
    assert worded(met("e-gone", "e1")).told[0].quotes[0].event == "e1"


def test_only_the_last_events_are_quoted():
    words = worded(met(*["e1"] * (QUOTED + 2)))
    assert len(words.told[0].quotes) == QUOTED


def test_a_level_that_is_reached_or_held_back_by_one_indicator_says_so():
    now = raised(measures=(measure("closures"),), reasons=(
        Reason(kind=LevelReason.RAISED_BY, values={"level": "raised", "indicator": "closures"}),
        Reason(kind=LevelReason.HELD_BACK, values={"level": "high", "indicator": "drones"}),
    ))
    reached, held = worded(now).because
    assert "Borders closed" in reached
    assert "Drones" in held


OTHER_RULES = "It was assessed by other rules than those of now."


def test_a_scenario_that_is_gone_is_named_by_its_id_and_its_assessment_still_told():
    words = worded(met("e1"), scenarios=())
    assert (words.name, words.before_name, words.meaning) == ("pressure", "0", "")
    assert words.because == (OTHER_RULES, "1 points; “raised” holds from 1 on.")
    assert words.outlook == ("Lower with: “closures” is met no more.",)
    assert words.unseen == ("drones",)
    (told,) = words.told
    assert (told.indicator, told.name, told.why) == ("closures", "closures", "")
    assert told.rule == "1 event in 14 days; it takes 1"
    assert [quote.event for quote in told.quotes] == ["e1"]


def test_indicators_that_are_gone_are_named_by_their_ids_beside_those_that_are_known():
    now = raised(measures=(
        measure("closures", events=("e1",)), measure("calm", points=-1.0), measure("drones", "not_observable"),
    ))
    words = worded(now, scenarios=[replace(PRESSURE, name="Strain", indicators=(CLOSURES,))])
    assert words.name == "Strain"
    assert words.because[0] == OTHER_RULES
    assert words.unseen == ("drones",)
    assert [(one.name, one.why, one.against) for one in words.told] == [
        ("Borders closed", "It comes before.", False), ("calm", "", True),
    ]


@pytest.mark.parametrize("levels", [
    (LevelRule(name="calm"),), (LevelRule(name="calm"), LevelRule(name="worse", points=1, meaning="Act.")),
])
def test_a_level_that_is_gone_has_no_meaning_of_another(levels):
    words = worded(met("e1"), scenarios=[replace(PRESSURE, levels=levels)])
    assert (words.name, words.before_name, words.meaning) == ("Pressure", "calm", "")
    assert words.because[0] == OTHER_RULES


def test_what_is_assessed_by_the_rules_of_now_says_nothing_of_other_rules():
    assert OTHER_RULES not in worded(met("e1")).because


def told_by(*parties):
    """The desk on which each claim of the closed border is of another party."""
    view = border_desk()
    closed = view.event("e1")
    origins = tuple(
        Origin(name=f"body {number}", kind=LinkKind.OFFICIAL, party=party, known=party is not None, claims=(claim,))
        for number, (claim, party) in enumerate(zip(closed.claims, parties, strict=True))
    )
    view.all_events = tuple(replace(one, origins=origins) if one.id == "e1" else one for one in view.all_events)
    return view


@pytest.mark.parametrize(("parties", "quoted"), [
    (("PL", "BY"), 2),
    (("PL", "PL"), 1),
    (("Example Post", "Copying Courier / Example Post"), 1),
    (("PL", None), 1),
])
def test_a_second_party_is_quoted_beside_the_first_and_a_second_report_of_one_is_not(parties, quoted):
    quotes = worded(met("e1"), view=told_by(*parties)).told[0].quotes
    assert len({quote.said_by for quote in quotes}) == len(quotes) == quoted
    assert {quote.event for quote in quotes} == {"e1"}
