"""What programs ask that watch over this one: ``/healthz``, ``/readyz`` and ``/metrics``."""

from __future__ import annotations

from fastapi import Request
from prometheus_client import CollectorRegistry
from starlette.responses import JSONResponse, PlainTextResponse, Response

from vedette.errors import VedetteError
from vedette.presentation.watching.counts import DeskNumbers, numbers_text
from vedette.presentation.web.access.visit import is_outside
from vedette.presentation.web.request_view import view_for

METRICS = "text/plain; version=0.0.4; charset=utf-8"


def healthz(request: Request) -> Response:
    """Say whether the desk can be read, for a program that watches this one; how much it holds, to who may know."""
    with view_for(request) as view:
        if is_outside():  # of whom there may be very many: one small look tells as much as counting all
            view.state()
            return JSONResponse({"status": "ok"})
        counts = view.counts()
    return JSONResponse({"status": "ok", "reports": counts["reports"], "events": counts["events"]})


def readyz(request: Request) -> Response:
    """Say whether pages can be answered now, else why not; nothing of what the desk holds, and not where it lies."""
    try:
        with view_for(request) as view:
            view.state()
    except VedetteError:
        return JSONResponse({"status": "not ready", "reason": "the desk cannot be read"}, status_code=503)
    return JSONResponse({"status": "ok"})


def metrics(request: Request) -> Response:
    """Give the numbers of the watch, as far as they stand on the desk, for Prometheus."""
    registry = CollectorRegistry()
    with view_for(request) as view:
        registry.register(DeskNumbers(lambda: view, archive_bytes=lambda: None))
        return PlainTextResponse(numbers_text(registry), media_type=METRICS)
