"""One round of alerts: how scenarios stand, what there is to tell of it, and what waits goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from vedette.alerting import Channel, Outcome, deliver, notice
from vedette.alerting.delivering import Send, Write
from vedette.desk import Desk
from vedette.model import Scenario
from vedette.presentation.alert_words import words_of
from vedette.store.alerting import Alert


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The alerts that are new, and what became of each channel's turn."""

    made: tuple[Alert, ...]
    outcomes: tuple[Outcome, ...]


def send_round(
    desk: Desk, scenarios: Sequence[Scenario], *, channels: Sequence[Channel], send: Send, write: Write,
    clock: Callable[[], datetime],
) -> Round:
    """Assess scenarios, put on record what there is to tell, and send what waits.

    Args:
        desk: The desk.
        scenarios: All that are followed.
        channels: To whom alerts go.
        send: Brings a letter there.
        write: Gives the words of a letter.
        clock: Tells the moment.

    Raises:
        StoreError: The desk cannot be written. What was sent meanwhile goes again, under the same key.
    """
    now, store = clock(), desk.store
    desk.assess(scenarios, today=now.date().isoformat(), at=now)
    word = words_of(store, scenarios)
    made = notice(store.alerting, store.assessments(), channels=channels, word=word, at=now)
    return Round(made=made, outcomes=deliver(store.alerting, channels, send=send, write=write, clock=clock))
