"""What the templates of access are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from vedette.presentation.web.contexts import PageContext
from vedette.store.accounts import AccessEntry, ApiToken, Role, User


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginContext(PageContext):
    """The form to log in. ``next`` is where the person wanted to go, ``problem`` why it did not work before."""

    TEMPLATE: ClassVar[str] = "login.html"
    next: str
    name: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountContext(PageContext):
    """What somebody can change about their own user: the password, and the tokens of their programs.

    ``shown`` is a token that was just made; it is on this one page only.
    """

    TEMPLATE: ClassVar[str] = "account.html"
    user: User
    tokens: tuple[ApiToken, ...]
    roles: tuple[Role, ...]
    shown: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UserRow:
    """One user in the list, with how many sessions and tokens hold. ``is_asking``: it is the one who asks."""

    user: User
    sessions: int
    tokens: int
    is_asking: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UsersContext(PageContext):
    """Who may use the desk, and the newest changes of that."""

    TEMPLATE: ClassVar[str] = "users.html"
    rows: tuple[UserRow, ...]
    roles: tuple[Role, ...]
    log: tuple[AccessEntry, ...]
    problem: str = ""
