"""Who is being answered just now, and the field that keeps others from asking in their name."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from secrets import compare_digest
from typing import cast

from fastapi import Request
from markupsafe import Markup
from starlette.types import Scope

from vedette.access import new_key
from vedette.errors import NotLoggedIn, UsageError
from vedette.settings import who_decides
from vedette.store.accounts import Role

_IN_SCOPE = "vedette.visit"
CSRF_FIELD = "csrf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who asks: the name under which decisions go on record, and the role."""

    name: str
    role: Role


@dataclass(slots=True, kw_only=True)
class Visit:
    """One request, as far as access goes.

    ``person`` is who logged in or whose token it is, ``login`` whether the desk asks for one.
    ``session`` is the key of the browser's session. ``browser`` is a random key that a browser
    without a session has instead; a ``fresh`` one is handed out with the answer, if it was used.
    """

    person: Person | None = None
    login: bool = False
    by_token: bool = False
    session: str | None = None
    browser: str = field(default_factory=new_key)
    fresh: bool = True
    used: bool = False

    def csrf(self) -> str:
        """Give the token that says of a form or script: it was read from a page of ours, by this browser."""
        self.used = True
        secret = self.session or self.browser
        return hmac.new(secret.encode("utf-8", "replace"), b"vedette csrf", hashlib.sha256).hexdigest()

    def is_csrf(self, token: str) -> bool:
        """Say whether a token is the one of this browser; one that was just made up has none."""
        if self.session is None and self.fresh:
            return False
        return compare_digest(self.csrf().encode(), token.encode("utf-8", "replace"))


# Not the state of the program but of whoever is being answered, for the templates, which see no request.
_VISIT: ContextVar[Visit | None] = ContextVar("visit", default=None)


@contextmanager
def visiting(scope: Scope, visit: Visit) -> Iterator[None]:
    """Let what answers a request know who asks."""
    scope[_IN_SCOPE] = visit
    before = _VISIT.set(visit)
    try:
        yield
    finally:
        _VISIT.reset(before)


def visit_of(request: Request) -> Visit:
    """Give the visit that a request is.

    Raises:
        KeyError: It did not come through the gate, so nobody knows who asks: then nothing is answered.
    """
    return cast(Visit, request.scope[_IN_SCOPE])


def person_of(request: Request) -> Person:
    """Give the person that is being answered.

    On a desk without a login this is whoever runs it, under the name that ``vedette judge`` uses. Where
    nothing tells that name it is empty, and only reading is possible.

    Raises:
        NotLoggedIn: The desk asks for a login, and nobody is logged in.
    """
    visit = visit_of(request)
    if visit.person is not None:
        return visit.person
    if visit.login:
        raise NotLoggedIn("This takes a login.")
    return Person(name=_own_name(), role=Role.ADMIN)


def _own_name() -> str:
    """Give the name of whoever runs the desk; empty where nothing tells it, which is enough to read."""
    try:
        return who_decides()
    except UsageError:
        return ""


def visitor() -> Person | None:
    """Give who is logged in, for a template; ``None`` where nobody is, or nobody has to."""
    visit = _VISIT.get()
    return None if visit is None else visit.person


def is_outside() -> bool:
    """Say, for a template, whether the person still has to log in: then nothing of the desk is shown."""
    visit = _VISIT.get()
    return visit is not None and visit.login and visit.person is None


def csrf_token() -> str:
    """Give the token of the browser that is being answered, for a template."""
    return (_VISIT.get() or Visit()).csrf()


def csrf_field() -> Markup:
    """Give the hidden field that every form carries, so that no page elsewhere can send it."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(CSRF_FIELD, csrf_token())
