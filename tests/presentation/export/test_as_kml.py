"""Events in an earth browser: read back by a parser of XML that trusts nobody."""

from __future__ import annotations

import html
import re

import pytest
from export_desk import CLOSED, DENIED, EVIL, PLANNED, POSSIBLE, id_of, told, view_of, whole, written
from lxml import etree

KML = {"k": "http://www.opengis.net/kml/2.2"}


def marks(view=None) -> dict[str, etree._Element]:
    document = etree.fromstring(written(view or whole(), "kml"), etree.XMLParser(resolve_entities=False))
    assert document.tag == "{http://www.opengis.net/kml/2.2}kml"
    return {mark.get("id"): mark for mark in document.iterfind(".//k:Placemark", KML)}


def data(mark: etree._Element) -> dict[str, str]:
    return {one.get("name"): one.findtext("k:value", None, KML) for one in mark.iterfind(".//k:Data", KML)}


def test_a_mark_stands_where_it_happened_with_how_exactly_that_is_known() -> None:
    closed = marks()[id_of(CLOSED)]
    points = [point.text for point in closed.iterfind("k:MultiGeometry/k:Point/k:coordinates", KML)]
    assert points == ["25.28,54.69", "-166.7,-77.85"]
    assert data(closed)["place_precision"] == "city"
    assert marks()[id_of(PLANNED)].findtext("k:Point/k:coordinates", None, KML) == "25.28,54.69"


@pytest.mark.parametrize("item", [DENIED, POSSIBLE], ids=["known is where from", "known is a name"])
def test_a_mark_without_a_known_place_is_on_no_map(item) -> None:
    assert marks()[id_of(item)].find(".//k:coordinates", KML) is None


def test_what_is_denied_says_so_in_its_name_and_has_a_style_of_its_own() -> None:
    denied = marks()[id_of(DENIED)]
    assert denied.findtext("k:name", None, KML).startswith("Denied: ")
    assert denied.findtext("k:styleUrl", None, KML) == "#denied"
    assert b'<Style id="denied">' in written(whole(), "kml")
    assert data(denied)["factuality"] == "denied"


def test_a_mark_carries_its_sentences_origins_and_grade() -> None:
    closed = data(marks()[id_of(CLOSED)])
    assert (closed["sentences"], closed["origin_names"], closed["grade"]) == (
        "Poland closed the crossing.", "State Agency", "B3",
    )


def test_a_span_is_open_where_nobody_knows_the_end() -> None:
    spans = {
        name: tuple(marks()[id_of(item)].findtext(f"k:TimeSpan/k:{end}", None, KML) for end in ("begin", "end"))
        for name, item in (("closed", CLOSED), ("planned", PLANNED), ("possible", POSSIBLE), ("denied", DENIED))
    }
    assert spans == {
        "closed": ("2025-09-11", None), "planned": ("2025-09-12", "2025-09-16"),
        "possible": ("2025-09-01", "2025-09-30"), "denied": (None, None),
    }


def test_hostile_words_are_words_in_the_mark_and_in_the_page_that_is_made_of_it() -> None:
    evil = marks()[id_of(EVIL)]
    shown = evil.findtext("k:description", None, KML)
    assert set(re.findall(r"<[^>]*>", shown)) == {"<p>", "</p>"}
    assert "<script>alert(1)</script>" in html.unescape(shown)
    assert "javascript:" not in etree.tostring(evil).decode()


def test_what_xml_cannot_hold_stops_nothing() -> None:
    odd = told("It closed \x00 \x0b \ud83d \ufffe \uffff here.", names=["]]>", "&amp;"])
    assert data(marks(view_of(odd))[id_of(odd)])["names"] == "]]>; &amp;"
