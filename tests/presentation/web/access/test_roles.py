"""Every address there is, held against every role. A route that is added without a guard fails here."""

from __future__ import annotations

import re

import pytest
from fastapi.routing import iter_route_contexts
from starlette.routing import Mount

from vedette.presentation.web.access.gate import PUBLIC, SAFE
from vedette.presentation.web.access.guard import Guard
from vedette.store.accounts import Role

# The one address at which somebody writes whom nobody knows yet.
WITHOUT_ROLE = {("POST", "/login")}
# What everybody may change, since it is their own.
OF_READERS = {
    ("POST", "/logout"), ("POST", "/account/password"), ("POST", "/account/tokens"), ("POST", "/account/tokens/revoke"),
    ("POST", "/seen"),
}


def endpoints(app) -> set[tuple[str, str]]:
    """Every method and address of the application; what is mounted, by a file in it."""
    found = set()
    for route in iter_route_contexts(app.routes):
        if isinstance(route.route, Mount):
            found.add(("GET", f"{route.path}/anything.js"))
        else:
            found |= {(method, str(route.path)) for method in route.methods}
    return found


def address(path: str) -> str:
    """The address with something in the place of its parameters."""
    return re.sub(r"\{[^}]*\}", "x1", path)


def guard_of(app, method: str, path: str) -> Role | None:
    """The role that the route declares."""
    for route in iter_route_contexts(app.routes):
        if route.path == path and route.methods and method in route.methods:
            dependant = getattr(route, "dependant", None)
            guards = [one.call for one in dependant.dependencies] if dependant else []
            roles = [guard.role for guard in guards if isinstance(guard, Guard)]
            return max(roles, default=None)
    return None


@pytest.fixture
def all_of_it(app):
    found = endpoints(app)
    assert len(found) > 40 and ("POST", "/admin/users") in found and ("GET", "/api/v1/events") in found
    return found


def test_whoever_is_not_logged_in_is_shown_nothing(browse, all_of_it):
    browser = browse()
    for method, path in sorted(all_of_it):
        answer = browser.ask(method, address(path), headers={"accept": "text/html"})
        if path in PUBLIC:
            assert answer.status_code in (200, 403), (method, path)
        elif method in SAFE and not path.startswith("/api/"):
            assert (answer.status_code, answer.headers.get("location", "")[:7]) == (303, "/login?"), (method, path)
        else:
            assert answer.status_code == 401, (method, path)


def test_every_route_that_writes_declares_who_may(app, all_of_it):
    for method, path in sorted(all_of_it - WITHOUT_ROLE):
        if method in SAFE:
            continue
        least = Role.ADMIN if path.startswith("/admin") else Role.ANALYST
        least = Role.READER if (method, path) in OF_READERS else least
        assert guard_of(app, method, path) == least, (
            f"{method} {path} has to declare who may: dependencies=[requires(Role.{least.name})]"
        )


@pytest.mark.parametrize("name", ["Rita", "Ann", "Eve"])
def test_each_role_does_what_it_may_and_nothing_else(browse, all_of_it, name, keeper):
    role = keeper.accounts.users.named(name).role
    browser = browse(name)
    token = browser.csrf()
    for method, path in sorted(all_of_it - OF_READERS - WITHOUT_ROLE):
        of_admins = path.startswith("/admin")
        needed = Role.ADMIN if of_admins else Role.READER if method in SAFE else Role.ANALYST
        answer = browser.ask(method, address(path), headers={"accept": "text/html", "x-csrf-token": token})
        refused = answer.status_code == 403 and "This takes the role" in (answer.text or "This takes the role")
        assert refused == (role < needed), (name, method, path, answer.status_code, answer.text[-600:])
        assert answer.status_code != 401


def test_a_route_that_declares_nothing_would_be_noticed(app):
    app.add_api_route("/forgotten", lambda: None, methods=["POST"])
    with pytest.raises(AssertionError, match="POST /forgotten has to declare who may"):
        test_every_route_that_writes_declares_who_may(app, endpoints(app))


def test_what_is_public_shows_nothing_of_the_desk():
    assert {path for path in PUBLIC if not path.startswith("/static/")} == {"/login", "/healthz", "/readyz"}
    assert all(path.endswith((".css", ".svg")) for path in PUBLIC if path.startswith("/static/"))
