"""What people are asked, in words."""

from __future__ import annotations

from vedette.model import Conflict
from vedette.model.question import Question, QuestionKind, Reason
from vedette.presentation.saying import gettext as _
from vedette.presentation.web.review.contexts import Ground
from vedette.presentation.wording import describe_conflict_field


def heading_of(question: Question) -> str:
    """Say what is asked."""
    if question.kind is QuestionKind.PAIR:
        return _("Do these tell of one event?")
    return _("Was this read well?") if len(question.claims) < 2 else _("Were these read well?")


def grounds_of(question: Question) -> tuple[tuple[Ground, ...], tuple[Ground, ...], tuple[Ground, ...]]:
    """Give what agrees, what differs, and what cannot be said."""
    if question.kind is QuestionKind.CLAIM:
        return (), (), tuple(map(_why, question.reasons))
    grounds = [(one.value, Ground(label=_label(one.name), words=one.words)) for one in question.reasons]
    agrees = tuple(ground for value, ground in grounds if value > 0)
    differs = tuple(ground for value, ground in grounds if value < 0)
    return agrees, differs, tuple(ground for value, ground in grounds if value == 0)


def _label(name: str) -> str:
    labels = {
        "type": _("what"), "when": _("when"), "where": _("where"), "who": _("who"), "name": _("name"),
        "equipment": _("with what"), "quantity": _("how many"), "denial": _("denial"), "words": _("words"),
        "part": _("parts"),
    }
    return labels.get(name, name)


def _why(reason: Reason) -> Ground:
    if reason.name == "conflict":
        field = describe_conflict_field(Conflict(field=reason.words, values=()))
        return Ground(label=_("sources disagree"), words=field)
    if reason.name == "doubt":
        return Ground(label=_("the date is doubtful"), words=reason.words)
    if reason.name == "grade":
        return Ground(label=_("low grade"), words=reason.words)
    if reason.words:
        return Ground(label=_("one origin"), words=reason.words)
    return Ground(label=_("no origin is known"), words="")
