"""A real browser before a real server: ``vedette serve`` on a desk of the sample reports."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from browser.scenarios import assess, every_state
from browser.serving import QUIET, Served, ask, find_browser, serving
from vedette.desk import Desk

ColorScheme = Literal["light", "dark"]
# A test waits for what it wants to see; only on a machine that others use does that take so long.
SLOWLY = 60_000
expect.set_options(timeout=SLOWLY)


# For one module at a time: while it is open, its event loop runs in this thread, where other tests run their own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = find_browser()
    if path is None:
        pytest.skip("There is no Chromium here. On Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def assessed_desk(sample_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample reports, read and linked once, with a scenario that has an indicator of each state."""
    file = Path(shutil.copy(sample_desk, tmp_path_factory.mktemp("samples") / "desk.sqlite"))
    with Desk.open(str(file)) as desk:
        assess(desk, every_state())
    return file


@pytest.fixture(scope="session")
def samples(assessed_desk: Path) -> Iterator[Served]:
    """That desk, served for all tests that only look."""
    with serving(assessed_desk) as served:
        yield served


@pytest.fixture(scope="session")
def addresses(samples: Served) -> dict[str, str]:
    """Of each kind of page the address of one that has much on it."""
    api = f"{samples.address}/api/v1"
    events = ask(f"{api}/events?limit=200").json()["events"]
    richest = max(events, key=lambda event: (len(event["conflicts"]), len(event["claims"])))
    claim = ask(f"{api}/claims/{richest['claims'][0]}").json()
    situation = ask(f"{api}/situations").json()["situations"][0]
    return {
        "/event": f"/events/{richest['id']}", "/report": f"/reports/{claim['report']['id']}",
        "/situation": f"/situations/{situation['id']}", "/claim": f"/claims/{claim['id']}",
        "/warning": f"/warnings/{every_state().id}",
    }


@pytest.fixture(scope="session")
def serve() -> Callable[..., AbstractContextManager[Served]]:
    """Serves a desk of the test's own: ``with serve(desk, "--login") as served``."""
    return serving


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
        context.set_default_timeout(SLOWLY)
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
