"""Events that belong together because they are, or name, one edition of a known exercise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vedette.linking.names import Edition
from vedette.linking.profile import Profile
from vedette.model import Event, Situation, content_id
from vedette.model.held import Member


def member_of(event: Event, profiles: Sequence[Profile]) -> Member | None:
    """Say to which edition an event belongs, if to any.

    Rule: an event belongs to the exercise that it is, else to the one that most
    of its claims name ("ahead of ...", "because of ..."), in any spelling and
    with the year in any form. Only exercises that a pack knows, by edition or by
    series, make a situation. Every other event has none.

    Args:
        event: The event.
        profiles: The claims that it was made of.
    """
    edition = _edition(profiles)
    if edition is None:
        return None
    spellings = {
        name for profile in profiles
        for name, named in zip(profile.claim.names, profile.editions, strict=True) if named.key == edition.key
    }
    return Member(
        event=event.id, edition=edition.key, series=edition.series, year=edition.year, title=edition.title,
        day=day_of(event), spellings=tuple(sorted(spellings)),
    )


def situation_of(members: Sequence[Member]) -> Situation:
    """Make the situation of all events of one edition.

    Args:
        members: At least one, in any order.
    """
    ordered = sorted(members, key=lambda member: (member.day, member.event))
    first = ordered[0]
    spellings = {name for member in members for name in member.spellings}
    return Situation(
        id=situation_id(first.edition), name=first.title, names=(first.title, *sorted(spellings - {first.title})),
        events=tuple(member.event for member in ordered), key=first.edition,
    )


def situation_id(edition: str) -> str:
    """Name the situation of an edition, by its key."""
    return content_id("s", edition)


def day_of(event: Event) -> str:
    """Give the day by which an event is put in its place: the first, else the last; undated ones come last."""
    period = event.period
    return ((period.first_day or period.last_day) if period else None) or "9999"


def _edition(profiles: Sequence[Profile]) -> Edition | None:
    for editions in ([e for p in profiles for e in p.own], [e for p in profiles for e in p.context]):
        known = [edition for edition in editions if edition.known and edition.year is not None]
        votes = Counter(edition.key for edition in known)
        if votes:
            most = min(votes, key=lambda key: (-votes[key], key))
            return next(edition for edition in known if edition.key == most)
    return None
