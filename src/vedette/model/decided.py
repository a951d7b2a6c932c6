"""What people decided, as linking asks for it: of a long log, only what is about the reports at hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from vedette.model.judgement import Correction, Decision, Judgement, Override, Rating


class Decided(Protocol):
    """All that people decided. What is not there is passed over.

    A decision that was taken back says so, and what took it back comes with it. All is in the order of the log.
    """

    def about(self, reports: Collection[str]) -> Sequence[Decision]:
        """Give the decisions about claims of some reports."""
        ...

    def named(self, ids: Collection[str]) -> Sequence[Decision]:
        """Give decisions by their ids."""
        ...

    def ratings(self) -> Sequence[Rating]:
        """Give every letter that people gave a source."""
        ...


def anchors_of(decision: Decision) -> tuple[str, ...]:
    """Give the anchors of the claims that a decision is about."""
    match decision:
        case Judgement():
            return (*decision.left, *decision.right)
        case Override():
            return decision.anchors
        case Correction():
            return (decision.anchor,)
        case _:
            return ()
