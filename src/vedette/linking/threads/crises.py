"""Crises: incidents and measures between two states that follow one another closely.

Rule: between one pair of states (see ``strands``), a **chain** of events that count, none
more than ``WINDOW_DAYS`` after the one before, is a crisis where it has at least

=================  ======  =====================================================================
``LEAST_EVENTS``   4       events that count
``LEAST_STRANDS``  2       strands among them: three drones are a series, drones and a closure are a crisis
``LEAST_PARTIES``  2       parties that tell of them
``LEAST_OWN``      2       events that no named exercise has: what only belongs to an exercise is no crisis
=================  ======  =====================================================================

What accompanies belongs to it from its first day until ``WINDOW_DAYS`` after its last.
The exercise itself never does; what it brought about stays with it first, and stands in the crisis too. A
crisis is named after its pair and its first day: no report that adds nothing before that day changes its id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from vedette.linking.threads.strands import pairs_of, strand_of, takes_part
from vedette.linking.when import day_number
from vedette.model import Event, Situation, SituationKind, content_id
from vedette.model.trace import Trace

WINDOW_DAYS = 14
LEAST_EVENTS = 4
LEAST_STRANDS = 2
LEAST_PARTIES = 2
LEAST_OWN = 2
SCOPE = "crisis"

Days = tuple[int, int]
"""A stretch of days, by their running numbers, both included."""
_EARLIEST, _LATEST = date.min.toordinal(), date.max.toordinal()


def crisis_traces(event: Event, *, names: Mapping[str, str], claimed: bool) -> list[Trace]:
    """Say between which states an event may be part of a crisis.

    Args:
        event: The event.
        names: What the states are called, by their codes.
        claimed: Whether a named exercise has the event.
    """
    day = event.period.first_day if event.period else None
    if day is None or day_number(day) is None or not takes_part(event):
        return []
    return [
        Trace(
            event=event.id, scope=f"{SCOPE}:{one}-{other}", day=day, strand=strand_of(event), parties=event.parties,
            title="–".join(sorted((names.get(one, one), names.get(other, other)))), claimed=claimed,
        )
        for one, other in sorted(pairs_of(event))
    ]


def crises_in(traces: Sequence[Trace]) -> list[Situation]:
    """Make the crises between one pair of states.

    Args:
        traces: All of the pair, in any order.
    """
    ordered = sorted(traces, key=lambda trace: (trace.day, trace.event))
    chains: list[list[Trace]] = []
    for trace in ordered:
        if not trace.strand:
            continue
        if chains and _number(trace.day) - _number(chains[-1][-1].day) <= WINDOW_DAYS:
            chains[-1].append(trace)
        else:
            chains.append([trace])
    return [_crisis(chain, ordered) for chain in chains if _is_crisis(chain)]


def until_chains_end(stretches: Iterable[Days], traces: Iterable[Trace]) -> list[Days]:
    """Widen stretches of days until no chain goes on beyond them; nothing changes where none does.

    Each time they are widened they are at least twice as long: a chain of years is looked up in a few steps.

    Args:
        stretches: Stretches that have been looked up.
        traces: What was found there, between one pair of states.
    """
    days = [_number(trace.day) for trace in traces if trace.strand]
    wider: list[Days] = []
    for first, last in stretches:
        inside = [day for day in days if first <= day <= last]
        begins, ends = (min(inside) - WINDOW_DAYS, max(inside) + WINDOW_DAYS) if inside else (first, last)
        length = last - first
        wider.append((begins - length if begins < first else first, ends + length if ends > last else last))
    return joined(wider)


def joined(stretches: Iterable[Days]) -> list[Days]:
    """Join stretches of days that meet, within the calendar.

    Example:
        >>> joined([(40, 50), (10, 20), (18, 30)])
        [(10, 30), (40, 50)]
    """
    found: list[Days] = []
    for first, last in sorted((max(first, _EARLIEST), min(last, _LATEST)) for first, last in stretches):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def _is_crisis(chain: Sequence[Trace]) -> bool:
    return (
        len(chain) >= LEAST_EVENTS and len(_strands(chain)) >= LEAST_STRANDS and len(_parties(chain)) >= LEAST_PARTIES
        and sum(not trace.claimed for trace in chain) >= LEAST_OWN
    )


def _crisis(chain: Sequence[Trace], traces: Sequence[Trace]) -> Situation:
    first, last = chain[0], chain[-1]
    start, end = _number(first.day), _number(last.day) + WINDOW_DAYS
    inside = {trace.event for trace in chain}
    inside |= {trace.event for trace in traces if not trace.strand and start <= _number(trace.day) <= end}
    name = f"{first.title}: crisis from {first.day}"
    return Situation(
        id=content_id("s", f"{first.scope}:{first.day}"), name=name, names=(name,), kind=SituationKind.CRISIS,
        events=tuple(trace.event for trace in traces if trace.event in inside),
        why=f"{len(chain)} events ({', '.join(_strands(chain))}) from {first.day} to {last.day}, each within "
            f"{WINDOW_DAYS} days of the one before, told by {len(_parties(chain))} parties",
    )


def _strands(chain: Sequence[Trace]) -> list[str]:
    return sorted({trace.strand for trace in chain})


def _parties(chain: Sequence[Trace]) -> set[str]:
    return {party for trace in chain for party in trace.parties}


def _number(day: str) -> int:
    return day_number(day) or 0
