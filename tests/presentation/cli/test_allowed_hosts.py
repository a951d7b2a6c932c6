"""Hosts that may lie in a private network are meant however they are written, and what is none is refused."""

from __future__ import annotations

import pytest
from typer import BadParameter

from vedette.presentation.cli.day_and_night import allowed_hosts


@pytest.mark.parametrize(("written", "host"), [
    ("feeds.intranet.example", "feeds.intranet.example"), ("FEEDS.Intranet.example.", "feeds.intranet.example"),
    ("127.0.0.1:8080", "127.0.0.1"), ("http://feeds.intranet.example:81/rss?a=b", "feeds.intranet.example"),
    ("пошта.example", "xn--80a1acn3a.example"), ("fd00::7", "fd00::7"), ("[fd00::7]:8080", "fd00::7"),
])
def test_a_host_is_allowed_as_the_fetcher_asks_for_it(written: str, host: str) -> None:
    assert allowed_hosts([written]) == {host}


@pytest.mark.parametrize("written", ["10.0.0.0/8", "*.intranet.example", "", " ", "a b", "ftp://intranet.example"])
def test_what_is_no_host_is_refused(written: str) -> None:
    with pytest.raises(BadParameter, match="is no host"):
        allowed_hosts([written])


def test_without_any_nothing_private_is_allowed() -> None:
    assert allowed_hosts(None) == frozenset()
