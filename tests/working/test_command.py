"""``vedette worker`` as it is run: two processes follow a feed over HTTP, read, tell of what has risen, and end."""

import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from vedette.errors import StoreError
from vedette.sources.archive import verify
from vedette.store import open_store
from webhook import SHUT_BORDERS, webhook

LONGEST = 120.0


class Outlet(BaseHTTPRequestHandler):
    """Rules, a feed, and the two articles that it lists."""

    def do_GET(self):
        kind, body = {
            "/robots.txt": ("text/plain", "User-agent: *\nCrawl-delay: 1\n"),
            "/rss": ("application/rss+xml", _feed()),
        }.get(self.path, ("text/html; charset=utf-8", _article(self.path)))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


def _feed():
    now = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    items = "".join(
        f"<item><title>Border shut</title><link>/news/{number}</link><pubDate>{now}</pubDate></item>"
        for number in (1, 2)
    )
    return f"<rss version='2.0'><channel>{items}</channel></rss>"


def _article(path):
    day = f"{datetime.now(UTC):%-d %B %Y}"
    told = f"Poland closed its border with Belarus on {day}, the interior ministry said in Warsaw."
    return f"<html lang=en><title>{path}</title><article><h1>{path}</h1><p>{told}</p><p>So {path}.</p></article></html>"


@contextmanager
def outlet(folder):
    """Serve an outlet, and give packs that know it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Outlet) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        packs = folder / "packs"
        for name in ("outlets", "scenarios"):
            (packs / name).mkdir(parents=True)
        (packs / "scenarios" / "shut-borders.toml").write_text(SHUT_BORDERS)
        (packs / "outlets" / "o0.toml").write_text(
            'name = "Outlet 0"\nkind = "outlet"\n'
            f'[[feeds]]\naddress = "http://127.0.0.1:{server.server_port}/rss"\nkind = "rss"\n'
        )
        try:
            yield packs
        finally:
            server.shutdown()


@pytest.mark.skipif(os.name != "posix", reason="only where a signal can be sent")
def test_two_workers_follow_an_outlet_send_one_alert_and_end_when_they_are_asked_to(postgres_address, tmp_path):
    command = [
        sys.executable, "-c", "from vedette.presentation.cli import main; main()", "worker", "--outlets", "o0",
        "--allow-private", "127.0.0.1", "--log", "json", "--desk", postgres_address,
        "--archive", str(tmp_path / "archive"), "--alerts", "--channels", str(tmp_path / "channels.toml"),
    ]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with outlet(tmp_path) as packs, webhook() as hook, ExitStack() as held:
        (tmp_path / "channels.toml").write_text(f'[[channel]]\nname = "duty"\naddress = "{hook.address}"\n')
        logs = [held.enter_context((tmp_path / f"log-{n}").open("w")) for n in range(2)]
        workers = [
            held.enter_context(subprocess.Popen([*command, "--packs", str(packs)], stderr=log, env=env)) for log in logs
        ]
        try:
            wait_for_reports(postgres_address, 2, workers)
            for one in workers:
                one.send_signal(signal.SIGTERM)
            assert [one.wait(LONGEST) for one in workers] == [0, 0]
        finally:
            for one in workers:
                one.kill()
    assert [one["title"] for one in hook.came] == ["Vedette: Shut borders: rises from calm to watch"]
    told = "".join((tmp_path / f"log-{n}").read_text() for n in range(2))
    assert told.count('"event": "page read"') == 2
    assert told.count('"event": "letter sent"') == 1
    assert '"event": "job failed"' not in told
    with open_store(postgres_address, read_only=True) as store:
        assert all(store.claims_of_report(report.id) for report in store.reports())
    assert list(verify(tmp_path / "archive")) == []


def wait_for_reports(address, number, workers):
    """Wait until so many reports are on the desk, and linked."""
    end = time.monotonic() + LONGEST
    while True:
        assert [one.poll() for one in workers] == [None, None]
        assert time.monotonic() < end
        time.sleep(0.2)
        try:
            with open_store(address, read_only=True) as store:
                if store.counts()["reports"] == number and store.is_linked():
                    return
        except StoreError:  # it is being made just now
            continue
