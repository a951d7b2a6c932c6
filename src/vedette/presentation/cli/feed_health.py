"""Whether the feeds that are watched answer: to whom the desk is blind, and who is only quiet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from vedette.errors import VedetteError
from vedette.model import SourceState
from vedette.model.source_health import SourceHealth
from vedette.presentation.wording import count_words
from vedette.settings import Settings

_NAMED = 5


def look_at_feeds(settings: Settings) -> str:
    """Say how many feeds report and which are quiet; to be blind to one is a fault.

    Raises:
        VedetteError: Some feeds are blind.
    """
    from vedette.store import open_store
    from vedette.store.address import database_at

    if not database_at(settings.desk).exists():
        return "none is watched"
    with open_store(settings.desk, read_only=True) as store:
        health = store.source_health(at=datetime.now(UTC))
    if not health:
        return "none is watched"
    blind, quiet = _of(health, SourceState.FAILING), _of(health, SourceState.SILENT)
    heard = f"{count_words(len(health), 'feed')} watched" + (f"; quiet: {_named(quiet)}" if quiet else "")
    if blind:
        raise VedetteError(f"{heard}; blind, so that nothing is known of them: {_named(blind)}.")
    return heard


def _of(health: Sequence[SourceHealth], state: SourceState) -> tuple[SourceHealth, ...]:
    return tuple(one for one in health if one.state is state)


def _named(feeds: Sequence[SourceHealth]) -> str:
    shown = ", ".join(f"{one.outlet} ({one.address})" for one in feeds[:_NAMED])
    return shown if len(feeds) <= _NAMED else f"{shown} and {len(feeds) - _NAMED:,} more"
