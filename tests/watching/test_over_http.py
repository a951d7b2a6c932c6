"""Watching over real HTTP on this computer, with the archive, and with reading."""

import os
import signal
import subprocess
import sys
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import httpx
import pytest

import warned
from vedette.desk import Desk
from vedette.knowledge import load_knowledge
from vedette.model import KnownOutlet, LinkKind
from vedette.model.watched import Feed
from vedette.sources import WebFetcher
from vedette.sources.archive import Archive, verify
from vedette.store import open_store
from vedette.watching import Stop, What

SHUT = "Poland closed its border with Belarus on 11 September 2025, the interior ministry said in Warsaw on Thursday."
OUTLETS = 4


class Outlet(BaseHTTPRequestHandler):
    """Rules, a feed, and what it lists: an article, one that is not there, and one that is forbidden."""

    def do_GET(self):
        self.server.asked.append(self.path)
        answer = {
            "/robots.txt": (200, "text/plain", "User-agent: *\nCrawl-delay: 1\nDisallow: /private/"),
            "/rss": (200, "application/rss+xml", self._feed()),
            "/news/1": (200, "text/html; charset=utf-8", self._article()),
        }.get(self.path, (404, "text/html", "<p>Not here.</p>"))
        body = answer[2].encode()
        self.send_response(answer[0])
        self.send_header("Content-Type", answer[1])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _feed(self):
        entries = "".join(
            f"<item><title>Border shut</title><link>{path}</link>"
            "<pubDate>Fri, 12 Sep 2025 06:00:00 GMT</pubDate></item>"
            for path in self.server.lists
        )
        return f"<rss version='2.0'><channel>{entries}</channel></rss>"

    def _article(self):
        return (
            f"<html lang=en><head><title>Border shut {self.server.server_port}</title></head><body><article>"
            f"<h1>Border shut {self.server.server_port}</h1><p>{SHUT}</p></article></body></html>"
        )

    def log_message(self, *_):
        pass


@contextmanager
def outlets(lists):
    with ExitStack() as held:
        servers = []
        for _ in range(OUTLETS):
            server = held.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), Outlet))
            server.asked, server.lists = [], lists
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
            held.callback(server.shutdown)
            servers.append(server)
        yield servers


def known(servers):
    return tuple(
        KnownOutlet(
            id=f"o{number}", name=f"Outlet {number}", kind=LinkKind.OUTLET,
            feeds=(Feed(address=f"http://127.0.0.1:{server.server_port}/rss"),),
        )
        for number, server in enumerate(servers)
    )


def watch_once(desk, archive, told, *, scenarios=()):
    fetch = WebFetcher(allow=frozenset({"127.0.0.1"}))
    with closing(Stop()) as stop:
        desk.watch(archive, fetch=fetch, stop=stop, tell=told.append, once=True, scenarios=scenarios)


@pytest.fixture
def lists(monkeypatch):
    # The feed lists what was published long ago, which a first look would pass by.
    monkeypatch.setattr("vedette.watching.polling.BACKLOG", timedelta(days=36_500))
    return ("/news/1?utm_source=rss", "/news/2", "/private/3")


def test_feeds_and_pages_come_over_http_into_archive_and_desk(tmp_path, lists):
    told = []
    with outlets(lists) as servers, open_store(str(tmp_path / "desk.sqlite")) as store:
        desk = Desk(store, replace(load_knowledge(()), outlets=known(servers)))
        with Archive.open(tmp_path / "archive") as archive:
            watch_once(desk, archive, told, scenarios=[warned.scenario("border")])
        assert [one.scenario for one in store.assessments()] == ["border"]
        reports = sorted(store.reports(), key=lambda one: one.outlet)
        assert [one.outlet for one in reports] == [f"Outlet {n}" for n in range(OUTLETS)]
        assert {one.url for one in reports} == {f"http://127.0.0.1:{one.server_port}/news/1" for one in servers}
        assert all(store.claims_of_report(one.id) for one in reports)
        assert store.is_linked()
        for server in servers:
            assert sorted(server.asked) == ["/news/1", "/news/2", "/robots.txt", "/rss"]
    assert [one for one in told if one.what in (What.FAULT, What.DESK_TROUBLE)] == []
    assert [finding for finding in verify(tmp_path / "archive") if finding.is_harm] == []


def test_a_signal_ends_the_command_and_numbers_are_told_until_then(tmp_path):
    with outlets(()) as servers:
        packs = tmp_path / "packs" / "outlets"
        packs.mkdir(parents=True)
        for outlet in known(servers)[:1]:
            (packs / f"{outlet.id}.toml").write_text(
                f'name = "{outlet.name}"\nkind = "outlet"\n'
                f'[[feeds]]\naddress = "{outlet.feeds[0].address}"\nkind = "rss"\n'
            )
        command = [
            sys.executable, "-c", "from vedette.presentation.cli import main; main()", "watch", "--outlets", "o0",
            "--allow-private", "127.0.0.1", "--log", "json", "--metrics", "0", "--desk", str(tmp_path / "d.sqlite"),
            "--packs", str(tmp_path / "packs"),
        ]
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env) as process:
            lines = []
            for line in process.stderr:
                lines.append(line)
                if "feed answered" in line:
                    break
            assert "feed answered" in lines[-1], lines
            address = next(line for line in lines if "/metrics" in line).split()[-1]
            numbers = httpx.get(address).text
            ready = httpx.get(address.replace("/metrics", "/readyz"))
            process.send_signal(signal.SIGTERM)
            rest = process.stderr.read()
            assert process.wait(30) == 0
    assert 'vedette_polls_total{outcome="answered"} 1.0' in numbers
    assert "vedette_archive_bytes" in numbers
    assert (ready.status_code, ready.text) == (200, "ok\n")
    assert '"event": "watch ended"' in rest
