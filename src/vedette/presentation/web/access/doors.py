"""How people come to a desk: from this computer, or with a login."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import FastAPI, Request
from starlette.responses import Response

from vedette.access import Doorkeeper
from vedette.errors import NoAccounts

_AT_ONCE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """Whether a desk asks for a login, and who keeps its door.

    Without a ``keeper`` there are no users and no tokens; without a ``login`` everybody who can reach the
    desk is taken for whoever runs it.
    """

    keeper: Doorkeeper | None = None
    login: bool = False

    def __post_init__(self) -> None:
        """Refuse a lock without a key. Raises ValueError."""
        if self.login and self.keeper is None:
            raise ValueError("A desk that asks for a login needs somebody to keep its door.")


def open_doors(app: FastAPI, doors: Doors) -> None:
    """Say how people come to the desk of an application."""
    app.state.doors = doors
    app.state.turns = CapacityLimiter(_AT_ONCE)


async def in_turn(request: Request, answer: Callable[[], Response]) -> Response:
    """Answer with what holds a password against a hash, which takes its time: a few at once, the others queue.

    They wait outside the threads that answer everybody else, so that a crowd at the door holds nobody up who is in.
    """
    return await run_sync(answer, limiter=cast(CapacityLimiter, request.app.state.turns))


def doors_of(request: Request) -> Doors:
    """Give how people come to the desk that a request asks."""
    return cast(Doors, request.app.state.doors)


def keeper_of(request: Request) -> Doorkeeper:
    """Give who keeps the door. Raises NoAccounts."""
    keeper = doors_of(request).keeper
    if keeper is None:
        raise NoAccounts("No users are managed here: this desk is only read.")
    return keeper
