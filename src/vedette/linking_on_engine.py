"""Linking in bulk, spread by an engine: ``desk.relink(spread=OnEngine(Engine.PROCESSES, workers=4))``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from vedette.engine import Engine, Failed, Limits, spread
from vedette.errors import EngineFailed
from vedette.knowledge import load_knowledge
from vedette.linking.bulk import Tools, Work
from vedette.model import Decision

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 8
"""Items that wait for each worker: a part of a thousand claims is some megabytes."""
TAKEN_UP = 200
"""Items that go to a cluster at a time: it takes all that it is given up at once."""


@dataclass(frozen=True, slots=True)
class LinkingStep:
    """A work of linking as an engine takes it: the packs are loaded where it is done."""

    work: Work[Any, Any]
    decisions: tuple[Decision, ...]
    packs: tuple[Path, ...] = ()

    def open(self) -> Callable[[Any], Any]:
        """Load the packs, and give the work."""
        work, tools = self.work, Tools(load_knowledge(self.packs), self.decisions)
        return lambda item: work(item, tools)


@dataclass(frozen=True, slots=True)
class OnEngine:
    """Spreads linking by an engine: see :class:`vedette.linking.bulk.Spread`.

    Args:
        engine: Where the work is done.
        workers: How many at once.
        packs: The folders of packs that the desk was opened with.

    Raises:
        EngineFailed: Something could not be linked; nothing on the desk was changed.
    """

    engine: Engine
    workers: int
    packs: tuple[Path, ...] = ()

    def __call__(
        self, work: Work[Item, Result], items: Iterable[Item], *, decisions: Sequence[Decision]
    ) -> Iterator[Result]:
        """Do it; what fails ends it, since a desk that lacks something would look whole."""
        step = LinkingStep(work, tuple(decisions), self.packs)
        # A long set takes as long as it takes.
        limits = Limits(seconds=None, ahead=AHEAD)
        for some in self._taken_up(items):
            for outcome in spread(step, some, engine=self.engine, workers=self.workers, limits=limits):
                if isinstance(outcome, Failed):
                    raise EngineFailed(f"Linking in bulk stopped: {outcome.reason}. Nothing was changed.")
                yield outcome.result

    def _taken_up(self, items: Iterable[Item]) -> Iterator[Iterable[Item]]:
        if self.engine is not Engine.RAY:
            yield items
            return
        waiting = iter(items)
        while some := list(islice(waiting, TAKEN_UP)):
            yield some
