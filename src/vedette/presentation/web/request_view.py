"""One view of the desk for one request."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import cast

from fastapi import Request

from vedette.store.ports import View

OpenView = Callable[[], AbstractContextManager[View]]


def view_for(request: Request) -> AbstractContextManager[View]:
    """Open the desk for the request that is being answered.

    Opened inside the endpoint rather than as a dependency, so that one thread opens,
    reads and closes: a database connection need not be fit for more.
    """
    return cast(OpenView, request.app.state.open_view)()
