"""What would go out now: the same rules as for sending, and nothing is put on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from vedette.alerting.channels import Channel
from vedette.alerting.choosing import HOUR, choose, wants
from vedette.alerting.delivering import Write, alerts_letter
from vedette.store.alerting import Alert, AlertBook, Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would go to a channel: a letter that is made already, a new one, or nothing and why."""

    channel: str
    letter: Letter | None = None
    waiting: int = 0
    why: str = ""
    until: datetime | None = None


def preview(
    book: AlertBook, channels: Sequence[Channel], new: Sequence[Alert], *, write: Write, now: datetime
) -> tuple[Preview, ...]:
    """Say what would go to each channel.

    Args:
        book: What waits already.
        channels: Where it would go.
        new: Alerts that are not on record yet.
        write: Gives the words of a letter.
        now: This moment.
    """
    records = {one.channel: one for one in book.channels()}
    return tuple(
        _outstanding(one.name, record.outstanding, now)
        if (record := records.get(one.name)) is not None and record.outstanding is not None
        else _next(book, one, new, write=write, now=now)
        for one in channels
    )


def _outstanding(channel: str, letter: Letter, now: datetime) -> Preview:
    if letter.due is not None and letter.due > now:
        return Preview(channel=channel, waiting=1, why=letter.reason or "it is being sent", until=letter.due)
    return Preview(channel=channel, letter=letter)


def _next(book: AlertBook, channel: Channel, new: Sequence[Alert], *, write: Write, now: datetime) -> Preview:
    waiting = [*book.untold(channel.name), *(one for one in new if wants(channel, one))]
    chosen = choose(
        channel, waiting, snoozes=book.snoozes(at=now), sent=book.sent_since(channel.name, now - HOUR), now=now
    )
    if not chosen.now:
        return Preview(channel=channel.name, waiting=len(chosen.held), why=chosen.why, until=chosen.until)
    letter = alerts_letter(channel, chosen.now, write=write, at=now)
    return Preview(channel=channel.name, letter=letter, waiting=len(chosen.held))
