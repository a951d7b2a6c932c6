"""Declare at a route which role it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import Depends, Request

from vedette.errors import NotAllowed
from vedette.presentation.saying import gettext
from vedette.presentation.web.access.visit import Person, person_of, visit_of
from vedette.presentation.web.access.wording import role_word
from vedette.settings import who_decides
from vedette.store.accounts import Role


@dataclass(frozen=True, slots=True)
class Guard:
    """Lets a request through where whoever asks has a role, or a higher one."""

    role: Role

    def __call__(self, request: Request) -> Person:
        """Give the person, or refuse.

        Raises:
            NotLoggedIn: The desk asks for a login, and nobody is logged in.
            NotAllowed: The role is too low.
            UsageError: Something would go on record under no name.
        """
        person = person_of(request)
        if self.role > Role.READER and not person.name:
            who_decides()
        if person.role < self.role:
            raise NotAllowed(gettext("This takes the role of %(needed)s; %(name)s has that of %(role)s.") % {
                "needed": role_word(self.role), "name": person.name, "role": role_word(person.role),
            })
        return person


def requires(role: Role) -> Any:
    """Guard a route: only people of a role, or of a higher one, get through; others get status 403.

    Stands among the ``dependencies`` of a route, or in the signature, which then is given the person::

        def judge(request: Request, person: Annotated[Person, requires(Role.ANALYST)]) -> Response: ...
        router.add_api_route("/review", judge, methods=["POST"], dependencies=[requires(Role.ANALYST)])
    """
    return Depends(Guard(role))


def in_person(request: Request) -> None:
    """Let people through and no programs, whatever their role: what a stolen token opens must not outlast it.

    Raises:
        NotAllowed: A token came with the request.
    """
    if visit_of(request).by_token:
        raise NotAllowed("Log in with a browser for this; a token is not enough.")
