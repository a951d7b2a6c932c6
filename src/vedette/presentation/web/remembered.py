"""What takes a page long to gather, kept as long as the desk shows the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast

from fastapi import Request

_Made = TypeVar("_Made")
# Readers who have seen the desk up to different points each have a page of their own.
_KEPT = 128


class Remembered:
    """The newest answers by what they hang on; the one asked for longest ago is forgotten first.

    May be used by several threads at a time. Two that ask for the same at once may both make it.

    Example:
        >>> kept = Remembered()
        >>> kept.get("desk 1", lambda: "counted"), kept.get("desk 1", lambda: "counted again")
        ('counted', 'counted')

    """

    def __init__(self, size: int = _KEPT) -> None:
        self._size = size
        self._made: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Give what was made for a key, and make it where it is not there.

        Args:
            key: All that the answer hangs on, above all the state of the desk.
            make: Makes it.
        """
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return cast(_Made, self._made[key])
        made = make()
        with self._lock:
            self._made[key] = made
            while len(self._made) > self._size:
                self._made.popitem(last=False)
        return made


def remembered(request: Request) -> Remembered:
    """Give what the application that is being asked remembers."""
    return cast(Remembered, request.app.state.remembered)
