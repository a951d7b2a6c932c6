"""An item on its way through a pool."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic

from vedette.engine.step import Item, Outcome, Result


@dataclass(slots=True, eq=False)
class Task(Generic[Item, Result]):
    """An item, how often it has ended its worker, and what became of it once that is known."""

    item: Item
    tries: int = 0
    outcome: Outcome[Item, Result] | None = None
