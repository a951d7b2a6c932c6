"""Sitemaps of pages, of news, and of sitemaps."""

from __future__ import annotations

import gzip

import pytest

from vedette.errors import InputError
from vedette.model import Feed, FeedKind
from vedette.sources.listings import Listed, read_listing
from vedette.sources.web import Fault, Unfetched

FEED = Feed(address="https://post.example/sitemap.xml", kind=FeedKind.SITEMAP)

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://post.example/uudised/1 </loc><lastmod>2025-09-12T09:30:00+03:00</lastmod>
<n:news><n:publication><n:name>Näide</n:name><n:language>et</n:language></n:publication>
<n:publication_date>2025-09-12T08:15:00+03:00</n:publication_date><n:title>Piiripunkt suleti ööseks</n:title></n:news>
<image:image><image:loc>https://post.example/p.jpg</image:loc><image:title>Pilt</image:title></image:image></url>
<url><lastmod>2025-09-12</lastmod></url>
<url><image:image><image:loc>https://post.example/q.jpg</image:loc></image:image><loc>/uudised/2</loc></url>
</urlset>"""

INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://post.example/news.xml.gz</loc><lastmod>2025-09-12</lastmod></sitemap></sitemapindex>"""


def test_a_news_sitemap_gives_titles_and_both_dates() -> None:
    assert read_listing(NEWS.encode(), FEED) == (
        Listed(
            address="https://post.example/uudised/1",
            title="Piiripunkt suleti ööseks",
            published="2025-09-12T08:15:00+03:00",
            updated="2025-09-12T09:30:00+03:00",
        ),
        Listed(address="https://post.example/uudised/2"),
    )


def test_a_prefix_that_a_sitemap_does_not_explain_means_what_it_says() -> None:
    body = NEWS.replace(' xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"', "")
    assert read_listing(body.encode(), FEED) == read_listing(NEWS.encode(), FEED)


@pytest.mark.parametrize("half", ["&#xD83D;", "&#55357;", "&#x110000;"])
def test_half_a_character_where_no_reader_looks_costs_nothing(half: str) -> None:
    body = NEWS.replace("http://www.google.com/schemas/sitemap-", f"http://{half}.example/schemas/sitemap-")
    assert read_listing(body.encode(), FEED) == read_listing(NEWS.encode(), FEED)


def test_a_character_in_halves_is_whole_in_a_title() -> None:
    (first, _) = read_listing(NEWS.replace("Piiripunkt suleti", "Praam &#xD83D;&#xDEA2; seisab").encode(), FEED)
    assert first.title == "Praam 🚢 seisab ööseks"


def test_an_index_leads_to_further_sitemaps() -> None:
    assert read_listing(INDEX.encode(), FEED) == (
        Listed(address="https://post.example/news.xml.gz", updated="2025-09-12", leads_to=FeedKind.SITEMAP),
    )


def test_a_packed_sitemap_is_unpacked() -> None:
    assert len(read_listing(gzip.compress(NEWS.encode()), FEED)) == 2


def test_a_packed_bomb_is_refused() -> None:
    with pytest.raises(Unfetched) as caught:
        read_listing(gzip.compress(b"<urlset>" + b" " * 20_000_000), FEED)
    assert caught.value.kind is Fault.BOMB


def test_lines_of_addresses_are_a_sitemap_too() -> None:
    body = "\ufeffhttps://post.example/1\r\nhttps://post.example/2\r\nno address\r\n".encode()
    addresses = [entry.address for entry in read_listing(body, FEED)]
    assert addresses == ["https://post.example/1", "https://post.example/2", "https://post.example/no%20address"]


def test_a_sitemap_that_breaks_off_lists_what_stands_before() -> None:
    body = NEWS[: NEWS.index("<url><lastmod>")]
    assert [entry.title for entry in read_listing(body.encode(), FEED)] == ["Piiripunkt suleti ööseks"]


def test_entities_neither_multiply_nor_read_files() -> None:
    entities = '<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;">'
    doctype = f"<!DOCTYPE urlset [{entities}]>"
    body = f"<?xml version='1.0'?>{doctype}<urlset><url><loc>https://post.example/1?x=&a;&c;</loc></url></urlset>"
    try:
        (entry,) = read_listing(body.encode(), FEED)
    except InputError as error:
        assert "sitemap" in error.reason
    else:
        assert entry.address == "https://post.example/1?x="
