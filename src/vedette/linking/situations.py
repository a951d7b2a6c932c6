"""Events that belong together because they are, or name, one edition of a known exercise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vedette.linking.names import Edition
from vedette.linking.profile import Profile
from vedette.model import Event, Situation, content_id


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the claims that it was made of."""

    event: Event
    profiles: Sequence[Profile]


def group_situations(told: Sequence[Told]) -> tuple[tuple[Event, ...], tuple[Situation, ...]]:
    """Put events into situations; give the events, each with its situation, and the situations.

    Rule: an event belongs to the exercise that it is, else to the one that most
    of its claims name ("ahead of ...", "because of ..."), in any spelling and
    with the year in any form. Only exercises that a pack knows, by edition or by
    series, make a situation. Every other event has none.

    Args:
        told: The events, in any order.

    Returns:
        The events, earliest first; the situations, by name.
    """
    edition_of = {one.event.id: edition for one in told if (edition := _edition(one.profiles))}
    members: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.event.id in edition_of:
            members[edition_of[one.event.id].key].append(one)
    made = {key: _situation(key, edition_of[group[0].event.id], group) for key, group in members.items()}
    events = [_placed(one.event, edition_of, made) for one in told]
    return tuple(sorted(events, key=_by_date)), tuple(sorted(made.values(), key=lambda one: (one.name, one.id)))


def _edition(profiles: Sequence[Profile]) -> Edition | None:
    for editions in ([e for p in profiles for e in p.own], [e for p in profiles for e in p.context]):
        known = [edition for edition in editions if edition.known and edition.year is not None]
        votes = Counter(edition.key for edition in known)
        if votes:
            most = min(votes, key=lambda key: (-votes[key], key))
            return next(edition for edition in known if edition.key == most)
    return None


def _situation(key: str, edition: Edition, members: Sequence[Told]) -> Situation:
    spellings = {
        name for one in members for profile in one.profiles
        for name, named in zip(profile.claim.names, profile.editions, strict=True) if named.key == key
    }
    events = sorted((one.event for one in members), key=_by_date)
    return Situation(
        id=content_id("s", key), name=edition.title, names=(edition.title, *sorted(spellings - {edition.title})),
        events=tuple(event.id for event in events), key=key,
    )


def _placed(event: Event, edition_of: Mapping[str, Edition], made: Mapping[str, Situation]) -> Event:
    edition = edition_of.get(event.id)
    return replace(event, situation=made[edition.key].id) if edition else event


def _by_date(event: Event) -> tuple[str, str]:
    period = event.period
    return ((period.first_day or period.last_day) if period else None) or "9999", event.id
