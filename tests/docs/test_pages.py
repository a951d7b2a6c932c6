"""docs/pages.md names every address that the application answers, and none that it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vedette.presentation.web import create_app
from vedette.presentation.web.api import API
from vedette.presentation.web.app import API_ROOT
from vedette.presentation.web.exports import EXPORTS
from vedette.presentation.web.pages import PAGES
from vedette.presentation.web.query import EventQuery

PAGE = (Path(__file__).parents[2] / "docs" / "pages.md").read_text(encoding="utf-8")


@contextmanager
def no_view() -> Iterator[None]:
    yield None


def answered() -> set[str]:
    """Every address of the application."""
    app = create_app(no_view)
    pages = {path for path, _ in (*PAGES, *EXPORTS)} | {"/healthz", "/static"}
    return pages | {f"{API_ROOT}{path}" for path, _ in API} | {str(app.openapi_url)}


def test_every_address_is_described():
    missing = sorted(path for path in answered() if f"`{path}`" not in PAGE and f"`{path}?" not in PAGE)
    assert not missing, f"Add a row for each of these to docs/pages.md: {missing}"


def test_no_address_is_described_that_is_not_there():
    described = {path.partition("?")[0] for path in re.findall(r"^\| `(/[^`]*)`", PAGE, flags=re.M)}
    assert described <= answered(), f"Take these out of docs/pages.md: {sorted(described - answered())}"


def test_every_filter_is_described():
    missing = [name for name in EventQuery.model_fields if f"`{name}`" not in PAGE]
    assert not missing, f"Add a row for each of these filters to docs/pages.md: {missing}"
