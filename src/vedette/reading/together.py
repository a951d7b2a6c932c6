"""Two readings of one report put together: what the rules read, with what the tags add to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vedette.model import Claim, PlaceRole
from vedette.model.codec import name_claim
from vedette.reading.retelling import SAME_BREATH, Telling, merge_tellings


def put_together(ruled: Sequence[Claim], tagged: Sequence[Claim], *, more: bool) -> list[Claim]:
    """Give the claims of the rules, with fields that they left open filled from the tags.

    Args:
        ruled: What the rules read.
        tagged: What was read by tags in the same report.
        more: Whether events that only the tags found are claims, too.
    """
    filled: dict[str, Claim] = {claim.id: claim for claim in ruled}
    others: list[Claim] = []
    for claim in tagged:
        twin = next((other for other in ruled if _is_same(other, claim)), None)
        if twin is None:
            others.append(claim)
        else:
            filled[twin.id] = _filled(filled[twin.id], claim)
    tellings = [Telling(claim, 3, definite=False) for claim in filled.values()]
    if more:
        tellings += [Telling(claim, 2, definite=False) for claim in others]
        claims = merge_tellings(tellings)
    else:
        claims = sorted(filled.values(), key=lambda claim: (claim.trigger, claim.part))
    return [replace(claim, id=name_claim(claim)) for claim in claims]


def _is_same(ruled: Claim, tagged: Claim) -> bool:
    if ruled.trigger.overlaps(tagged.trigger):
        return True
    near = ruled.trigger.gap(tagged.trigger) <= SAME_BREATH
    return ruled.type is tagged.type and near and ruled.sentence.overlaps(tagged.sentence)


def _filled(ruled: Claim, tagged: Claim) -> Claim:
    placed = any(mention.role is PlaceRole.AT for mention in ruled.places)
    return replace(
        ruled, period=ruled.period or tagged.period, places=ruled.places if placed else ruled.places or tagged.places,
        actors=ruled.actors or tagged.actors, equipment=ruled.equipment or tagged.equipment,
        quantities=ruled.quantities or tagged.quantities, names=ruled.names or tagged.names,
    )
