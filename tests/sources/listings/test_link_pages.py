"""A page of headlines."""

from __future__ import annotations

from vedette.model import Feed, FeedKind
from vedette.sources.listings import Listed, read_listing

FEED = Feed(address="https://www.post.example/uutiset", kind=FeedKind.PAGE)


def read(inner: str, head: str = "") -> tuple[Listed, ...]:
    page = f"<!DOCTYPE html><html><head><title>Posti</title>{head}</head><body>{inner}</body></html>"
    return read_listing(page.encode(), FEED)


def test_headlines_are_listed_with_the_day_beside_them() -> None:
    article = """<article><a href="/uutiset/1"><img src="a.jpg"></a><header><h2>
    <a href="/uutiset/1">Rajanylityspaikka suljettiin yöksi</a></h2></header>
    <time datetime="2025-09-12T08:00:00+03:00">12.9.</time></article>"""
    other = '<article><h2><a href="/uutiset/2">Lautat seisovat satamassa myrskyn takia</a></h2></article>'
    assert read(article + other) == (
        Listed(
            address="https://www.post.example/uutiset/1",
            title="Rajanylityspaikka suljettiin yöksi",
            published="2025-09-12T08:00:00+03:00",
        ),
        Listed(address="https://www.post.example/uutiset/2", title="Lautat seisovat satamassa myrskyn takia"),
    )


def test_menus_other_sites_files_and_short_words_are_no_articles() -> None:
    page = """<nav><a href="/aihe/raja">Kaikki jutut rajan tilanteesta</a></nav>
    <a href="https://other.example/1">Mainos toisen sivuston jutusta tänään</a>
    <a href="/uutiset/9">Lue lisää</a> <a href="/kartta.pdf">Kartta rajan ylityspaikoista tänään</a>
    <a href="/uutiset#alku">Takaisin sivun alkuun tästä linkistä</a>
    <a href="javascript:x()">Avaa ikkuna johon voi kirjoittaa</a>
    <footer><a href="/tietosuoja">Näin käsittelemme tietojasi sivustolla</a></footer>"""
    assert read(page) == ()


def test_links_are_counted_from_the_base_that_the_page_names() -> None:
    (entry,) = read('<p><a href="3">Silta avattiin liikenteelle aamulla</a></p>', '<base href="/uutiset/2025/">')
    assert entry.address == "https://www.post.example/uutiset/2025/3"


def test_the_site_without_www_is_the_same_site() -> None:
    (entry,) = read('<p><a href="https://post.example/4">Silta avattiin liikenteelle aamulla</a></p>')
    assert entry.address == "https://post.example/4"
