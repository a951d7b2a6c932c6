"""What people change about their own user: the password, and the tokens of their programs."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Request
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from vedette.access import LONGEST_DAYS, Refused
from vedette.errors import AccessError, NotAllowed, WeakPassword
from vedette.presentation.saying import gettext
from vedette.presentation.web.access.contexts import AccountContext
from vedette.presentation.web.access.cookies import give_session
from vedette.presentation.web.access.doors import doors_of, in_turn, keeper_of
from vedette.presentation.web.access.login import address_of, wait_words
from vedette.presentation.web.access.visit import Person, person_of, visit_of
from vedette.presentation.web.rendering import render
from vedette.presentation.web.security import NOT_KEPT
from vedette.store.accounts import Role


class PasswordForm(BaseModel):
    """The password as it is, and twice as it shall be."""

    old: str = ""
    new: str = ""
    again: str = ""


class TokenForm(BaseModel):
    """What a new token is for, what it may do, and for how many days; 0 for ever."""

    label: str = Field(default="", max_length=100)
    role: str = str(Role.READER)
    days: int = Field(default=90, ge=0, le=LONGEST_DAYS)


def account_page(request: Request) -> Response:
    """Who is logged in, and what they can change."""
    if not doors_of(request).login:
        return RedirectResponse("/", status_code=303)
    return _page(request)


async def change_password(request: Request, form: Annotated[PasswordForm, Form()]) -> Response:
    """Give oneself another password: everybody who is logged in under the name is logged out, but this browser."""
    person = _logged_in(request)
    return await in_turn(request, lambda: _change_password(request, form, person))


def _change_password(request: Request, form: PasswordForm, person: Person) -> Response:
    if form.new != form.again:
        return _page(request, problem=gettext("The two new passwords are not the same."), status=422)
    try:
        changed = keeper_of(request).change_password(
            person.name, old=form.old, new=form.new, address=address_of(request)
        )
    except WeakPassword as error:
        return _page(request, problem=str(error), status=error.http_status)
    if isinstance(changed, Refused):
        problem = wait_words(changed.wait) if changed.wait else gettext("The password as it is was wrong.")
        return _page(request, problem=problem, status=429 if changed.wait else 422)
    response = RedirectResponse("/account", status_code=303)
    give_session(response, request, changed.key)
    return response


def issue_token(request: Request, form: Annotated[TokenForm, Form()]) -> Response:
    """Make a token for a program of one's own, and show it this once."""
    person = _logged_in(request)
    try:
        _, token = keeper_of(request).issue(
            person.name, role=Role.named(form.role), label=form.label, days=form.days or None, by=person.name
        )
    except AccessError as error:
        return _page(request, problem=str(error), status=error.http_status)
    response = _page(request, shown=token)
    response.headers["Cache-Control"] = NOT_KEPT
    return response


def revoke_token(request: Request, id: Annotated[str, Form()]) -> Response:
    """Make a token of one's own useless."""
    person = _logged_in(request)
    keeper = keeper_of(request)
    if id not in {token.id for token in keeper.accounts.tokens.all(person.name)}:
        return _page(request, problem=gettext("You have no such token."), status=404)
    keeper.accounts.tokens.revoke(id, by=person.name, at=keeper.moment())
    return RedirectResponse("/account", status_code=303)


def _logged_in(request: Request) -> Person:
    """Give who logged in with a password: a program with a token must not make itself another one."""
    if visit_of(request).session is None:
        raise NotAllowed("Log in with a browser for this; a token is not enough.")
    return person_of(request)


def _page(
    request: Request, *, shown: str = "", problem: str = "", status: int = 200
) -> Response:
    person, keeper = person_of(request), keeper_of(request)
    at = keeper.moment()
    context = AccountContext(
        title=gettext("Your account"), section="account", user=keeper.accounts.users.named(person.name),
        tokens=tuple(token for token in keeper.accounts.tokens.all(person.name) if token.holds_at(at)),
        roles=tuple(role for role in Role if role <= person.role), shown=shown, problem=problem,
    )
    return render(request, context, status=status)
