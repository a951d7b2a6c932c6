"""Linking: claims in, events and situations out.

::

    copies    which reports run one text                (shingles)
    origins   whose word a claim is
    profile   what comparing needs, looked up once      (names, when, whereabouts)
    blocking  which pairs are worth comparing
    same_event  same, different or unsure, with reasons (compare_when, _where, _who, _what)
    cluster   from pairs to events; people's judgements first    (judged, found_again, contradictions)
    voices    whose word the claims of one event are, seen beside one another
    stated    what they state of each fact              (figures, conflicts, updates, support)
    assemble  the fields of an event                    (progress, grading, reliability, overrides)
    situations  events that belong together             (editions, crises, watched, strands)
    sums      counts over weeks, and the events that are their parts
    relinking   all of that for a part of a desk        (touched, joining, remaking, second_links, rulings, workbench)

A function of its arguments: the same claims give the same events, in
whatever order and in however many portions they came. :func:`link` takes all claims at once;
:func:`relink` takes what is new and looks up what it touches. They are one code: ``link`` is ``relink`` with
nothing held.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vedette.linking.fingerprint import rules_of
from vedette.linking.relinking import relink
from vedette.linking.threads.editions import day_of
from vedette.model import Claim, Decision, Event, Knowledge, Report, Situation
from vedette.model.held import NothingHeld

__all__ = ["Linked", "link", "relink", "rules_of"]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking found: events, earliest first and undated last, and situations, by name."""

    events: tuple[Event, ...]
    situations: tuple[Situation, ...]


def link(
    claims: Iterable[Claim], *, reports: Mapping[str, Report], knowledge: Knowledge,
    decisions: Iterable[Decision] = (),
) -> Linked:
    """Find out which claims tell of one event, and make the events and situations.

    Every claim ends up in exactly one event; none is changed or dropped.

    Args:
        claims: In any order; a claim that comes twice counts once.
        reports: The reports that the claims were read in, by id; more do no harm.
        knowledge: What the packs know of outlets, actors and exercises.
        decisions: What people judged, graded and rated, undone or not; it comes before any score.

    Raises:
        UsageError: The report of a claim is not among ``reports``.

    Example:
        >>> class NoPlaces:
        ...     def find(self, name): return ()
        ...     def border(self, first, second): return None
        ...     def country(self, code): return None
        >>> nothing = Knowledge(actors=(), outlets=(), exercises=(), equipment=(), gazetteer=NoPlaces())
        >>> link([], reports={}, knowledge=nothing)
        Linked(events=(), situations=())
    """
    relinked = relink(claims, reports=reports, knowledge=knowledge, held=NothingHeld(), decisions=decisions)
    events = sorted((kept.event for kept in relinked.events), key=lambda event: (day_of(event), event.id))
    situations = sorted(relinked.situations, key=lambda situation: (situation.name, situation.id))
    return Linked(events=tuple(events), situations=tuple(situations))
