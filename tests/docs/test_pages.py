"""docs/pages.md names every address that the application answers, and none that it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastapi.routing import iter_route_contexts
from starlette.routing import Mount

from vedette.presentation.web import create_app
from vedette.presentation.web.query import EventQuery

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "pages.md").read_text(encoding="utf-8")


@contextmanager
def no_view() -> Iterator[None]:
    yield None


def answered() -> set[str]:
    """Every address of the application at which somebody can look; what forms are sent to stands with their pages."""
    routes = list(iter_route_contexts(create_app(no_view).routes))
    mounted = {str(route.path) for route in routes if isinstance(route.route, Mount)}
    looked_at = {str(route.path) for route in routes if route.methods and "GET" in route.methods}
    return mounted | looked_at


def test_every_address_is_described():
    written = PAGE + (DOCS / "api.md").read_text(encoding="utf-8")
    missing = sorted(path for path in answered() if f"`{path}`" not in written and f"`{path}?" not in written)
    assert not missing, f"Add a row for each of these to docs/pages.md or docs/api.md: {missing}"


def test_no_address_is_described_that_is_not_there():
    described = {path.partition("?")[0] for path in re.findall(r"^\| `(/[^`]*)`", PAGE, flags=re.M)}
    assert described <= answered(), f"Take these out of docs/pages.md: {sorted(described - answered())}"


def test_every_filter_is_described():
    missing = [name for name in EventQuery.model_fields if f"`{name}`" not in PAGE]
    assert not missing, f"Add a row for each of these filters to docs/pages.md: {missing}"
