"""When and how a desk is linked in bulk: ``desk.relink(spread=OnEngine(Engine.PROCESSES, workers=4))``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, takewhile
from pathlib import Path
from typing import Any, TypeVar

from vedette.engine import Engine, Failed, Limits, spread
from vedette.errors import EngineFailed
from vedette.knowledge import load_knowledge
from vedette.linking.bulk import Spread, Tools, Work, link_in_bulk, told_by
from vedette.model import Decision, Knowledge
from vedette.store import Store
from vedette.undisturbed import undisturbed

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 8
"""Items that wait for each worker: a part of a thousand claims is some megabytes."""
TAKEN_UP = 200
"""Items that go to a cluster at a time: it takes all that it is given up at once."""

MUCH = 2_000
"""Of fewer reports, linking in bulk would mostly load packs."""


def is_worth_it(new: int, *, linked: int) -> bool:
    """Say whether all reports of a desk should be linked in bulk, rather than the new ones portion by portion.

    Linking in bulk takes up all of them again, in two thirds of the time for each on one core (and in less on more).

    Example:
        >>> is_worth_it(1_000, linked=0), is_worth_it(5_000, linked=5_000), is_worth_it(5_000, linked=5_001)
        (False, True, False)
    """
    return new >= MUCH and new >= linked


def link_all_in_bulk(store: Store, *, rules: str, knowledge: Knowledge, spread: Spread, size: int) -> None:
    """Link all reports of a desk anew, in one transaction: it is then as if they had been linked portion by portion.

    Args:
        store: The desk.
        rules: A mark of the rules of now.
        knowledge: What the packs know.
        spread: Does the work.
        size: So many reports are taken from the desk at a time.

    Raises:
        EngineFailed: Something could not be linked; nothing on the desk was changed.
    """
    with undisturbed(), store.linking() as linking:
        linking.begin(rules, anew=True)
        first = linking.portion(size)
        rest = takewhile(lambda new: new.reports, iter(lambda: linking.portion(size), None))
        for relinked in link_in_bulk(
            (told_by(new.reports, new.claims) for new in chain([first], rest)), held=linking, knowledge=knowledge,
            decisions=linking.decisions(), spread=spread,
        ):
            linking.put(relinked)


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
