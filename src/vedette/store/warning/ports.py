"""What a desk keeps of warning: what everybody may read of it, and what brings it up to date."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from vedette.model import Assessment, Scenario
from vedette.store.warning.matching import Matching
from vedette.store.warning.weighing import Weighing


class Warnings(Protocol):
    """The part of a view that tells how scenarios stand. Days are ``YYYY-MM-DD``."""

    def scenarios(self) -> tuple[Scenario, ...]:
        """Give the scenarios that the desk is assessed by, by id, as they were when it last was."""
        ...

    def scenario(self, id: str) -> Scenario:
        """Give one of them. Raises UnknownId."""
        ...

    def assessments(self, day: str | None = None) -> tuple[Assessment, ...]:
        """Give the newest assessment of each of these scenarios, by id: of a day or of the last one before it."""
        ...

    def assessment(self, scenario: str, day: str | None = None) -> Assessment:
        """Give the newest assessment of a scenario: of a day or of the last one before it. Raises UnknownId."""
        ...

    def assessments_of(
        self, scenario: str, since: str | None = None, until: str | None = None
    ) -> tuple[Assessment, ...]:
        """Give the assessments of a scenario from one day to another, both included, the newest first."""
        ...


class WarningBook(Protocol):
    """What brings warning up to date. Writing raises StoreError where the desk cannot be written."""

    def matching(self) -> AbstractContextManager[Matching]:
        """Match a portion of what is new: one transaction, in which nobody else can write."""
        ...

    def weighing(self) -> AbstractContextManager[Weighing]:
        """Weigh scenarios: one transaction, in which nobody else can write."""
        ...

    def is_matched(self, mark: str) -> bool:
        """Say whether every event is matched by the rules and packs of a mark."""
        ...
