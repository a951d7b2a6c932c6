"""Everything that is wrong with the file of a scenario, each with its line and what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from vedette.errors import KnowledgeError
from vedette.knowledge.entry import Entry
from vedette.knowledge.scenarios.lines import line_of

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioFault:
    """One thing that is wrong with a file: where, what, and what to do about it.

    Example:
        >>> str(ScenarioFault(file=Path("a.toml"), line=3, reason="key 'window': is missing. Write window = 7."))
        "a.toml, line 3: key 'window': is missing. Write window = 7."
    """

    file: Path
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.file}{'' if self.line is None else f', line {self.line}'}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Faults:
    """Gathers what is wrong with one file, so that all of it is told at once."""

    file: Path
    text: str
    found: list[ScenarioFault] = field(default_factory=list)

    def attempt(self, entry: Entry, key: str, read: Callable[[], _Value]) -> _Value | None:
        """Read one value; where that fails, keep the fault with its line and give nothing."""
        try:
            return read()
        except KnowledgeError as error:
            self.add(str(error).removeprefix(f"{entry.file}: "), line=self.line(entry, key))
            return None

    def tell(self, entry: Entry, key: str, reason: str, fix: str) -> None:
        """Keep a fault of one key."""
        self.attempt(entry, key, lambda: entry.fail(key, reason, fix))

    def add(self, reason: str, *, line: int | None = None) -> None:
        """Keep a fault."""
        self.found.append(ScenarioFault(file=self.file, reason=reason, line=line))

    def line(self, entry: Entry, key: str) -> int | None:
        """Give the line of a key; of what stands in the template, the line that names it."""
        here = line_of(self.text, entry.table, entry.number, key=key)
        return here or line_of(self.text, "scenario", None, key="template")
