"""What a program is told when something goes wrong: a problem in JSON (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from http import HTTPStatus

from starlette.responses import Response

from vedette.errors import VedetteError

MEDIA_TYPE = "application/problem+json"
PLAIN = VedetteError.problem
"""The type of a problem of which its status says all."""


def is_for_programs(path: str) -> bool:
    """Say whether what is at this address answers programs, not people."""
    return path == "/api" or path.startswith("/api/") or path in ("/healthz", "/readyz", "/metrics")


def problem(
    path: str, status: int, detail: str, *, type: str = PLAIN, errors: Sequence[tuple[str, str]] = ()
) -> Response:
    """Make a problem.

    Args:
        path: The address that was asked for.
        status: The status of HTTP.
        detail: What is wrong, and what to do.
        type: A name for this kind of problem, where programs may want to tell it from others of its status.
        errors: Fields of the request that are wrong, each with what is wrong about it.
    """
    body: dict[str, object] = {
        "type": type, "title": HTTPStatus(status).phrase, "status": status, "detail": detail, "instance": path,
    }
    if errors:
        body["errors"] = [{"field": field, "detail": said} for field, said in errors]
    # An address may hold half a character, which UTF-8 cannot carry.
    written = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    return Response(written, status_code=status, media_type=MEDIA_TYPE)
