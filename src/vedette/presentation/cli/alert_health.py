"""Whether alerts get to those who are to have them."""

from __future__ import annotations

from vedette.errors import VedetteError
from vedette.presentation.alert_lines import channel_sentences
from vedette.settings import Settings


def look_at_channels(settings: Settings) -> str:
    """Say what waits for channels; one that is down is a problem."""
    from vedette.store import open_store
    from vedette.store.address import database_at

    if not database_at(settings.desk).exists():
        return "nothing was told yet"
    with open_store(settings.desk, read_only=True) as store:
        records = store.alerting.channels()
    down = [one for one in records if one.is_down]
    if down:
        raise VedetteError(" ".join(channel_sentences(down, ())))
    if not records:
        return "nothing was told yet"
    waiting = sum(one.waiting + (one.outstanding is not None) for one in records)
    names = ", ".join(one.channel for one in records)
    return f"{names}: {f'{waiting} wait' if waiting else 'all of it got there'}"
