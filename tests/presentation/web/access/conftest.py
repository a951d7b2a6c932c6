"""Browsers that keep their cookies, at a desk that asks for a login, and at one that does not."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from doors import Clock, clock, empty_desk, quick_passwords, store
from vedette.access import Doorkeeper
from vedette.presentation.web import create_app
from vedette.presentation.web.access import Doors, Role
from vedette.store import Store

__all__ = ["clock", "empty_desk", "store"]

PASSWORDS = {
    "Rita": "a reader of many papers", "Ann": "four slow grey herons", "Eve": "who lets all others in",
}
ROLES = {"Rita": Role.READER, "Ann": Role.ANALYST, "Eve": Role.ADMIN}
HOST = "desk.example"


class Browser:
    """Asks like a browser: with its cookies, and saying which page it comes from."""

    def __init__(self, app: FastAPI, *, scheme: str = "http", host: str = HOST, address: str = "192.0.2.7") -> None:
        self.app, self.origin, self.address = app, f"{scheme}://{host}", address
        self.cookies = httpx.Cookies()

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False, client=(self.address, 50000))
            async with httpx.AsyncClient(transport=transport, base_url=self.origin, cookies=self.cookies) as client:
                answer = await client.request(method, path, **more)
                self.cookies = client.cookies
                return answer

        return asyncio.run(send())

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.ask("GET", path, headers={"accept": "text/html", **_named(headers)})

    def post(
        self, path: str, form: dict[str, str] | None = None, *, csrf: str | None = None, **headers: str
    ) -> httpx.Response:
        """Send a form; the token is that of the page with the form, unless the test gives another."""
        token = self.csrf() if csrf is None else csrf
        own = {"origin": self.origin, "sec-fetch-site": "same-origin", "accept": "text/html", **_named(headers)}
        return self.ask("POST", path, data={"csrf": token, **(form or {})}, headers={k: v for k, v in own.items() if v})

    def csrf(self) -> str:
        """Read the token from the login page, or, once logged in, from the account page."""
        answer = self.get("/login")
        if answer.status_code == 303:
            answer = self.get("/account")
        if answer.status_code == 303:  # a desk without a login
            answer = self.get("/admin/users")
        found = re.search(r'name="csrf" value="(\w+)"', answer.text)
        assert found, answer.text
        return found[1]

    def log_in(self, name: str, password: str | None = None, *, next: str = "/") -> httpx.Response:
        form = {"name": name, "password": PASSWORDS[name] if password is None else password, "next": next}
        return self.post("/login", form)

    def cookie(self, name: str) -> str | None:
        return next((cookie.value for cookie in self.cookies.jar if cookie.name.endswith(name)), None)


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


@pytest.fixture
def keeper(store: Store, clock: Clock) -> Doorkeeper:
    """Keeps the door of a desk with a reader, an analyst and an admin."""
    door = Doorkeeper(store.accounts, passwords=quick_passwords(), clock=clock)
    for name, role in ROLES.items():
        door.add_user(name, role, password=PASSWORDS[name], by="the test")
    return door


@pytest.fixture
def app(store: Store, keeper: Doorkeeper) -> FastAPI:
    """A desk that others can reach."""
    return create_app(lambda: nullcontext(store), hosts={HOST}, doors=Doors(keeper=keeper, login=True))


@pytest.fixture
def browse(app: FastAPI) -> Callable[..., Browser]:
    """Open a browser, logged in or not: browse("Ann"), browse(scheme="https")."""

    def opened(name: str | None = None, **how: str) -> Browser:
        browser = Browser(app, **how)
        if name is not None:
            assert browser.log_in(name).status_code == 303
        return browser

    return opened


@pytest.fixture
def local(store: Store, keeper: Doorkeeper) -> Browser:
    """A browser at a desk without a login, on this computer."""
    return Browser(create_app(lambda: nullcontext(store), doors=Doors(keeper=keeper)), host="127.0.0.1:8765")
