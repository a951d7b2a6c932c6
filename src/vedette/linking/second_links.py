"""What links events with one another once they are made: sums with their parts, situations with their events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from vedette.linking.lineage.shingles import number_of
from vedette.linking.remaking import Made
from vedette.linking.threads.changing import change_situations
from vedette.linking.threads.situations import Ground, placed, traces_of
from vedette.linking.threads.sums import is_sum, link_sums, sum_keys
from vedette.model import Event, Situation
from vedette.model.held import Held, KeptEvent, Keys
from vedette.model.trace import Trace


@dataclass(frozen=True, slots=True)
class LinkedEvents:
    """Events that were made, others that are linked with other sums or situations now, and situations that changed."""

    events: tuple[KeptEvent, ...]
    amended: tuple[Event, ...]
    situations: tuple[Situation, ...]
    closed: frozenset[str]


def link_events(made: Sequence[Made], *, gone: Collection[str], ground: Ground, held: Held) -> LinkedEvents:
    """Link events that were made with those that stay.

    Args:
        made: The events.
        gone: Events of before that they take the place of.
        ground: What situations are made by.
        held: The desk.
    """
    traces = {one.event.id: traces_of(one.event, one.profiles, ground=ground) for one in made}
    linked, amended = _link_sums([one.event for one in made], gone=frozenset(gone), held=held)
    found = _situations(traces, gone=frozenset(gone), held=held)
    events = [placed(event, found.of_event.get(event.id, ())) for event in linked]
    kept = tuple(
        _kept(event, one.sources, traces[event.id]) for one, event in zip(made, events, strict=True)
    )
    staying = {**found.moved, **{event.id: event for event in amended}}
    moved = {one: placed(staying[one], found.of_event.get(one, ())) for one in found.moved}
    return LinkedEvents(kept, tuple((staying | moved).values()), found.situations, found.closed)


def not_linked_yet(made: Made, *, ground: Ground) -> KeptEvent:
    """Give an event with all that is looked up of it, without the sums and situations that it belongs to."""
    return _kept(made.event, made.sources, traces_of(made.event, made.profiles, ground=ground))


def _kept(event: Event, sources: frozenset[str], traces: tuple[Trace, ...]) -> KeptEvent:
    counts = _keys(event, counting=True)
    return KeptEvent(event=event, sources=sources, sums=_keys(event), counts=counts, traces=traces)


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


@dataclass(frozen=True, slots=True)
class _Found:
    """Situations that are new, changed, or hold an event that was made; those that are no more; what has moved.

    ``moved`` are events that stay but are in other situations now. ``of_event`` holds all situations of each of them,
    and of each event that was made.
    """

    situations: tuple[Situation, ...]
    closed: frozenset[str]
    moved: Mapping[str, Event]
    of_event: Mapping[str, Sequence[Situation]]


def _situations(new: Mapping[str, Sequence[Trace]], *, gone: frozenset[str], held: Held) -> _Found:
    """Make the situations that events which are new, or are gone, are in."""
    came = (trace for some in new.values() for trace in some)
    changed = change_situations(came, held.traces_of(gone), held=held)
    was, now = ({one.id: one for one in some} for some in (changed.before, changed.after))
    moved = {event.id: event for event in held.events(changed.moved - gone - new.keys())}
    of_event = _by_event(now.values(), new.keys() | moved.keys())
    elsewhere = {
        event.id: {event.situation, *event.also_in} - was.keys() - now.keys() for event in moved.values()
    }
    others = {one.id: one for one in held.situations({one for some in elsewhere.values() for one in some if one})}
    for event, some in elsewhere.items():
        of_event[event] += [others[one] for one in some if one in others]
    return _Found(
        situations=tuple(
            one for one in now.values() if one != was.get(one.id) or not gone.isdisjoint(one.events)
        ),
        closed=frozenset(was.keys() - now.keys()), moved=moved, of_event=of_event,
    )


def _by_event(situations: Iterable[Situation], events: Set[str]) -> dict[str, list[Situation]]:
    found: dict[str, list[Situation]] = defaultdict(list)
    for situation in situations:
        for event in events & set(situation.events):
            found[event].append(situation)
    return found
