"""Logging in and out."""

from __future__ import annotations

import logging
from typing import Annotated

from fastapi import Form, Query, Request
from pydantic import BaseModel
from starlette.responses import RedirectResponse, Response

from vedette.access import Refused
from vedette.presentation.saying import gettext, ngettext
from vedette.presentation.web.access.contexts import LoginContext
from vedette.presentation.web.access.cookies import give_session, session_key, take_session
from vedette.presentation.web.access.doors import doors_of, in_turn, keeper_of
from vedette.presentation.web.access.origin import local_path
from vedette.presentation.web.access.visit import visit_of
from vedette.presentation.web.rendering import render

_LOG = logging.getLogger(__name__)


class LoginForm(BaseModel):
    """What somebody types to log in."""

    name: str = ""
    password: str = ""
    next: str = "/"


def login_page(request: Request, next: Annotated[str, Query()] = "/") -> Response:
    """The form to log in."""
    if not doors_of(request).login or visit_of(request).person is not None:
        return RedirectResponse(local_path(next), status_code=303)
    return _form(request, LoginForm(next=next))


async def log_in(request: Request, form: Annotated[LoginForm, Form()]) -> Response:
    """Log somebody in: a session with a new key begins, whatever key the browser came with."""
    if not doors_of(request).login:
        return RedirectResponse("/", status_code=303)
    return await in_turn(request, lambda: _log_in(request, form))


def _log_in(request: Request, form: LoginForm) -> Response:
    address = address_of(request)
    admitted = keeper_of(request).log_in(
        form.name, form.password, address=address, before=session_key(request)
    )
    if isinstance(admitted, Refused):
        # Without the name: people type passwords where names belong.
        _LOG.warning("A login from %s was refused%s", address, f" for {admitted.wait} seconds" if admitted.wait else "")
        return _refused(request, form, admitted)
    response = RedirectResponse(local_path(form.next), status_code=303)
    give_session(response, request, admitted.key)
    return response


def log_out(request: Request) -> Response:
    """Log out: the session ends here and in the browser, which forgets what it kept of the pages."""
    key = visit_of(request).session
    if key is not None:
        keeper_of(request).log_out(key)
    response = RedirectResponse("/login" if doors_of(request).login else "/", status_code=303)
    take_session(response, request)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def address_of(request: Request) -> str:
    """Give the address that somebody asks from; that of the proxy where none is trusted to say more."""
    return request.client.host if request.client is not None else "unknown"


def wait_words(seconds: int) -> str:
    """Say how long somebody has to wait who tried too often."""
    return ngettext(
        "Too many attempts. Try again in %(seconds)s second.", "Too many attempts. Try again in %(seconds)s seconds.",
        seconds,
    ) % {"seconds": seconds}


def _refused(request: Request, form: LoginForm, refused: Refused) -> Response:
    if refused.wait:
        response = _form(request, form, problem=wait_words(refused.wait), status=429)
        response.headers["Retry-After"] = str(refused.wait)
        return response
    problem = gettext("The name or the password is wrong, or this user is not let in.")
    return _form(request, form, problem=problem, status=401)


def _form(request: Request, form: LoginForm, *, problem: str = "", status: int = 200) -> Response:
    context = LoginContext(
        title=gettext("Log in"), section="login", next=local_path(form.next), name=form.name[:100], problem=problem
    )
    return render(request, context, status=status)
