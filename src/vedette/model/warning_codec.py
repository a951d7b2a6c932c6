"""Matches and assessments as JSON objects, and back: what a desk keeps of warning, and what interfaces show."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from vedette.model.assessment import (
    Assessment,
    Change,
    Confidence,
    ConfidenceReason,
    Effect,
    LevelReason,
    Trend,
)
from vedette.model.codec import SCHEMA
from vedette.model.match import Match
from vedette.model.measure import Measure, MeasureState, Reason, ReasonKind
from vedette.model.scenario import Likelihood

Json = dict[str, Any]

_OF_MATCH = ("scenario", "indicator", "event", "day", "last", "known", "state_media", "figure", "edition")
_LISTS_OF_MATCH = ("origins", "parties", "parts")
_OF_ASSESSMENT = ("scenario", "mark", "day", "level", "level_name", "points", "observable")


def match_to_json(match: Match) -> Json:
    """Give a match as a JSON object; every key is always there."""
    plain = {name: getattr(match, name) for name in _OF_MATCH}
    return plain | {name: list(getattr(match, name)) for name in _LISTS_OF_MATCH}


def match_from_json(line: Mapping[str, Any]) -> Match:
    """Make a match from the form that :func:`match_to_json` gives.

    Raises:
        KeyError: A key of the form is missing.
    """
    plain = {name: line[name] for name in _OF_MATCH}
    lists: Json = {name: tuple(line[name]) for name in _LISTS_OF_MATCH}
    return Match(**plain, **lists)


def assessment_to_json(assessment: Assessment) -> Json:
    """Give an assessment as a JSON object; every key is always there."""
    return {
        "schema": SCHEMA, **{name: getattr(assessment, name) for name in _OF_ASSESSMENT},
        "likelihood": assessment.likelihood and str(assessment.likelihood), "trend": str(assessment.trend),
        "confidence": str(assessment.confidence),
        "measures": [_measure_to_json(measure) for measure in assessment.measures],
        "reasons": [_reason_to_json(reason) for reason in assessment.reasons],
        "raising": [_effect_to_json(effect) for effect in assessment.raising],
        "lowering": [_effect_to_json(effect) for effect in assessment.lowering],
        "confidence_reasons": [_reason_to_json(reason) for reason in assessment.confidence_reasons],
    }


def assessment_from_json(line: Mapping[str, Any]) -> Assessment:
    """Make an assessment from the form that :func:`assessment_to_json` gives.

    Raises:
        KeyError: A key of the form is missing.
        ValueError: A value is not one of the form's words.
    """
    return Assessment(
        **{name: line[name] for name in _OF_ASSESSMENT},
        likelihood=Likelihood(line["likelihood"]) if line["likelihood"] else None, trend=Trend(line["trend"]),
        confidence=Confidence(line["confidence"]), measures=tuple(map(_measure_from_json, line["measures"])),
        reasons=tuple(_reason_from_json(reason, LevelReason) for reason in line["reasons"]),
        raising=tuple(map(_effect_from_json, line["raising"])),
        lowering=tuple(map(_effect_from_json, line["lowering"])),
        confidence_reasons=tuple(_reason_from_json(one, ConfidenceReason) for one in line["confidence_reasons"]),
    )


def _measure_to_json(measure: Measure) -> Json:
    return {
        "indicator": measure.indicator, "state": str(measure.state), "events": list(measure.events),
        "parties": list(measure.parties), "last": measure.last, "lapses": measure.lapses, "points": measure.points,
        "reasons": [_reason_to_json(reason) for reason in measure.reasons],
    }


def _measure_from_json(line: Mapping[str, Any]) -> Measure:
    return Measure(
        indicator=line["indicator"], state=MeasureState(line["state"]), events=tuple(line["events"]),
        parties=tuple(line["parties"]), last=line["last"], lapses=line["lapses"], points=line["points"],
        reasons=tuple(_reason_from_json(reason, ReasonKind) for reason in line["reasons"]),
    )


def _reason_to_json(reason: Reason) -> Json:
    return {"kind": str(reason.kind), "values": dict(reason.values)}


def _reason_from_json(line: Mapping[str, Any], kinds: type[StrEnum]) -> Reason:
    return Reason(kind=kinds(line["kind"]), values=dict(line["values"]))


def _effect_to_json(effect: Effect) -> Json:
    return {
        "indicator": effect.indicator, "change": str(effect.change), "points": effect.points, "level": effect.level,
        "on": effect.on,
    }


def _effect_from_json(line: Mapping[str, Any]) -> Effect:
    return Effect(
        indicator=line["indicator"], change=Change(line["change"]), points=line["points"], level=line["level"],
        on=line["on"],
    )
