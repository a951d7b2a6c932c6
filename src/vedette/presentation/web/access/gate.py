"""Stands before every page: who asks, whether they may come in, and whether it is they who ask."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from urllib.parse import quote

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vedette.presentation.saying import gettext
from vedette.presentation.web.access.cookies import browser_cookie, browser_key, session_key
from vedette.presentation.web.access.doors import Doors
from vedette.presentation.web.access.origin import comes_from_elsewhere, was_forwarded
from vedette.presentation.web.access.visit import CSRF_FIELD, Person, Visit, visiting

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# All that somebody sees who is not logged in: nothing of the desk itself.
PUBLIC = frozenset(
    {"/login", "/healthz", "/readyz", "/static/vedette.css", "/static/access.css", "/static/vedette.svg"}
)
CSRF_HEADER = "x-csrf-token"
# No form and no judgement is longer.
LONGEST_BODY = 1_048_576

Refuse = Callable[[Request, int, str], Response]
"""Answers a request with a status and the sentence that explains it."""


class Gate:
    """Finds out who asks, refuses whom it has to, and keeps pages elsewhere from writing in somebody's name."""

    def __init__(self, app: ASGIApp, doors: Doors, refuse: Refuse) -> None:
        self.app = app
        self.doors = doors
        self.refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with who asks, or answer it here."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(Request(scope, receive), send)
        else:  # nothing here talks otherwise
            await send({"type": "websocket.close", "code": 1008})

    async def _answer(self, request: Request, send: Send) -> None:
        visit = await self._visit(request)
        with visiting(request.scope, visit):
            refusal, receive = self._refusal(request, visit), request.receive
            if refusal is None and request.method not in SAFE:
                refusal, receive = await self._check_writing(request, visit)
            answer: Callable[[Scope, Receive, Send], Awaitable[None]] = self.app if refusal is None else refusal
            await answer(request.scope, receive, _giving_cookie(send, request, visit))

    async def _visit(self, request: Request) -> Visit:
        token = _bearer(request)
        if token is not None:
            return await run_in_threadpool(self._visit_by_token, token)
        known = browser_key(request)
        visit = Visit(login=self.doors.login) if known is None else Visit(
            login=self.doors.login, browser=known, fresh=False
        )
        key = session_key(request)
        if self.doors.login and key is not None:
            await run_in_threadpool(self._find_session, visit, key)
        return visit

    def _find_session(self, visit: Visit, key: str) -> None:
        session = None if self.doors.keeper is None else self.doors.keeper.session(key)
        if session is not None:
            visit.session = key
            visit.person = Person(name=session.user.name, role=session.user.role)

    def _visit_by_token(self, token: str) -> Visit:
        """Give who a token speaks for. One that does not hold opens less than none, also on this computer."""
        found = None if self.doors.keeper is None else self.doors.keeper.token(token)
        person = None if found is None else Person(name=found.owner.name, role=found.role)
        return Visit(login=True, by_token=True, person=person)

    def _refusal(self, request: Request, visit: Visit) -> Response | None:
        if not self.doors.login and was_forwarded(request):
            return self.refuse(request, 403, gettext(
                "A proxy passed this on, but this desk asks nobody for a login. "
                "Start it with 'vedette serve --behind-proxy ADDRESS'."
            ))
        if not visit.login or visit.person is not None:
            return None
        if visit.by_token:
            return _with_challenge(self.refuse(request, 401, "This token opens nothing: unknown, expired or revoked."))
        if request.scope["path"] in PUBLIC:
            return None
        if request.method in ("GET", "HEAD") and _wants_page(request):
            return RedirectResponse(f"/login?next={quote(_address(request), safe='/')}", status_code=303)
        return _with_challenge(self.refuse(request, 401, gettext("Log in first, at /login; a program sends a token.")))

    async def _check_writing(self, request: Request, visit: Visit) -> tuple[Response | None, Receive]:
        """Refuse to write for a page elsewhere; give the body back, which had to be read for it."""
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400), request.receive
        if body is None:
            too_long = gettext("This is longer than anything that can be sent here.")
            return self.refuse(request, 413, too_long), request.receive
        receive = _again(body, request.receive)
        if visit.by_token:  # no browser adds a token by itself
            return None, receive
        if comes_from_elsewhere(request):
            elsewhere = gettext("Another page sent this in your name. Nothing was changed.")
            return self.refuse(request, 403, elsewhere), receive
        sent = request.headers.get(CSRF_HEADER) or await _field_of(request, body)
        if not visit.is_csrf(sent):
            return self.refuse(request, 403, gettext(
                "It cannot be told that a page of this desk sent this, or that page is too old. "
                "Nothing was changed: load the page again and repeat it."
            )), receive
        return None, receive


def _bearer(request: Request) -> str | None:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.casefold() == "bearer" else None


def _wants_page(request: Request) -> bool:
    return not request.scope["path"].startswith("/api/") and "text/html" in request.headers.get("accept", "")


def _address(request: Request) -> str:
    return str(request.scope["path"]) + (f"?{request.url.query}" if request.url.query else "")


def _with_challenge(response: Response) -> Response:
    response.headers["WWW-Authenticate"] = 'Bearer realm="vedette"'
    return response


async def _body(request: Request) -> bytes | None:
    """Read what was sent; ``None`` where it is too long."""
    pieces, length = [], 0
    async for piece in request.stream():
        length += len(piece)
        if length > LONGEST_BODY:
            return None
        pieces.append(piece)
    return b"".join(pieces)


def _again(body: bytes, then: Receive) -> Receive:
    """Give a body that was read once more, and after it what comes."""
    waiting = [body]

    async def receive() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await then()

    return receive


async def _field_of(request: Request, body: bytes) -> str:
    """Give the token in a form; in anything else there is none."""
    with suppress(HTTPException, MultiPartException, UnicodeDecodeError, ValueError):
        async with Request(request.scope, _again(body, request.receive)).form(max_files=4) as form:
            sent = form.get(CSRF_FIELD)
            return sent if isinstance(sent, str) else ""
    return ""


def _giving_cookie(send: Send, request: Request, visit: Visit) -> Send:
    """Hand the browser its key with the first page that has a form for it."""

    async def send_on(message: Message) -> None:
        if message["type"] == "http.response.start" and visit.fresh and visit.used and visit.session is None:
            MutableHeaders(scope=message).append("set-cookie", browser_cookie(request, visit.browser))
        await send(message)

    return send_on
