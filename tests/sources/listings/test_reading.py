"""RSS and Atom as lists, and what is said when something else stands at the address."""

from __future__ import annotations

import pytest

from vedette.errors import InputError
from vedette.model import Feed, FeedKind
from vedette.sources.listings import Listed, read_listing

RSS = """<?xml version="1.0" encoding="windows-1251"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Пример</title>
<item><title>Переход закрыт</title><link>/novosti/1?utm_source=rss&amp;utm_medium=feed</link>
<pubDate>Fri, 12 Sep 2025 08:00:00 +0300</pubDate></item>
<item><title>Переход закрыт: дополнено</title><link>https://POST.example/novosti/1#top</link></item>
<item><title>Почта</title><link>mailto:desk@post.example</link></item>
<item><title>Без адреса</title></item>
<item><title>Паромы стоят</title><guid isPermaLink="true">https://post.example/novosti/2</guid></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Przykład</title>
<entry><id>tag:post.example,2025:1</id><title>Most &lt;b&gt;zamknięty&lt;/b&gt;</title>
<updated>2025-09-12T10:00:00Z</updated>
<published>2025-09-11T10:00:00Z</published><link href="https://post.example/most"/></entry></feed>"""

PAGE = b"""<!DOCTYPE html><html><head><title>Post</title>
<link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><p>Welcome</p></body></html>"""


def feed(kind: FeedKind = FeedKind.RSS) -> Feed:
    return Feed(address="https://post.example/feeds/all", kind=kind)


def test_a_feed_lists_each_article_once_under_its_whole_address() -> None:
    assert read_listing(RSS.encode("cp1251"), feed()) == (
        Listed(
            address="https://post.example/novosti/1", title="Переход закрыт", published="2025-09-12T08:00:00+03:00"
        ),
        Listed(address="https://post.example/novosti/2", title="Паромы стоят"),
    )


def test_the_charset_of_the_server_helps_a_feed_that_names_none() -> None:
    body = RSS.replace(' encoding="windows-1251"', "").encode("koi8-r")
    assert read_listing(body, feed(), charset="koi8-r")[1].title == "Паромы стоят"


def test_atom_says_when_an_article_was_changed() -> None:
    (entry,) = read_listing(ATOM.encode(), feed())
    assert (entry.title, entry.published, entry.updated) == (
        "Most zamknięty",
        "2025-09-11T10:00:00+00:00",
        "2025-09-12T10:00:00+00:00",
    )


def test_a_feed_that_breaks_off_lists_what_stands_before() -> None:
    whole = RSS.encode("cp1251")
    assert [entry.title for entry in read_listing(whole[: whole.index(b"mailto")], feed())] == ["Переход закрыт"]


def test_a_quiet_feed_lists_nothing() -> None:
    assert read_listing(b'<rss version="2.0"><channel><title>Quiet</title></channel></rss>', feed()) == ()


def test_a_page_in_place_of_a_feed_is_said_with_the_feed_that_it_names() -> None:
    with pytest.raises(InputError, match="It is an HTML page, not an RSS or Atom feed") as caught:
        read_listing(PAGE, feed())
    assert caught.value.advice == "The page names a feed: https://post.example/feed.xml"
    assert caught.value.source == "https://post.example/feeds/all"


@pytest.mark.parametrize(
    ("kind", "body", "said"),
    [
        (FeedKind.RSS, b'{"error": "gone"}', "It is JSON, not an RSS or Atom feed"),
        (FeedKind.RSS, b"  \n", "There is nothing in it; it should be an RSS or Atom feed"),
        (FeedKind.RSS, b"<urlset><url><loc>https://post.example/1</loc></url></urlset>", "It is a sitemap, not"),
        (FeedKind.SITEMAP, b"<rss version='2.0'><channel/></rss>", "It is an RSS or Atom feed, not a sitemap"),
        (FeedKind.SITEMAP, PAGE, "It is an HTML page, not a sitemap"),
        (FeedKind.TELEGRAM, PAGE, "It is an HTML page, not the preview of a Telegram channel"),
        (FeedKind.TELEGRAM, b"[]", "It is JSON, not the preview"),
        (FeedKind.MASTODON, PAGE, "It is an HTML page, not a list of Mastodon statuses"),
        (FeedKind.MASTODON, b"{}", "It is JSON, not a list of Mastodon statuses"),
        (FeedKind.BLUESKY, b"[1]", "It is JSON, not a Bluesky feed"),
        (FeedKind.BLUESKY, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "It is binary data, not a Bluesky feed"),
        (FeedKind.PAGE, b"just words", "It is text of another kind, not a page of links"),
    ],
)
def test_what_stands_there_instead_is_named(kind: FeedKind, body: bytes, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read_listing(body, feed(kind))
    assert said in caught.value.reason
    assert caught.value.advice


def test_a_flood_of_entries_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vedette.sources.listings.reading.MOST_ENTRIES", 3)
    lines = "\n".join(f"https://post.example/{number}" for number in range(5))
    entries = read_listing(lines.encode(), feed(FeedKind.SITEMAP))
    assert [entry.address for entry in entries] == [f"https://post.example/{number}" for number in range(3)]


@pytest.mark.parametrize("body", [b"<rss version='2.0'><channel>" + b"<item/>" * 10_001, b"<rss>" + b" " * 5_000_000])
def test_a_feed_without_end_is_refused_before_it_is_taken_apart(body: bytes) -> None:
    with pytest.raises(InputError, match=r"which no (?:feed has|list of articles is)"):
        read_listing(body, feed())
