"""Every reason that warning gives for an indicator is a sentence, in every language."""

from __future__ import annotations

import pytest

from vedette.model import Reason
from vedette.model.measure import MeasureState, ReasonKind
from vedette.presentation.measure_words import measure_reason, state_word
from vedette.presentation.saying import languages, speaking

NAMES = {"drill": "An exercise", "arrivals": "Forces arrive"}
SAID = {
    ReasonKind.COUNTED: ({"count": 1, "at_least": 2, "window": 14}, "1 event in 14 days; it takes 2"),
    ReasonKind.SUMMED: ({"total": 34000.0, "at_least": 20000, "window": 7}, "34,000 in all in 7 days; it takes 20,000"),
    ReasonKind.LARGEST: (
        {"figure": 12.5, "at_least": 10, "window": 7}, "the largest figure in 7 days is 12.5; it takes 10"),
    ReasonKind.RHYTHM: (
        {"days": 3, "at_least": 4, "every": 2, "window": 14}, "on 3 days of 14, at most 2 apart; it takes 4"),
    ReasonKind.IN_ORDER: (
        {"first": "drill", "then": "arrivals", "window": 30, "first_day": "2031-09-02", "then_day": "2031-09-04"},
        "“An exercise” on 2 September 2031, and later “Forces arrive” on 4 September 2031"),
    ReasonKind.NOT_IN_ORDER: (
        {"first": "drill", "then": "unknown", "window": 30},
        "in 30 days no “An exercise” that came before “unknown”"),
    ReasonKind.NONE_TOLD: ({"window": 20}, "nothing of the kind was told in 20 days"),
    ReasonKind.TOLD: ({"count": 2, "window": 20}, "2 events were told in 20 days"),
    ReasonKind.AGAINST_BASELINE: (
        {"count": 6, "usual": 1.3333333, "factor": 3, "at_least": 5, "window": 14, "baseline": 60},
        "6 events in 14 days, usual is 1.33; it takes 5 and 3 times the usual"),
    ReasonKind.AGAINST_EDITIONS: (
        {"figure": 13000, "usual": 7000, "factor": 1.5, "editions": 2, "window": 60},
        "13,000, and 7,000 in the middle of 2 earlier editions; it takes 1.5 times as much"),
    ReasonKind.NO_EDITIONS: (
        {"editions": 0, "at_least": 1}, "0 earlier editions have a figure to compare with; it takes 1"),
    ReasonKind.SOURCES: (
        {"count": 1, "watched": 4, "at_least": 2}, "1 of 4 watched sources is in such a state; it takes 2"),
    ReasonKind.NO_SOURCES: ({}, "none of the sources that it looks at is watched"),
    ReasonKind.PARTS: ({"met": 1, "of": 3, "at_least": 2}, "1 of 3 parts are met; it takes 2"),
    ReasonKind.ONE_PARTY: ({"party": "Police of Estonia"}, "told by one party alone: Police of Estonia"),
    ReasonKind.NOBODY_KNOWN: ({}, "nobody who is known stands behind it"),
    ReasonKind.STATE_MEDIA: (
        {"parties": "BY, RU"}, "it takes the word of media that a state controls: BY, RU"),
    ReasonKind.ACCEPTED_THIN: ({}, "the author of the scenario takes that for enough"),
    ReasonKind.FEW_DAYS: (
        {"days": 3, "window": 14, "share": 0.5},
        "reports of those who could tell of it came on 3 days of 14; it takes 7"),
    ReasonKind.SOURCES_DOWN: (
        {"count": 2}, "all 2 sources that could tell of it and are watched are silent or fail"),
}


@pytest.mark.parametrize("kind", ReasonKind)
def test_a_reason_is_said_with_its_numbers_and_names(kind):
    values, sentence = SAID[kind]
    assert measure_reason(Reason(kind=kind, values=values), NAMES) == sentence


@pytest.mark.parametrize("kind", ReasonKind)
def test_a_reason_is_said_in_every_language(kind):
    values, english = SAID[kind]
    for language in languages()[1:]:
        with speaking(language):
            said = measure_reason(Reason(kind=kind, values=values), NAMES)
        assert said != english and "%(" not in said


def test_four_states_have_four_words_in_every_language():
    for language in languages():
        with speaking(language):
            assert len({state_word(state) for state in MeasureState}) == len(MeasureState)
