"""How far an event has come, how sure it is, and how that unfolded."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.linking.profile import Profile
from vedette.model import Factuality, Stage, StageChange

_SURE = (Factuality.ASSERTED, Factuality.PROBABLE)
_FORWARD = (Stage.PLANNED, Stage.UNDER_WAY, Stage.HAPPENED)
_SUREST = (Factuality.ASSERTED, Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.UNKNOWN)


def stage_of(profiles: Sequence[Profile]) -> Stage:
    """Say how far an event has come.

    Rule: through the claims in the order of publication, only forward (planned,
    under way, happened): a late report that recalls the plan does not undo what
    happened. Called off counts until a later report says otherwise. Claims
    that are merely possible count only where nothing surer is said.

    Args:
        profiles: Claims that do not deny the event, in canonical order.
    """
    sure = [profile for profile in profiles if profile.claim.factuality in _SURE] or list(profiles)
    stage: Stage | None = None
    # On one day, what was called off is the later news.
    for profile in sorted(sure, key=lambda profile: (profile.key[0], profile.claim.stage is Stage.CANCELLED)):
        told = profile.claim.stage
        starts_over = stage is None or Stage.CANCELLED in (told, stage)
        stage = told if starts_over or stage is None else max(stage, told, key=_FORWARD.index)
    return stage or Stage.PLANNED


def factuality_of(profiles: Sequence[Profile]) -> Factuality:
    """Say how sure an event is: as sure as its surest origin; denied where all deny it."""
    told = {profile.claim.factuality for profile in profiles}
    return next((level for level in _SUREST if level in told), Factuality.DENIED)


def history_of(profiles: Sequence[Profile]) -> tuple[StageChange, ...]:
    """List the first claim of each stage, in the order of publication.

    Args:
        profiles: Claims that do not deny the event, in canonical order.
    """
    first: dict[Stage, Profile] = {}
    for profile in profiles:
        first.setdefault(profile.claim.stage, profile)
    return tuple(
        StageChange(stage=stage, published=profile.report.published, claim=profile.claim.id)
        for stage, profile in first.items()
    )
