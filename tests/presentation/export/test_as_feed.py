"""A feed as a feed reader takes it."""

from __future__ import annotations

import feedparser
from export_desk import CLOSED, DENIED, EVIL, PLANNED, id_of, told, view_of, whole, written


def entries(view=None) -> dict[str, feedparser.FeedParserDict]:
    feed = feedparser.parse(written(view or whole(), "atom"), sanitize_html=False, resolve_relative_uris=False)
    assert (feed.version, feed.bozo) == ("atom10", False)
    return {entry.link.rpartition("/")[2]: entry for entry in feed.entries}


def test_a_reader_finds_the_feed_and_its_own_address_in_it() -> None:
    feed = feedparser.parse(written(whole(), "atom")).feed
    assert feed.title == "Vedette: events" and feed.updated == "2025-09-13T06:00:00Z"
    assert [link.href for link in feed.links if link.rel == "self"] == [
        "http://127.0.0.1:8765/events.atom?type=strike"
    ]


def test_an_entry_says_what_who_says_so_and_how_sure() -> None:
    closed = entries()[id_of(CLOSED)]
    text = closed.content[0].value
    assert closed.content[0].type == "text/plain"
    assert "“Poland closed the crossing.” (Example Post, 2025-09-12, https://post.example/a?x=1&y=2)" in text
    assert "Origins: State Agency" in text and "Grade: B3 (One origin only.)" in text
    assert [link.href for link in closed.links if link.rel == "via"] == ["https://post.example/a?x=1&y=2"]


def test_what_is_denied_is_called_denied_and_nowhere_happened() -> None:
    denied = entries()[id_of(DENIED)]
    assert denied.title.startswith("Denied: ")
    assert [tag.term for tag in denied.tags] == ["airspace_violation", "denied"]
    assert "happened" not in denied.content[0].value


def test_an_entry_keeps_its_id_and_says_when_the_desk_last_met_it() -> None:
    planned, again = entries()[id_of(PLANNED)], entries(view_of(PLANNED))[id_of(PLANNED)]
    assert planned.id == again.id and planned.id.startswith("urn:uuid:")
    assert planned.updated == "2025-09-14T06:00:00Z"
    assert len({entry.id for entry in entries().values()}) == 7


def test_a_feed_asks_for_what_the_desk_met_last_and_for_no_more_than_it_shows() -> None:
    for limit, asked in ((None, 100), (5, 5), (1000, 100)):
        view = whole()
        written(view, "atom", type="strike", limit=limit)
        assert (view.asked[-1].newest, view.asked[-1].limit, view.asked[-1].type) == (True, asked, "strike")


def test_hostile_words_are_words() -> None:
    evil = entries()[id_of(EVIL)]
    assert "<script>alert(1)</script>" in evil.content[0].value
    assert b"<script" not in written(whole(), "atom")
    assert [link.rel for link in evil.links] == ["alternate"], "an address that is none of the web is no link"


def test_an_empty_feed_is_a_feed() -> None:
    feed = feedparser.parse(written(whole(), "atom", type="protest"))
    assert (feed.bozo, feed.entries, feed.feed.updated) == (False, [], "1970-01-01T00:00:00Z")


def test_what_xml_cannot_hold_stops_nothing() -> None:
    odd = told("It closed \x00 \ud83d \ufffe here.", outlet="]]>&amp;")
    assert "“It closed here.” (]]>&amp;, 2025-09-12)" in entries(view_of(odd))[id_of(odd)].content[0].value
