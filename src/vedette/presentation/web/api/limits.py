"""What holds for every request to the interface: how large it may be, and that HEAD is answered."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vedette.presentation.web.problem import is_for_programs, problem

# A decision is a few ids and a reason.
MOST_BYTES = 64 * 1024
TOO_LARGE = f"The body of this request is larger than {MOST_BYTES // 1024} KiB. Send less."


def _is_ours(scope: Scope) -> bool:
    return scope["type"] == "http" and is_for_programs(scope["path"])


class HeadAsGet:
    """Answers HEAD as GET without the content."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if not _is_ours(scope) or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def send_headers(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"}, receive, send_headers)


class BodyLimit:
    """Refuses a body that is too large, whether it says so or not."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if not _is_ours(scope):
            await self.app(scope, receive, send)
            return
        told = Headers(scope=scope).get("content-length", "")
        if told.isdecimal() and int(told) > MOST_BYTES:
            await problem(scope["path"], 413, TOO_LARGE)(scope, receive, send)
            return
        read = 0

        async def receive_some() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > MOST_BYTES:
                raise HTTPException(413, TOO_LARGE)
            return message

        await self.app(scope, receive_some, send)
