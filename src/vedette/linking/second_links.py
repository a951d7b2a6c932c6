"""What links events with one another once they are made: sums with their parts, situations with their events."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from vedette.linking.remaking import Made
from vedette.linking.shingles import number_of
from vedette.linking.situations import member_of, situation_id, situation_of
from vedette.linking.sums import is_sum, link_sums, sum_keys
from vedette.model import Event, Situation
from vedette.model.held import Held, KeptEvent, Keys, Member


@dataclass(frozen=True, slots=True)
class LinkedEvents:
    """Events that were made, others that are linked with other sums now, and situations that changed."""

    events: tuple[KeptEvent, ...]
    amended: tuple[Event, ...]
    situations: tuple[Situation, ...]
    closed: frozenset[str]


def link_events(made: Sequence[Made], *, gone: Collection[str], held: Held) -> LinkedEvents:
    """Link events that were made with those that stay.

    Args:
        made: The events.
        gone: Events of before that they take the place of.
        held: The desk.
    """
    members = {one.event.id: member for one in made if (member := member_of(one.event, one.profiles))}
    placed = [_placed(one.event, members.get(one.event.id)) for one in made]
    linked, amended = _link_sums(placed, gone=frozenset(gone), held=held)
    kept = tuple(
        KeptEvent(event=event, sources=one.sources, sums=_keys(event), counts=_keys(event, counting=True),
                  member=members.get(event.id))
        for one, event in zip(made, linked, strict=True)
    )
    situations, closed = _situations(members.values(), gone=frozenset(gone), held=held)
    return LinkedEvents(kept, amended, situations, closed)


def _placed(event: Event, member: Member | None) -> Event:
    return event if member is None else replace(event, situation=situation_id(member.edition))


def _link_sums(
    made: Sequence[Event], *, gone: frozenset[str], held: Held
) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Link sums with their parts; give what was made, and what stays but has other sums or parts now."""
    new = {event.id for event in made}
    meeting = {key for event in made for key in _keys(event, counting=not is_sum(event), lookup=True)}
    staying = list(held.events((held.linked_with(gone) | held.events_in(meeting)) - gone))
    linked = link_sums([*made, *staying])
    amended = []
    for before, now in zip(staying, linked[len(made) :], strict=True):
        # What else it is linked with was not looked up: that stays.
        after = replace(
            before, parts=_anew(before.parts, now.parts, gone=gone, new=new),
            part_of=_anew(before.part_of, now.part_of, gone=gone, new=new),
        )
        if after != before:
            amended.append(after)
    return linked[: len(made)], tuple(amended)


def _anew(before: Iterable[str], now: Iterable[str], *, gone: frozenset[str], new: Collection[str]) -> tuple[str, ...]:
    kept = {one for one in before if one not in gone}
    return tuple(sorted(kept | {one for one in now if one in new}))


def _keys(event: Event, *, counting: bool = False, lookup: bool = False) -> Keys:
    """Number the blocks of sums of an event.

    Args:
        event: The event.
        counting: Those in which sums stand: of none but a sum, unless they are looked up.
        lookup: Whether they are looked up.
    """
    if counting and not lookup and not is_sum(event):
        return frozenset()
    kind = "counts" if counting else "sums"
    return frozenset(number_of("\0".join((kind, *map(str, key)))) for key in sum_keys(event))


def _situations(
    members: Iterable[Member], *, gone: frozenset[str], held: Held
) -> tuple[tuple[Situation, ...], frozenset[str]]:
    new = {member.event: member for member in members}
    editions = held.editions(gone) | {member.edition for member in new.values()}
    staying = [one for one in held.members_of_editions(editions) if one.event not in gone]
    of_edition: dict[str, list[Member]] = {edition: [] for edition in sorted(editions)}
    for member in (*staying, *new.values()):
        of_edition[member.edition].append(member)
    situations = tuple(situation_of(some) for some in of_edition.values() if some)
    return situations, frozenset(situation_id(edition) for edition, some in of_edition.items() if not some)
