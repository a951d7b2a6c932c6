"""How work is handed to whoever does it: linking tells what, somebody else where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from vedette.linking.decided.at_hand import AtHand
from vedette.linking.decided.corrected import Corrections
from vedette.linking.decided.rulings import Rulings
from vedette.linking.names import ExerciseNames
from vedette.linking.threads.situations import Ground
from vedette.model import Decision, Knowledge

Item = TypeVar("Item")
Result = TypeVar("Result")


class Tools:
    """What all work needs beside its item, made once for each worker.

    Args:
        knowledge: What the packs know; of the gazetteer nothing is asked.
        decisions: All that people decided, undone or not.
    """

    def __init__(self, knowledge: Knowledge, decisions: Iterable[Decision] = ()) -> None:
        self.knowledge = knowledge
        decided = AtHand(decisions)
        self.corrections = Corrections(decided)
        self.rulings = Rulings(decided)
        self.names = ExerciseNames.of(knowledge)
        self.ground = Ground.of(knowledge)


Work = Callable[[Item, Tools], Result]
"""A function of a module, so that it can be named to another process."""


class Spread(Protocol):
    """Does a work for each item, wherever that is, and gives the results in the order of the items."""

    def __call__(
        self, work: Work[Item, Result], items: Iterable[Item], *, decisions: Sequence[Decision]
    ) -> Iterator[Result]:
        """Do it.

        Args:
            work: What to do, with the tools that go with the packs and these decisions.
            items: Taken up a little ahead of their turn at most: what is made of them has to fit into memory.
            decisions: All that people decided.
        """
        ...


class Here:
    """Does all work in this process.

    Args:
        knowledge: What the packs know.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def __call__(
        self, work: Work[Item, Result], items: Iterable[Item], *, decisions: Sequence[Decision]
    ) -> Iterator[Result]:
        """Do it, one item after the other."""
        tools = Tools(self._knowledge, decisions)
        for item in items:
            yield work(item, tools)
