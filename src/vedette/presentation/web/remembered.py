"""What takes a page long to gather, kept as long as the desk shows the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast

from fastapi import Request

from vedette.store.ports import EventFilter, View

_Made = TypeVar("_Made")
# Readers who have seen the desk up to different points each have a page of their own.
_KEPT = 256


class _Answer:
    """One answer, before and after it was made; whoever holds the lock makes it."""

    __slots__ = ("content", "is_made", "lock")

    def __init__(self) -> None:
        self.lock = Lock()
        self.is_made = False
        self.content: Any = None


class Remembered:
    """The newest answers by what they hang on; the one asked for longest ago is forgotten first.

    May be used by several threads at a time. Of those who ask for the same at once one makes it and the others wait:
    when a desk has changed, all its readers ask anew, and each would make what one can make for all.

    Example:
        >>> kept = Remembered()
        >>> kept.get("desk 1", lambda: "counted"), kept.get("desk 1", lambda: "counted again")
        ('counted', 'counted')

    """

    def __init__(self, size: int = _KEPT) -> None:
        self._size = size
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Give what was made for a key, and make it where it is not there.

        Args:
            key: All that the answer hangs on, above all the state of the desk.
            make: Makes it; where that fails, the next who asks tries again.
        """
        answer = self._answer(key)
        with answer.lock:
            if not answer.is_made:
                answer.content = make()
                answer.is_made = True
        return cast(_Made, answer.content)

    def _answer(self, key: Hashable) -> _Answer:
        with self._lock:
            answer = self._answers.setdefault(key, _Answer())
            self._answers.move_to_end(key)
            while len(self._answers) > self._size:
                self._answers.popitem(last=False)
        return answer


def count_kept(view: View, every: EventFilter, *, state: str, kept: Remembered) -> int:
    """Count the events of a filter that has no limit; once, as long as the desk is in this state."""
    return kept.get(("events counted", state, every), lambda: view.count_events(every))


def remembered(request: Request) -> Remembered:
    """Give what the application that is being asked remembers."""
    return cast(Remembered, request.app.state.remembered)
