"""Feeds with something in them that breaks the library that takes them apart."""

from __future__ import annotations

import pytest

from vedette.errors import InputError
from vedette.sources.listings.syndication import parse_feed

FEED = """<rss version="2.0" xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule"
 xmlns:psc="http://podlove.org/simple-chapters"><channel>
<item><title>Ferry line shut</title><link>https://post.example/1</link>{added}</item>
<item><title>Ferry line open</title><link>https://post.example/2</link></item></channel></rss>"""


def titles(feed: str) -> list[str | None]:
    return [entry.title for entry in parse_feed(feed.encode(), source="feed.xml").entries]


@pytest.mark.parametrize(
    "added",
    [
        "<creativeCommons:license>x</creativeCommons:license></creativeCommons:license>",
        "<psc:chapters><psc:chapter title='The port'/></psc:chapters>",
        "</gml:pos>",
        "</media:player>",
    ],
    ids=["licence", "chapter", "place", "player"],
)
def test_what_a_feed_adds_for_others_does_not_cost_its_entries(added: str) -> None:
    assert titles(FEED.format(added=added)) == ["Ferry line shut", "Ferry line open"]


@pytest.mark.parametrize(
    ("written", "read"),
    [("&#xD83D;&#xDEA2;", "🚢"), ("&#55357;&#56994;", "🚢"), ("&#xd83d;", "\ufffd"), ("&#x110000;", "\ufffd")],
)
def test_a_character_in_halves_does_not_cost_the_feed(written: str, read: str) -> None:
    assert titles(FEED.format(added="").replace("line shut", f"{written} shut"))[0] == f"Ferry {read} shut"


def test_a_feed_that_cannot_be_taken_apart_is_refused_in_a_sentence() -> None:
    with pytest.raises(InputError, match=r"It is not a readable RSS or Atom feed\."):
        titles(FEED.format(added="<textinput></name></textinput>"))
