"""How sure an assessment is, apart from how likely anything is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vedette.model import (
    Change,
    Confidence,
    ConfidenceReason,
    Effect,
    Indicator,
    Measure,
    MeasureState,
    Reason,
    independent,
)

MANY_PARTIES, SOME_PARTIES = 3, 2
MOST, HALF = 0.8, 0.5


def observable_share(indicators: Sequence[Indicator], measures: Mapping[str, Measure]) -> float:
    """Give the share of all weight that can be observed now, from 0 to 1; where nothing weighs, all count alike."""
    weights = {one.id: one.weight for one in indicators}
    if not any(weights.values()):
        weights = dict.fromkeys(weights, 1.0)
    seen = sum(weight for name, weight in weights.items() if measures[name].state is not MeasureState.UNSEEN)
    return round(seen / sum(weights.values()), 2)


def confidence_in(
    measures: Sequence[Measure], *, observable: float, level: int, raising: Sequence[Effect]
) -> tuple[Confidence, tuple[Reason, ...]]:
    """Say how sure an assessment is, and why.

    Rule: high with three independent parties behind what is met and four fifths of the weight observable;
    moderate with two and a half; else low. Where nothing is met, only what is observable counts. It is not high
    where the level would rise if something were corroborated that one party alone tells.

    Args:
        measures: How each indicator stands.
        observable: The share of all weight that can be observed now.
        level: The level of the scenario.
        raising: What would raise it.
    """
    met = [one for one in measures if one.state is MeasureState.MET]
    parties = len(independent(party for one in met for party in one.parties))
    open_points = sum(one.change is Change.CORROBORATED and one.level > level for one in raising)
    behind = parties if met else MANY_PARTIES
    if behind >= MANY_PARTIES and observable >= MOST and not open_points:
        sure = Confidence.HIGH
    elif behind >= SOME_PARTIES and observable >= HALF:
        sure = Confidence.MODERATE
    else:
        sure = Confidence.LOW
    told = Reason(kind=ConfidenceReason.PARTIES, values={"count": parties})
    reasons = [told if met else Reason(kind=ConfidenceReason.NOTHING_MET)]
    reasons.append(Reason(kind=ConfidenceReason.OBSERVABLE, values={"share": observable}))
    if open_points:
        reasons.append(Reason(kind=ConfidenceReason.THIN, values={"count": open_points}))
    return sure, tuple(reasons)
