"""Step one: an event and an indicator give a match, or none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from vedette.model import (
    ActorFilter,
    EditionsRule,
    Event,
    EventMatcher,
    Indicator,
    Knowledge,
    LinkKind,
    Match,
    Support,
    Telling,
    fold,
    independent,
    who_may_be,
)
from vedette.warning.figures import backers_of_figure, figure_of, length_of
from vedette.warning.places import is_where
from vedette.warning.standing_for import stands_for

_MEDIA = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})
_YEAR = re.compile(r"[\s-]*(?:19|20)\d\d$")


def state_media(knowledge: Knowledge) -> frozenset[str]:
    """Give the names of all media that a state controls, as :func:`match` wants them."""
    return frozenset(fold(outlet.name) for outlet in knowledge.outlets if outlet.state_controlled)


def match(
    event: Event, indicator: Indicator, *, scenario: str, telling: Telling, controlled: Collection[str] = (),
) -> Match | None:
    """Say whether an indicator is about an event, and if so what it counts for and who stands behind it.

    Rule: every field of the matcher that is set must hold. Who stands behind it are those who say that it
    happened (or is planned, or denied) as surely as the matcher asks, and where a figure is asked for, those
    who say a figure that passes; not everybody who speaks of it.

    Args:
        event: The event as the desk has it.
        indicator: The indicator; one without a matcher is about no event.
        scenario: The id of its scenario.
        telling: When the event was told and met, and what it belongs to.
        controlled: The media that a state controls, from :func:`state_media`.

    """
    matcher = indicator.matcher
    if matcher is None or not _is_about(event, matcher, telling):
        return None
    wants_length = isinstance(indicator.rule, EditionsRule) and matcher.figure is None
    figure = length_of(event) if wants_length else figure_of(event, matcher.figure) if matcher.figure else None
    if figure is None and (wants_length or matcher.figure):
        return None
    lines = _behind(event, matcher)
    origins, parties = _voices(event, lines)
    if len(origins) < matcher.origins or len(parties) < matcher.parties:
        return None
    day, last = stands_for(event, telling.told)
    return Match(
        scenario=scenario, indicator=indicator.id, event=event.id, day=day, last=last, known=telling.known,
        origins=origins, parties=parties, state_media=_only_state_media(event, lines, controlled), figure=figure,
        parts=event.parts, edition=telling.edition,
    )


def _is_about(event: Event, matcher: EventMatcher, telling: Telling) -> bool:
    return (
        (not matcher.types or event.type in matcher.types)
        and (not matcher.stages or event.stage in matcher.stages)
        and (not matcher.factualities or event.factuality in matcher.factualities)
        and all(_takes_part(event, wanted) for wanted in matcher.actors)
        and is_where(event, matcher)
        and (not matcher.equipment or any(item.kind in matcher.equipment for item in event.equipment))
        and (not matcher.situations or _belongs(event, matcher, telling))
        and (not matcher.names or _is_named(event, matcher))
        and (matcher.letter is None or event.grade.letter <= matcher.letter)
        and (matcher.digit is None or event.grade.digit <= matcher.digit)
    )


def _takes_part(event: Event, wanted: ActorFilter) -> bool:
    return any(
        (wanted.role is None or actor.role is wanted.role) and (actor.id in wanted.who or actor.party in wanted.who)
        for actor in event.actors
    )


def _belongs(event: Event, matcher: EventMatcher, telling: Telling) -> bool:
    names = {fold(name) for name in (*event.names, *telling.situations)}
    names |= {_YEAR.sub("", name) for name in names}
    return any(fold(wanted) in names for wanted in matcher.situations)


def _is_named(event: Event, matcher: EventMatcher) -> bool:
    names = [*event.names, *(item.name for item in event.equipment), *(actor.name for actor in event.actors)]
    names += [mention.place.name for mention in event.places]
    spaced = [f" {fold(name)} " for name in names]
    return any(f" {fold(wanted)} " in name for wanted in matcher.names for name in spaced)


def _behind(event: Event, matcher: EventMatcher) -> tuple[Support, ...]:
    """Give the lines of support that count for this matcher; none where the event says nothing of support."""
    if matcher.figure is not None:
        return tuple(backers_of_figure(event, matcher.figure))
    sure = {str(factuality) for factuality in matcher.factualities}
    return tuple(line for line in event.support if line.fact == "happened" and (not sure or line.value in sure))


def _voices(event: Event, lines: Iterable[Support]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not event.support:
        return tuple(sorted(event.bodies)), tuple(sorted(event.parties))
    counted = tuple(lines)
    origins = {body for line in counted for body in line.bodies}
    return independent(origins), independent(party for line in counted for party in line.parties)


def _only_state_media(event: Event, lines: Iterable[Support], controlled: Collection[str]) -> bool:
    speaking = {name for line in lines for name in line.origins}
    known = [one for one in event.origins if one.known and (not event.support or one.name in speaking)]
    return bool(known) and all(
        (one.kind in _MEDIA and any(fold(name) in controlled for name in who_may_be(one.name)))
        or (one.relay is not None and fold(one.relay) in controlled)
        for one in known
    )
