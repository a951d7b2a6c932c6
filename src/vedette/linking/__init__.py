"""Linking: claims in, events and situations out.

::

    copies    which reports run one text
    origins   whose word a claim is
    profile   what comparing needs, looked up once      (names, when)
    blocking  which pairs are worth comparing
    same_event  same, different or unsure, with reasons (compare_when, _where, _who, _what)
    cluster   from pairs to events; people's judgements first    (judged, found_again, contradictions)
    voices    whose word the claims of one event are, seen beside one another
    stated    what they state of each fact              (figures, conflicts, updates, support)
    assemble  the fields of an event                    (progress, grading, reliability, overrides)
    situations  events that belong together
    sums      counts over weeks, and the events that are their parts

A function of its arguments: the same claims give the same events, in
whatever order and in however many portions they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vedette.linking.assemble import assemble
from vedette.linking.cluster import cluster
from vedette.linking.copies import find_copies
from vedette.linking.names import ExerciseNames
from vedette.linking.origins import Lineage
from vedette.linking.overrides import overrides_of, with_overrides
from vedette.linking.profile import profile_claims
from vedette.linking.reliability import Reliability
from vedette.linking.situations import Told, group_situations
from vedette.linking.sums import link_sums
from vedette.model import Claim, Decision, Event, Judgement, Knowledge, Override, Rating, Report, Situation

__all__ = ["Linked", "link"]


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
    copies = find_copies(reports.values())
    profiles = profile_claims(claims, reports, names=ExerciseNames.of(knowledge), copies=copies)
    told = [profile.claim for profile in profiles]
    lineage = Lineage.of(reports, copies=copies, knowledge=knowledge, claims=told)
    decided = tuple(decisions)
    groups = cluster(profiles, judgements=[one for one in decided if isinstance(one, Judgement)])
    reliability = Reliability.of((one for one in decided if isinstance(one, Rating)), knowledge)
    graded = overrides_of(groups, (one for one in decided if isinstance(one, Override)))
    told_of = [
        Told(with_overrides(assemble(group, lineage=lineage, reliability=reliability), graded.get(number, ())), group)
        for number, group in enumerate(groups)
    ]
    events, situations = group_situations(told_of)
    return Linked(events=link_sums(events), situations=situations)
