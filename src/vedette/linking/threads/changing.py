"""The situations that change where events come and go, without a look at all that ever happened there.

========  ==========================================================================================================
scope     what is looked up
========  ==========================================================================================================
exercise  all of the series: each edition shows those before it
crisis    from end to end, the chains that a changed day is in or next to
place     until it is under watch, what happened there within ``WINDOW_DAYS`` of what is new; from then on the situation
          as it stands, and in which order its events are; all of it only where what changed is older than the watch, or
          gives the place another name
========  ==========================================================================================================

It comes out as :func:`vedette.linking.threads.situations.situations_in` makes it of everything; with nothing held it
is that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from vedette.linking.threads import crises, editions, watched
from vedette.linking.threads.situations import situations_in
from vedette.linking.when import day_number
from vedette.model import Situation
from vedette.model.held import Held, Stretch
from vedette.model.trace import Trace

Days = crises.Days


@dataclass(frozen=True, slots=True)
class Changed:
    """The situations that may have changed: as they were, and as they are. All others stay as they were."""

    before: tuple[Situation, ...] = ()
    after: tuple[Situation, ...] = ()

    @property
    def moved(self) -> frozenset[str]:
        """The events that are in one of them now and were not, or the other way round."""
        was, now = ({one.id: frozenset(one.events) for one in some} for some in (self.before, self.after))
        nothing = frozenset[str]()
        return nothing.union(*(was.get(one, nothing) ^ now.get(one, nothing) for one in was.keys() | now.keys()))


@dataclass(frozen=True, slots=True)
class _Change:
    """The traces that come to a scope, and those that leave it."""

    came: list[Trace] = field(default_factory=list)
    left: list[Trace] = field(default_factory=list)

    def applied_to(self, kept: Iterable[Trace]) -> list[Trace]:
        gone = {trace.event for trace in self.left}
        return [*(trace for trace in kept if trace.event not in gone), *self.came]


_Changes = Mapping[str, _Change]


def change_situations(came: Iterable[Trace], left: Iterable[Trace], *, held: Held) -> Changed:
    """Make the situations anew that events which come or go are in.

    Args:
        came: The traces of events that are new.
        left: The traces on the desk of events that are gone.
        held: The desk.
    """
    changes: dict[str, dict[str, _Change]] = defaultdict(lambda: defaultdict(_Change))
    for trace in came:
        changes[_kind(trace)][trace.scope].came.append(trace)
    for trace in left:
        changes[_kind(trace)][trace.scope].left.append(trace)
    series, pairs = changes.pop(editions.SCOPE, {}), changes.pop(crises.SCOPE, {})
    places = {scope: change for some in changes.values() for scope, change in some.items()}
    found = (
        _made_anew(series, held.traces_in(series)), _made_anew(pairs, _whole_chains(pairs, held)),
        _places(places, held),
    )
    return Changed(
        tuple(one for some in found for one in some.before), tuple(one for some in found for one in some.after)
    )


def _kind(trace: Trace) -> str:
    return trace.scope.partition(":")[0]


def _made_anew(changes: _Changes, kept: Sequence[Trace]) -> Changed:
    return Changed(tuple(situations_in(kept)), tuple(situations_in(_applied(changes, kept))))


def _applied(changes: _Changes, kept: Iterable[Trace]) -> list[Trace]:
    by_scope: dict[str, list[Trace]] = defaultdict(list)
    for trace in kept:
        by_scope[trace.scope].append(trace)
    return [trace for scope, change in changes.items() for trace in change.applied_to(by_scope[scope])]


def _whole_chains(changes: _Changes, held: Held) -> list[Trace]:
    """Look up every chain of events between two states that a changed day is in or next to, from end to end."""
    found: dict[str, dict[str, Trace]] = {scope: {} for scope in changes}
    wanted = {
        scope: _around((*change.came, *change.left), crises.WINDOW_DAYS) for scope, change in changes.items()
    }
    while wanted:
        for trace in held.traces_between(_stretches(wanted)):
            found[trace.scope][trace.event] = trace
        wider = {
            scope: crises.until_chains_end(some, (*found[scope].values(), *changes[scope].came))
            for scope, some in wanted.items()
        }
        wanted = {scope: some for scope, some in wider.items() if some != wanted[scope]}
    return [trace for some in found.values() for trace in some.values()]


def _places(changes: _Changes, held: Held) -> Changed:
    standing = {one.id: one for one in held.situations([watched.place_id(scope) for scope in changes])}
    kept = {scope: standing[one] for scope in changes if (one := watched.place_id(scope)) in standing}
    lasting = {
        scope: one for scope, one in kept.items()
        if watched.stays_watched(one, (*changes[scope].came, *changes[scope].left))
    }
    new = {scope: change for scope, change in changes.items() if scope not in kept}
    anew = {scope: changes[scope] for scope in (kept.keys() - lasting.keys()) | _come_under_watch(new, held)}
    order = held.timeline(lasting)
    after = [_with_events(one, order.get(scope, ()), changes[scope]) for scope, one in lasting.items()]
    after += situations_in(_applied(anew, held.traces_in(anew)))
    return Changed(tuple(kept.values()), tuple(one for one in after if one.events))


def _come_under_watch(changes: _Changes, held: Held) -> frozenset[str]:
    """Give the places that come under watch by what is new; only what counts can bring a place there."""
    counting = {scope: [trace for trace in change.came if trace.strand] for scope, change in changes.items()}
    around = {scope: _around(traces, watched.WINDOW_DAYS) for scope, traces in counting.items() if traces}
    near: dict[str, list[Trace]] = defaultdict(list)
    for trace in held.traces_between(_stretches(around)):
        near[trace.scope].append(trace)
    return frozenset(
        scope for scope, change in changes.items()
        if change.came and watched.comes_under_watch(scope, change.applied_to(near[scope]))
    )


def _with_events(situation: Situation, order: Iterable[tuple[str, str]], change: _Change) -> Situation:
    gone = {trace.event for trace in change.left}
    days = sorted((
        *((day, event) for day, event in order if event not in gone), *((one.day, one.event) for one in change.came)
    ))
    return replace(situation, events=tuple(event for _, event in days))


def _around(traces: Iterable[Trace], days: int) -> list[Days]:
    """Give the stretches of so many days on both sides of some traces; those that meet are one."""
    numbers = {number for trace in traces if (number := day_number(trace.day)) is not None}
    return crises.joined((number - days, number + days) for number in numbers)


def _stretches(wanted: Mapping[str, Iterable[Days]]) -> list[Stretch]:
    return [
        Stretch(scope, date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat())
        for scope, some in wanted.items() for first, last in some
    ]
