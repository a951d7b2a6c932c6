"""One item after the other, in this process."""

from __future__ import annotations

from collections.abc import Generator, Iterable

from vedette.engine.step import Done, Item, Outcome, Result, Step, failed_by


def spread_here(
    step: Step[Item, Result], items: Iterable[Item | Done[Item, Result]]
) -> Generator[Outcome[Item, Result], None, None]:
    """Do a step for each item, here; it is opened when the first item comes."""
    work = None
    for item in items:
        if isinstance(item, Done):
            yield item
            continue
        work = work or step.open()
        try:
            result = work(item)
        except Exception as error:  # whatever is wrong with this item, the others must go on
            yield failed_by(item, error)
        else:
            yield Done(item, result)
