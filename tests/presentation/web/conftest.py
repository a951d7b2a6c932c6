"""A browser without a window, and desks to show it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pytest
from fake_view import FakeView, border_desk
from fastapi import FastAPI

from vedette.presentation.web import create_app
from vedette.presentation.web.islands import Islands
from vedette.settings import Tiles


class Browser:
    """Asks an application for addresses and counts how often a view was opened and closed."""

    def __init__(
        self, view: FakeView, failure: Exception | None = None, *, tiles: Tiles | None = None, islands: bool = True
    ) -> None:
        self.view = view
        self.failure = failure
        self.opened = self.closed = 0
        self.app: FastAPI = create_app(self._open, tiles=tiles)
        # Tests see the same page on a machine that built the map and on one that could not.
        self.app.state.islands = Islands(tiles=tiles, missing=None if islands else "They were not built: no Node.")

    def get(
        self, address: str, *, method: str = "GET", host: str = "127.0.0.1:8765", headers: dict[str, str] | None = None
    ) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
                return await client.request(method, address, headers=headers)

        return asyncio.run(ask())

    @contextmanager
    def _open(self) -> Iterator[FakeView]:
        if self.failure is not None:
            raise self.failure
        self.opened += 1
        try:
            yield self.view
        finally:
            self.closed += 1


@pytest.fixture
def border() -> Browser:
    """The desk of the closed border."""
    return Browser(border_desk())


@pytest.fixture
def browse() -> Callable[..., Browser]:
    """Opens a browser on a desk of the test's own, or on one that fails."""
    return Browser
