"""What people are asked, in the order in which it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Literal
from urllib.parse import urlencode

from pydantic import AfterValidator, BaseModel, Field

from vedette.errors import UnknownId
from vedette.model import Decision, Undo
from vedette.model.question import Question, QuestionKind
from vedette.presentation.decisions import line_of
from vedette.presentation.evidence import evidence_of
from vedette.presentation.saying import gettext as _
from vedette.presentation.web.event_page import event_row
from vedette.presentation.web.remembered import Remembered
from vedette.presentation.web.review.contexts import Card, ReviewContext, Side, Tab
from vedette.presentation.web.review.seen import Told, look_up, mark_of
from vedette.presentation.web.review.words import grounds_of, heading_of
from vedette.store.asked import DecisionFilter
from vedette.store.ports import View

PATH = "/review"
SHOWN = 10

Place = tuple[float, str]


def _place(written: str) -> str:
    if written:
        parse_place(written)
    return written


class ReviewQuery(BaseModel):
    """Which part of the queue is shown: of one kind, behind a place."""

    kind: Literal["all", "pair", "claim"] = "all"
    after: Annotated[str, Field(max_length=60), AfterValidator(_place)] = ""
    done: Annotated[str, Field(max_length=40, pattern=r"^\w*$")] = ""

    def address(self, *, kind: str | None = None, after: str | None = None) -> str:
        """Write the address of a part of the queue."""
        asked = {"kind": kind or self.kind, "after": self.after if after is None else after}
        pairs = {name: value for name, value in asked.items() if value not in ("", "all")}
        return f"{PATH}?{urlencode(pairs)}" if pairs else PATH


def parse_place(written: str) -> Place:
    """Understand where in the queue something stands.

    Raises:
        ValueError: It is no place.

    Example:
        >>> parse_place("94.25~a1f")
        (94.25, 'a1f')
    """
    number, stroke, name = written.partition("~")
    if not stroke or not name.isalnum():
        raise ValueError("This is no place in the queue. Begin at its start.")
    return float(number), name


def place_of(question: Question) -> str:
    """Write where in the queue a question stands."""
    return f"{question.place!r}~{question.id}"


def review_context(
    view: View, query: ReviewQuery, *, by: str, may_decide: bool, kept: Remembered
) -> ReviewContext:
    """Gather what is asked.

    Args:
        view: The desk.
        query: Which part of it.
        by: Who looks: what this person decided last can be taken back.
        may_decide: Whether buttons are shown.
        kept: What was looked for in the log before, which holds as long as the desk shows the same.
    """
    kind = None if query.kind == "all" else QuestionKind(query.kind)
    after = parse_place(query.after) if query.after else None
    asked = view.questions(kind, after=after, limit=SHOWN)
    last = _last(view, query, by, kept=kept) if may_decide else None
    end = place_of(asked[-1]) if asked else ""
    behind = view.count_questions(kind, after=parse_place(end)) if end else 0
    return ReviewContext(
        title=_("Review"), section="review", tabs=_tabs(view, query),
        cards=tuple(_cards(view, asked)),
        here=query.address(), more=query.address(after=end) if behind else None, behind=behind, may_decide=may_decide,
        last=line_of(view, last) if last else None, recorded=bool(query.done),
    )


def _tabs(view: View, query: ReviewQuery) -> tuple[Tab, ...]:
    counted = {kind: view.count_questions(kind) for kind in QuestionKind}
    parts = (
        ("all", _("Everything"), sum(counted.values())), ("pair", _("One event or two"), counted[QuestionKind.PAIR]),
        ("claim", _("Read well"), counted[QuestionKind.CLAIM]),
    )
    return tuple(
        Tab(label=label, address=query.address(kind=kind, after=""), left=left, is_shown=query.kind == kind)
        for kind, label, left in parts
    )


def _cards(view: View, asked: Sequence[Question]) -> Iterator[Card]:
    """Give questions with their sentences, but for those that were answered a moment ago."""
    open_now = [(one, told) for one in asked if (told := _told(view, one)) is not None]
    about = sorted({report for _, told in open_now for report in told.reports})
    decisions = view.decisions_about(about)
    for question, told in open_now:
        try:
            sides = tuple(_side(view, claim, question) for claim in question.claims)
        except (UnknownId, StopIteration):
            continue
        yield _card(question, told, sides, decisions)


def _told(view: View, question: Question) -> Told | None:
    try:
        return look_up(view, question.events if question.kind is QuestionKind.PAIR else question.claims)
    except UnknownId:
        return None


def _card(question: Question, told: Told, sides: tuple[Side, ...], decisions: tuple[Decision, ...]) -> Card:
    agrees, differs, unsaid = grounds_of(question)
    return Card(
        id=question.id, is_pair=question.kind is QuestionKind.PAIR, heading=heading_of(question), sides=sides,
        agrees=agrees, differs=differs, open=unsaid, seen=mark_of(told, decisions), after=place_of(question),
    )


def _side(view: View, id: str, question: Question) -> Side:
    claim = next(iter(view.claims([id])))
    report = view.report(claim.report)
    number = question.claims.index(id)
    event = view.event(question.events[min(number, len(question.events) - 1)])
    return Side(
        evidence=evidence_of(claim, report), outlet=report.outlet or report.ref, published=report.published,
        language=report.language, type=claim.type, row=event_row(event),
    )


def _last(view: View, query: ReviewQuery, by: str, *, kept: Remembered) -> str | None:
    """Give the id of what a person decided last, and nobody has taken back.

    Who comes from deciding brings it along: only on the first look of a day is the log read for it.
    """
    mine = DecisionFilter(by=by)
    brought = _last_of(view.decisions(replace(mine, ids=frozenset([query.done])))) if query.done else None
    return brought or kept.get(("last decision", view.state(), by), lambda: _last_of(view.decisions(mine)))


def _last_of(mine: Sequence[Decision]) -> str | None:
    return next((one.id for one in reversed(mine) if not isinstance(one, Undo) and one.undone is None), None)
