"""Which alerts go to a channel now: by what it wants, what is snoozed, and how much has gone there of late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from vedette.alerting.channels import Channel
from vedette.store.alerting import Alert, AlertKind, Snooze

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The alerts of one letter, and those that wait: why, and until when, where a moment is known."""

    now: tuple[Alert, ...] = ()
    held: tuple[Alert, ...] = ()
    why: str = ""
    until: datetime | None = None


def wants(channel: Channel, alert: Alert) -> bool:
    """Say whether a channel is told of an alert.

    Falling below the lowest level that it is told of is told as well: else nobody there would know that it is over.
    """
    levels = (alert.level, alert.before or 0) if alert.kind is AlertKind.LOWERED else (alert.level,)
    return (
        (not channel.scenarios or alert.scenario in channel.scenarios) and alert.kind in channel.tell
        and max(levels) >= channel.from_level
    )


def is_snoozed(alert: Alert, snoozes: Sequence[Snooze], *, now: datetime) -> bool:
    """Say whether somebody snoozed what an alert is about; a rise above the level of then wakes everybody."""
    return any(
        one.scenario == alert.scenario and one.until > now
        and not (alert.kind is AlertKind.RAISED and alert.level > one.level)
        for one in snoozes
    )


def choose(
    channel: Channel, waiting: Sequence[Alert], *, snoozes: Sequence[Snooze], sent: Sequence[datetime], now: datetime
) -> Choice:
    """Choose what goes to a channel at once; nothing is dropped, what is held back waits.

    Args:
        channel: The channel.
        waiting: The alerts that wait for it, oldest first.
        snoozes: What is snoozed now.
        sent: When letters got there within the last hour, oldest first.
        now: This moment.
    """
    awake = tuple(one for one in waiting if not is_snoozed(one, snoozes, now=now))
    asleep = tuple(one for one in waiting if one not in awake)
    if not awake:
        return Choice(held=asleep, why="snoozed" if asleep else "")
    recent = [one for one in sent if now - HOUR < one <= now]
    if len(recent) >= channel.at_most:
        why = f"{channel.at_most} letters went there within an hour"
        return Choice(held=tuple(waiting), why=why, until=recent[-channel.at_most] + HOUR)
    oldest, gather = min(one.made for one in awake), timedelta(minutes=channel.gather)
    # An alert of the future, since the clock was set back, waits for nobody.
    if timedelta() <= now - oldest < gather and all(one.kind is not AlertKind.RAISED for one in awake):
        return Choice(held=tuple(waiting), why="others may follow", until=oldest + gather)
    return Choice(now=awake, held=asleep, why="snoozed" if asleep else "")
