"""How it stands with a source that is watched: quiet is not blind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vedette.model.coverage import SourceState
from vedette.model.watched import FeedKind

# So many errors in a row are no accident.
BLIND_AFTER = 3
# Every feed is asked within six hours; one that was not, for so long, is asked by nobody.
UNASKED_HOURS = 18.0
# A silence of so many times the usual pause is worth a look; shorter than these hours it never is.
PATIENCE, LEAST_SILENCE_HOURS = 3.0, 24.0
# Watched for less, and without a rhythm, nothing can be said.
NEW_HOURS = 72.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHealth:
    """What is known of one feed at a moment; other moments are ISO 8601 in UTC, ``None`` where it never was.

    ``outlet`` is the id of a pack. ``streak`` counts errors in a row and ``reason`` says the last of them. ``rhythm``
    is the usual pause between two new things, in seconds. ``next`` is when it is asked next.
    """

    outlet: str
    address: str
    kind: FeedKind
    state: SourceState
    answered: str | None = None
    newest: str | None = None
    streak: int = 0
    reason: str = ""
    rhythm: float | None = None
    items: int = 0
    next: str | None = None


def source_state(
    *, now: datetime, added: datetime, answered: datetime | None, newest: datetime | None, streak: int,
    rhythm: float | None,
) -> SourceState:
    """Tell apart who reports, who is quiet, to whom we are blind, and who is new.

    *Failing* (blind): three errors in a row, or no answer for 18 hours. *Silent* (quiet): it answers, and nothing new
    came for three times its usual pause, and for a day at least. *Unknown* (new): it has not answered yet, or in less
    than three days nothing could be learned of its rhythm. Else it is *steady* (reporting).

    Example:
        >>> from datetime import UTC, timedelta
        >>> now = datetime(2025, 9, 12, tzinfo=UTC)
        >>> hourly = {"now": now, "added": now - timedelta(days=30), "streak": 0, "rhythm": 3600.0}
        >>> source_state(answered=now, newest=now - timedelta(hours=5), **hourly)
        <SourceState.STEADY: 'steady'>
        >>> source_state(answered=now, newest=now - timedelta(hours=25), **hourly)
        <SourceState.SILENT: 'silent'>
        >>> source_state(answered=now - timedelta(hours=19), newest=now - timedelta(hours=25), **hourly)
        <SourceState.FAILING: 'failing'>
    """
    watched = _hours(added, now)
    if streak >= BLIND_AFTER or _hours(answered or added, now) > UNASKED_HOURS:
        return SourceState.FAILING
    if answered is None or (rhythm is None and watched < NEW_HOURS):
        return SourceState.UNKNOWN
    usual = NEW_HOURS / PATIENCE if rhythm is None else rhythm / 3600
    silent = _hours(newest or added, now) > max(PATIENCE * usual, LEAST_SILENCE_HOURS)
    return SourceState.SILENT if silent else SourceState.STEADY


def _hours(since: datetime, now: datetime) -> float:
    return (now - since).total_seconds() / 3600
