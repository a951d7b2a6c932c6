"""Whether all scenarios can be used: one that is left out warns of nothing."""

from __future__ import annotations

from vedette.errors import KnowledgeError
from vedette.settings import Settings


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
