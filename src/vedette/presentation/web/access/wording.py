"""Roles and changes of access in words, in the language that is spoken."""

from __future__ import annotations

from collections.abc import Callable

from vedette.presentation.saying import gettext
from vedette.store.accounts import AccessEntry, Role


def role_word(role: Role) -> str:
    """Name a role.

    Example:
        >>> role_word(Role.ANALYST)
        'analyst'
    """
    words = {Role.READER: gettext("reader"), Role.ANALYST: gettext("analyst"), Role.ADMIN: gettext("admin")}
    return words[role]


def role_deed(role: Role) -> str:
    """Say what a role allows."""
    deeds = {
        Role.READER: gettext("A reader reads."), Role.ANALYST: gettext("An analyst reads and judges."),
        Role.ADMIN: gettext("An admin reads, judges and manages the users."),
    }
    return deeds[role]


def change_words(entry: AccessEntry) -> str:
    """Say what was changed.

    Example:
        >>> change_words(AccessEntry(at="2025-09-12T06:30", by="Eve", act="role", user="Ann", detail="analyst"))
        'Ann is now analyst'
    """
    words: dict[str, Callable[[], str]] = {
        "add": lambda: gettext("%(user)s was added as %(detail)s"),
        "role": lambda: gettext("%(user)s is now %(detail)s"),
        "disable": lambda: gettext("%(user)s was disabled"),
        "enable": lambda: gettext("%(user)s was enabled"),
        "password": lambda: gettext("%(user)s has another password"),
        "token": lambda: gettext("%(user)s has another token: %(detail)s"),
        "revoke": lambda: gettext("a token of %(user)s was revoked: %(detail)s"),
        "end sessions": lambda: gettext("%(user)s was logged out everywhere"),
    }
    detail = role_word(Role.named(entry.detail)) if entry.act in ("add", "role") else entry.detail
    return words[entry.act]() % {"user": entry.user, "detail": detail}
