"""Who is being answered just now."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request
from markupsafe import Markup

from vedette.settings import who_decides
from vedette.store.accounts import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who asks: the name under which decisions go on record, and the role."""

    name: str
    role: Role


def person_of(request: Request) -> Person:
    """Give the person that is being answered.

    On a desk without a login this is whoever runs it, under the name that ``vedette judge`` uses.
    """
    return Person(name=who_decides(), role=Role.ADMIN)


def csrf_field() -> Markup:
    """Give the hidden field that every form carries, so that no page elsewhere can send it."""
    return Markup('<input type="hidden" name="csrf" value="">')
