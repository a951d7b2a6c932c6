"""An event from its claims: the best-supported value of every field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from vedette.linking.disagreement.conflicts import find_conflicts
from vedette.linking.disagreement.updates import find_updates
from vedette.linking.folding import fold_name
from vedette.linking.lineage.counting import independent_bodies, independent_parties, origins_of
from vedette.linking.lineage.grading import grade_event
from vedette.linking.lineage.origins import Body, Lineage
from vedette.linking.lineage.reliability import NOBODY_RATED, Reliability, sources_of
from vedette.linking.lineage.support import find_support
from vedette.linking.lineage.voices import voices_of
from vedette.linking.profile import Profile
from vedette.linking.progress import factuality_of, history_of, stage_of
from vedette.linking.when import ORDER, disagree, window_of
from vedette.model import ActorMention, ActorRole, Event, EventType, Period, PlaceMention, Precision, Stage, content_id

Mention = TypeVar("Mention")
Bodies = Mapping[str, Body]
_Dates = tuple[str | None, str | None, bool, Precision]


@dataclass(frozen=True, slots=True)
class Assembled:
    """An event, and the names of its sources that were looked up in the table of reliability."""

    event: Event
    sources: frozenset[str]


def assemble(profiles: Sequence[Profile], *, lineage: Lineage, reliability: Reliability = NOBODY_RATED) -> Event:
    """Make the event that these claims tell of: see :func:`put_together`."""
    return put_together(profiles, lineage=lineage, reliability=reliability).event


def put_together(profiles: Sequence[Profile], *, lineage: Lineage, reliability: Reliability) -> Assembled:
    """Make the event that these claims tell of, and say which sources were looked up for it.

    Rule: a field is filled from the claims that do not deny the event, as long
    as there are any. Lists are unions, the value that most origins give first.
    The id is that of the first claim in canonical order.

    Args:
        profiles: The claims of one event, in canonical order.
        lineage: Tells whose word each claim is.
        reliability: The letters that people gave to sources.
    """
    voices = voices_of(profiles, lineage)
    bodies = voices.bodies
    told = [profile for profile in profiles if not profile.denies] or list(profiles)
    claims = [profile.claim for profile in profiles]
    conflicts = find_conflicts(profiles, bodies)
    stage = stage_of(told)
    outlets = {lineage.publisher(profile.report) for profile in profiles}
    origins = origins_of(claims, bodies)
    grade = grade_event(profiles, bodies, conflicts=conflicts, reliability=reliability)
    event = Event(
        id=content_id("e", claims[0].anchor), type=_type_of(told, bodies), stage=stage,
        factuality=factuality_of(profiles), period=best_period(told, bodies, stage=stage),
        places=_union(told, bodies, lambda p: p.claim.places, key=_place_key),
        actors=_actors(told, bodies),
        equipment=_union(told, bodies, lambda p: p.claim.equipment, key=lambda e: (fold_name(e.name), e.kind)),
        quantities=_union(told, bodies, lambda p: p.claim.quantities, key=lambda q: replace(q, span=None)),
        names=_names(told, bodies), claims=tuple(claim.id for claim in claims), origins=origins,
        conflicts=conflicts, history=history_of(told),
        grade=replace(grade, reasons=(*grade.reasons, *voices.notes)),
        reports=len({claim.report for claim in claims}),
        outlets=len({outlet.key for outlet in outlets if outlet.known}),
        bodies=independent_bodies(origins), parties=independent_parties(origins),
        support=find_support(profiles, bodies, lineage=lineage), updates=find_updates(profiles, bodies),
    )
    return Assembled(event, sources_of(profiles, bodies))


def best_period(profiles: Sequence[Profile], bodies: Bodies, *, stage: Stage) -> Period | None:
    """Choose the date of an event.

    Rule: for an exercise, stretches of days, which are told when it is announced, come before single
    days; dates that the words name come before the day of the report, and dates without a doubt before
    others; for what else has begun, dates of what has begun come before plans. Then: what most origins
    agree with, the finest precision, what most origins say exactly, what has
    both ends, the earliest.

    Args:
        profiles: Claims that do not deny the event.
        bodies: Whose word each claim is, by claim id.
        stage: How far the event has come.
    """
    dated = [profile for profile in profiles if profile.claim.period is not None]
    stretches: list[Profile] = []
    if any(profile.family == "exercise" for profile in dated):
        # When an exercise ends is known from its announcement; reports from the middle of it give their own day.
        stretches = [profile for profile in dated if _is_stretch(profile)]
        dated = stretches or dated
    begun = stage is not Stage.PLANNED and not stretches
    for fitting in (_named, _undoubted, lambda profile: not begun or profile.claim.stage is not Stage.PLANNED):
        dated = [profile for profile in dated if fitting(profile)] or dated
    if not dated:
        return None
    giving: dict[_Dates, set[str]] = defaultdict(set)
    first: dict[_Dates, Period] = {}
    for profile in dated:
        if period := profile.claim.period:
            dates = (period.start, period.end, period.open_end, period.precision)
            giving[dates].add(bodies[profile.claim.id].key)
            first.setdefault(dates, period)
    best = min(first, key=lambda dates: _period_rank(dates, first, giving=giving))
    return replace(first[best], span=None)


def _named(profile: Profile) -> bool:
    return profile.window is not None


def _undoubted(profile: Profile) -> bool:
    return profile.claim.period is not None and profile.claim.period.doubt is None


def _is_stretch(profile: Profile) -> bool:
    """Say whether its period ends, and on another day than it began; a night is one day told twice."""
    period, window = profile.claim.period, profile.window
    return period is not None and period.end is not None and not (window is not None and window.within_a_day)


def _period_rank(
    dates: _Dates, first: Mapping[_Dates, Period], *, giving: Mapping[_Dates, set[str]]
) -> tuple[int, int, int, bool, str, str]:
    start, end, _, precision = dates
    agreeing = set().union(*(giving[other] for other in first if _fits(first[dates], first[other])))
    return -len(agreeing), ORDER.index(precision), -len(giving[dates]), end is None, start or "9999", end or "9999"


def _fits(one: Period, other: Period) -> bool:
    first, second = window_of(one), window_of(other)
    return one == other if first is None or second is None else not disagree(first, second)


def _type_of(profiles: Sequence[Profile], bodies: Bodies) -> EventType:
    """Give the type that most origins use; of equals, the one that came first."""
    using: dict[EventType, set[str]] = defaultdict(set)
    for profile in profiles:
        using[profile.claim.type].add(bodies[profile.claim.id].key)
    return max(using, key=lambda used: len(using[used]))


def _union(
    profiles: Sequence[Profile], bodies: Bodies, mentions: Callable[[Profile], Sequence[Mention]], *,
    key: Callable[[Mention], Hashable],
) -> tuple[Mention, ...]:
    """Give each thing once, those that most origins name first; the spans stay with the claims."""
    naming: dict[Hashable, set[str]] = defaultdict(set)
    first: dict[Hashable, Mention] = {}
    for profile in profiles:
        for mention in mentions(profile):
            naming[key(mention)].add(bodies[profile.claim.id].key)
            first.setdefault(key(mention), mention)
    ordered = sorted(first, key=lambda identity: -len(naming[identity]))
    return tuple(_without_span(first[identity]) for identity in ordered)


def _actors(profiles: Sequence[Profile], bodies: Bodies) -> tuple[ActorMention, ...]:
    """Give each actor in each of its roles; who did it for one report took part for no other."""
    found = _union(profiles, bodies, lambda p: p.claim.actors, key=lambda a: (a.id or fold_name(a.name), a.role))
    doers = {actor.id or fold_name(actor.name) for actor in found if actor.role is ActorRole.INITIATOR}
    return tuple(
        actor for actor in found
        if actor.role is not ActorRole.PARTICIPANT or (actor.id or fold_name(actor.name)) not in doers
    )


def _without_span(mention: Mention) -> Mention:
    return replace(mention, span=None)  # type: ignore[type-var]


def _place_key(mention: PlaceMention) -> Hashable:
    place = mention.place
    return (place.geonames or fold_name(place.name), place.kind, place.countries, mention.role)


def _names(profiles: Sequence[Profile], bodies: Bodies) -> tuple[str, ...]:
    """Give each name once: the title of the pack for an edition that it knows, else the first spelling."""
    naming: dict[str, set[str]] = defaultdict(set)
    spelling: dict[str, str] = {}
    for profile in profiles:
        for name, edition in zip(profile.claim.names, profile.editions, strict=True):
            naming[edition.key].add(bodies[profile.claim.id].key)
            spelling.setdefault(edition.key, edition.title if edition.known else name)
    return tuple(spelling[key] for key in sorted(spelling, key=lambda key: -len(naming[key])))
