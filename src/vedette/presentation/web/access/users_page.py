"""Managing the users, for admins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Annotated

from fastapi import Form, Request
from pydantic import BaseModel
from starlette.responses import RedirectResponse, Response

from vedette.errors import AccessError, WeakPassword
from vedette.presentation.saying import gettext
from vedette.presentation.web.access.contexts import UserRow, UsersContext
from vedette.presentation.web.access.doors import keeper_of
from vedette.presentation.web.access.visit import person_of
from vedette.presentation.web.rendering import render
from vedette.store.accounts import Role

_NEWEST = 20


class NewUserForm(BaseModel):
    """Somebody to be let in."""

    name: str = ""
    role: str = str(Role.READER)
    password: str = ""


def users_page(request: Request) -> Response:
    """Who may use the desk."""
    return _page(request)


def add_user(request: Request, form: Annotated[NewUserForm, Form()]) -> Response:
    """Let somebody in, with a first password, which they change themselves."""
    keeper, by = keeper_of(request), person_of(request).name
    return _done(request, lambda: keeper.add_user(form.name, Role.named(form.role), password=form.password, by=by))


def set_role(request: Request, name: Annotated[str, Form()], role: Annotated[str, Form()]) -> Response:
    """Give somebody another role."""
    keeper, by = keeper_of(request), person_of(request).name
    users = keeper.accounts.users
    return _done(request, lambda: users.set_role(name, Role.named(role), by=by, at=keeper.moment()))


def disable(request: Request, name: Annotated[str, Form()]) -> Response:
    """Shut somebody out."""
    keeper, by = keeper_of(request), person_of(request).name
    return _done(request, lambda: keeper.accounts.users.disable(name, by=by, at=keeper.moment()))


def enable(request: Request, name: Annotated[str, Form()]) -> Response:
    """Let somebody in again."""
    keeper, by = keeper_of(request), person_of(request).name
    return _done(request, lambda: keeper.accounts.users.enable(name, by=by, at=keeper.moment()))


def end_sessions(request: Request, name: Annotated[str, Form()]) -> Response:
    """Log somebody out everywhere."""
    keeper, by = keeper_of(request), person_of(request).name
    return _done(request, lambda: keeper.accounts.sessions.end_of(name, by=by, at=keeper.moment()))


def _done(request: Request, act: Callable[[], object]) -> Response:
    try:
        act()
    except (AccessError, WeakPassword) as error:
        return _page(request, problem=str(error), status=error.http_status)
    return RedirectResponse("/admin/users", status_code=303)


def _page(request: Request, *, problem: str = "", status: int = 200) -> Response:
    keeper, asking = keeper_of(request), person_of(request).name
    sessions, at = keeper.sessions_by_name(), keeper.moment()
    tokens = Counter(token.owner.name for token in keeper.accounts.tokens.all() if token.holds_at(at))
    rows = tuple(
        UserRow(user=user, sessions=sessions.get(user.name, 0), tokens=tokens[user.name], is_asking=user.name == asking)
        for user in keeper.accounts.users.all()
    )
    context = UsersContext(
        title=gettext("Users"), section="users", rows=rows, roles=tuple(Role), problem=problem,
        log=tuple(reversed(keeper.accounts.log(newest=_NEWEST))),
    )
    return render(request, context, status=status)
