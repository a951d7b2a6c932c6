"""A new decision joins the log, once nothing speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from vedette.errors import JudgementError, UnknownId
from vedette.model import Decision, Undo
from vedette.store import tables
from vedette.store.decisions import decision_row, reports_named
from vedette.store.known_log import LoggedDecisions, LogIndex

Check = Callable[[Decision, Sequence[Decision]], None]
"""Looks at a new decision and whatever on record hangs together with it, and raises where it must not join that."""


def log(connection: Connection, decision: Decision, *, index: LogIndex, check: Check | None = None) -> bool:
    """Add a decision; say whether it was new.

    Args:
        connection: A transaction in which nobody else can write.
        decision: The decision.
        index: Of the log, or of a beginning of it.
        check: Is shown the decisions about the same reports, with those that hang together with them.

    Raises:
        JudgementError: Its id is on record with other words, what it undoes cannot be undone, or what ``check`` raises.
        UnknownId: What it undoes is not on record.
    """
    held, row = LoggedDecisions(connection, index.grown(connection)), decision_row(decision)
    known = _of_id(held, decision.id)
    if known is not None:
        return _is_other(known, decision)
    if isinstance(decision, Undo):
        _refuse_undo(decision, _of_id(held, decision.undoes))
    if check is not None:
        check(decision, held.hanging_together(reports_named(row)))
    connection.execute(tables.decisions.insert(), [row])
    return True


def _of_id(held: LoggedDecisions, wanted: str) -> Decision | None:
    return next((one for one in held.named([wanted]) if one.id == wanted), None)


def _is_other(known: Decision, given: Decision) -> bool:
    """Say that nothing is new about a decision that is on record; refuse any other words."""
    if decision_row(known) != decision_row(given):
        raise JudgementError(
            f"Decision {given.id} by {known.by} is on record with other words. "
            "A decision is never changed: undo it and record a new one."
        )
    return False


def _refuse_undo(undo: Undo, target: Decision | None) -> None:
    if target is None:
        raise UnknownId("decision", undo.undoes)
    if isinstance(target, Undo):
        raise JudgementError(
            f"{target.id} took {target.undoes} back, and that stays so. Record the decision anew instead; "
            "nothing was changed."
        )
    if target.undone is not None:
        raise JudgementError(f"{target.id} was undone on {target.undone[:16]} already; nothing was changed.")
