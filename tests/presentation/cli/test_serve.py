"""To whom ``vedette serve`` answers, and under which names."""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from vedette.access import Doorkeeper
from vedette.presentation.cli.serve import Serving, make_app, proxy_options
from vedette.settings import Settings
from vedette.store import open_store
from vedette.store.accounts import Role
from vedette.store.sqlite.connection import connect


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VEDETTE_DESK", "served.sqlite")
    store = open_store("served.sqlite")
    store.replace_events([], [])
    store.close()
    return Path("served.sqlite")


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the server was started with, instead of starting one."""
    started: list[dict[str, Any]] = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: started.append({"doors": app.state.doors, **options}))
    return started


def let_in(name: str, role: Role, *, password: str | None = "four slow grey herons") -> None:
    with open_store("served.sqlite") as store:
        Doorkeeper(store.accounts).add_user(name, role, password=password, by="Eve")


ELSEWHERE = [
    ("--host", "192.0.2.10"), ("--host", "0.0.0.0", "--name", "desk.example"),
    ("--host", "::", "--name", "desk.example"), ("--host", "desk.example"), ("--behind-proxy", "127.0.0.1"),
    ("--name", "desk.example"), ("--login",),
]


@pytest.mark.parametrize("options", ELSEWHERE, ids=" ".join)
def test_where_others_could_come_nobody_is_served_without_an_admin(
    vedette: Any, desk: Path, served: list[Any], options: tuple[str, ...]
) -> None:
    let_in("Ann", Role.ANALYST)
    let_in("Robot", Role.ADMIN, password=None)
    answer = vedette("serve", *options)
    assert answer.code == 2 and "vedette users add NAME --role admin" in answer.err
    assert served == []


@pytest.mark.parametrize("options", ELSEWHERE, ids=" ".join)
def test_where_others_could_come_they_log_in(
    vedette: Any, desk: Path, served: list[Any], options: tuple[str, ...]
) -> None:
    let_in("Eve", Role.ADMIN)
    assert vedette("serve", *options).code == 0
    assert [one["doors"].login for one in served] == [True]


def test_an_admin_who_is_disabled_lets_nobody_in(vedette: Any, desk: Path, served: list[Any]) -> None:
    let_in("Eve", Role.ADMIN)
    # Vedette itself never disables the last one; whoever can write the file can.
    with closing(connect(desk, mode="rw")) as file:
        file.execute("UPDATE users SET disabled = '2025-09-12T06:30:00+00:00'")
    assert vedette("serve", "--host", "192.0.2.10").code == 2
    assert served == []


@pytest.mark.parametrize("options", [(), ("--host", "localhost"), ("--host", "::1"), ("--host", "127.0.0.2")])
def test_on_this_computer_nobody_logs_in(vedette: Any, desk: Path, served: list[Any], options: tuple[str, ...]) -> None:
    let_in("Eve", Role.ADMIN)
    assert vedette("serve", *options).code == 0
    assert [(one["doors"].login, one["proxy_headers"]) for one in served] == [(False, False)]


def test_every_address_takes_a_name(vedette: Any, desk: Path) -> None:
    let_in("Eve", Role.ADMIN)
    answer = vedette("serve", "--host", "0.0.0.0")
    assert answer.code == 2 and "Say with --name" in answer.err


@pytest.mark.parametrize("options", [
    ("--name", "https://desk.example"), ("--name", "desk.example:443"), ("--name", "*"), ("--name", "desk.example/x"),
    ("--name", "2001:db8::7", "--name", "desk.example/x"), ("--name", ""),
    ("--behind-proxy", "*"), ("--behind-proxy", "proxy.example"), ("--behind-proxy", "10.0.0.0/8"),
])
def test_what_cannot_be_meant_is_refused(vedette: Any, desk: Path, served: list[Any], options: tuple[str, ...]) -> None:
    let_in("Eve", Role.ADMIN)
    assert vedette("serve", *options).code == 2
    assert served == []


def test_a_desk_answers_under_its_names_only() -> None:
    assert Serving(host="0.0.0.0", port=1, names=("Desk.Example", "2001:db8::7")).hosts == {
        "localhost", "127.0.0.1", "[::1]", "desk.example", "[2001:db8::7]",
    }
    assert "192.0.2.10" in Serving(host="192.0.2.10", port=1).hosts


def test_nobody_is_believed_about_who_asks_unless_told() -> None:
    assert proxy_options(Serving(host="127.0.0.1", port=1))["proxy_headers"] is False
    told = proxy_options(Serving(host="127.0.0.1", port=1, proxy="127.0.0.1"))
    assert (told["proxy_headers"], told["forwarded_allow_ips"]) == (True, "127.0.0.1")


def test_without_encryption_a_warning_is_given(vedette: Any, desk: Path, served: list[Any]) -> None:
    let_in("Eve", Role.ADMIN)
    assert "Nothing encrypts" in vedette("serve", "--host", "192.0.2.10").err
    assert "Nothing encrypts" not in vedette("serve", "--behind-proxy", "127.0.0.1").err


def test_a_desk_that_cannot_be_written_is_read(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vedette.presentation.cli.serve.may_write", lambda settings: False)
    with ExitStack() as held:
        app = make_app(Settings(desk=str(desk)), Serving(host="127.0.0.1", port=1), held)
        assert app.state.open_desk is None and app.state.doors.keeper is None


def test_a_decision_opens_the_desk_once(desk: Path) -> None:
    with ExitStack() as held:
        app = make_app(Settings(desk=str(desk)), Serving(host="127.0.0.1", port=1), held)
        with app.state.open_desk() as first, app.state.open_desk() as second:
            assert first is second
