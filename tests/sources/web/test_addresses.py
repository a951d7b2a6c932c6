"""One address for one article, whatever way it is written."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.sources.web import Fault, Unfetched, canonical, is_address, name_of_address
from vedette.sources.web.addresses import WebAddress


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("HTTPS://Post.Example:443", "https://post.example/"),
        ("http://post.example:8080/a", "http://post.example:8080/a"),
        ("https://post.example:80/a", "https://post.example:80/a"),
        ("https://me:secret@post.example/a", "https://post.example/a"),
        ("https://post.example./a", "https://post.example/a"),
        ("https://post.example/a#comments", "https://post.example/a"),
        ("https://post.example/a?", "https://post.example/a"),
        ("https://post.example/a?&&id=1&", "https://post.example/a?id=1"),
        ("https://post.example/a?b=2&a=1", "https://post.example/a?b=2&a=1"),
        ("https://post.example/a?id=1&utm_source=x&UTM_Medium=y&fbclid=z", "https://post.example/a?id=1"),
        ("https://post.example/a?%75tm_source=x", "https://post.example/a"),
        ("https://post.example/a?yclid=1&gclid=2&_openstat=3&mc_cid=4&at_medium=5", "https://post.example/a"),
        ("https://post.example/a?ref=front&from=rss&source=x", "https://post.example/a?ref=front&from=rss&source=x"),
        ("https://post.example/a/../b/./c", "https://post.example/b/c"),
        ("https://post.example/a/%2e%2e/b", "https://post.example/b"),
        ("https://post.example/%7euser/%c3%bc", "https://post.example/~user/%C3%BC"),
        ("https://post.example/новини/1", "https://post.example/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8/1"),
        ("https://post.example/a b?q=c d", "https://post.example/a%20b?q=c%20d"),
        ("https://post.example/100%", "https://post.example/100%25"),
        ("https://post.example/a%2Fb", "https://post.example/a%2Fb"),
        ("https://Bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
        ("  https://post.example/a\n", "https://post.example/a"),
        ("https://m.post.example/amp/1", "https://m.post.example/amp/1"),
    ],
)
def test_an_address_is_kept_in_one_form(written: str, kept: str) -> None:
    assert canonical(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "", "post.example", "//post.example/a", "ftp://post.example/", "javascript:alert(1)", "data:text/html,x",
        "file:///etc/hostname", "http://", "http:///a", "http://[::1", "http://[fe80::1%25eth0]/", "http://a b/",
        "http://post.example:0/", "http://post.example:65536/", "http://a..b/", "http://.a/", "http://ex%61mple.com/",
        "http://good.example\\@evil.example/", "http://good.example\\.evil.example/a", "http://☃.example/",
        f"http://{'a' * 64}.example/", f"http://post.example/{'a' * 5_000}", "http://a\tb/",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(written: str) -> None:
    with pytest.raises(Unfetched) as caught:
        canonical(written)
    assert (caught.value.kind, caught.value.source) == (Fault.ADDRESS, written)


_PIECES = st.sampled_from(
    ["a", "Z", "7", "/", "//", "..", ".", "?", "&", "=", "#", "%", "%2e", "%2F", "%7E", "%zz", "+", ";", ":", "@", " ",
     "ü", "ж", "utm_source=x", "fbclid=1", "id=5", "\\", "'", '"', "<", "|", "[", "]", "~", "%C3%BC", "\ud800"]
)  # fmt: skip
_HOSTS = st.sampled_from(["post.example", "POST.example:80", "me:pw@post.example", "xn--bcher-kva.example", "[::1]:81"])


@settings(deadline=None)
@given(scheme=st.sampled_from(["http", "https", "HTTP"]), host=_HOSTS, rest=st.lists(_PIECES, max_size=12))
def test_canonical_twice_is_canonical_once_and_never_another_host(scheme: str, host: str, rest: list[str]) -> None:
    written = f"{scheme}://{host}/{''.join(rest)}"
    try:
        kept = canonical(written)
    except Unfetched:
        return
    assert canonical(kept) == kept
    assert WebAddress.of(kept).host == WebAddress.of(written).host
    # Another reader of addresses finds the same host.
    assert urlsplit(kept).hostname == WebAddress.of(written).host
    assert "@" not in urlsplit(kept).netloc


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_words_whatever_break_it(words: str) -> None:
    for written in (words, f"http://{words}", f"https://post.example/{words}"):
        try:
            kept = canonical(written)
        except Unfetched:
            continue
        assert canonical(kept) == kept
        assert kept.isascii()


@pytest.mark.parametrize(
    ("text", "answer"), [("gopher://a", True), ("C:\\a.txt", False), ("a/b:c", False), ("://x", False)]
)
def test_an_address_is_told_from_a_path(text: str, answer: bool) -> None:
    assert is_address(text) is answer


def test_the_name_of_an_address_is_its_last_part() -> None:
    assert name_of_address("https://post.example/") == "post.example"
    assert name_of_address("https://post.example/a/b.v2.html") == "b.v2"
    assert name_of_address("http://[") == "http://["
