"""Alerts as a feed: the newest first, linked to what was said."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import fromstring

from alert_builders import DRONES, QUOTE, alert, at
from vedette.presentation.export.addresses import Addresses
from vedette.presentation.export.alert_feed import write_alert_feed

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(*alerts, desk="https://desk.example"):
    return fromstring(b"".join(write_alert_feed(alerts, Addresses(desk=desk))))


def test_the_newest_comes_first_with_links_to_its_page_and_its_sources():
    root = feed(alert("a2", made=at(60)), alert("a1"))
    assert root.findtext("a:updated", namespaces=ATOM) == "2031-05-04T07:00:00Z"
    first = root.find("a:entry", ATOM)
    assert {one.get("href") for one in first.iterfind("a:link", ATOM)} == {
        "https://desk.example/warnings/pressure?day=2031-05-04", "https://post.example/drones"}
    assert "Four drones crossed the border" in first.findtext("a:content", namespaces=ATOM)
    assert len({one.text for one in root.iterfind("a:entry/a:id", ATOM)}) == 2


def test_a_feed_without_alerts_is_a_feed():
    assert feed().findtext("a:title", namespaces=ATOM) == "Vedette: alerts"


def test_what_strangers_wrote_is_text():
    told = (replace(DRONES, quotes=(replace(QUOTE, sentence="<b>\x1b]]>&amp;\x00"),)),)
    assert "<b>]]>&amp;" in feed(alert(told=told)).findtext("a:entry/a:content", namespaces=ATOM)
