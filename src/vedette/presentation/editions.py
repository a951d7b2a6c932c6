"""The earlier editions beside a recurring exercise, with the sentences that tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vedette.errors import UnknownId
from vedette.model import EarlierEdition, EditionFigure, Event, Situation, SituationKind
from vedette.presentation.evidence import Evidence, evidence_of
from vedette.presentation.period_words import describe_period
from vedette.presentation.quantity_words import describe_quantity
from vedette.presentation.related import related_events
from vedette.presentation.saying import gettext as _
from vedette.store.ports import View


def describe_kind(kind: SituationKind) -> str:
    """Say what holds the events of a situation together.

    Example:
        >>> describe_kind(SituationKind.PLACE)
        'a place under watch'

    """
    return {
        SituationKind.EXERCISE: _("a named exercise, and what happened because of it"),
        SituationKind.CRISIS: _(
            "a crisis: incidents and measures between two states that follow one another closely"),
        SituationKind.PLACE: _("a place under watch"),
    }[kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """How large an edition was, in words, and the sentence that says so."""

    said: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRow:
    """An earlier edition: when it was, how large, and what followed it."""

    edition: EarlierEdition
    when: str
    figures: tuple[FigureRow, ...]
    followed: tuple[Event, ...]


def edition_rows(view: View, situation: Situation) -> tuple[EditionRow, ...]:
    """Give the earlier editions of a recurring exercise, the newest first; none for other situations."""
    return tuple(
        EditionRow(
            edition=edition, when=describe_period(edition.period),
            figures=tuple(_figure(view, figure) for figure in edition.figures),
            followed=related_events(view, edition.followed),
        )
        for edition in situation.earlier
    )


def situations_of(view: View, event: Event) -> tuple[Situation, ...]:
    """Give the situations of an event, its own first."""
    wanted = (*((event.situation,) if event.situation else ()), *event.also_in)
    return tuple(_known(view, wanted))


def _known(view: View, ids: Iterable[str]) -> Iterator[Situation]:
    for one in ids:
        try:
            yield view.situation(one)
        except UnknownId:
            continue  # linked anew a moment ago: the event stands without it


def _figure(view: View, figure: EditionFigure) -> FigureRow:
    claim = next(iter(view.claims([figure.claim])), None)
    said = describe_quantity(figure.quantity)
    return FigureRow(said=said, evidence=evidence_of(claim, view.report(claim.report)) if claim else None)
