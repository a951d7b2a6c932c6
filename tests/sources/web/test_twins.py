"""An article for phones is the article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.sources.web import FetchedPage, own_address
from vedette.sources.web.addresses import WebAddress

ASKED = "https://m.post.example/news/1?utm_source=x"


def said(link: bytes, url: str = ASKED) -> str:
    body = b"<!DOCTYPE html><html><head><title>x</title>" + link + b"</head><body><p>The gate is shut."
    return own_address(FetchedPage(url=url, status=200, content_type="text/html", body=body))


@pytest.mark.parametrize(
    "link",
    [
        b'<link rel="canonical" href="https://www.post.example/news/1"/>',
        b"<LINK HREF='https://www.post.example/news/1?utm_medium=amp' data-x REL='canonical'>",
        b"<link rel=canonical href=https://www.post.example/news/1>",
        b'<link rel="icon" href="/a.ico"><link\nrel="canonical"\nhref="//www.post.example/news/1#x">',
        b'<link rel="canonical" href="https://www.post.example/news/&#49;">',
    ],
)
def test_what_a_page_says_of_itself_is_its_address(link: bytes) -> None:
    assert said(link) == "https://www.post.example/news/1"


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("https://post.example/amp/news/1", "https://post.example/news/1"),
        ("https://post.example/news/1/amp", "https://post.example/news/1"),
        ("https://post.example/news/1.amp.html", "https://post.example/news/1.html"),
        ("https://post.example/news/raja-on-kiinni?amp=1", "https://post.example/news/raja-on-kiinni"),
        ("https://post.example/news/1?ref=front", "https://post.example/news/1"),
        ("https://post.example/article.php?id=5&utm_source=x", "https://post.example/article.php?id=5"),
    ],
)
def test_the_forms_of_an_article_are_one(asked: str, own: str) -> None:
    assert said(f'<link rel="canonical" href="{own}">'.encode(), asked) == own


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("https://post.example/news/123", "https://post.example/news"),
        ("https://post.example/news/123", "https://post.example/news/124"),
        ("https://post.example/article.php?id=5", "https://post.example/article.php"),
        ("https://post.example/?p=5", "https://post.example/"),
    ],
)
def test_what_a_site_names_on_every_page_makes_no_two_articles_one(asked: str, named: str) -> None:
    assert said(f'<link rel="canonical" href="{named}">'.encode(), asked) == asked


@pytest.mark.parametrize(
    "link",
    [
        b"",
        b'<link rel="canonical" href="https://other.example/news/1">',
        b'<link rel="canonical" href="https://post.example.evil.example/news/1">',
        b'<link rel="canonical" href="https://www.post.example/">',
        b'<link rel="canonical" href="javascript:x">',
        b'<link rel="canonical" href="http://[">',
        b'<link rel="canonical">',
        b'<link rel="alternate canonicalized" href="https://www.post.example/news/2">',
        b'<a rel="canonical" href="https://www.post.example/news/2">',
    ],
)
def test_a_page_speaks_for_its_own_site_and_no_front_page(link: bytes) -> None:
    assert said(link) == "https://m.post.example/news/1"


@settings(deadline=None)
@given(st.text(max_size=60))
def test_a_page_never_takes_the_address_of_another_host(words: str) -> None:
    link = f'<link rel="canonical" href="{words}">'.encode("utf-8", "replace")
    assert WebAddress.of(said(link)).host.endswith("post.example")


@pytest.mark.parametrize(
    "path", ["//[", "//[/a-b-c", "//[::1/news/2", "/" + "ж" * 1_900], ids=["open", "name", "host", "long"]
)
def test_an_address_that_no_library_can_take_apart_is_not_believed(path: str) -> None:
    link = f'<link rel="canonical" href="https://m.post.example{path}">'.encode()
    assert said(link) == "https://m.post.example/news/1"


def test_two_slashes_before_the_name_of_an_article_are_a_path() -> None:
    assert said(b'<link rel="canonical" href="https://post.example//news/1">') == "https://post.example//news/1"
