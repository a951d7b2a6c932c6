"""Alerts as an Atom feed (RFC 4287): the newest first, each with what it was told with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from vedette.alerting.plain import one_line
from vedette.alerting.writing import describe_change
from vedette.store.alerting import Alert

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def alert_feed(alerts: Sequence[Alert], *, desk: str = "", own: str = "") -> bytes:
    """Write a feed of alerts.

    Args:
        alerts: The alerts, newest first.
        desk: The address of the desk's pages, without a stroke at the end; without it, entries have no link.
        own: The address of the feed itself.
    """
    feed = Element("feed", xmlns="http://www.w3.org/2005/Atom")
    _text(feed, "id", _urn(own or "alerts"))
    _text(feed, "title", "Vedette: alerts")
    _text(feed, "updated", _moment(alerts[0].made if alerts else _NEVER))
    _text(SubElement(feed, "author"), "name", "Vedette")
    if own:
        SubElement(feed, "link", rel="self", type="application/atom+xml", href=own)
    for alert in alerts:
        feed.append(_entry(alert, desk))
    indent(feed)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(feed, encoding="unicode").encode() + b"\n"


def _entry(alert: Alert, desk: str) -> Element:
    entry = Element("entry")
    _text(entry, "id", _urn(alert.id))
    _text(entry, "title", one_line(f"{alert.name}: {describe_change(alert)}"))
    _text(entry, "updated", _moment(alert.made))
    if desk:
        SubElement(entry, "link", rel="alternate", type="text/html", href=f"{desk}/warnings/{alert.scenario}")
    for url in dict.fromkeys(quote.url for one in alert.told for quote in one.quotes if quote.url):
        SubElement(entry, "link", rel="via", href=one_line(url))
    for term in (str(alert.kind), alert.scenario):
        SubElement(entry, "category", term=one_line(term))
    told = [
        f"{one.name}: {one.rule}" + "".join(f' "{quote.sentence}" ({quote.said_by})' for quote in one.quotes)
        for one in alert.told
    ]
    content = SubElement(entry, "content", type="text")
    content.text = "\n".join(map(one_line, (*alert.because, *told)))
    return entry


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'vedette:alert:{name}')}"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
