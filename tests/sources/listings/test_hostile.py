"""Whatever a server sends in place of a listing, it is read or refused in a sentence."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.errors import InputError
from vedette.model import Feed, FeedKind
from vedette.sources.listings import Listed, read_listing

# Pieces of all kinds, so that what is put together looks like a listing now and then.
_PIECES = st.sampled_from(
    [
        b"<?xml version='1.0' encoding='utf-16'?>", b"<rss version='2.0'>", b"<channel>", b"<item>", b"</item>",
        b"<title>", b"</title>", b"<link>", b"/1</link>", b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"<entry>",
        b"<urlset>", b"<url>", b"<loc>", b"https://post.example/1", b"</loc>", b"</url>", b"<lastmod>2025-99-99T",
        b"<sitemapindex>", b"<sitemap>", b"<!DOCTYPE html>", b"<html><body>", b"<a href='/2'>Gate shut for the night<",
        b"<div class='tgme_channel_info'>", b"<div class='tgme_widget_message' data-post='made/1'>",
        b"<div class='tgme_widget_message_text'>x", b"<time datetime='x'>", b"<base href='http://['>", b"</div>",
        b'{"feed": [', b'{"post": {"uri": "at://did:plc:a/app.bsky.feed.post/b", "record": {"text": 1}}}', b"]}",
        b'[{"url": "https://post.example/1", "content": "<p>', b'", "reblog": []}]', b"\xff\xfe", b"\x1f\x8b\x08",
        b"&#0;", b"&amp;", b"\x00", "ж".encode("cp1251"), b"<![CDATA[", b"]]>", b"<!--",
    ]
)  # fmt: skip
_BODIES = st.one_of(st.lists(_PIECES, max_size=14).map(b"".join), st.binary(max_size=100))
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["feed", "post", "uri", "record", "text", "url", "content", "reblog", "account", "reason"]),
        inner,
        max_size=4,
    ),
    max_leaves=12,
)


def read_or_refuse(body: bytes, kind: FeedKind) -> tuple[Listed, ...]:
    try:
        return read_listing(body, Feed(address="https://post.example/list", kind=kind))
    except InputError as error:
        assert error.reason.endswith(".")
        return ()


@settings(deadline=None)
@given(body=_BODIES, kind=st.sampled_from(list(FeedKind)))
def test_no_bytes_break_a_reader(body: bytes, kind: FeedKind) -> None:
    for entry in read_or_refuse(body, kind):
        assert entry.address.startswith(("http://", "https://"))


@settings(deadline=None)
@given(answer=_JSON, kind=st.sampled_from([FeedKind.MASTODON, FeedKind.BLUESKY]))
def test_no_json_breaks_a_reader(answer: object, kind: FeedKind) -> None:
    body = json.dumps(answer).encode()
    assert all(entry.text for entry in read_or_refuse(body, kind))


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (FeedKind.RSS, b"<rss version='2.0'><channel>" + b"<item>" * 2_000),
        (FeedKind.SITEMAP, b"<urlset>" + b"<url>" * 50_000),
        (FeedKind.PAGE, b"<html><body>" + b"<div>" * 20_000 + b"<a href='/1'>The gate is shut tonight</a>"),
        (FeedKind.PAGE, b"<html><body>" + b"<a href='/1'>The gate is shut tonight</a><a href='/x'>x</a>" * 1_500),
        (FeedKind.TELEGRAM, b"<html><p class=tgme_page>" + b"<b class=tgme_widget_message data-post=ab/1>" * 900),
    ],
    ids=["items", "urls", "divs", "links", "messages"],
)  # fmt: skip
def test_a_hostile_listing_costs_little(kind: FeedKind, body: bytes) -> None:
    started = time.process_time()
    read_or_refuse(body, kind)
    assert time.process_time() - started < 3
