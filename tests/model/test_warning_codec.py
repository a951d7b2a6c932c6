"""A match and an assessment come back from JSON as they went."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from vedette.model import (
    Assessment,
    Change,
    Confidence,
    ConfidenceReason,
    Effect,
    LevelReason,
    Likelihood,
    Match,
    Measure,
    MeasureState,
    Reason,
    ReasonKind,
    Trend,
)
from vedette.model.warning_codec import assessment_from_json, assessment_to_json, match_from_json, match_to_json

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
days = st.dates().map(str)
numbers = st.floats(-1e6, 1e6)
some = st.lists(words, max_size=2).map(tuple)


def any_of(kind: Any) -> Any:
    return st.sampled_from(list(kind))


def few(item: Any) -> Any:
    return st.lists(item, max_size=2).map(tuple)


def reasons(kind: Any) -> Any:
    return few(st.builds(Reason, kind=any_of(kind), values=st.dictionaries(words, words | numbers, max_size=2)))


effects = few(st.builds(Effect, indicator=words, change=any_of(Change), points=numbers, level=st.integers(0, 9),
                        on=st.none() | days))
matches = st.builds(
    Match, scenario=words, indicator=words, event=words, day=days, last=days, known=days, origins=some, parties=some,
    state_media=st.booleans(), figure=st.none() | numbers, parts=some, edition=st.none() | words,
)
assessments = st.builds(
    Assessment, scenario=words, mark=words, day=days, level=st.integers(0, 9), level_name=words,
    likelihood=st.none() | any_of(Likelihood), points=numbers, trend=any_of(Trend), reasons=reasons(LevelReason),
    raising=effects, lowering=effects, observable=st.floats(0, 1), confidence=any_of(Confidence),
    confidence_reasons=reasons(ConfidenceReason), measures=few(st.builds(
        Measure, indicator=words, state=any_of(MeasureState), events=some, parties=some, last=st.none() | days,
        lapses=st.none() | days, points=numbers, reasons=reasons(ReasonKind),
    )),
)


@given(matches)
def test_a_match_comes_back_as_it_went(match: Match) -> None:
    assert match_from_json(json.loads(json.dumps(match_to_json(match)))) == match


@given(assessments)
def test_an_assessment_comes_back_as_it_went(assessment: Assessment) -> None:
    assert assessment_from_json(json.loads(json.dumps(assessment_to_json(assessment)))) == assessment
