"""Makes events of groups of claims, with the grades that people gave them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vedette.linking.assemble import put_together
from vedette.linking.decided.overrides import overrides_of, with_overrides
from vedette.linking.decided.rulings import Rulings, found_claims, lookup_for
from vedette.linking.joining import Group
from vedette.linking.lineage.origins import Lineage
from vedette.linking.lineage.reliability import Reliability
from vedette.linking.questions import ask_about_claims
from vedette.linking.workbench import Workbench
from vedette.model import AppliedCorrection, CorrectedField, Event, Knowledge, Override
from vedette.model.held import Held
from vedette.model.question import Question


@dataclass(frozen=True, slots=True)
class Made:
    """An event, the claims that it was made of, and the names under which ratings of its sources were looked for.

    ``question`` is what a person is asked of it who has not looked at it yet.
    """

    event: Event
    profiles: Group
    sources: frozenset[str]
    question: Question | None = None


def remake(
    groups: Sequence[Group], *, bench: Workbench, rulings: Rulings, knowledge: Knowledge, held: Held
) -> list[Made]:
    """Make the event of each group.

    Args:
        groups: Claims that tell of one event, in canonical order.
        bench: What was looked up.
        rulings: What people decided.
        knowledge: What the packs know.
        held: The desk.
    """
    bench.take_families(profile.report.id for group in groups for profile in group)
    told = [claim for claims in bench.told.values() for claim in claims]
    lineage = Lineage.of(bench.reports, copies=bench.copies, knowledge=knowledge, claims=told)
    reliability = Reliability.of(rulings.ratings, knowledge)
    graded = _graded(groups, bench=bench, rulings=rulings, held=held)
    made = []
    for group in groups:
        assembled = put_together(group, lineage=lineage, reliability=reliability)
        event = with_overrides(assembled.event, graded.get(group[0].claim.id, ()))
        event = replace(event, corrections=_set_in(group, bench))
        looked_at = group[0].claim.id in graded or any(profile.claim.id in bench.applied for profile in group)
        question = None if looked_at else ask_about_claims(event, group)
        made.append(Made(event, group, assembled.sources, question))
    return made


def _set_in(group: Group, bench: Workbench) -> tuple[AppliedCorrection, ...]:
    """Give what people set in the claims of a group; what they only confirmed is no change."""
    applied = (one for profile in group for one in bench.applied.get(profile.claim.id, ()))
    return tuple(one for one in applied if one.field is not CorrectedField.CLAIM)


def _graded(
    groups: Sequence[Group], *, bench: Workbench, rulings: Rulings, held: Held
) -> Mapping[str, tuple[Override, ...]]:
    """Give the overrides of each group, by its first claim; the claims of one may stand in events that stay."""
    overrides = rulings.overrides_about(profile.report.id for group in groups for profile in group)
    if not overrides:
        return {}
    here = {profile.claim.id for group in groups for profile in group}
    elsewhere = held.claims_in(set(bench.event_of(found_claims(overrides, bench) - here).values()))
    bench.take(one for claims in elsewhere.values() for one in claims)
    every = sorted(
        (*groups, *(tuple(bench.ordered(claims)) for claims in elsewhere.values())), key=lambda group: group[0].key
    )
    held_for = overrides_of(every, overrides, found=lookup_for(overrides, bench))
    return {every[number][0].claim.id: some for number, some in held_for.items()}
