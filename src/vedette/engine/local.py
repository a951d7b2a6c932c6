"""One item after the other, in this process."""

from __future__ import annotations

from collections.abc import Generator, Iterable

from vedette.engine.step import Done, Item, Outcome, Result, Step, attempt


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
        yield attempt(work, item)
