"""Linking a part of a desk: what is new and what it touches, with the rest left as it is.

It goes through the steps of linking in their order, each on no more than it needs::

    taken_out   reports in which people corrected something since: they come anew
    copies      new reports among those that resemble them
    touched     claims to join anew, events to make anew
    joining     touched claims with their neighbours
    remaking    the events of what was joined anew, and the others that have to be made anew
    questions   what is left to people
    second_links  the sums and situations of events that were made, or are gone
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from vedette.linking.decided.at_hand import AtHand
from vedette.linking.decided.corrected import Corrections, corrections_since
from vedette.linking.decided.rulings import Rulings
from vedette.linking.joining import Group, join_anew
from vedette.linking.lineage.copies import join_copies
from vedette.linking.names import ExerciseNames
from vedette.linking.questions import ask_about_pairs
from vedette.linking.remaking import remake
from vedette.linking.second_links import link_events
from vedette.linking.taken_out import DeskWithout, TakenOut, take_out
from vedette.linking.threads.situations import Ground
from vedette.linking.touched import touched_claims, touched_events
from vedette.linking.workbench import Workbench
from vedette.model import Claim, Knowledge, Report
from vedette.model.decided import Decided
from vedette.model.held import Held, Relinked


def relink(
    claims: Iterable[Claim], *, reports: Mapping[str, Report], knowledge: Knowledge, held: Held,
    decided: Decided | None = None, fresh: Collection[str] = (),
) -> Relinked:
    """Link new reports into a desk that is linked up to now: the desk is then as if all had been linked at once.

    Args:
        claims: Those of the new reports, in any order; a claim that comes twice counts once.
        reports: The new reports, by id, with claims or without.
        knowledge: What the packs know; the desk has to be linked with the same.
        held: The desk.
        decided: What people decided, undone or not; nothing, unless given.
        fresh: The ids of those decisions that the desk has not been linked with.

    Returns:
        What changes.

    Raises:
        UsageError: The report of a claim is not among ``reports``.
    """
    decided = decided or AtHand()
    joined = join_copies(reports.values(), held=held)
    names = ExerciseNames.of(knowledge)
    taken = _taken_out(decided, fresh, names=names, held=held)
    held = DeskWithout(held, taken) if taken.told else held
    bench = Workbench(
        reports, claims, joined=joined, names=names, held=held, corrections=Corrections(decided), taken=taken
    )
    rulings = Rulings(decided, fresh=fresh)
    touched = touched_claims(bench, joined=joined, rulings=rulings, held=held)
    anew = join_anew(touched, bench=bench, rulings=rulings, held=held)
    inside = [profile.claim.id for group in anew.groups for profile in group]
    others = touched_events(bench, joined=joined, rulings=rulings, knowledge=knowledge, held=held, claims=inside)
    others -= anew.dissolved
    groups = (*anew.groups, *_groups_of(others, bench, held))
    made = remake(groups, bench=bench, rulings=rulings, knowledge=knowledge, held=held)
    asked_anew = taken.events | anew.dissolved
    asked = ask_about_pairs(anew, bench=bench, rulings=rulings, held=held)
    gone = others | asked_anew
    linked = link_events(made, gone=gone, ground=Ground.of(knowledge), held=held)
    return Relinked(
        gone=gone, events=linked.events, amended=linked.amended, situations=linked.situations,
        closed=linked.closed, reports=joined.new, families=joined.moved,
        blocks={claim: bench.keys(claim).stands for claim in bench.new},
        left={claim: keys.stands for claim, keys in taken.keys.items()},
        asked_anew=asked_anew, questions=(*asked, *(one.question for one in made if one.question is not None)),
    )


def _taken_out(
    decided: Decided, fresh: Collection[str], *, names: ExerciseNames, held: Held
) -> TakenOut:
    """Look up what people have corrected since on the desk."""
    if not fresh:
        return TakenOut()
    before = Corrections(decided, but=fresh)
    return take_out(corrections_since(decided, fresh), before=before, names=names, held=held)


def _groups_of(events: Collection[str], bench: Workbench, held: Held) -> tuple[Group, ...]:
    """Give the claims of events that stay together."""
    members = held.claims_in(events)
    bench.take(one for claims in members.values() for one in claims)
    return tuple(tuple(bench.ordered(claims)) for claims in members.values())
