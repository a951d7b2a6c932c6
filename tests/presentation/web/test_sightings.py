"""What the map and the timeline are given: the events of the filter, in columns, once."""

from __future__ import annotations

import json
from datetime import date
from html.parser import HTMLParser

import pytest
from fake_view import FakeView, border_desk, make_event

from vedette.model import EVENT_TYPES, EventType, Period, Place, PlaceKind, PlaceMention
from vedette.presentation.families import FAMILIES, family_word
from vedette.presentation.web import islands
from vedette.presentation.web.sightings import columns
from vedette.settings import Tiles

ADDRESS = "/events.sightings.json"


def given(browser, query=""):
    answer = browser.get(ADDRESS + query)
    assert answer.status_code == 200
    return answer.json()


def day(number):
    return None if number is None else date.fromordinal(number + date(1970, 1, 1).toordinal()).isoformat()


def test_each_event_stands_in_every_column_once(border):
    found = given(border)
    assert found["ids"] == ["e1", "e2", "e3abcdef"]
    assert [found["types"][number] for number in found["type"]] == ["border_closure", "exercise", "airspace_violation"]
    assert [day(number) for number in found["first"]] == ["2025-09-11", "2025-09-20", None]
    assert [day(number) for number in found["last"]] == [None, "2025-09-24", None]
    assert [found["places"][number] if number >= 0 else None for number in found["place"]] == [
        [52.3, 23.6, "Poland-Belarus border", "border"], [54.69, 25.28, "Vilnius", "city"], None,
    ]
    assert found["more"] == []


def test_an_event_of_several_places_is_one_event(browse):
    towns = [
        PlaceMention(place=Place(name=name, kind=PlaceKind.CITY, lat=lat, lon=20.0))
        for name, lat in (("A", 50.0), ("B", 51.0), ("C", 52.0))
    ]
    view = FakeView(all_events=(
        make_event("e1", places=(towns[0],)), make_event("e2", places=tuple(towns[1:])), make_event("e3"),
    ))
    found = given(browse(view))
    assert (found["ids"], found["place"], found["more"]) == (["e1", "e2", "e3"], [0, 1, -1], [[1, 2]])


def test_a_filter_narrows_what_is_drawn_as_it_narrows_the_table(border):
    assert given(border, "?type=exercise")["ids"] == ["e2"]
    assert given(border, "?bbox=20,50,24,54")["ids"] == ["e1"]
    assert border.get(f"{ADDRESS}?bbox=1,2").status_code == 422


def test_nothing_is_drawn_of_an_empty_desk(browse):
    found = given(browse(FakeView()))
    assert found == json.loads(json.dumps(columns(())))
    assert not any(found[name] for name in ("ids", "types", "places", "type", "first", "last", "place", "more"))


def test_what_is_still_the_same_is_not_sent_again(border):
    tag = border.get(ADDRESS).headers["etag"]
    again = border.get(ADDRESS, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_name_from_an_article_cannot_break_out(browse):
    place = Place(name="</script>\x1b[31m\u202e\ud800", kind=PlaceKind.CITY, lat=1.0, lon=2.0)
    view = FakeView(all_events=(make_event(places=(PlaceMention(place=place),)),))
    answer = browse(view).get(ADDRESS)
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "\x1b" not in answer.text and "\u202e" not in answer.text


def test_a_desk_that_changes_is_drawn_anew(browse):
    view = border_desk()
    browser = browse(view)
    before = browser.get(ADDRESS)
    view.all_events = (*view.all_events, make_event("e9", EventType.STRIKE, period=Period(start="2025-09-30")))
    after = browser.get(ADDRESS)
    assert "e9" in after.json()["ids"]
    assert before.headers["etag"] != after.headers["etag"]


def test_every_family_has_a_word():
    assert set(FAMILIES) == {definition.family for definition in EVENT_TYPES}
    assert len({family_word(family) for family in FAMILIES}) == len(FAMILIES)


class Page(HTMLParser):
    """The elements of a page by their id, and its scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: dict[str, dict[str, str | None]] = {}
        self.scripts: list[str | None] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if "id" in found:
            self.ids[found["id"]] = found
        if tag == "script":
            self.scripts.append(found.get("src"))


def test_the_page_has_what_the_islands_look_for(border):
    """The names are those that `islands/src/events.ts` asks for; a browser test moves them."""
    page = Page(border.get("/events").text)
    assert page.scripts == ["/static/islands/events.js"]
    assert "hidden" in page.ids["islands"], "without scripts nothing empty is shown"
    assert page.ids["islands"]["data-sightings"] == ADDRESS
    assert "data-tiles" not in page.ids["islands"]
    wanted = {
        "type", "filters", "listing", "list-status", "map", "map-card", "map-count", "map-in", "map-out", "map-fit",
        "map-draw", "map-view", "map-clear", "timeline", "time-all", "time-clear",
    }
    assert wanted <= page.ids.keys()


def test_without_the_bundle_the_page_says_so_in_one_sentence_and_asks_for_no_script(browse):
    browser = browse(border_desk(), islands=False)
    answer = browser.get("/events").text
    page = Page(answer)
    assert "They were not built: no Node." in answer
    assert page.scripts == []
    assert "islands" not in page.ids and "events.css" not in answer
    assert {"filters", "listing"} <= page.ids.keys()


def test_tiles_of_the_users_own_are_named_with_their_credit(browse):
    tiles = Tiles(address="https://tiles.example/{z}/{x}/{y}.png", credit="<b>Example</b> tiles")
    answer = browse(border_desk(), tiles=tiles).get("/events").text
    assert Page(answer).ids["islands"]["data-tiles"] == tiles.address
    assert "&lt;b&gt;Example&lt;/b&gt; tiles" in answer


@pytest.mark.parametrize(("held", "missing"), [
    ({"events.js": ""}, None),
    ({"not-built.txt": "They were not built: no Node.\n"}, "They were not built: no Node."),
    ({}, "The map and the timeline were not built with this installation."),
])
def test_what_lies_in_the_package_decides(tmp_path, monkeypatch, held, missing):
    (tmp_path / "static" / "islands").mkdir(parents=True)
    for name, text in held.items():
        (tmp_path / "static" / "islands" / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(islands, "files", lambda package: tmp_path)
    assert islands.find_islands().missing == missing


def test_the_answer_is_packed_where_the_browser_can_unpack_it(border):
    plain = border.get(ADDRESS, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    packed = border.get(ADDRESS, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.json() == json.loads(plain.content)
