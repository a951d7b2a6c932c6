"""A real browser before a real server: ``vedette serve`` on a desk of the sample reports."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from vedette.desk import Desk
from vedette.samples import sample_files

# Whatever a browser does by itself over the network; none of it belongs in a test.
QUIET = (
    "--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-default-apps", "--no-first-run", "--use-gl=angle", "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
ColorScheme = Literal["light", "dark"]
PATIENCE = 30.0  # seconds for a server to answer on a busy machine


def find_browser() -> str | None:
    """Give the path of a Chromium of this machine, if it has one."""
    return next(filter(None, (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))), None)


@dataclass(frozen=True)
class Served:
    """A desk that is being served: its file, and the address of its pages."""

    desk: Path
    address: str


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    if path is None:
        pytest.skip("There is no Chromium here. On Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sample_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample reports, read and linked once."""
    file = tmp_path_factory.mktemp("samples") / "desk.sqlite"
    with Desk.open(str(file)) as desk:
        desk.add([str(sample) for sample in sample_files()])
    return file


@pytest.fixture
def desk_file(sample_desk: Path, tmp_path: Path) -> Path:
    """A copy of that desk, for a test to change."""
    return Path(shutil.copy(sample_desk, tmp_path / "desk.sqlite"))


@contextmanager
def serving(desk: Path, *options: str) -> Iterator[Served]:
    """Serve a desk by the command that people use, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    vedette = str(Path(sys.executable).with_name("vedette"))
    command = [vedette, "serve", "--desk", str(desk), "--port", str(port), *options]
    server = subprocess.Popen(command, env={**os.environ, "COLUMNS": "120"})
    address = f"http://127.0.0.1:{port}"
    try:
        _await_answer(server, address)
        yield Served(desk, address)
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _await_answer(server: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended before it answered"
        try:
            if httpx.get(f"{address}/healthz", timeout=1.0).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    pytest.fail(f"The server did not answer within {PATIENCE:.0f} seconds.")


@pytest.fixture(scope="session")
def samples(sample_desk: Path) -> Iterator[Served]:
    """The sample desk, served for all tests that only look."""
    with serving(sample_desk) as served:
        yield served


OpenPage = Callable[..., Page]


@pytest.fixture
def page_of(browser: Browser) -> Iterator[OpenPage]:
    """Opens windows; any error of a script and any breach of a page's policy fails the test at its end."""
    contexts: list[BrowserContext] = []
    seen: list[str] = []

    def opened(*, scheme: ColorScheme = "light", width: int = 1280, faults: bool = True) -> Page:
        context = browser.new_context(
            locale="en-GB", reduced_motion="reduce", color_scheme=scheme, viewport={"width": width, "height": 900}
        )
        contexts.append(context)
        page = context.new_page()
        if faults:
            page.on("pageerror", lambda error: seen.append(str(error)))
            page.on("console", lambda said: seen.append(said.text) if said.type == "error" else None)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert seen == []


@pytest.fixture
def page(page_of: OpenPage) -> Page:
    """One window, light and wide."""
    return page_of()
