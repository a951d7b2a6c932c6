"""``vedette watch --alerts``: what comes over HTTP raises a scenario, and a webhook on this machine is told of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from vedette.store import open_store
from webhook import SHUT_BORDERS, webhook


class Outlet(BaseHTTPRequestHandler):
    """A feed that lists one article of today."""

    def do_GET(self) -> None:
        now = datetime.now(UTC)
        told = f"Poland closed its border with Belarus on {now:%-d %B %Y}, the interior ministry said in Warsaw."
        kind, body = {
            "/rss": ("application/rss+xml", "<rss version='2.0'><channel><item><title>Border shut</title>"
                     f"<link>/news/1</link><pubDate>{format_datetime(now)}</pubDate></item></channel></rss>"),
            "/news/1": ("text/html; charset=utf-8", "<html lang=en><head><title>Border shut</title></head><body>"
                        f"<article><h1>Border shut</h1><p>{told}</p></article></body></html>"),
        }.get(self.path, ("text/plain", ""))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Keep silent."""


@contextmanager
def outlet() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Outlet) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/rss"
        server.shutdown()


def pack(folder: Path, feed: str) -> str:
    for name, text in (
        ("outlets/harbour.toml", f'name = "Harbour Gazette"\nkind = "outlet"\n[[feeds]]\naddress = "{feed}"\n'
                                 'kind = "rss"\n'),
        ("scenarios/shut-borders.toml", SHUT_BORDERS),
    ):
        file = folder / "pack" / name
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return str(folder / "pack")


@pytest.mark.parametrize(("status", "events"), [(200, ["letter sent"]), (503, ["letter not sent"])])
def test_what_comes_is_told_at_once_and_a_channel_that_is_down_stops_nothing(
    vedette: Any, tmp_path: Path, status: int, events: list[str]
) -> None:
    with outlet() as feed, webhook() as hook:
        hook.status = status
        (tmp_path / "channels.toml").write_text(
            f'[[channel]]\nname = "duty"\naddress = "{hook.address}"\n', encoding="utf-8"
        )
        answer = vedette(
            "watch", "--once", "--outlets", "harbour", "--allow-private", "127.0.0.1", "--log", "json",
            "--packs", pack(tmp_path, feed), "--desk", "desk.sqlite", "--alerts", "--channels", "channels.toml",
        )
    lines = [json.loads(line) for line in answer.err.splitlines() if line.startswith("{")]
    assert answer.code == 0, answer.err
    assert [line["event"] for line in lines if line["event"].startswith("letter")] == events
    assert [line["event"] for line in lines].count("page read") == 1
    assert hook.address not in answer.err and "s3cretpass" not in answer.err
    with open_store("desk.sqlite") as store:
        [alert] = [one for one in store.alerting.alerts(limit=5) if one.scenario == "shut-borders"]
        assert (alert.before_name, alert.level_name) == ("calm", "watch")
        assert [one.outlet for one in store.reports()] == ["Harbour Gazette"]
    assert [one["title"] for one in hook.came] == (
        ["Vedette: Shut borders: rises from calm to watch"] if status == 200 else []
    )


def test_without_a_channel_it_does_not_begin(vedette: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VEDETTE_ALERTS", raising=False)
    answer = vedette("watch", "--once", "--alerts", "--desk", "desk.sqlite")
    assert answer.code == 2 and "No channel can be used" in answer.err
    assert not Path("desk.sqlite").exists()
