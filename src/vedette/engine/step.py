"""What an engine is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_Item_contra = TypeVar("_Item_contra", contravariant=True)
_Result_co = TypeVar("_Result_co", covariant=True)


class Step(Protocol[_Item_contra, _Result_co]):
    """Work on one item after the other.

    It is pickled, sent to each worker, and opened there once: what is large (models, tables of names) is loaded
    by :meth:`open` and not carried. Its class has to be importable by name. The result for an item depends on the item
    alone: not on the clock, on chance, or on what came before it.
    """

    def open(self) -> Callable[[_Item_contra], _Result_co]:
        """Load what the work needs, and give the work."""
        ...


@dataclass(frozen=True, slots=True)
class Done(Generic[Item, Result]):
    """An item and what came of it. Among the items of a step: one that has its result already, and keeps its place."""

    item: Item
    result: Result


@dataclass(frozen=True, slots=True)
class Failed(Generic[Item]):
    """An item that the step cannot do: it raised, or it took the worker with it each time it was tried.

    ``reason`` is what happened, in words to stand in brackets or after a colon; ``tries`` how often it was tried.
    """

    item: Item
    reason: str
    tries: int


Outcome = Done[Item, Result] | Failed[Item]


def _one(item: object) -> int:
    return 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What no item and no run may exceed.

    Args:
        tries: How often an item may end its worker before it is given up. One that raises, or takes too long, is
            tried once.
        seconds: How long a step may work on one item. ``None`` is for ever.
        ahead: How many items are taken up before their turn, for each worker.
        weight: How heavy the items taken up may be together, as ``weigh`` counts.
        weigh: Says how heavy an item is, such as its bytes; 1 unless given.
    """

    tries: int = 3
    seconds: float | None = 120.0
    ahead: int = 256
    weight: int = 64_000_000
    weigh: Callable[[object], int] = _one


def attempt(work: Callable[[Item], Result], item: Item) -> Outcome[Item, Result]:
    """Do the work of a step for one item; whatever is wrong with it, the others must go on.

    Example:
        >>> attempt(int, "7"), attempt(int, "x").reason
        (Done(item='7', result=7), "ValueError: invalid literal for int() with base 10: 'x'")
    """
    try:
        return Done(item, work(item))
    except Exception as error:
        return failed_by(item, error)


def failed_by(item: Item, error: Exception) -> Failed[Item]:
    """Say why a step raised, in the same words on every engine."""
    return Failed(item, f"{type(error).__name__}: {error}", 1)
