"""robots.txt: what a site asks of us, and what it is when the site cannot say."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.sources.web import (
    Fault,
    FetchedPage,
    Robots,
    Unfetched,
    Validators,
    WebFetcher,
    read_robots,
    robots_address,
)
from vedette.sources.web.waiting import DAY

NEWS = "https://post.example/news/1"
SEARCH = "https://post.example/search?q=border"

RULES = b"""# the desk of the made post
User-agent: EveryOtherBot
User-agent: other*
Disallow: /

User-agent: *
Disallow: /search
Disallow: /*.pdf$
Allow: /search/help
Crawl-delay: 7
Sitemap: https://post.example/sitemap.xml
"""


def test_the_rules_for_everybody_are_ours() -> None:
    robots = Robots.of(RULES, 200)
    assert [robots.allows(address) for address in (NEWS, SEARCH, "https://post.example/search/help")] == [
        True,
        False,
        True,
    ]
    assert [robots.allows(f"https://post.example/{name}") for name in ("a.pdf", "a.pdf.html")] == [False, True]
    assert (robots.pause, robots.lasts) == (7.0, DAY)


@pytest.mark.parametrize("name", [b"vedette", b"Vedette", b"VEDETTE*", b"Vedette # our name"])
def test_rules_that_name_us_count_alone(name: bytes) -> None:
    robots = Robots.of(RULES + b"\nUser-agent: " + name + b"\nDisallow: /news\nRequest-rate: 1/20s\n", 200)
    assert (robots.allows(NEWS), robots.allows(SEARCH), robots.pause) == (False, True, 20.0)


def test_the_rules_for_others_are_not_ours() -> None:
    robots = Robots.of(b"User-agent: Vedettebot\nUser-agent: bot\nDisallow: /\nCrawl-delay: 99", 200)
    assert (robots.allows(NEWS), robots.pause) == (True, None)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_where_there_is_no_file_all_is_allowed(status: int) -> None:
    robots = Robots.of(b"User-agent: *\nDisallow: /", status)
    assert (robots.allows(SEARCH), robots.pause, robots.lasts) == (True, None, DAY)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 599])
def test_a_server_that_cannot_say_is_not_visited_for_now(status: int) -> None:
    robots = Robots.of(b"", status)
    assert (robots.allows(NEWS), robots.pause) == (False, None)
    assert robots.lasts < DAY


@pytest.mark.parametrize(
    "body",
    [
        RULES.replace(b"\n", b"\r\n"),
        RULES.replace(b"\n", b"\r"),
        b"\xef\xbb\xbf" + RULES,
        RULES.decode().encode("utf-16"),
        RULES.replace(b"made", "выдуманной".encode("cp1251")),
        b"\xff" * 400 + b"\n" + RULES,
        RULES + b"User-agent: last\n" + b"Disallow: /" + b"a" * 2_000_000,
    ],
)
def test_the_file_may_be_written_oddly(body: bytes) -> None:
    robots = Robots.of(body, 200)
    assert (robots.allows(NEWS), robots.allows(SEARCH), robots.pause) == (True, False, 7.0)


@pytest.mark.parametrize("body", [b"", b"<!DOCTYPE html><html><body>Not found</body></html>", b"\x00\x01\x02" * 100])
def test_what_is_no_such_file_forbids_nothing(body: bytes) -> None:
    assert Robots.of(body, 200).allows(NEWS)


def test_rules_behind_the_first_half_megabyte_do_not_count() -> None:
    assert Robots.of(b"#" * 512_000 + b"\nUser-agent: *\nDisallow: /", 200).allows(NEWS)


@pytest.mark.parametrize(
    ("said", "pause"),
    [
        (b"Crawl-delay: 0", 1.0), (b"Crawl-delay: 0.5", 1.0), (b"Crawl-delay: 12", 12.0), (b"Crawl-delay: 1e9", DAY),
        (b"Crawl-delay: nan", None), (b"Crawl-delay: inf", None), (b"Crawl-delay: -1", None),
        (b"Crawl-delay: soon", None), (b"Crawl-delay: 3\nRequest-rate: 1/30", 30.0), (b"Request-rate: 10/1m", 6.0),
        (b"Request-rate: 1/" + b"9" * 4_000, DAY), (b"Request-rate: 0/5", None),
    ],
)  # fmt: skip
def test_the_pause_is_bounded(said: bytes, pause: float | None) -> None:
    assert Robots.of(b"User-agent: *\n" + said, 200).pause == pause


@pytest.mark.parametrize(
    "body",
    [
        b"".join(b"User-agent: a%d\n" % n for n in range(20_000)) + b"Disallow: /a\n" * 15_000,
        b"User-agent: *\nDisallow: /" + b"*a" * 200_000 + b"b$",
        b"User-agent: *\n" + b"Disallow: /a$b*c$\n" * 20_000,
    ],
)
def test_a_hostile_file_costs_little(body: bytes) -> None:
    started = time.process_time()
    assert Robots.of(body, 200).allows("https://post.example/" + "a" * 3_000)
    assert time.process_time() - started < 2


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_break_it(body: bytes) -> None:
    robots = Robots.of(b"User-agent: *\nDisallow: " + body, 200)
    assert isinstance(robots.allows(NEWS), bool)
    assert robots.pause is None or 1 <= robots.pause <= DAY


def test_the_file_stands_at_the_root_of_its_host_and_port() -> None:
    assert robots_address("HTTPS://me:pw@Post.Example:8443/a/b?c#d") == "https://post.example:8443/robots.txt"


@dataclass(frozen=True)
class Shelf:
    answers: Mapping[str, FetchedPage | Unfetched]

    def get(self, url: str, *, known: Validators | None = None, limit: int | None = None) -> FetchedPage:
        answer = self.answers[url]
        if isinstance(answer, Unfetched):
            raise answer
        return answer


def test_the_rules_are_asked_for_where_they_stand() -> None:
    page = FetchedPage(url="https://post.example/robots.txt", status=200, content_type="text/plain", body=RULES)
    assert not read_robots(Shelf({page.url: page}), SEARCH).allows(SEARCH)


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [(fault, fault is Fault.REDIRECTS) for fault in Fault if fault is not Fault.ADDRESS],
)
def test_a_site_that_cannot_be_asked_is_not_visited_for_now(kind: Fault, allowed: bool) -> None:
    place = "https://post.example/robots.txt"
    shelf = Shelf({place: Unfetched(kind, "It failed.", source=place)})
    assert read_robots(shelf, NEWS).allows(NEWS) is allowed


def test_redirects_to_the_rules_are_followed(server: object, fetcher: WebFetcher) -> None:
    assert read_robots(fetcher, f"{server.root}/any").allows(NEWS)  # type: ignore[attr-defined]
