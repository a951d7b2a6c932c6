"""Places under watch: those where much happens, and those that somebody named.

Rule: a spot or a border comes under watch once ``LEAST_EVENTS`` events that count (see
``strands``), told by ``LEAST_PARTIES`` parties, fall into ``WINDOW_DAYS`` there. From then on all that
happens there belongs to it, however long ago. A place that somebody named
(``watch.toml`` in a pack) is under watch as soon as anything happens there. Its id is that of the place, or the
one that was given to it: nothing that comes changes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from vedette.linking.threads.editions import day_of
from vedette.linking.threads.strands import strand_of
from vedette.linking.when import day_number
from vedette.linking.whereabouts import AREAS, countries_of, identity_of, scene_of
from vedette.model import Event, Place, Situation, SituationKind, Stage, WatchedPlace, content_id, distance_km
from vedette.model.trace import Trace

WINDOW_DAYS = 30
LEAST_EVENTS = 5
LEAST_PARTIES = 3
SCOPE = "place"
NAMED = "watch"


def place_traces(event: Event) -> list[Trace]:
    """Say at which spots and borders an event is."""
    spots = {identity_of(place): place for place in scene_of(event.places) if place.kind not in AREAS}
    if event.stage is Stage.CANCELLED:
        return []
    return [
        Trace(
            event=event.id, scope=f"{SCOPE}:{'|'.join(identity)}", day=day_of(event), strand=strand_of(event),
            parties=event.parties, title=place.name,
        )
        for identity, place in sorted(spots.items(), key=lambda item: item[0])
    ]


def named_traces(event: Event, watched: Iterable[WatchedPlace]) -> list[Trace]:
    """Say at which places that somebody named an event is."""
    return [
        Trace(event=event.id, scope=f"{NAMED}:{place.id}", day=day_of(event), title=place.name, edition=place.id)
        for place in watched if _is_at(event, place)
    ]


def places_in(traces: Sequence[Trace]) -> list[Situation]:
    """Make the situation of a place, where it is under watch.

    Args:
        traces: All of the place, in any order.
    """
    ordered = sorted(traces, key=lambda trace: (trace.day, trace.event))
    first = ordered[0]
    named = _is_named(first.scope)
    why, since = ("named in the watch list", None) if named else _busy(ordered)
    if not why:
        return []
    titles = Counter(trace.title for trace in ordered)
    name = min(titles, key=lambda title: (-titles[title], title))
    return [Situation(
        id=place_id(first.scope), name=name, names=tuple(dict.fromkeys((name, *sorted(titles)))), why=why, since=since,
        events=tuple(trace.event for trace in ordered), key=first.edition, kind=SituationKind.PLACE,
    )]


def place_id(scope: str) -> str:
    """Name the situation of a place, by its scope."""
    return content_id("s", scope)


def comes_under_watch(scope: str, traces: Iterable[Trace]) -> bool:
    """Say whether a place is under watch by some of what happened there.

    Args:
        scope: The place.
        traces: All that counts within ``WINDOW_DAYS`` of something, and anything else of the place.
    """
    return _is_named(scope) or bool(_busy(sorted(traces, key=lambda trace: (trace.day, trace.event)))[0])


def stays_watched(situation: Situation, changed: Iterable[Trace]) -> bool:
    """Say whether all of a place under watch stays as it is but for its events.

    Args:
        situation: The place as it stands.
        changed: What comes to it or leaves it.
    """
    older = situation.since or ""
    return len(situation.names) == 1 and all(
        trace.title == situation.name and (not trace.strand or trace.day > older) for trace in changed
    )


def _is_named(scope: str) -> bool:
    return scope.startswith(f"{NAMED}:")


def _busy(ordered: Sequence[Trace]) -> tuple[str, str | None]:
    """Say what brought a place under watch, by the first days on which it was as busy as that, and on which day."""
    dated = [(day, trace) for trace in ordered if trace.strand and (day := day_number(trace.day)) is not None]
    start, telling = 0, Counter[str]()
    for end, (day, trace) in enumerate(dated):
        telling.update(trace.parties)
        while day - dated[start][0] > WINDOW_DAYS:
            telling -= Counter(dated[start][1].parties)
            start += 1
        count = end + 1 - start
        if count >= LEAST_EVENTS and len(telling) >= LEAST_PARTIES:
            why = f"{count} events told by {len(telling)} parties from {dated[start][1].day} to {trace.day}"
            return why, trace.day
    return "", None


def _is_at(event: Event, watched: WatchedPlace) -> bool:
    scene = scene_of(event.places)
    if watched.types and event.type not in watched.types:
        return False
    if watched.countries and countries_of(scene) & set(watched.countries):
        return True
    return any(_is_one(here, there, within_km=watched.within_km) for here in scene for there in watched.places)


def _is_one(here: Place, there: Place, *, within_km: float) -> bool:
    if here.kind in AREAS:
        return False
    return identity_of(here) == identity_of(there) or distance_km(here, there) <= within_km
