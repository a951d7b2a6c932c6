"""Which language a request is answered in: asked for, remembered, preferred by the browser, or set for the desk."""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import parse_qs, parse_qsl, quote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vedette.presentation.saying import ENGLISH, languages, own_name, speaking

COOKIE = "lang"
# The path and the query that are being answered: every request has its own.
_HERE: ContextVar[tuple[str, list[tuple[str, str]]]] = ContextVar("here", default=("/", []))
_YEAR = 365 * 24 * 3600
# What programs read says the same to everybody, whatever their browser prefers.
# A briefing as a file is written in English throughout, as the command writes it.
_FOR_PROGRAMS = ("/api/", "/events.", "/briefing.", "/warnings.", "/healthz", "/readyz", "/metrics")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language that the page can be had in: its code, its own name for itself, and the address."""

    code: str
    name: str
    address: str


def tongues() -> tuple[Tongue, ...]:
    """Give the languages in which the page that is being answered can be had, English first."""
    path, pairs = _HERE.get()
    rest = [(name, value) for name, value in pairs if name != COOKIE]
    return tuple(
        Tongue(code=code, name=own_name(code), address=f"{path}?{urlencode([*rest, (COOKIE, code)])}")
        for code in languages()
    )


class SpeaksLanguage:
    """Answers each request in the language of its reader.

    ``?lang=uk`` wins and is remembered in a cookie; then the cookie, then what the browser
    prefers, then the language set for the desk. What programs read stays English.
    """

    def __init__(self, app: ASGIApp, default: str = ENGLISH) -> None:
        self.app = app
        self.default = default

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request in its language."""
        if scope["type"] != "http" or scope["path"].startswith(_FOR_PROGRAMS):
            await self.app(scope, receive, send)
            return
        asked = _asked(scope)
        language = asked or language_for(Headers(scope=scope), default=self.default)

        async def send_in_language(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Language"] = language
                headers.add_vary_header("Accept-Language")
                headers.add_vary_header("Cookie")
                if asked:
                    headers.append("set-cookie", _remembered(asked))
            await send(message)

        # Of several strokes in front a browser would make the name of another host.
        here = _HERE.set((quote(f"/{scope['path'].lstrip('/')}"), parse_qsl(scope["query_string"].decode("latin-1"))))
        try:
            with speaking(language):
                await self.app(scope, receive, send_in_language)
        finally:
            _HERE.reset(here)


def language_for(headers: Headers, *, default: str = ENGLISH) -> str:
    """Choose the language of a request that names none in its address.

    Example:
        >>> language_for(Headers({"accept-language": "de-AT, uk;q=0.8, en;q=0.5"}))
        'uk'
        >>> language_for(Headers({"accept-language": "uk", "cookie": "lang=en"}))
        'en'

    """
    remembered = cookie_parser(headers.get("cookie", "")).get(COOKIE)
    wanted = [remembered] if remembered else []
    return _first_spoken([*wanted, *_preferred(headers.get("accept-language", "")), default]) or ENGLISH


def _asked(scope: Scope) -> str | None:
    return _first_spoken(parse_qs(scope["query_string"].decode("latin-1")).get("lang", ()))


def _first_spoken(wanted: Iterable[str]) -> str | None:
    return next((code for code in wanted if code in languages()), None)


def _preferred(header: str) -> list[str]:
    """Give the languages of an Accept-Language header without their regions, the best liked first."""
    weighed = []
    for place, part in enumerate(header.split(",")):
        code, _, parameters = part.strip().partition(";")
        weighed.append((-_weight(parameters), place, code.strip().partition("-")[0].casefold()))
    return [code for weight, _, code in sorted(weighed) if weight < 0]


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0


def _remembered(language: str) -> str:
    cookie: SimpleCookie = SimpleCookie({COOKIE: language})
    cookie[COOKIE].update({"path": "/", "max-age": str(_YEAR), "samesite": "Lax", "httponly": "1"})
    return cookie[COOKIE].OutputString()
