"""Named exercises: what belongs to one edition, and the editions that went before.

Rule: an event belongs to the exercise that it is, else to the one that most of its
claims name ("ahead of ...", "because of ..."), in any spelling and with the year in any form.
Only exercises that a pack knows, by edition or by series, make a situation.

Beside an edition stand those of its series with an earlier year that the desk tells of: when they
were and how large, by the claims on the exercise itself that are no plans and deny nothing, and what followed: the
events of that edition which began after its last day.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from vedette.linking.names import Edition
from vedette.linking.profile import Profile
from vedette.model import (
    EarlierEdition,
    EditionFigure,
    Event,
    EventType,
    Period,
    QuantityMention,
    Situation,
    SituationKind,
    Stage,
    content_id,
)
from vedette.model.trace import Trace

SCOPE = "exercise"
UNDATED = "9999"


def exercise_trace(event: Event, profiles: Sequence[Profile]) -> Trace | None:
    """Say to which edition of an exercise an event belongs, if to any.

    Args:
        event: The event.
        profiles: The claims that it was made of.
    """
    edition = _edition(profiles)
    if edition is None:
        return None
    itself = event.type is EventType.EXERCISE and any(named.key == edition.key for p in profiles for named in p.own)
    spellings = {
        name for profile in profiles
        for name, named in zip(profile.claim.names, profile.editions, strict=True) if named.key == edition.key
    }
    return Trace(
        event=event.id, scope=f"{SCOPE}:{edition.series}", day=day_of(event), title=edition.title, edition=edition.key,
        year=edition.year, itself=itself, claims=len(profiles), spellings=tuple(sorted(spellings)),
        period=event.period if itself else None, figures=_figures(profiles) if itself else (),
    )


def editions_in(traces: Sequence[Trace]) -> list[Situation]:
    """Make the situations of all editions of one series.

    Args:
        traces: All of the series, in any order.
    """
    members: dict[str, list[Trace]] = defaultdict(list)
    for trace in sorted(traces, key=lambda trace: (trace.day, trace.event)):
        members[trace.edition or ""].append(trace)
    newest_first = sorted(members, key=lambda key: (members[key][0].year or 0, key), reverse=True)
    return [_situation(key, [members[other] for other in newest_first], members[key]) for key in members]


def situation_id(edition: str) -> str:
    """Name the situation of an edition, by its key."""
    return content_id("s", edition)


def day_of(event: Event) -> str:
    """Give the day by which an event is put in its place: the first, else the last; undated ones come last."""
    period = event.period
    return ((period.first_day or period.last_day) if period else None) or UNDATED


def _situation(key: str, editions: Sequence[Sequence[Trace]], members: Sequence[Trace]) -> Situation:
    title, year = members[0].title, members[0].year
    spellings = {name for trace in members for name in trace.spellings}
    before = [other for other in editions if year is not None and (other[0].year or year) < year]
    return Situation(
        id=situation_id(key), name=title, names=(title, *sorted(spellings - {title})), key=key,
        events=tuple(trace.event for trace in members), kind=SituationKind.EXERCISE,
        why=f"events that are this exercise or name it: {len(members)}",
        earlier=tuple(_earlier(other) for other in before),
    )


def _earlier(members: Sequence[Trace]) -> EarlierEdition:
    itself = sorted((trace for trace in members if trace.itself), key=lambda trace: (-trace.claims, trace.event))
    period = next((trace.period for trace in itself if trace.period), None)
    end = _last_day(period, members[0].year)
    figures = {figure.quantity: figure for trace in reversed(itself) for figure in reversed(trace.figures)}
    return EarlierEdition(
        situation=situation_id(members[0].edition or ""), name=members[0].title, period=period,
        figures=tuple(sorted(figures.values(), key=_figure_order)),
        followed=tuple(one.event for one in members if not one.itself and end and end < one.day < UNDATED),
    )


def _last_day(period: Period | None, year: int | None) -> str | None:
    known = (period.last_day or period.first_day) if period else None
    return known or (f"{year}-12-31" if year else None)


def _figures(profiles: Sequence[Profile]) -> tuple[EditionFigure, ...]:
    """Give each figure once, with the first claim that gives it; plans only where nothing else is told."""
    told = [profile for profile in profiles if not profile.denies]
    told = [profile for profile in told if profile.claim.stage is not Stage.PLANNED] or told
    found: dict[QuantityMention, EditionFigure] = {}
    for profile in told:
        for quantity in profile.claim.quantities:
            bare = replace(quantity, span=None)
            found.setdefault(bare, EditionFigure(quantity=bare, claim=profile.claim.id))
    return tuple(found.values())


def _figure_order(figure: EditionFigure) -> tuple[str, float, str, str]:
    quantity = figure.quantity
    return quantity.unit, -quantity.value, quantity.scope or "", figure.claim


def _edition(profiles: Sequence[Profile]) -> Edition | None:
    for editions in ([e for p in profiles for e in p.own], [e for p in profiles for e in p.context]):
        known = [edition for edition in editions if edition.known and edition.year is not None]
        votes = Counter(edition.key for edition in known)
        if votes:
            most = min(votes, key=lambda key: (-votes[key], key))
            return next(edition for edition in known if edition.key == most)
    return None
