"""What new reports and new decisions can touch: claims that have to be joined anew, events that have to be made anew.

Every rule of linking that looks beyond one event is named here, once. What forgets one is wrong silently:
``tests/linking/test_incremental.py`` holds linking part by part against linking all at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vedette.linking.decided.rulings import Rulings, found_claims
from vedette.linking.lineage.copies import Joined
from vedette.linking.lineage.reliability import names_of
from vedette.linking.ordering import moment
from vedette.linking.workbench import Workbench
from vedette.model import Knowledge
from vedette.model.held import Held


def touched_claims(bench: Workbench, *, joined: Joined, rulings: Rulings, held: Held) -> frozenset[str]:
    """Give the claims whose comparing may have changed: of each pair that it changed for, at least one.

    Rule: new claims; those of families of copies that met, but for the largest of them; those that met others in
    blocks that are closed now, or meet others in blocks that are open again; those of judgements that hang together
    with a new one or with a new report; those whose event a corrected claim has left.
    """
    left = frozenset(claim for some in held.claims_in(bench.taken.events).values() for claim in some)
    return bench.new | left | _of_met_families(bench, joined) | _of_turned_blocks(bench, held) | _judged(bench, rulings)


def touched_events(
    bench: Workbench, *, joined: Joined, rulings: Rulings, knowledge: Knowledge, held: Held, claims: Iterable[str]
) -> frozenset[str]:
    """Give the events up to now that have to be made anew, even where their claims stay together.

    Rule: those told of by a report that has an earlier copy now or one of the same moment, or a copy of which people
    corrected something; those whose sources were rated; those for which a grade was given that is new, or that was
    given for one of the touched claims as well.

    Args:
        bench: What was looked up.
        joined: The families of copies.
        rulings: What people decided.
        knowledge: What the packs know of sources.
        held: The desk.
        claims: All touched claims, with their events.
    """
    reports = {bench.profiles[claim].report.id for claim in claims}
    overrides = {one.id: one for one in (*rulings.overrides_about(reports), *rulings.fresh_overrides)}
    graded = found_claims(list(overrides.values()), bench)
    copies = (*_with_an_earlier_copy(bench, joined), *_copies_of_corrected(bench))
    copied = [claim.id for report in copies for claim in bench.told[report]]
    rated = held.hearing(names_of(rulings.fresh_ratings, knowledge)) if rulings.fresh_ratings else frozenset[str]()
    return rated.union(bench.event_of((*graded, *copied)).values())


def _of_met_families(bench: Workbench, joined: Joined) -> frozenset[str]:
    touched: list[str] = []
    new = {kept.report for kept in joined.new}
    for groups in joined.met.values():
        old = sorted((group for group in groups if group[0] not in new), key=lambda group: (len(group), group))
        touched += [report for group in old[:-1] for report in group]
    bench.take_told(touched)
    return frozenset(claim.id for report in touched for claim in bench.told[report])


def _of_turned_blocks(bench: Workbench, held: Held) -> frozenset[str]:
    """Give the claims that met others in blocks that are closed now, or meet others in blocks that are open again."""
    own = [*map(bench.keys, bench.new), *bench.taken.keys.values()]
    closed = bench.closed(own)
    crowds = frozenset[int]().union(*(keys.crowded for keys in own))
    turned = {crowd for crowd in crowds if bench.was_open(crowd) is (crowd in closed)}
    meeting = {key for keys in own for key, crowd in keys.crowds.items() if crowd in turned and key != crowd}
    return frozenset(claim for claims in held.standing(meeting).values() for claim in claims)


def _copies_of_corrected(bench: Workbench) -> Sequence[str]:
    """Give the reports of the families in which people corrected something: who spoke first may be another."""
    corrected = sorted(bench.taken.told)
    bench.take_families(corrected)
    copies = sorted({one for report in corrected for one in bench.family(report)})
    bench.take_told(copies)
    return copies


def _judged(bench: Workbench, rulings: Rulings) -> frozenset[str]:
    new_reports = [report for report in bench.reports if bench.is_new(report)]
    return found_claims(rulings.judgements_about((*new_reports, *rulings.fresh_reports)), bench)


def _with_an_earlier_copy(bench: Workbench, joined: Joined) -> Sequence[str]:
    """Give the reports of before in whose family there are reports now that came no later and were not in it."""
    several = {family: groups for family, groups in joined.met.items() if len(groups) > 1}
    bench.take_families(several)
    later: list[str] = []
    new = {kept.report for kept in joined.new}
    for groups in several.values():
        first = {group: min(moment(bench.reports[one].published) for one in group) for group in groups}
        for group in groups:
            others = min(first[other] for other in groups if other is not group)
            later += [one for one in group if one not in new and moment(bench.reports[one].published) >= others]
    bench.take_told(later)
    return later
