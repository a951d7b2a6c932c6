"""What is shown where a decision meets another one: both, so that nothing of either is lost."""

from __future__ import annotations

from vedette.presentation.decisions import lines_of
from vedette.presentation.saying import gettext as _
from vedette.presentation.web.contexts import EventRow
from vedette.presentation.web.event_page import event_row
from vedette.presentation.web.review.acts import Act, ActForm
from vedette.presentation.web.review.contexts import ConflictContext
from vedette.presentation.web.review.seen import Told, mark_of
from vedette.store.ports import View


def conflict_context(view: View, form: ActForm, told: Told | None, *, reason: str = "") -> ConflictContext:
    """Gather what a person wanted and what is on record.

    Args:
        view: The desk.
        form: What the person wanted.
        told: What it is about; ``None`` where that is no longer there.
        reason: Why it was refused, where that can be said.
    """
    decisions = view.decisions_about(sorted(told.reports)) if told else ()
    joined = bool(form.left) and form.left == form.right
    if joined:
        reason = _("The two are one event now. To judge otherwise, take back what joined them.")
    return ConflictContext(
        title=_("Somebody was quicker") if decisions else _("Look at it again"), section="review", wanted=_wanted(form),
        why=form.why, reason=reason, decided=tuple(reversed(lines_of(view, decisions))), shown=_shown(view, told),
        hidden=tuple(form.hidden()), seen=mark_of(told, decisions) if told and not joined else None, back=form.back,
    )


def _shown(view: View, told: Told | None) -> tuple[EventRow, ...]:
    claims = [claim.id for some in told.claims for claim in some] if told else []
    events = sorted(set(view.events_of_claims(claims).values()))
    return tuple(map(event_row, view.events_of_ids(events)))


def _wanted(form: ActForm) -> str:
    about = ", ".join(one[:8] for one in (form.left, form.right, form.event, *form.claim) if one)
    said = {Act.GRADE: form.grade, Act.CORRECT: f"{form.field}: {form.value}", Act.REJECT: form.field}
    return " ".join(part for part in (str(form.act), said.get(form.act, ""), f"({about})" if about else "") if part)
