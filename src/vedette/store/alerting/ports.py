"""What telling people asks of a desk's memory.

Each call is one transaction: whoever kills the process leaves things as they were before a call or after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from vedette.store.alerting.nouns import Alert, ChannelRecord, Followed, LastTold, Letter, Snooze


class AlertBook(Protocol):
    """What was told, and what waits to be told. Writing raises StoreError where the desk cannot be written."""

    def last_told(self, scenario: str) -> LastTold | None:
        """Give how a scenario stood when people were last told of it, if ever."""
        ...

    def note_told(self, told: LastTold) -> None:
        """Note how a scenario stands, where there is nothing to tell; not where an alert of it came since."""
        ...

    def put_alert(self, alert: Alert, told: LastTold, *, channels: Sequence[str]) -> bool:
        """Put an alert on record, to go to some channels; say whether it was done.

        It is not where another alert of the scenario came since: somebody was quicker.
        """
        ...

    def alerts(
        self, *, scenario: str | None = None, since: datetime | None = None, open_only: bool = False, limit: int = 50
    ) -> tuple[Alert, ...]:
        """Give alerts, the newest first."""
        ...

    def alerts_beginning(self, id: str) -> tuple[Alert, ...]:
        """Give the alerts whose ids begin so, at most a few."""
        ...

    def untold(self, channel: str) -> tuple[Alert, ...]:
        """Give the alerts that wait for a channel and that nobody acknowledged, oldest first."""
        ...

    def put_letter(self, letter: Letter, *, alerts: Sequence[str] = ()) -> bool:
        """Put a letter on record with the alerts that it tells; say whether it was done.

        It is not where the channel has one to be sent already, or where one of the alerts went with another.
        """
        ...

    def take_letter(self, channel: str, *, at: datetime, until: datetime) -> Letter | None:
        """Take the letter of a channel that is due, and leave it to whoever takes it until a moment."""
        ...

    def note_sent(self, key: str, *, at: datetime) -> None:
        """Note that a letter got there."""
        ...

    def note_failed(self, key: str, *, reason: str, due: datetime) -> None:
        """Note that a letter did not get there, and when it is tried again."""
        ...

    def give_up(self, key: str, *, reason: str, at: datetime) -> None:
        """Note that a letter is not tried any more."""
        ...

    def letter(self, key: str) -> Letter | None:
        """Give a letter."""
        ...

    def letters_of(self, alert: str) -> tuple[Letter, ...]:
        """Give the letters that an alert went with."""
        ...

    def sent_since(self, channel: str, moment: datetime) -> tuple[datetime, ...]:
        """Give when letters got to a channel since a moment, oldest first."""
        ...

    def last_digest(self, channel: str) -> datetime | None:
        """Say when the last digest for a channel was made."""
        ...

    def channels(self) -> tuple[ChannelRecord, ...]:
        """Give how it stands with every channel that something was ever for, by name."""
        ...

    def acknowledge(self, alerts: Sequence[str], *, by: str, at: datetime, why: str = "") -> int:
        """Note who took note of alerts; say of how many nobody had."""
        ...

    def snooze(self, snooze: Snooze) -> None:
        """Send nothing of a scenario until a moment; the last word on a scenario counts."""
        ...

    def snoozes(self, *, at: datetime) -> tuple[Snooze, ...]:
        """Give what is snoozed at a moment, by scenario."""
        ...

    def follow(self, followed: Followed) -> bool:
        """Follow something; say whether nobody did."""
        ...

    def unfollow(self, id: str) -> bool:
        """Follow it no more; say whether somebody did."""
        ...

    def followed(self) -> tuple[Followed, ...]:
        """Give all that is followed, in the order in which it was begun."""
        ...
