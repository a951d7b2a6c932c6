"""Builds alerts, letters and what a scenario was told with, for tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from vedette.model import Assessment, Confidence, Likelihood, Measure, MeasureState, Trend
from vedette.store.alerting import Alert, AlertKind, LastTold, Letter, LetterKind, Quote, Spot, Told

START = datetime(2031, 5, 4, 6, 0, tzinfo=UTC)


def at(minutes: float = 0) -> datetime:
    """A moment so many minutes after the start of a test."""
    return START + timedelta(minutes=minutes)


QUOTE = Quote(
    event="e1", sentence="Four drones crossed the border near Kapčiamiestis.",
    said_by="Example Post, citing border guards", published="2031-05-03", url="https://post.example/drones",
    places=(Spot(name="Kapčiamiestis", lat=54.0, lon=23.65), Spot(name="Lithuania")),
)
DRONES = Told(
    indicator="drones", name="Drones over the border", rule="4 events in 7 days, at least 2 asked for",
    why="Drones try out the air defence.", quotes=(QUOTE,),
)


def alert(id: str = "a1", *, scenario: str = "pressure", level: int = 2, before: int = 1, **fields: Any) -> Alert:
    """An alert; the level rose unless the numbers say otherwise."""
    kind = AlertKind.RAISED if level > before else AlertKind.LOWERED if level < before else AlertKind.MET
    names = ("calm", "watchful", "raised", "high")
    given: dict[str, Any] = {
        "name": "Pressure on the border", "day": "2031-05-04", "made": START, "level_name": names[level],
        "before_name": names[before], "likelihood": "likely", "confidence": "moderate", "observable": 0.75,
        "because": ("6 points; this level asks for 5.",), "told": (DRONES,), "unseen": ("Sabotage",),
        "outlook": ("Lower with: no more drones.",),
    }
    return Alert(id=id, scenario=scenario, kind=kind, level=level, before=before, **given | fields)


def told(alert: Alert) -> LastTold:
    """How the scenario of an alert stands once it was told."""
    return LastTold(
        scenario=alert.scenario, day=alert.day, mark="w1", level=alert.level, level_name=alert.level_name,
        met=tuple(one.indicator for one in alert.told), alert=alert.id,
    )


def letter(key: str = "m1", *, channel: str = "duty", **fields: Any) -> Letter:
    """A letter that is due at once."""
    given: dict[str, Any] = {
        "kind": LetterKind.ALERTS, "subject": "Raised", "body": "It rose.", "made": START, "due": START,
    }
    return Letter(key=key, channel=channel, **given | fields)


def measure(indicator: str, state: str = "met", **fields: Any) -> Measure:
    """How an indicator stands."""
    return Measure(indicator=indicator, state=MeasureState(state), **fields)


def assessment(
    level: int = 0, *met: str, scenario: str = "pressure", day: str = "2031-05-04", mark: str = "w1", **fields: Any
) -> Assessment:
    """How a scenario stands on a day: at a level, with some of the indicators met."""
    names = ("calm", "watchful", "raised", "high")
    given: dict[str, Any] = {
        "level_name": names[level], "likelihood": Likelihood.LIKELY, "points": float(2 * level),
        "trend": Trend.FIRST, "measures": tuple(map(measure, met)), "reasons": (), "raising": (), "lowering": (),
        "observable": 0.75, "confidence": Confidence.MODERATE, "confidence_reasons": (),
    }
    return Assessment(scenario=scenario, mark=mark, day=day, level=level, **given | fields)
