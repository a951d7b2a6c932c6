"""What alarms were worth in hindsight, as rows and as JSON objects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vedette.warning.hindsight import Alarm, Happened, Verdict

VERDICT_COLUMNS = ("scenario", "verdict", "lead", "alarm", "happened", "what")


def verdict_rows(verdict: Verdict) -> Iterator[tuple[str, ...]]:
    """Give a row for everything that was caught or missed, and for every false alarm.

    The lead is in days; below 0, the alarm came late.
    """
    name = verdict.scenario
    for one in verdict.caught:
        yield name, "caught", str(one.lead), _days(one.alarm), _days(one.happened), one.happened.what
    for missed in verdict.missed:
        yield name, "missed", "", "", _days(missed), missed.what
    for alarm in verdict.false_alarms:
        yield name, "false alarm", "", _days(alarm), "", ""


def verdict_line(verdict: Verdict) -> dict[str, Any]:
    """Give a verdict as a JSON object."""
    return {
        "scenario": verdict.scenario,
        "caught": [
            {**_happened(one.happened), "alarm": [one.alarm.since, one.alarm.until], "lead": one.lead}
            for one in verdict.caught
        ],
        "missed": [_happened(one) for one in verdict.missed],
        "false_alarms": [[one.since, one.until] for one in verdict.false_alarms],
    }


def _happened(one: Happened) -> dict[str, str]:
    return {"from": one.since, "to": one.until, "what": one.what}


def _days(one: Alarm | Happened) -> str:
    return one.since if one.since == one.until else f"{one.since} to {one.until}"
