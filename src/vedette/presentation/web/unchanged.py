"""Answers that need not be sent again: their tags, and whether whoever asks has one already (RFC 9110)."""

from __future__ import annotations

import hashlib

from fastapi import Request
from starlette.responses import Response

from vedette import __version__
from vedette.store.ports import View


def tag_of(content: bytes) -> str:
    """Give the tag of an answer with this content."""
    return f'"{hashlib.sha256(content).hexdigest()[:24]}"'


def state_tag(view: View) -> str:
    """Give the tag of whatever follows from the whole desk."""
    return tag_of(f"{__version__} {view.state()}".encode())


def has_already(request: Request, tag: str) -> bool:
    """Say whether ``If-None-Match`` names this tag, compared weakly."""
    named = {one.strip().removeprefix("W/") for one in ",".join(request.headers.getlist("if-none-match")).split(",")}
    return tag in named or "*" in named


def not_modified(tag: str) -> Response:
    """Say that nothing has changed."""
    return Response(status_code=304, headers={"ETag": tag})
