"""The one way in which a page or the interface writes: a person's decisions.

Within this process decisions are made one after the other, so that nobody waits long for the lock
of the file; several processes are kept apart by the transaction of the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from threading import Lock
from typing import TYPE_CHECKING, cast

from fastapi import FastAPI, Request

from vedette.errors import ReadOnlyDesk
from vedette.model import Decision

if TYPE_CHECKING:
    from vedette.desk import Desk

OpenDesk = Callable[[], AbstractContextManager["Desk"]]
Unchanged = Callable[[], None]
"""Looks at the desk, under the lock of the store, and raises where it is not what the person saw."""


def allow_deciding(app: FastAPI, open_desk: OpenDesk | None) -> None:
    """Say how an application opens its desk to write; with ``None`` it only reads."""
    app.state.open_desk = open_desk
    app.state.deciding = Lock()


def can_decide(request: Request) -> bool:
    """Say whether decisions can be made through this application."""
    return getattr(request.app.state, "open_desk", None) is not None


def decide(request: Request, decisions: Sequence[Decision], *, unchanged: Unchanged | None = None) -> None:
    """Put decisions on record, all or none, and bring the events up to date.

    Args:
        request: What is being answered; it names the application and so the desk.
        decisions: What the person decided.
        unchanged: Looks at the desk under the lock, and raises where it is not what the person saw.

    Raises:
        ReadOnlyDesk: Here the desk is only read.
        JudgementError: They contradict what is on record. Nothing is changed then.
        UnknownId: What is undone is not on record.
    """
    with deciding(request) as desk:
        desk.decide(decisions, unchanged=unchanged)


@contextmanager
def deciding(request: Request) -> Iterator[Desk]:
    """Open the desk to decide on it; whoever else does so in this process waits.

    Raises:
        ReadOnlyDesk: Here the desk is only read.
    """
    if not can_decide(request):
        raise ReadOnlyDesk(
            "This desk is only read here. Decide with 'vedette judge', or open the desk with 'vedette serve'."
        )
    with cast(Lock, request.app.state.deciding), cast(OpenDesk, request.app.state.open_desk)() as desk:
        yield desk
