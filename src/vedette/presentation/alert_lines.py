"""Alerts as lines: for tables, and as objects of JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from vedette.alerting.wordbook import describe_change
from vedette.store.alerting import Alert, ChannelRecord, Letter, Snooze

COLUMNS = ("made", "scenario", "what", "new", "state", "sent to", "id")


def alert_row(alert: Alert, letters: Sequence[Letter], *, id: str) -> tuple[str, ...]:
    """Give an alert in the order of :data:`COLUMNS`, with the letters that it went with."""
    new = "; ".join(one.name for one in alert.told if one.new)
    state = f"seen by {alert.by}" if alert.acknowledged else "open"
    sent = ", ".join(one.channel if one.sent else f"{one.channel} (not yet)" for one in letters)
    return minute(alert.made), alert.name, describe_change(alert), new, state, sent, id


def alert_line(alert: Alert, letters: Sequence[Letter]) -> dict[str, Any]:
    """Give an alert as an object of JSON, with all that it was told with and the letters that it went with."""
    return {
        "id": alert.id, "scenario": alert.scenario, "name": alert.name, "kind": str(alert.kind), "day": alert.day,
        "made": alert.made.isoformat(), "level": alert.level, "level_name": alert.level_name, "before": alert.before,
        "before_name": alert.before_name, "likelihood": alert.likelihood, "confidence": alert.confidence,
        "observable": alert.observable, "meaning": alert.meaning, "because": list(alert.because),
        "told": [
            {"indicator": one.indicator, "name": one.name, "rule": one.rule, "why": one.why, "new": one.new,
             "against": one.against, "quotes": [
                 {"event": quote.event, "sentence": quote.sentence, "said_by": quote.said_by,
                  "published": quote.published, "url": quote.url} for quote in one.quotes]}
            for one in alert.told
        ],
        "unseen": list(alert.unseen), "outlook": list(alert.outlook), "follows": alert.follows,
        "acknowledged": None if alert.acknowledged is None else alert.acknowledged.isoformat(), "by": alert.by,
        "why": alert.why,
        "letters": [
            {"key": one.key, "channel": one.channel, "tries": one.tries, "reason": one.reason,
             "sent": None if one.sent is None else one.sent.isoformat()} for one in letters
        ],
    }


def channel_sentences(records: Sequence[ChannelRecord], snoozes: Sequence[Snooze]) -> Iterator[str]:
    """Say which channels are down or have something waiting, and what is snoozed; nothing where all is well."""
    for one in records:
        letter = one.outstanding
        if letter is not None and one.is_down:
            due = f" Next try {minute(letter.due)}." if letter.due else ""
            more = f", {_counted(one.waiting, 'more alert waits', 'more alerts wait')}" if one.waiting else ""
            since = f"down since {minute(letter.made)} ({_counted(letter.tries, 'try', 'tries')}{more})"
            yield f"Channel '{one.channel}' is {since}: {letter.reason}{due}"
        elif one.waiting:
            waits = _counted(one.waiting, "alert waits", "alerts wait")
            yield f"Channel '{one.channel}': {waits}. 'vedette alerts send' sends what waits."
        if one.given_up:
            yield f"Channel '{one.channel}': {_counted(one.given_up, 'letter', 'letters')} never got there."
    for snooze in snoozes:
        why = f": {snooze.why}" if snooze.why else ""
        yield f"Scenario '{snooze.scenario}' is snoozed until {minute(snooze.until)} by {snooze.by}{why}."


def minute(moment: datetime) -> str:
    """Give a moment to the minute.

    Example:
        >>> minute(datetime(2031, 5, 4, 6, 0, tzinfo=UTC))
        '2031-05-04 06:00 UTC'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
