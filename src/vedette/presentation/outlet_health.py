"""Whether an outlet is quiet or blind: its last report against its usual rhythm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vedette.presentation.known_day import known_day
from vedette.store import OutletRecord

# Fewer days than this show no rhythm.
_FEWEST_DAYS = 3
# A pause of so many times the usual one is worth a look; shorter than these days it never is.
_PATIENCE = 3.0
_LEAST_PAUSE = 2


class Health(StrEnum):
    """What can be said of an outlet from the days of its reports."""

    STEADY = "steady"
    SILENT = "silent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletHealth:
    """An outlet, how long it has been silent, and the pause that is usual for it, in days."""

    record: OutletRecord
    health: Health
    pause: int | None = None
    usual: float | None = None


def health_of(record: OutletRecord, *, today: date) -> OutletHealth:
    """Judge an outlet by the days on which it published.

    Its usual pause is the mean one between those days. Silent is who has paused for more than
    three times that, and for more than two days. With fewer than three days nothing is said.

    Args:
        record: What the desk holds of it.
        today: The day of the newest report on the desk, so that an old desk is not all silence.

    Example:
        >>> weekly = OutletRecord(name="Example Post", reports=5, first="2025-08-01", last="2025-08-29", days=5)
        >>> health_of(weekly, today=date(2025, 9, 12)).health, health_of(weekly, today=date(2025, 9, 22)).health
        (<Health.STEADY: 'steady'>, <Health.SILENT: 'silent'>)

    """
    first, last = known_day(record.first), known_day(record.last)
    if first is None or last is None:
        return OutletHealth(record=record, health=Health.UNKNOWN)
    pause = max(0, (today - last).days)
    if record.days < _FEWEST_DAYS:
        return OutletHealth(record=record, health=Health.UNKNOWN, pause=pause)
    usual = (last - first).days / (record.days - 1)
    silent = pause > max(_LEAST_PAUSE, _PATIENCE * usual)
    return OutletHealth(
        record=record, health=Health.SILENT if silent else Health.STEADY, pause=pause, usual=usual
    )
