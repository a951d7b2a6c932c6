"""Fetching: what is sent, what is taken, and every way in which a server can misbehave."""

from __future__ import annotations

import socket
import time
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpcore
import pytest

from vedette.errors import InputError
from vedette.sources.web import Fault, FetchedPage, KnownRobots, Unfetched, Validators, WebFetcher

TEXT = b"<p>The gate is shut."


def fault(fetcher: WebFetcher, url: str) -> Unfetched:
    started = time.monotonic()
    with pytest.raises(Unfetched) as caught:
        fetcher.get(url)
    assert time.monotonic() - started < 2.5, "it was not bounded"
    assert caught.value.source == url
    return caught.value


def test_a_page_comes_as_it_was_sent(server: Any, fetcher: WebFetcher) -> None:
    page = fetcher.get(server.root + "/page")
    assert (page.url, page.asked, page.status) == (server.root + "/page", server.root + "/page", 200)
    assert (page.body, page.content_type, page.charset) == (TEXT, "text/html; charset=utf-8", "utf-8")
    assert page.validators == Validators(etag='"a1"')
    assert [value for name, value in page.headers if name == "X-Two"] == ["1", "2"]
    assert (page.retry_after, page.gone_to) == (None, None)


def test_a_server_learns_who_asks_and_nothing_else(server: Any, fetcher: WebFetcher) -> None:
    fetcher.get(server.root.replace("http://", "http://me:secret@") + "/page?a=1#part")
    ((path, asked),) = server.asked
    assert path == "/page?a=1"
    assert asked.pop("User-Agent").startswith("Vedette/")
    assert asked == {
        "Host": f"127.0.0.1:{server.port}",
        "Accept": asked["Accept"],
        "Accept-Encoding": "gzip, deflate, br",
        "Connection": "close",
    }


def test_credentials_are_not_kept_either(server: Any, fetcher: WebFetcher) -> None:
    for path in ("/page", "/to-credentials"):
        page = fetcher.get(server.root.replace("http://", "http://me:secret@") + path)
        assert "secret" not in page.url
    assert all("secret" not in str(asked) and "Authorization" not in asked for _, asked in server.asked)


@pytest.mark.parametrize(
    "path",
    [
        "/gzip", "/gzip-in-two", "/gzip-and-more", "/deflate", "/raw-deflate", "/brotli", "/said-to-be-packed",
        "/early-hints",
    ],
)  # fmt: skip
def test_what_is_packed_is_unpacked(server: Any, fetcher: WebFetcher, path: str) -> None:
    assert fetcher.get(server.root + path).body == TEXT


def test_an_answer_other_than_200_is_an_answer(server: Any, fetcher: WebFetcher) -> None:
    page = fetcher.get(server.root + "/gone")
    assert (page.status, page.body) == (410, b"gone")
    assert fetcher.get(server.root + "/empty").body == b""
    assert fetcher.get(server.root + "/without-target").status == 302


def test_nothing_new_costs_a_line(server: Any, fetcher: WebFetcher) -> None:
    first = fetcher.get(server.root + "/conditional")
    assert first.validators == Validators(etag='"v1"', last_modified="Fri, 12 Sep 2025 08:00:00 GMT")
    for known in (first.validators, replace(first.validators, etag=None)):
        again = fetcher.get(server.root + "/conditional", known=known)
        assert (again.status, again.body) == (304, b"")
        assert again.validators == first.validators  # the server repeated only one of them
    assert fetcher.get(server.root + "/conditional", known=Validators(etag='"old"')).status == 200


@pytest.mark.parametrize("path", ["/long-etag", "/odd-etag"])
def test_a_validator_that_could_not_be_sent_back_is_not_kept(server: Any, fetcher: WebFetcher, path: str) -> None:
    assert fetcher.get(server.root + path).validators == Validators()


@pytest.mark.parametrize(("path", "seconds"), [("/busy", 120.0), ("/busy-until", 300.0)])
def test_a_server_says_when_to_come_again(server: Any, fetcher: WebFetcher, path: str, seconds: float) -> None:
    assert fetcher.get(server.root + path).retry_after == seconds


def test_permanent_redirects_are_remembered(server: Any, fetcher: WebFetcher) -> None:
    page = fetcher.get(server.root + "/for-good")
    assert (page.url, page.gone_to, page.body) == (server.root + "/page", server.root + "/page", TEXT)
    assert page.asked == server.root + "/for-good"
    assert fetcher.get(server.root + "/for-good-then-today").gone_to == server.root + "/for-today"
    assert fetcher.get(server.root + "/for-today").gone_to is None


def test_five_redirects_are_followed_and_no_sixth(server: Any, fetcher: WebFetcher) -> None:
    error = fault(fetcher, server.root + "/far/1")
    assert (error.kind, len(server.asked)) == (Fault.REDIRECTS, 6)
    assert "more than 5 times" in error.reason


@pytest.mark.parametrize(("path", "visits"), [("/circle", 2), ("/itself", 1)])
def test_a_circle_is_left_at_once(server: Any, fetcher: WebFetcher, path: str, visits: int) -> None:
    error = fault(fetcher, server.root + path)
    assert (error.kind, len(server.asked)) == (Fault.REDIRECTS, visits)
    assert "circle" in error.reason


@pytest.mark.parametrize("path", ["/to-a-file", "/to-gopher", "/to-nowhere"])
def test_redirects_lead_to_the_web_only(server: Any, fetcher: WebFetcher, path: str) -> None:
    error = fault(fetcher, server.root + path)
    assert error.kind is Fault.REDIRECTS
    assert "no web address" in error.reason


def test_a_redirect_may_be_written_in_letters_of_its_language(server: Any, fetcher: WebFetcher) -> None:
    fetcher.get(server.root + "/to-unicode")
    assert server.asked[-1][0] == "/%D1%82"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/thousand-members", Fault.BOMB),
        ("/packed-twice", Fault.BOMB),
        ("/packed-twice-in-two-headers", Fault.BOMB),
        ("/endless-gzip", Fault.BOMB),
        ("/large", Fault.TOO_LARGE),
        ("/large-when-unpacked", Fault.TOO_LARGE),
        ("/announces-too-much", Fault.TOO_LARGE),
        ("/endless-body", Fault.TOO_LARGE),
        ("/endless-chunks", Fault.TOO_LARGE),
        ("/endless-continue", Fault.PROTOCOL),
        ("/endless-headers", Fault.PROTOCOL),
        ("/endless-trailers", Fault.PROTOCOL),
        ("/endless-chunk-head", Fault.PROTOCOL),
        ("/one-long-header", Fault.PROTOCOL),
        ("/many-headers", Fault.PROTOCOL),
        ("/gzip-cut", Fault.PROTOCOL),
        ("/brotli-cut", Fault.PROTOCOL),
        ("/not-gzip", Fault.PROTOCOL),
        ("/not-brotli", Fault.PROTOCOL),
        ("/unknown-packing", Fault.PROTOCOL),
        ("/shorter-than-said", Fault.PROTOCOL),
        ("/two-lengths", Fault.PROTOCOL),
        ("/negative-length", Fault.PROTOCOL),
        ("/not-http", Fault.PROTOCOL),
        ("/nothing", Fault.PROTOCOL),
    ],
)
def test_a_server_that_misbehaves_is_left(server: Any, fetcher: WebFetcher, path: str, kind: Fault) -> None:
    assert fault(fetcher, server.root + path).kind is kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/hang", Fault.TIMEOUT),
        ("/drip-status", Fault.SLOW),
        ("/drip-headers", Fault.SLOW),
        ("/drip-body", Fault.SLOW),
        ("/drip-chunks", Fault.SLOW),
    ],
)
def test_a_server_that_takes_its_time_is_left(server: Any, fetcher: WebFetcher, path: str, kind: Fault) -> None:
    assert fault(replace(fetcher, timeout=0.25, deadline=0.4), server.root + path).kind is kind


@pytest.mark.parametrize("path", ["/gzip-bomb", "/deflate-bomb", "/brotli-bomb"])
def test_a_bomb_is_known_long_before_it_is_large(server: Any, fetcher: WebFetcher, path: str) -> None:
    tracemalloc.start()
    try:
        assert fault(replace(fetcher, limit=8_000_000), server.root + path).kind is Fault.BOMB
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()


def test_a_body_longer_than_said_is_read_as_said(server: Any, fetcher: WebFetcher) -> None:
    assert fetcher.get(server.root + "/longer-than-said").body == TEXT[:6]


def test_a_caller_may_want_less(server: Any, fetcher: WebFetcher) -> None:
    with pytest.raises(Unfetched, match=r"It is larger than 0\.01 MB") as caught:
        fetcher.get(server.root + "/large", limit=10_000)
    assert caught.value.kind is Fault.TOO_LARGE


def test_an_unencrypted_server_is_no_encrypted_one(server: Any, fetcher: WebFetcher) -> None:
    assert fault(fetcher, server.root.replace("http:", "https:") + "/page").kind is Fault.TLS


def test_nobody_answering_is_said(fetcher: WebFetcher) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert fault(fetcher, f"http://127.0.0.1:{port}/").kind is Fault.REFUSED


@pytest.mark.parametrize(
    "url",
    ["http://", "http://exa mple/", "http://[::1", "http://127.0.0.1:99999/", "http://a\x00b/", "ftp://post.example/"],
)
def test_a_broken_address_is_refused(fetcher: WebFetcher, url: str) -> None:
    assert fault(fetcher, url).kind is Fault.ADDRESS


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "[::1]", "10.1.2.3", "192.168.1.1", "169.254.169.254", "172.16.0.1", "0.0.0.0", "[fe80::1]",
        "[fc00::1]", "[::ffff:127.0.0.1]", "224.0.0.1", "100.64.0.1", "2130706433", "0x7f.1", "localhost",
        "[64:ff9b::10.0.0.1]", "127.0.0.1.",
    ],
)  # fmt: skip
def test_addresses_inside_a_network_are_refused(host: str) -> None:
    assert fault(WebFetcher(timeout=1), f"http://{host}:9/").kind is Fault.PRIVATE


def test_a_name_with_one_private_number_is_refused() -> None:
    fetcher = WebFetcher(resolve=lambda host, port: ("93.184.216.34", "10.0.0.8"))
    error = fault(fetcher, "http://post.example/a")
    assert (error.kind, error.reason) == (
        Fault.PRIVATE,
        "It lies inside a private network, which Vedette does not read.",
    )


def test_a_redirect_inside_is_refused_although_the_first_host_is_allowed(server: Any) -> None:
    fetcher = WebFetcher(allow=frozenset({"gate.example"}), resolve=lambda host, port: ("127.0.0.1",))
    error = fault(fetcher, f"http://gate.example:{server.port}/to-inside")
    assert error.kind is Fault.PRIVATE
    assert f"It leads to http://inside.example:{server.port}/page" in error.reason
    assert [path for path, _ in server.asked] == ["/to-inside"]


class Clock:
    def __init__(self) -> None:
        self.moment = datetime(2031, 5, 3, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def hosts() -> WebFetcher:
    """A fetcher for hosts that are all this machine, which asks leave of those that it is led to."""
    names = frozenset(f"{name}.example" for name in ("first", "open", "strict", "down"))
    return WebFetcher(timeout=2, allow=names, resolve=lambda host, port: ("127.0.0.1",), robots=KnownRobots(Clock()))


def asked_of(server: Any) -> list[tuple[str, str]]:
    return [(headers["Host"].split(".")[0], path) for path, headers in server.asked]


def test_another_host_is_asked_for_its_rules_before_a_redirect_is_followed(server: Any, hosts: WebFetcher) -> None:
    page = hosts.get(f"http://first.example:{server.port}/to-host/open.example")
    assert page.body == TEXT
    assert asked_of(server) == [("first", "/to-host/open.example"), ("open", "/robots.txt"), ("open", "/page")]


@pytest.mark.parametrize(("host", "why"), [
    ("strict", "robots.txt there does not allow it"),
    ("down", "Its robots.txt could not be had, so nothing is asked there. It answered 503."),
])
def test_a_host_that_wants_no_visit_gets_none(server: Any, hosts: WebFetcher, host: str, why: str) -> None:
    error = fault(hosts, f"http://first.example:{server.port}/to-host/{host}.example")
    assert error.kind is Fault.ROBOTS
    assert f"It leads to http://{host}.example:{server.port}/page" in error.reason and why in error.reason
    assert (host, "/page") not in asked_of(server)


def test_a_redirect_into_a_private_network_is_told_as_that_also_from_what_is_remembered(
    server: Any, hosts: WebFetcher
) -> None:
    for _ in range(2):
        error = fault(hosts, f"http://first.example:{server.port}/to-host/inside.example")
        assert error.kind is Fault.PRIVATE
        assert error.reason == (
            f"It leads to http://inside.example:{server.port}/page. "
            "It lies inside a private network, which Vedette does not read."
        )
    assert {host for host, _ in asked_of(server)} == {"first"}


def test_rules_are_asked_for_once_a_day(server: Any, hosts: WebFetcher) -> None:
    clock = Clock()
    fetcher = replace(hosts, robots=KnownRobots(clock))
    for hours in (0, 23, 25):
        clock.moment = Clock().moment + timedelta(hours=hours)
        fetcher.get(f"http://first.example:{server.port}/to-host/open.example")
    assert asked_of(server).count(("open", "/robots.txt")) == 2


def test_within_a_host_and_for_rules_themselves_nobody_is_asked(server: Any, hosts: WebFetcher) -> None:
    hosts.get(f"http://first.example:{server.port}/for-good")
    hosts.get(f"http://first.example:{server.port}/to-host/first.example")
    assert ("first", "/robots.txt") not in asked_of(server)
    error = fault(replace(hosts, allow=hosts.allow | {"elsewhere.example"}),
                  f"http://elsewhere.example:{server.port}/robots.txt")
    assert error.kind is not Fault.ROBOTS and asked_of(server)[-1] == ("elsewhere", "/robots.txt")


def test_of_very_many_sites_the_oldest_rules_are_forgotten() -> None:
    class Open:
        asked = 0

        def get(self, url: str, *, known: Validators | None = None, limit: int | None = None) -> FetchedPage:
            self.asked += 1
            return FetchedPage(url=url, status=404, content_type="", body=b"")

    site, robots = Open(), KnownRobots(Clock())
    for number in (*range(1001), 1000, 0):
        robots.of(site, f"http://host-{number}.example/")
    assert site.asked == 1002


def test_the_connection_goes_to_the_number_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])  # a name service that changes its mind
    connected: list[str] = []

    def connect(self: object, host: str, *rest: object) -> httpcore.NetworkStream:
        connected.append(host)
        raise httpcore.ConnectError("not here")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    error = fault(WebFetcher(resolve=lambda host, port: next(answers)), "http://post.example/")
    assert (error.kind, connected) == (Fault.REFUSED, ["93.184.216.34"])


def test_the_second_number_is_tried_where_the_first_is_silent(server: Any) -> None:
    allow = frozenset({"gate.example"})
    fetcher = WebFetcher(timeout=0.3, allow=allow, resolve=lambda host, port: ("127.0.0.9", "127.0.0.1"))
    assert fetcher.get(f"http://gate.example:{server.port}/page").body == TEXT


def test_an_international_name_is_asked_for_in_ascii(server: Any) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"]

    name = "xn--80atmdeoc8b.example"
    page = WebFetcher(allow=frozenset({name}), resolve=resolve).get(f"http://УкрПошта.example:{server.port}/page")
    assert page.url == f"http://{asked[0]}:{server.port}/page"
    assert server.asked[0][1]["Host"] == f"{asked[0]}:{server.port}"
    assert asked[0] == name


@pytest.mark.parametrize("wrong", [OSError("no such name"), UnicodeError("label too long"), None])
def test_a_name_that_nobody_knows_is_said(wrong: Exception | None) -> None:
    def resolve(host: str, port: int) -> Sequence[str]:
        if wrong:
            raise wrong
        return []

    error = fault(WebFetcher(resolve=resolve), "http://post.example/")
    assert (error.kind, error.reason) == (Fault.DNS, "The name post.example is not known.")


def test_a_name_service_that_hangs_is_left() -> None:
    def resolve(host: str, port: int) -> Sequence[str]:
        time.sleep(0.4)
        return ["93.184.216.34"]

    error = fault(WebFetcher(timeout=0.1, resolve=resolve), "http://post.example/")
    assert (error.kind, "did not answer" in error.reason) == (Fault.DNS, True)


def test_every_fault_is_an_input_error(fetcher: WebFetcher) -> None:
    with pytest.raises(InputError, match="http://: It is no web address"):
        fetcher.get("http://")
