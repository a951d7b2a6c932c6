"""Who stands behind each single fact of an event: that it happened, its date, each of its figures.

An event with five origins may have one for its date and none for its figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vedette.linking.lineage.counting import independent_bodies, independent_parties, origins_of
from vedette.linking.lineage.origins import Lineage
from vedette.linking.lineage.stated import Bodies, Said, Value, by_value, stated_figures, stated_periods
from vedette.linking.profile import Profile
from vedette.model import EvidenceKind, Factuality, Stage, Support

_LEVELS = tuple(Factuality)


def find_support(profiles: Sequence[Profile], bodies: Bodies, *, lineage: Lineage) -> tuple[Support, ...]:
    """Say of each fact of an event whose word it is and how many voices that makes.

    Rule: each value that is said of a fact has a line of its own, exactly as it is said.
    Of *happened* the value is how sure it is presented. Dates that nobody names (the
    day of the report) are nobody's word. Dates and figures of what is denied are none.

    Args:
        profiles: The claims of one event, in canonical order.
        bodies: Whose word each claim is, by claim id.
        lineage: Tells outlets apart.
    """
    held = [profile for profile in profiles if not profile.denies]
    happened = [
        Said(str(one.claim.factuality), one.claim.factuality, one, _LEVELS.index(one.claim.factuality))
        for one in profiles if one.claim.stage is not Stage.CANCELLED
    ]
    dates = [said for told in stated_periods(held).values() for said in told]
    figures = [(f"quantity:{counted.unit}", said) for counted, said in stated_figures(held).items()]
    return (
        *_lines("happened", happened, bodies, lineage), *_lines("period", dates, bodies, lineage),
        *(line for fact, said in figures for line in _lines(fact, said, bodies, lineage)),
    )


def _lines(fact: str, said: Iterable[Said[Value]], bodies: Bodies, lineage: Lineage) -> Iterable[Support]:
    for value, given in by_value(said).items():
        profiles = {one.profile.claim.id: one.profile for one in given}
        origins = origins_of((profile.claim for profile in profiles.values()), bodies)
        publishers = {lineage.publisher(profile.report) for profile in profiles.values()}
        shown = {profile.claim.evidence for profile in profiles.values()}
        yield Support(
            fact=fact, value=value, claims=tuple(sorted(profiles)), origins=tuple(one.name for one in origins),
            bodies=independent_bodies(origins), parties=independent_parties(origins),
            evidence=tuple(kind for kind in EvidenceKind if kind in shown),
            reports=len({profile.report.id for profile in profiles.values()}),
            outlets=len({publisher.key for publisher in publishers if publisher.known}),
        )
