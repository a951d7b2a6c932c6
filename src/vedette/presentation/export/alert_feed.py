"""Alerts as an Atom feed: the newest first, each with what it was told with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vedette.alerting.wordbook import describe_change
from vedette.presentation.export.addresses import Addresses
from vedette.presentation.export.atom import FEED_LENGTH, Entry, write_atom
from vedette.presentation.export.identity import uuid_of
from vedette.presentation.safe_text import printable
from vedette.store.alerting import Alert


def write_alert_feed(alerts: Sequence[Alert], addresses: Addresses) -> Iterator[bytes]:
    """Write a feed (RFC 4287) of alerts.

    Args:
        alerts: The alerts, newest first; of more than a hundred, the first hundred.
        addresses: Where the pages of the desk are.
    """
    entries = (_entry(one, addresses) for one in alerts[:FEED_LENGTH])
    return write_atom(entries, name="alerts", own=addresses.own)


def _entry(alert: Alert, addresses: Addresses) -> Entry:
    return Entry(
        id=uuid_of("alert", alert.id), title=f"{alert.name}: {describe_change(alert)}", updated=alert.made,
        text="\n".join(map(printable, _lines(alert))), page=addresses.warning(alert.scenario, alert.day),
        via=tuple(quote.url for one in alert.told for quote in one.quotes if quote.url),
        terms=(str(alert.kind), alert.level_name),
    )


def _lines(alert: Alert) -> Iterator[str]:
    yield from (alert.meaning, *alert.because) if alert.meaning else alert.because
    for one in alert.told:
        yield f"{one.name}: {one.rule}"
        yield from (f'"{quote.sentence}" ({quote.said_by})' for quote in one.quotes)
    yield from alert.outlook
