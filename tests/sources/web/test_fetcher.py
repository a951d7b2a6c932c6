from __future__ import annotations

import gzip
import socket
import zlib
from typing import Any

import pytest

from vedette.errors import InputError
from vedette.sources.web import WebFetcher, is_address, name_of_address

LOCAL = WebFetcher(allow=frozenset({"127.0.0.1"}), timeout=5)


def test_a_page_comes_with_what_the_server_said_of_it(site: Any) -> None:
    url = site.put("/a", "Мост".encode("cp1251"), Content_Type="text/html; charset=windows-1251")
    page = LOCAL.get(url)
    assert (page.url, page.status, page.charset, page.body) == (url, 200, "windows-1251", "Мост".encode("cp1251"))
    assert site.asked[0]["User-Agent"].startswith("Vedette/")
    assert site.asked[0]["Host"] == site.root.removeprefix("http://")


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_packed_answer_is_unpacked(site: Any, encoding: str, pack: Any) -> None:
    url = site.put("/a", pack(b"<p>Bridge</p>"), Content_Encoding=encoding)
    assert LOCAL.get(url).body == b"<p>Bridge</p>"


def test_redirects_are_followed_up_to_a_limit(site: Any) -> None:
    end = site.put("/5", b"there")
    for step in range(5):
        site.put(f"/{step}", b"", status=302, Location=f"/{step + 1}")
    assert (LOCAL.get(site.root + "/0").url, LOCAL.get(site.root + "/0").body) == (end, b"there")
    site.put("/5", b"", status=301, Location="/6")
    with pytest.raises(InputError, match="redirects more than 5 times"):
        LOCAL.get(site.root + "/0")


def test_a_redirect_to_another_kind_of_address_is_refused(site: Any) -> None:
    url = site.put("/a", b"", status=302, Location="file:///etc/hostname")
    with pytest.raises(InputError, match="no web address"):
        LOCAL.get(url)


@pytest.mark.parametrize("packed", [False, True])
def test_too_large_an_answer_is_refused_packed_or_not(site: Any, packed: bool) -> None:
    body = b"a" * 400_000
    headers = {"Content_Encoding": "gzip"} if packed else {}
    url = site.put("/a", gzip.compress(body) if packed else body, **headers)
    with pytest.raises(InputError, match=r"It is larger than 0\.3 MB"):
        WebFetcher(allow=frozenset({"127.0.0.1"}), limit=300_000).get(url)


def test_a_damaged_packing_is_refused(site: Any) -> None:
    with pytest.raises(InputError, match="damaged or cut off"):
        LOCAL.get(site.put("/a", b"no gzip at all", Content_Encoding="gzip"))


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "[::1]",
        "10.1.2.3",
        "192.168.1.1",
        "169.254.169.254",
        "172.16.0.1",
        "0.0.0.0",
        "[fe80::1]",
        "[fc00::1]",
        "[::ffff:127.0.0.1]",
        "224.0.0.1",
        "100.64.0.1",
    ],
)
def test_addresses_inside_a_network_are_refused(host: str) -> None:
    with pytest.raises(InputError, match="private network"):
        WebFetcher(timeout=1).get(f"http://{host}:9/")


def test_a_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.8")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: answer)
    with pytest.raises(InputError, match=r"http://post\.example/a: It lies inside a private network"):
        WebFetcher(timeout=1).get("http://post.example/a")


@pytest.mark.parametrize(
    "url", ["http://", "http://exa mple/", "http://[::1", "http://127.0.0.1:99999/", "http://a\x00b/"]
)
def test_a_broken_address_is_refused(url: str) -> None:
    with pytest.raises(InputError) as caught:
        LOCAL.get(url)
    assert caught.value.source == url


def test_nobody_answering_is_said(site: Any) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(InputError, match="could not be fetched"):
        LOCAL.get(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    ("text", "answer"), [("gopher://a", True), ("C:\\a.txt", False), ("a/b:c", False), ("://x", False)]
)
def test_an_address_is_told_from_a_path(text: str, answer: bool) -> None:
    assert is_address(text) is answer


def test_the_name_of_an_address_is_its_last_part() -> None:
    assert name_of_address("https://post.example/") == "post.example"
    assert name_of_address("https://post.example/a/b.v2.html") == "b.v2"
