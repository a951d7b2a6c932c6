"""Which scenarios a command works with: those of the packs; never one with faults in silence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vedette.errors import UsageError
from vedette.model import Knowledge, Scenario
from vedette.presentation.cli.output import remark

if TYPE_CHECKING:
    from vedette.knowledge.scenarios import LoadedScenarios


def scenarios_of(packs: Sequence[Path], *, knowledge: Knowledge) -> tuple[Scenario, ...]:
    """Load the scenarios of the packs, and tell every fault of the others."""
    from vedette.knowledge.scenarios import load_scenarios

    loaded = load_scenarios(packs, knowledge=knowledge)
    tell_faults(loaded)
    return loaded.scenarios


def tell_faults(loaded: LoadedScenarios) -> None:
    """Tell what is wrong with files of scenarios, each with its line and what to do."""
    for fault in loaded.faults:
        remark("Wrong", str(fault), style="red")


def named_scenario(name: str, scenarios: Sequence[Scenario]) -> Scenario:
    """Give a scenario by its id.

    Raises:
        UsageError: There is none of this id, or its file has faults.
    """
    for one in scenarios:
        if one.id == name:
            return one
    known = ", ".join(one.id for one in scenarios) or "none"
    raise UsageError(f"There is no scenario '{name}' without faults. There are: {known}.")
