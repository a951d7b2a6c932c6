"""Whether all scenarios can be used: one that is left out warns of nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from vedette.errors import KnowledgeError
from vedette.settings import Settings


def watched_scenarios(settings: Settings) -> Callable[[], tuple[str, ...]]:
    """Give what says which faults the files of scenarios have as they are then, each with its line and what to do."""
    from vedette.knowledge import load_knowledge
    from vedette.knowledge.scenarios import load_scenarios

    known = cache(lambda: load_knowledge(settings.packs))  # packs are read once, as everywhere; scenarios each time

    def faults() -> tuple[str, ...]:
        try:
            return tuple(map(str, load_scenarios(settings.packs, knowledge=known()).faults))
        except KnowledgeError as error:
            return (str(error),)

    return faults


def look_at_scenarios(settings: Settings) -> str:
    """Say which scenarios the packs have; one with faults is a problem."""
    from vedette.knowledge import load_knowledge
    from vedette.knowledge.scenarios import load_scenarios

    loaded = load_scenarios(settings.packs, knowledge=load_knowledge(settings.packs))
    if loaded.faults:
        files = sorted({fault.file.name for fault in loaded.faults})
        first = f"The first fault: {loaded.faults[0]}"
        raise KnowledgeError(f"{', '.join(files)}: left out, and warned of by nobody. {first}")
    return ", ".join(one.id for one in loaded.scenarios) or "none"
