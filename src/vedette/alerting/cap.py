"""An alert as CAP 1.2, the Common Alerting Protocol (OASIS, ITU-T X.1303bis).

A desk is no authority: unless told otherwise, what it writes is a draft for its own users. What CAP asks and a scenario
does not say, severity and urgency, is *Unknown*; how likely it is, is said as *certainty*.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from vedette.alerting.cap_rules import NAMESPACE, cap_faults
from vedette.alerting.plain import one_line
from vedette.alerting.wordbook import describe_change
from vedette.errors import UsageError
from vedette.store.alerting import Alert, AlertKind, Spot

_CERTAINTY = {
    "almost_certain": "Likely", "very_likely": "Likely", "likely": "Likely", "roughly_even_chance": "Possible",
    "unlikely": "Possible", "very_unlikely": "Unlikely", "almost_no_chance": "Unlikely",
}
_HEADLINE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class CapForm:
    """Who sends, to whom, and as what: the words of CAP.

    ``sender`` names who answers for it, as in ``watch@desk.example``. ``status`` is Draft, Test, Exercise or Actual,
    ``scope`` Restricted, Public or Private.
    """

    sender: str = "vedette@localhost"
    status: str = "Draft"
    scope: str = "Restricted"
    restriction: str = "For the users of the desk that it comes from."
    addresses: str = ""
    language: str = "en"
    category: str = "Security"
    desk: str = field(default="")


def cap_alert(alert: Alert, *, form: CapForm | None = None, earlier: Iterable[Alert] = ()) -> bytes:
    """Write an alert as CAP 1.2.

    The first of a scenario is an *Alert*, those that follow are each an *Update* of those before; one that falls
    to the lowest level is a *Cancel*.

    Args:
        alert: The alert.
        form: Who sends it, to whom, and as what.
        earlier: The alerts of the same scenario that it takes the place of, oldest first.

    Raises:
        UsageError: What it was given breaks a rule of CAP; the message says which.
    """
    chosen = form or CapForm()
    root = Element("alert", xmlns=NAMESPACE)
    for name, text in _head(alert, chosen, tuple(earlier)):
        if text:
            SubElement(root, name).text = text
    root.append(_info(alert, chosen))
    indent(root)
    written = b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"
    if faults := cap_faults(written):
        raise UsageError(f"This is no CAP 1.2: {' '.join(faults)}")
    return written


def cap_moment(moment: datetime) -> str:
    """Give a moment as CAP writes it: in UTC, whose offset is never written ``Z``.

    Example:
        >>> cap_moment(datetime(2031, 5, 4, 6, 0, tzinfo=UTC))
        '2031-05-04T06:00:00-00:00'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S-00:00")


def _head(alert: Alert, form: CapForm, earlier: tuple[Alert, ...]) -> list[tuple[str, str]]:
    over = alert.kind is AlertKind.LOWERED and alert.level == 0
    kind = "Alert" if not earlier else "Cancel" if over else "Update"
    return [
        ("identifier", alert.id), ("sender", form.sender), ("sent", cap_moment(alert.made)), ("status", form.status),
        ("msgType", kind), ("source", "Vedette"), ("scope", form.scope),
        ("restriction", form.restriction if form.scope == "Restricted" else ""),
        ("addresses", form.addresses if form.scope == "Private" else ""),
        ("note", "Made by written rules from news reports; no authority has confirmed it."),
        ("references", " ".join(f"{form.sender},{one.id},{cap_moment(one.made)}" for one in earlier)),
        ("incidents", alert.scenario.replace(" ", "_")),
    ]


def _info(alert: Alert, form: CapForm) -> Element:
    info = Element("info")
    over = alert.kind is AlertKind.LOWERED and alert.level == 0
    for name, text in (
        ("language", form.language), ("category", form.category), ("event", one_line(alert.name)),
        ("responseType", "AllClear" if over else "Monitor"), ("urgency", "Unknown"), ("severity", "Unknown"),
        ("certainty", _CERTAINTY.get(alert.likelihood or "", "Unknown")), ("effective", cap_moment(alert.made)),
        ("headline", one_line(f"{alert.name}: {describe_change(alert)}")[:_HEADLINE]),
        ("description", "\n".join(_description(alert))), ("instruction", one_line(alert.meaning)),
        ("web", f"{form.desk}/warnings/{alert.scenario}" if form.desk else ""),
    ):
        if text:
            SubElement(info, name).text = text
    for name, value in _parameters(alert):
        parameter = SubElement(info, "parameter")
        SubElement(parameter, "valueName").text = name
        SubElement(parameter, "value").text = one_line(value)
    if area := _area(alert):
        info.append(area[0])
    return info


def _description(alert: Alert) -> Iterable[str]:
    yield from map(one_line, alert.because)
    for one in alert.told:
        against = " (speaks against it)" if one.against else ""
        yield one_line(f"{one.name}{against}: {one.rule}" if one.rule else f"{one.name}{against}")
        for quote in one.quotes:
            yield one_line(f'"{quote.sentence}" ({quote.said_by}) {quote.url or ""}')


def _parameters(alert: Alert) -> list[tuple[str, str]]:
    return [
        ("vedette:level", alert.level_name), ("vedette:levelNumber", str(alert.level)),
        ("vedette:levelBefore", alert.before_name or str(alert.before or 0)),
        ("vedette:likelihood", (alert.likelihood or "not said").replace("_", " ")),
        ("vedette:confidence", alert.confidence or "not said"), ("vedette:observable", f"{alert.observable:.2f}"),
    ]


def _area(alert: Alert) -> list[Element]:
    """Give the places that the sentences name, as an area; nothing where they name none."""
    spots = {spot.name: spot for one in alert.told for quote in one.quotes for spot in quote.places}
    if not spots:
        return []
    area = Element("area")
    SubElement(area, "areaDesc").text = one_line("; ".join(spots))
    for spot in spots.values():
        if circle := _circle(spot):
            SubElement(area, "circle").text = circle
    return [area]


def _circle(spot: Spot) -> str:
    # How far around a place something holds, nobody said: a point is a circle without extent.
    return "" if spot.lat is None or spot.lon is None else f"{spot.lat:g},{spot.lon:g} 0"
