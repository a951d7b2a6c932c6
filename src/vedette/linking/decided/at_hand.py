"""Decisions that are all at hand, looked up by the reports that they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from vedette.linking.decided.found_again import report_of
from vedette.model import Decision, Rating, Undo
from vedette.model.decided import Decided, anchors_of


class AtHand:
    """Some decisions as if they were all that people ever decided: see :class:`vedette.model.decided.Decided`.

    Example:
        >>> from vedette.model import Override
        >>> given = Override.of(["r1:4-9:strike"], letter="B", by="Ann", at="2025-09-12")
        >>> decided = AtHand([given])
        >>> len(decided.about(["r1"])), len(decided.about(["r2"]))
        (1, 0)
    """

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._held = {one.id: one for one in decisions}
        self._places = {one: place for place, one in enumerate(self._held)}
        self._undone_by = {one.undoes: one.id for one in self._held.values() if isinstance(one, Undo)}
        self._by_report: dict[str, list[str]] = defaultdict(list)
        for one in self._held.values():
            for report in reports_in(one):
                self._by_report[report].append(one.id)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all of them."""
        return frozenset(self._held)

    def about(self, reports: Collection[str]) -> Sequence[Decision]:
        """Give the decisions about claims of some reports, and what took them back."""
        return self.named({one for report in reports for one in self._by_report.get(report, ())})

    def named(self, ids: Collection[str]) -> Sequence[Decision]:
        """Give decisions by their ids, and what took them back."""
        wanted = {one for one in ids if one in self._held}
        wanted |= {self._undone_by[one] for one in wanted if one in self._undone_by}
        return [self._held[one] for one in sorted(wanted, key=self._places.__getitem__)]

    def ratings(self) -> Sequence[Rating]:
        """Give every letter that people gave a source."""
        return [one for one in self._held.values() if isinstance(one, Rating)]


def reports_in(decision: Decision) -> frozenset[str]:
    """Name the reports that a decision is about."""
    return frozenset(report for anchor in anchors_of(decision) if (report := report_of(anchor)) is not None)


def fresh_in(decided: Decided, ids: Collection[str]) -> list[Decision]:
    """Give decisions that a desk has not been linked with, and those that they took back."""
    new = [one for one in decided.named(ids) if one.id in ids]
    undone = decided.named([one.undoes for one in new if isinstance(one, Undo)])
    return list({one.id: one for one in (*new, *undone)}.values())
