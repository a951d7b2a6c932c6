"""The addresses of access."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from vedette.presentation.web.access.account import account_page, change_password, issue_token, revoke_token
from vedette.presentation.web.access.guard import in_person, requires
from vedette.presentation.web.access.login import log_in, log_out, login_page
from vedette.presentation.web.access.users_page import add_user, disable, enable, end_sessions, set_role, users_page
from vedette.store.accounts import Role

_READ = ["GET", "HEAD"]


def access_routes() -> APIRouter:
    """Give the pages to log in and out, of one's own account, and of the users."""
    router = APIRouter(include_in_schema=False)
    router.add_api_route("/login", login_page, methods=_READ)
    router.add_api_route("/login", log_in, methods=["POST"])
    router.include_router(_own_routes())
    router.include_router(_admin_routes(), prefix="/admin/users")
    return router


def _own_routes() -> APIRouter:
    router = APIRouter(dependencies=[requires(Role.READER)])
    router.add_api_route("/logout", log_out, methods=["POST"])
    router.add_api_route("/account", account_page, methods=_READ)
    router.add_api_route("/account/password", change_password, methods=["POST"])
    router.add_api_route("/account/tokens", issue_token, methods=["POST"])
    router.add_api_route("/account/tokens/revoke", revoke_token, methods=["POST"])
    return router


def _admin_routes() -> APIRouter:
    router = APIRouter(dependencies=[requires(Role.ADMIN), Depends(in_person)])
    router.add_api_route("", users_page, methods=_READ)
    router.add_api_route("", add_user, methods=["POST"])
    for name, act in (("role", set_role), ("disable", disable), ("enable", enable), ("sessions", end_sessions)):
        router.add_api_route(f"/{name}", act, methods=["POST"])
    return router
