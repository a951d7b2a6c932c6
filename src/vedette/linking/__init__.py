"""Linking: claims in, events and situations out.

::

    relinking     the way through: what is new, what it touches (taken_out, touched, workbench, joining, remaking,
                  questions, second_links)
    same          which claims tell of one event: blocks, a score with its reasons, joining
    threads       what belongs together: sums and their parts, editions, crises, places under watch
    assemble      the fields of an event                        (progress)
    disagreement  where its claims differ, and where that is an update or a part of a whole
    lineage       who says it: copies, origins, what each is worth
    decided       what people decided, before any score
    profile       what comparing needs of a claim, looked up once  (names, when, whereabouts, kinship)

``bulk``, above all of these, links very many reports at once, set by set. Each uses only those below it.

A function of its arguments: the same claims give the same events, in
whatever order and in however many portions they came. :func:`link` takes all claims at once;
:func:`relink` takes what is new and looks up what it touches. They are one code: ``link`` is ``relink`` with
nothing held.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vedette.linking.decided.at_hand import AtHand
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

    Every claim ends up in exactly one event, but those that a person rejected: they are in none. No claim is changed.

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
    decided = AtHand(decisions)
    relinked = relink(
        claims, reports=reports, knowledge=knowledge, held=NothingHeld(), decided=decided, fresh=decided.ids
    )
    events = sorted((kept.event for kept in relinked.events), key=lambda event: (day_of(event), event.id))
    situations = sorted(relinked.situations, key=lambda situation: (situation.name, situation.id))
    return Linked(events=tuple(events), situations=tuple(situations))
