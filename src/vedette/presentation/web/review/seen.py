"""Whether the desk is still as a person saw it who decides something: optimistic locking.

Every form carries a mark of what was shown: the claims of the events that it is about, and every decision on record
about their reports. Two people who look at one thing at once see the same mark; whoever comes second sees what the
first one decided, and nothing of either is lost. People who decide about other things do not meet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vedette.errors import Outdated
from vedette.linking.decided.found_again import report_of
from vedette.model import Claim, Decision, Undo, content_id
from vedette.model.decided import anchors_of
from vedette.presentation.lookup import told_by
from vedette.store.ports import View

Unchanged = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Told:
    """Events and claims that a decision is about, with the claims of each: ``ids`` as the form names them."""

    ids: tuple[str, ...]
    claims: tuple[tuple[Claim, ...], ...]

    @property
    def reports(self) -> frozenset[str]:
        """The reports that they were read in."""
        return frozenset(claim.report for some in self.claims for claim in some)


def look_up(view: View, ids: Iterable[str]) -> Told:
    """Give the claims of events and claims.

    Raises:
        UnknownId: One of them is not on the desk.
    """
    wanted = tuple(dict.fromkeys(ids))
    return Told(wanted, tuple(told_by(view, one) for one in wanted))


def mark_now(view: View, told: Told) -> str:
    """Mark what a person sees of some events and claims now."""
    return mark_of(told, view.decisions_about(sorted(told.reports)))


def mark_of(told: Told, decisions: Iterable[Decision]) -> str:
    """Mark what a person sees of some events and claims.

    Args:
        told: The events and claims.
        decisions: Those on record; what is about other reports counts for nothing.
    """
    about = _about(told.reports, decisions)
    shown = {one: sorted(claim.id for claim in some) for one, some in zip(told.ids, told.claims, strict=True)}
    return content_id("v", {"claims": shown, "decisions": sorted(one.id for one in about)})


def _about(reports: Iterable[str], decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Give the decisions about claims of some reports, and what took them back."""
    wanted = frozenset(reports)
    found: dict[str, Decision] = {}
    for one in decisions:
        about = one.undoes in found if isinstance(one, Undo) else any(
            report_of(anchor) in wanted for anchor in anchors_of(one)
        )
        if about:
            found[one.id] = one
    return tuple(found.values())


def still(view: View, told: Told, mark: str) -> Unchanged:
    """Give what looks, under the lock of the desk, whether a mark still holds.

    It raises Outdated where it does not.
    """

    def check() -> None:
        if mark_now(view, told) != mark:
            raise Outdated("Somebody decided something about this since you looked at it. Nothing was changed.")

    return check
