"""Sends what waits: at least once, each letter under one key, and a channel that is down as long as it takes.

A letter is put on record, words and all, before it is first sent. Whoever is killed between sending and noting it
leaves it due; it then goes again, word by word the same and under the same key, so that the other side can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from vedette.alerting.channels import Channel
from vedette.alerting.choosing import HOUR, choose
from vedette.model import content_id
from vedette.store.alerting import Alert, AlertBook, Letter, LetterKind

# Longer than any request may take: so long a letter belongs to whoever took it.
LEASE = timedelta(minutes=2)
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=1), timedelta(minutes=15)
# A warning that could not be sent for so long is no warning any more; what came since goes on.
PATIENCE = timedelta(days=3)


class NotDelivered(Exception):
    """A letter did not get there. The reason names no address, and nothing that is in one."""


class Send(Protocol):
    """Brings a letter to a channel."""

    def __call__(self, channel: Channel, letter: Letter) -> None:
        """Send a letter. Raises NotDelivered."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a letter."""

    subject: str
    body: str


Write = Callable[[Channel, Sequence[Alert], str], Words]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a channel's turn: a letter that got there or did not, or what waits and why."""

    channel: str
    letter: Letter | None = None
    is_sent: bool = False
    waiting: int = 0
    why: str = ""
    until: datetime | None = None


def deliver(
    book: AlertBook, channels: Sequence[Channel], *, send: Send, write: Write, clock: Callable[[], datetime]
) -> tuple[Outcome, ...]:
    """Send what waits for each channel; one that is down holds up no other.

    Args:
        book: What waits.
        channels: Where it goes.
        send: Brings a letter there.
        write: Gives the words of a letter for a channel, of some alerts, under a key.
        clock: Tells the moment.

    Raises:
        StoreError: The desk cannot be written. What was sent meanwhile goes again, under the same key.
    """
    return tuple(
        outcome for channel in channels for outcome in _serve(book, channel, send=send, write=write, clock=clock)
    )


def key_of(channel: str, kind: LetterKind, alerts: Sequence[str]) -> str:
    """Name a letter by what it tells to whom: whoever makes it again gives it the same name."""
    return content_id("m", [channel, str(kind), sorted(alerts)])


def alerts_letter(channel: Channel, alerts: Sequence[Alert], *, write: Write, at: datetime) -> Letter:
    """Make the letter that tells some alerts to a channel, due at once."""
    key = key_of(channel.name, LetterKind.ALERTS, [one.id for one in alerts])
    words = write(channel, alerts, key)
    return Letter(
        key=key, channel=channel.name, kind=LetterKind.ALERTS, subject=words.subject, body=words.body, made=at, due=at
    )


def wait_after(tries: int) -> timedelta:
    """Say how long to wait after so many tries: twice as long each time, up to a quarter of an hour.

    Example:
        >>> [wait_after(tries).seconds // 60 for tries in (1, 2, 3, 4, 5, 60)]
        [1, 2, 4, 8, 15, 15]
    """
    return min(_FIRST_WAIT * 2.0 ** min(tries - 1, 10), _LONGEST_WAIT)


def _serve(
    book: AlertBook, channel: Channel, *, send: Send, write: Write, clock: Callable[[], datetime]
) -> list[Outcome]:
    """Send one letter after the other, as long as they get there."""
    outcomes: list[Outcome] = []
    while True:
        now = clock()
        letter = book.take_letter(channel.name, at=now, until=now + LEASE)
        if letter is not None:
            outcomes.append(_carry(book, channel, letter, send=send, clock=clock))
            if outcomes[-1].is_sent:
                continue
            return outcomes
        put = _put_next(book, channel, write=write, now=now)
        if put is None:
            continue
        return [*outcomes, put] if put.waiting or put.why else outcomes


def _carry(
    book: AlertBook, channel: Channel, letter: Letter, *, send: Send, clock: Callable[[], datetime]
) -> Outcome:
    try:
        send(channel, letter)
    except NotDelivered as error:
        return _failed(book, letter, str(error), now=clock())
    book.note_sent(letter.key, at=clock())
    return Outcome(channel=channel.name, letter=letter, is_sent=True)


def _failed(book: AlertBook, letter: Letter, reason: str, *, now: datetime) -> Outcome:
    if now - letter.made >= PATIENCE:
        book.give_up(letter.key, reason=reason, at=now)
        why = f"{reason} It is given up after {PATIENCE.days} days."
        return Outcome(channel=letter.channel, letter=letter, why=why)
    due = now + wait_after(letter.tries)
    book.note_failed(letter.key, reason=reason, due=due)
    return Outcome(channel=letter.channel, letter=letter, why=reason, until=due)


def _put_next(book: AlertBook, channel: Channel, *, write: Write, now: datetime) -> Outcome | None:
    """Put the next letter on record and give nothing; else say why there is none."""
    record = next((one for one in book.channels() if one.channel == channel.name), None)
    if record is None:
        return Outcome(channel=channel.name)
    if record.outstanding is not None:
        why = record.outstanding.reason or "it is being sent"
        return Outcome(channel=channel.name, waiting=record.waiting + 1, why=why, until=record.outstanding.due)
    chosen = choose(
        channel, book.untold(channel.name), snoozes=book.snoozes(at=now),
        sent=book.sent_since(channel.name, now - HOUR), now=now,
    )
    if not chosen.now:
        return Outcome(channel=channel.name, waiting=len(chosen.held), why=chosen.why, until=chosen.until)
    letter = alerts_letter(channel, chosen.now, write=write, at=now)
    book.put_letter(letter, alerts=[one.id for one in chosen.now])
    return None
